import type { Language } from "~/domain.ts";
import { parseForm, type Submitted, submittedIn } from "~/features/core/forms.server.ts";
import type { ProblemCode } from "~/ui/problems.ts";
import {
  AGENDA_LISTS,
  type AgendaLine,
  agendaFrom,
  arranged,
  arrangingIn,
  linesIn,
  linesOf,
  USUAL_AGENDA,
} from "./agenda-form.ts";
import type { ReviewRow } from "./figures.server.ts";
import type { Meeting } from "./mutations.server.ts";
import { meetingSchema } from "./schemas.ts";
import { DEFAULT_TIME_ZONE, dayAndHourIn, instantIn } from "./time-zone.ts";

/** The form of a review's meeting as its page shows it. */
export interface MeetingForm {
  version: number;
  day: string;
  hour: string;
  timeZone: string;
  link: string;
  lines: AgendaLine[];
}

/** The form of a review that is there, or of one that is to be opened. */
export function meetingForm(review: ReviewRow | null, language: Language): MeetingForm {
  const timeZone = review?.timeZone ?? DEFAULT_TIME_ZONE;
  return {
    version: review?.version ?? 0,
    ...(review?.meetingAt ? dayAndHourIn(timeZone, review.meetingAt) : { day: "", hour: "" }),
    timeZone,
    link: review?.link ?? "",
    lines: linesOf(review?.agenda ?? USUAL_AGENDA, language),
  };
}

/** What came in, as its page shows it again. */
export function meetingFormValues(submitted: Submitted): MeetingForm {
  const text = (name: string) => String([submitted[name] ?? ""].flat()[0]);
  return {
    version: Number(text("version")) || 0,
    day: text("day"),
    hour: text("hour"),
    timeZone: text("timeZone"),
    link: text("link"),
    lines: linesIn(submitted),
  };
}

export type MeetingRead =
  | { read: "arranged"; form: MeetingForm }
  | { read: "invalid"; form: MeetingForm; problems: Record<string, ProblemCode> }
  | { read: "meeting"; form: MeetingForm; version: number; meeting: Meeting };

/** Reads the form: its agenda is arranged by its own buttons, which save nothing, and then the whole is sent. */
export function readMeeting(sent: FormData): MeetingRead {
  const submitted = submittedIn(sent, [...AGENDA_LISTS]);
  const form = meetingFormValues(submitted);
  const arranging = arrangingIn(String(sent.get("intent") ?? ""), String(sent.get("added") ?? ""));
  if (arranging) return { read: "arranged", form: { ...form, lines: arranged(form.lines, arranging) } };
  const parsed = parseForm(meetingSchema, sent);
  const { agenda, problems } = agendaFrom(form.lines);
  if (!parsed.ok) return { read: "invalid", form, problems: { ...parsed.problems, ...problems } };
  const { day, hour, timeZone, link, version } = parsed.value;
  if (day && !hour) problems.hour = "hour-missing";
  if (hour && !day) problems.day = "not-a-day";
  const meetingAt = day && hour ? instantIn(timeZone, { day, hour }) : null;
  if (day && hour && !meetingAt) problems.hour = "hour-skipped";
  if (Object.keys(problems).length > 0) return { read: "invalid", form, problems };
  return { read: "meeting", form, version, meeting: { meetingAt, timeZone, link, agenda } };
}
