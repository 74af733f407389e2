import { type DefaultTreeAdapterTypes, parse } from "parse5";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sendLetter } from "~/features/core/mail/letter.server.tsx";
import { type MailServer, startMailServer } from "../../support/mail.ts";

type Element = DefaultTreeAdapterTypes.Element;
type Node = DefaultTreeAdapterTypes.Node;

let mailServer: MailServer;

beforeAll(async () => {
  mailServer = await startMailServer();
  process.env.SMTP_URL = mailServer.url;
});

afterAll(async () => {
  delete process.env.SMTP_URL;
  await mailServer.close();
});

function elementsOf(node: Node): Element[] {
  if (!("childNodes" in node)) return [];
  return node.childNodes.flatMap((child) => ("tagName" in child ? [child, ...elementsOf(child)] : []));
}

function textOf(node: Node): string {
  if ("value" in node) return node.value;
  return "childNodes" in node ? node.childNodes.map(textOf).join("") : "";
}

const attribute = ({ attrs }: Element, name: string) => attrs.find((one) => one.name === name)?.value;

test("a letter is its paragraphs around one button and the address itself, and what people typed stays text", async () => {
  const hostile = `</p><script>alert("1")</script> & it's <img src=x onerror=alert(1)> &lt;b&gt;`;
  const address = `http://127.0.0.1:3000/welcome/a?back=%2F&next="><script>`;
  await sendLetter({
    to: "a@example.org",
    language: "fr",
    subject: "Invitation",
    before: [hostile, "Before"],
    link: { address, label: `Accept <b>"now"</b>` },
    after: ["After", hostile],
  });
  const [mail] = mailServer.mails;
  const elements = elementsOf(parse(String(mail?.html)));
  const named = (name: string) => elements.filter(({ tagName }) => tagName === name);
  const label = `Accept <b>"now"</b>`;
  expect(named("html").map((one) => attribute(one, "lang"))).toEqual(["fr"]);
  expect(named("p").map(textOf)).toEqual(["INSP!R", hostile, "Before", label, address, "After", hostile]);
  expect(named("a").map((one) => [attribute(one, "href"), attribute(one, "class"), textOf(one)])).toEqual([
    [address, "button", label],
  ]);
  expect(["script", "img", "b"].flatMap(named)).toEqual([]);
  expect(mail?.text?.trim()).toBe([hostile, "Before", `${label}: ${address}`, "After", hostile].join("\n\n"));
});
