import { Server, ServerResponse } from "node:http";
import Database from "better-sqlite3";

/*
 * Loaded before the server (`node --import`) by the bench and the tests that count: answers each request with the number of
 * SQL statements that it ran, in `X-SQL-Statements`. One request at a time, or the counts mix.
 */

let statements = 0;

const statement = Object.getPrototypeOf(new Database(":memory:").prepare("select 1"));
for (const method of ["get", "all", "run", "iterate"]) {
  const original = statement[method];
  statement[method] = function counted(...args) {
    statements += 1;
    return original.apply(this, args);
  };
}

const { emit } = Server.prototype;
Server.prototype.emit = function counting(event, ...args) {
  if (event === "request") statements = 0;
  return emit.call(this, event, ...args);
};

const { writeHead } = ServerResponse.prototype;
ServerResponse.prototype.writeHead = function counted(...args) {
  if (!this.headersSent) this.setHeader("X-SQL-Statements", String(statements));
  return writeHead.apply(this, args);
};
