import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { LANGUAGES } from "~/domain.ts";
import {
  agendaFrom,
  arranged,
  arrangingIn,
  lacking,
  linesIn,
  linesOf,
  USUAL_AGENDA,
} from "~/features/committee/reviews/agenda-form.ts";
import { canonicalJson } from "~/features/committee/reviews/canonical.server.ts";
import { reviewedRange } from "~/features/committee/reviews/date-range.ts";
import { placeOf, TIME_ZONES } from "~/features/committee/reviews/places.ts";
import { dayAndHourIn, instantIn } from "~/features/committee/reviews/time-zone.ts";

describe("the agenda’s form", () => {
  const lines = linesOf(USUAL_AGENDA, "en");

  test("comes back as what it was made of", () => {
    const own = { kind: "point" as const, about: { fr: "Mot de bienvenue" }, minutes: null };
    expect(agendaFrom(linesOf([own, ...USUAL_AGENDA], "nl"))).toEqual({ agenda: [own, ...USUAL_AGENDA], problems: {} });
  });

  test("moves, removes and adds; at its ends nothing moves", () => {
    const names = (intent: string, added = "") => {
      const asked = arrangingIn(intent, added);
      return (asked ? arranged(lines, asked) : lines).map(({ item }) => item);
    };
    expect(names("up:1").slice(0, 2)).toEqual(["board:lobbying", "alignment"]);
    expect(names("down:0").slice(0, 2)).toEqual(["board:lobbying", "alignment"]);
    expect(names("up:0")).toEqual(names("elsewhere"));
    expect(names("remove:0")).not.toContain("alignment");
    expect(names("add", "point:fr").at(-1)).toBe("point:fr");
    expect(names("add", "point:xx")).toEqual(names("elsewhere"));
    expect(lacking(lines.slice(1)).join()).toBe("alignment");
  });

  test("says which line is wrong, and leaves out what is no point", () => {
    const submitted = { item: ["alignment", "point:en", "nonsense"], about: ["", " ", ""], minutes: ["0", "", "5"] };
    expect(agendaFrom(linesIn(submitted)).problems).toEqual({ "minutes.0": "not-minutes", "about.1": "missing" });
    expect(linesIn(submitted)).toHaveLength(2);
  });

  test("arranging loses nothing", () => {
    fc.assert(
      fc.property(fc.nat(9), fc.constantFrom("up", "down"), (place, way) => {
        const asked = arrangingIn(`${way}:${place}`, "");
        const next = asked ? arranged(lines, asked) : [];
        expect([...next].sort((a, b) => a.item.localeCompare(b.item))).toEqual(
          [...lines].sort((a, b) => a.item.localeCompare(b.item)),
        );
      }),
    );
  });
});

describe("a meeting’s hour", () => {
  test("is that of its time zone, summer and winter", () => {
    expect(instantIn("Europe/Brussels", { day: "2026-07-01", hour: "14:30" })?.toISOString()).toBe(
      "2026-07-01T12:30:00.000Z",
    );
    expect(instantIn("Europe/Brussels", { day: "2026-12-01", hour: "14:30" })?.toISOString()).toBe(
      "2026-12-01T13:30:00.000Z",
    );
    expect(instantIn("Asia/Kathmandu", { day: "2026-12-01", hour: "00:15" })?.toISOString()).toBe(
      "2026-11-30T18:30:00.000Z",
    );
  });

  test("that the clocks skip is none", () => {
    expect(instantIn("Europe/Brussels", { day: "2026-03-29", hour: "02:30" })).toBeNull();
    expect(instantIn("Europe/Brussels", { day: "2026-02-30", hour: "12:00" })).toBeNull();
  });

  test("comes back as it was given, wherever and whenever", () => {
    const minutes = fc.integer({ min: 26_000_000, max: 34_000_000 });
    fc.assert(
      fc.property(fc.constantFrom(...TIME_ZONES), minutes, (zone, minute) => {
        const at = new Date(minute * 60_000);
        const submitted = dayAndHourIn(zone, at);
        const back = instantIn(zone, submitted);
        // Where clocks go back an hour comes twice: it is read as one of the two.
        expect(back && dayAndHourIn(zone, back)).toEqual(submitted);
      }),
    );
  });

  test("is named by its place, in the reader's language; one that is not listed by its own name", () => {
    expect(LANGUAGES.map((language) => placeOf("Europe/Brussels", language))).toEqual([
      "Brussel",
      "Bruxelles",
      "Bruselas",
      "Brussels",
    ]);
    expect([placeOf("UTC", "nl"), placeOf("Europe/Oslo", "nl"), placeOf("toString", "nl")]).toEqual([
      "UTC",
      "Europe/Oslo",
      "toString",
    ]);
  });
});

test("a quarter’s window ends with it, or with now", () => {
  const seen = (at: string) => reviewedRange("2026-Q3", new Date(at));
  expect(seen("2026-09-30T23:59:59.999Z")).toMatchObject({ until: seen("2026-10-01T00:00:00Z").to, now: "2026-Q3" });
  expect(seen("2026-10-01T00:00:00Z")).toMatchObject({
    at: Date.UTC(2026, 9, 1),
    until: Date.UTC(2026, 9, 1),
    now: "2026-Q4",
  });
  expect(seen("2027-05-01T00:00:00Z")).toEqual(seen("2026-10-01T00:00:00Z"));
});

test("the same value has the same bytes, in whatever order it was made", () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(turned)).toBe(canonicalJson(value));
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
});
