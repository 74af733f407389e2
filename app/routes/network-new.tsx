import { forViewer } from "~/http/visit.server.ts";

export const loader = forViewer(() => ({}));

export default function Overview() {
  return (
    <main id="content" className="page">
      overview
    </main>
  );
}
