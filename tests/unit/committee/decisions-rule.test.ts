import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DECISION_RULES, SEAT_POSITIONS, type SeatPosition } from "~/domain.ts";
import { movedOn, obstacleIn } from "~/features/committee/decisions/changes.ts";
import { isToBeReminded } from "~/features/committee/decisions/reminding.ts";
import { missingFor, type Ruling, type SeatVote, takingPart } from "~/features/committee/decisions/rule.ts";

const [ASIA, AFRICA, EUROPE] = [1, 2, 3];

let seats = 0;
const seat = (continent: number | null, position: SeatPosition | null, present = true): SeatVote => {
  seats += 1;
  return { id: seats, continent, present, position };
};

const consent: Ruling = { rule: "continental-consent", quorum: 2 };
const majority: Ruling = { rule: "majority", quorum: 2 };
const what = (ruling: Ruling, votes: SeatVote[]) => missingFor(ruling, votes).map((one) => one.what);

describe("by the consent of all continental networks present", () => {
  test("one consent of each is enough; who is not there is not asked", () => {
    const votes = [seat(ASIA, "consent"), seat(ASIA, null), seat(AFRICA, "consent"), seat(EUROPE, null, false)];
    expect(missingFor(consent, votes)).toEqual([]);
  });

  test("a network that is there and has not spoken is waited for, by name", () => {
    const votes = [seat(ASIA, "consent"), seat(AFRICA, null), seat(EUROPE, "consent")];
    expect(missingFor(consent, votes)).toEqual([{ what: "silent", continents: [AFRICA] }]);
  });

  test("one objection stands in the way of any number of consents", () => {
    const against = seat(ASIA, "objection");
    const votes = [against, seat(ASIA, "consent"), seat(AFRICA, "consent"), seat(EUROPE, "consent")];
    expect(missingFor(consent, votes)).toEqual([{ what: "objections", seats: [against.id] }]);
  });

  test("a network whose seats all abstain has not consented", () => {
    const votes = [seat(ASIA, "consent"), seat(AFRICA, "abstention")];
    expect(missingFor(consent, votes)).toEqual([{ what: "unconsenting", continents: [AFRICA] }]);
  });

  test("a network whose seats all recuse themselves is not asked, and does not make the quorum", () => {
    const votes = [seat(ASIA, "consent"), seat(AFRICA, "recusal"), seat(AFRICA, "recusal")];
    expect(missingFor({ ...consent, quorum: 1 }, votes)).toEqual([]);
    expect(missingFor(consent, votes)).toEqual([{ what: "quorum", seats: 1 }]);
  });

  test("what a seat says from afar counts as taking part", () => {
    const votes = [seat(ASIA, "consent", false), seat(AFRICA, null, false), seat(EUROPE, "objection", false)];
    expect(takingPart(votes)).toBe(2);
    expect(what(consent, votes)).toEqual(["objections"]);
  });

  test("without anybody who consents nothing is adopted", () => {
    expect(what({ ...consent, quorum: 1 }, [seat(null, "abstention")])).toEqual(["no-consent"]);
    expect(what({ ...consent, quorum: 1 }, [])).toEqual(["quorum", "no-consent"]);
  });
});

describe("by a majority of the seats", () => {
  test("more than half of all seats, there or not, and no half", () => {
    const absent = [seat(ASIA, null, false), seat(ASIA, null, false)];
    expect(missingFor(majority, [seat(ASIA, "consent"), seat(AFRICA, "consent"), ...absent])).toEqual([
      { what: "majority", seats: 1 },
    ]);
    expect(missingFor(majority, [seat(ASIA, "consent"), seat(AFRICA, "consent"), seat(AFRICA, "objection")])).toEqual(
      [],
    );
  });

  test("seats that recuse themselves leave the count", () => {
    const votes = [seat(ASIA, "consent"), seat(AFRICA, "consent"), seat(AFRICA, "recusal"), seat(EUROPE, "objection")];
    expect(missingFor(majority, votes)).toEqual([]);
  });
});

const anySeats = fc.array(
  fc.record({
    continent: fc.constantFrom(ASIA, AFRICA, EUROPE, null),
    present: fc.boolean(),
    position: fc.constantFrom(null, ...SEAT_POSITIONS),
  }),
  { maxLength: 14 },
);
const numbered = (votes: Omit<SeatVote, "id">[]): SeatVote[] => votes.map((vote, id) => ({ id, ...vote }));
const anyRuling = fc.record({ rule: fc.constantFrom(...DECISION_RULES), quorum: fc.integer({ min: 1, max: 12 }) });

