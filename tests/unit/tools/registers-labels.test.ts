import { describe, expect, test } from "vitest";
import { REGISTERS } from "~/domain.ts";
import { allRegisters } from "~/features/tools/engine/all.ts";
import { labelsFor } from "~/features/tools/engine/all-labels.ts";
import { REGISTER_NAMES } from "~/ui/register-names.ts";

/** What is the same in every language: a currency. */
const CODE = /^[A-Z]{3}$/;

describe.each(allRegisters().map((register) => [register.name, register] as const))(
  "the register %s",
  (name, register) => {
    const words = labelsFor(register);

    test("stands beside its board, under a name", () => {
      expect(REGISTERS[register.board]).toContain(name);
      expect(REGISTER_NAMES[name]).toBeDefined();
    });

    test("has words for every option of every choice, and none to spare", () => {
      const sides = [
        { fields: register.fields, read: words.fields },
        ...Object.entries(register.parts).map(([kind, { fields }]) => ({
          fields,
          read: words.parts[kind]?.fields ?? {},
        })),
      ];
      for (const { fields, read } of sides)
        for (const [field, definition] of Object.entries(fields))
          if (
            (definition.type === "choice" || definition.type === "choices") &&
            !definition.options.every((option) => CODE.test(option))
          )
            expect(Object.keys(read[field]?.options ?? {}), field).toEqual([...definition.options]);
          else expect(read[field]?.options, field).toBeUndefined();
    });

    test("names the network of each part that has one", () => {
      for (const [kind, { network }] of Object.entries(register.parts))
        expect(words.parts[kind]?.network !== undefined, kind).toBe(network);
    });

    test("stands in an order that it has", () => {
      const orders = [
        { order: register.order, names: ["title", ...Object.keys(register.fields)] },
        ...Object.values(register.parts).map(({ order, fields }) => ({ order, names: ["id", ...Object.keys(fields)] })),
      ];
      for (const { order, names } of orders) expect(names).toContain(order.replace(/^-/, ""));
    });
  },
);
