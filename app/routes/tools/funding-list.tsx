import { useLoaderData } from "@remix-run/react";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { FundingTabs } from "~/features/tools/financing/funding/components/funding-tabs.tsx";
import { funding } from "~/features/tools/financing/funding/funding.ts";
import { titled } from "~/http/title.ts";
import { forViewer } from "~/http/visit.server.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forViewer((visit) => ({
  list: listOf(visit, funding),
  title: visit.i18n._(REGISTER_NAMES.funding),
}));

export const meta = titled;
export const links = registerStyle;

/** All funding streams, one below the other. */
export default function FundingListPage() {
  const { list } = useLoaderData<typeof loader>();
  return <RegisterPage register={funding} list={list} tabs={<FundingTabs view="list" query={list.query} />} />;
}