describe("whatever the seats say", () => {
  test("taking recused seats away changes nothing", () => {
    fc.assert(
      fc.property(anyRuling, anySeats, (ruling, some) => {
        const votes = numbered(some);
        const without = votes.filter(({ position }) => position !== "recusal");
        expect(missingFor(ruling, votes)).toEqual(missingFor(ruling, without));
      }),
    );
  });

  test("one more consent never makes an adoptable decision fail", () => {
    fc.assert(
      fc.property(anyRuling, anySeats, fc.nat(), (ruling, some, which) => {
        const votes = numbered(some);
        if (votes.length === 0 || missingFor(ruling, votes).length > 0) return;
        const more = votes.map((vote, at) =>
          at === which % votes.length && vote.position !== "recusal" ? { ...vote, position: "consent" as const } : vote,
        );
        expect(missingFor(ruling, more)).toEqual([]);
      }),
    );
  });

  test("by consent, nothing that a seat objects to is adopted, and every network that takes part has consented", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), anySeats, (quorum, some) => {
        const votes = numbered(some);
        if (missingFor({ rule: "continental-consent", quorum }, votes).length > 0) return;
        const part = votes.filter(({ position, present }) => position !== "recusal" && (present || position !== null));
        expect(part.length).toBeGreaterThanOrEqual(quorum);
        expect(votes.some(({ position }) => position === "objection")).toBe(false);
        for (const { continent } of part) {
          if (continent === null) continue;
          expect(part.some((one) => one.continent === continent && one.position === "consent")).toBe(true);
        }
      }),
    );
  });

  test("by majority, consents are more than half of the seats that stand", () => {
    fc.assert(
      fc.property(anySeats, (some) => {
        const votes = numbered(some);
        const standing = votes.filter(({ position }) => position !== "recusal");
        const consents = votes.filter(({ position }) => position === "consent").length;
        const short = what({ rule: "majority", quorum: 1 }, votes).includes("majority");
        expect(short).toBe(consents * 2 <= standing.length);
      }),
    );
  });
});

describe("what a decision changes", () => {
  const was = { stage: "planned", priority: "normal", due: "2026-Q4" } as const;

  test("asks again only where the plan moved on in what it changes, and not where it came to stand as decided", () => {
    const change = { ref: "LOB-1", stage: "under-way", due: "2027-Q1", was } as const;
    expect(movedOn(change, was)).toEqual([]);
    expect(movedOn(change, { ...was, priority: "high" })).toEqual([]);
    expect(movedOn(change, { ...was, stage: "under-way" })).toEqual([]);
    expect(movedOn(change, { ...was, stage: "under-review", due: null })).toEqual(["stage", "due"]);
  });

  test("is barred without the result or reason that a stage asks for, and before the start", () => {
    const now = { ...was, start: "2026-Q3" };
    expect(obstacleIn({ ref: "LOB-1", stage: "dropped" }, now)).toBe("outcome-missing");
    expect(obstacleIn({ ref: "LOB-1", stage: "dropped", outcome: { en: "No money." } }, now)).toBeNull();
    expect(obstacleIn({ ref: "LOB-1", stage: "dropped" }, { ...now, stage: "dropped" })).toBeNull();
    expect(obstacleIn({ ref: "LOB-1", due: "2026-Q2" }, now)).toBe("due-before-start");
    expect(obstacleIn({ ref: "LOB-1", due: null }, now)).toBeNull();
  });
});

describe("whoever carries it out is reminded", () => {
  const at = (day: string) => new Date(`${day}T09:00:00Z`);

  test("seven days before and on the day, once each", () => {
    expect(isToBeReminded("2026-12-15", null, at("2026-12-07"))).toBe(false);
    expect(isToBeReminded("2026-12-15", null, at("2026-12-08"))).toBe(true);
    expect(isToBeReminded("2026-12-15", at("2026-12-08"), at("2026-12-14"))).toBe(false);
    expect(isToBeReminded("2026-12-15", at("2026-12-08"), at("2026-12-15"))).toBe(true);
    expect(isToBeReminded("2026-12-15", at("2026-12-15"), at("2026-12-20"))).toBe(false);
  });

  test("at most twice, however often it is asked, and once at least", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 30 }), { minLength: 1, maxLength: 40 }), (days) => {
        let reminded: Date | null = null;
        let times = 0;
        for (const day of [...days, 30].sort((a, b) => a - b)) {
          const now = new Date(Date.UTC(2026, 11, 1 + day, 9));
          if (!isToBeReminded("2026-12-15", reminded, now)) continue;
          reminded = now;
          times += 1;
        }
        expect(times).toBeGreaterThanOrEqual(1);
        expect(times).toBeLessThanOrEqual(2);
      }),
    );
  });
});
