import { TZDate } from "@date-fns/tz";

export const DEFAULT_TIME_ZONE = "Europe/Brussels";

/** A day and an hour as a form has them, `2026-11-24` and `14:30`. */
export interface DayAndHour {
  day: string;
  hour: string;
}

/** The instant of a day and an hour in a time zone; null for an hour that its clocks skip. */
export function instantIn(timeZone: string, { day, hour }: DayAndHour): Date | null {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const [hours = 0, minutes = 0] = hour.split(":").map(Number);
  const at = new Date(+new TZDate(year, month - 1, date, hours, minutes, timeZone));
  const read = dayAndHourIn(timeZone, at);
  return read.day === day && read.hour === hour ? at : null;
}

/** An instant as a form has it in a time zone. */
export function dayAndHourIn(timeZone: string, at: Date): DayAndHour {
  const there = new TZDate(at, timeZone);
  const two = (number: number) => String(number).padStart(2, "0");
  return {
    day: `${there.getFullYear()}-${two(there.getMonth() + 1)}-${two(there.getDate())}`,
    hour: `${two(there.getHours())}:${two(there.getMinutes())}`,
  };
}
