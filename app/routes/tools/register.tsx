import { useLoaderData } from "@remix-run/react";
import { registerOf } from "~/features/tools/engine/all.ts";
import { RegisterPage } from "~/features/tools/engine/components/register-page.tsx";
import { listOf } from "~/features/tools/engine/pages.server.ts";
import { forTool } from "~/http/register.server.ts";
import { titled } from "~/http/title.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";
import { registerStyle } from "~/ui/register-style.ts";

export const loader = forTool((visit, register) => {
  return {
    register: register.name,
    list: listOf(visit, register),
    title: visit.i18n._(REGISTER_NAMES[register.name]),
  };
});

export const meta = titled;
export const links = registerStyle;

/** The list of a register that has no picture of its own. */
export default function RegisterListPage() {
  const { register: name, list } = useLoaderData<typeof loader>();
  const register = registerOf(name);
  return register && <RegisterPage key={name} register={register} list={list} />;
}
