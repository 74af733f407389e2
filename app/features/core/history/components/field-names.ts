import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";
import { useLingui } from "@lingui/react";
import { useMemo } from "react";
import { isOneOf, LANGUAGES } from "~/domain.ts";
import { LANGUAGE_NAMES } from "~/i18n/languages.ts";
import type { PlainFields, TextField } from "~db/stored/action-fields.ts";

/* How fields are named to people: an action's in its forms, in history, where two edits meet; a person's in history. */

const ACTION_FIELD: Record<keyof PlainFields | TextField, MessageDescriptor> = {
  board: msg`Board`,
  stage: msg`Stage`,
  rank: msg`Place in its stage`,
  priority: msg`Priority`,
  actionKind: msg`Kind`,
  level: msg`Level`,
  lead: msg`Lead network`,
  responsible: msg`Responsible person`,
  partners: msg`Partners`,
  labels: msg`Labels`,
  principles: msg`Principles`,
  start: msg`Start quarter`,
  due: msg`Due quarter`,
  sourceLanguage: msg`Written in`,
  outcome: msg`Result or reason`,
  origin: msg`Origin`,
  title: msg`Title`,
  description: msg`Description`,
  expectedResult: msg`Expected result`,
};

// "Answer", "Day" and "State" are words of buttons and filters too, which read otherwise in some languages.
const FIELD: Record<string, MessageDescriptor> = {
  ...ACTION_FIELD,
  name: msg`Name`,
  role: msg`Role`,
  networkId: msg`Network`,
  holder: msg`Name`,
  capacity: msg`As`,
  account: msg`Account`,
  meetingAt: msg`Meeting of the committee`,
  timeZone: msg`Time zone`,
  link: msg`Link`,
  agenda: msg`Agenda`,
  review: msg`Review`,
  term: msg`Term`,
  memberOrganisations: msg`Member organisations`,
  nationalNetworks: msg`National networks`,
  continentalNetworks: msg`Continental networks`,
  committeeSeats: msg`Seats in the committee`,
  countries: msg`Countries`,
  directBeneficiaries: msg`People reached directly`,
  year: msg`Year`,
  progress: msg`What goes well`,
  concerns: msg`What worries us`,
  asks: msg`What we ask of the committee`,
  boards: msg`Boards`,
  why: msg`Why`,
  how: msg`How it strengthens`,
  ownAction: msg`Own action`,
  answer: msg({ message: "Answer", context: "field" }),
  note: msg`Note`,
  unit: msg`Unit`,
  from: msg`From`,
  target: msg`Target`,
  value: msg`Value`,
  health: msg`Health`,
  obstacles: msg`What stands in the way`,
  evidence: msg`Evidence`,
  on: msg`Waits for`,
  day: msg({ message: "Day", context: "field" }),
  state: msg({ message: "State", context: "field" }),
  keyResult: msg`Key result`,
  keyResults: msg`Key results`,
  milestones: msg`Milestones`,
  dueAfter: msg`Quarters from the start to the end`,
  every: msg`Recurs`,
  next: msg`Next for`,
  url: msg`Web address`,
  fileName: msg`File`,
  source: msg`Source`,
  originId: msg`Speaks for`,
  voice: msg`Voice`,
  mandateById: msg`Mandated by`,
  mandateOn: msg`Day of the mandate`,
  mandateOccasion: msg`Occasion of the mandate`,
  assessment: msg`Assessment`,
  wording: msg`Wording`,
  refs: msg`Actions concerned`,
  suggestions: msg`Suggestions concerned`,
  doer: msg`Who does it`,
  dueOn: msg`To be done by`,
  lookAgainOn: msg`Look again on`,
  position: msg`What the seat says`,
  rule: msg`Rule`,
  quorum: msg`Quorum`,
  currency: msg`Currency`,
  perEuro: msg`For 1 euro`,
  lobbying: msg`Lobbying`,
  learning: msg`Learning and capitalising`,
  financing: msg`Financing`,
  communication: msg`Communication`,
};

/** A field's name, with its language where it is a text: "Title (Français)". */
export function useFieldNames(): (field: string) => string {
  const { i18n } = useLingui();
  return useMemo(
    () => (field) => {
      const [name = "", language] = field.split(".");
      const words = FIELD[name] ? i18n._(FIELD[name]) : name;
      return isOneOf(LANGUAGES, language) ? `${words} (${LANGUAGE_NAMES[language]})` : words;
    },
    [i18n],
  );
}
