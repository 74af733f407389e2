import { addDependency } from "~/features/plan/dependencies/mutations.server.ts";
import { openDatabase } from "~db/connection.ts";

/* A process of its own: says when it is ready to add a dependency, adds it, and says what became of it. */
const [file = "", ref = "", on = ""] = process.argv.slice(2);
const db = openDatabase(file);
process.send?.("ready");
const { status } = addDependency(db, { personId: null, at: new Date() }, null, { ref, on, why: "It comes first." });
db.$client.close();
process.send?.(status);
process.disconnect();
