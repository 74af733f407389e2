import { expect, test } from "vitest";
import { configProblems, read } from "~/config.server.ts";

const PUBLIC = { ORIGIN: "https://plan.example.org", SECRET: "x".repeat(32) };

test("all that is wrong is said at once", () => {
  const wrong = {
    ORIGIN: "http://plan.example.org",
    SMTP_URL: "notaurl",
    MAIL_FROM: "x",
    TRUST_PROXY: "abc",
    PORT: "-1",
  };
  expect(configProblems(wrong)).toEqual([
    expect.stringMatching(/^ORIGIN must begin with https/),
    expect.stringMatching(/^SMTP_URL/),
    expect.stringMatching(/^MAIL_FROM/),
    expect.stringMatching(/^PORT/),
    expect.stringMatching(/^TRUST_PROXY/),
    expect.stringMatching(/SECRET must be set/),
  ]);
});

test("an origin is https, but on this computer itself, and has no path", () => {
  for (const ORIGIN of ["https://plan.example.org", "https://plan.example.org:8443", "http://localhost:3000"]) {
    expect(configProblems({ ...PUBLIC, ORIGIN }), ORIGIN).toEqual([]);
  }
  for (const ORIGIN of ["plan.example.org", "ftp://plan.example.org", "https://plan.example.org/x", "https://"]) {
    expect(configProblems({ ...PUBLIC, ORIGIN }), ORIGIN).toHaveLength(1);
  }
});

test("what is set to nothing is not set", () => {
  expect(read({ ORIGIN: "", SECRET: "", PORT: "", TRUST_PROXY: "" })).toMatchObject({
    evaluation: true,
    port: 3000,
    host: "127.0.0.1",
    trustedProxies: 0,
  });
});

test("where it listens counts with a public origin alone", () => {
  expect(read({ HOST: "0.0.0.0" }).host).toBe("127.0.0.1");
  expect(read({ ...PUBLIC, HOST: "0.0.0.0", TRUST_PROXY: "1" })).toMatchObject({ host: "0.0.0.0", trustedProxies: 1 });
});
