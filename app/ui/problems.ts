import type { MessageDescriptor } from "@lingui/core";
import { msg } from "@lingui/core/macro";

/**
 * What can be wrong with a field, said to the person who typed it: what happened and what to do. Schemas and mutations
 * name these codes; screens show their words.
 */
export const PROBLEMS = {
  missing: msg`Please fill this in.`,
  "too-long": msg`This is too long. Please shorten it.`,
  "not-a-choice": msg`Please choose one of the options.`,
  "title-missing": msg`Please give a title.`,
  "title-too-long": msg`A title has at most 200 characters.`,
  "text-without-title": msg`A translation needs a title too.`,
  "not-a-quarter": msg`Please choose a quarter from the list.`,
  "due-before-start": msg`The due quarter lies before the start quarter.`,
  "not-your-network": msg`Please choose a network of your own branch, or the international network.`,
  "not-your-board": msg`You do not coordinate this board. Please choose one of yours.`,
  "result-missing": msg`An action that is done brings its result. Please say what was achieved.`,
  "reason-missing": msg`Please give a reason, so that everyone can understand why.`,
  "not-an-address": msg`This does not look like a mail address.`,
  "address-taken": msg`Somebody with this address is already here, or has been invited.`,
  "name-missing": msg`Please give a name.`,
  "password-too-short": msg`A password has at least 10 characters.`,
  "password-wrong": msg`That is not your current password.`,
  "sign-in-wrong": msg`This address and password do not belong together. Try again, or ask for a link by mail.`,
  suspended: msg`This account is suspended. An administrator can let it in again.`,
  "too-many-tries": msg`Too many tries. Please wait a minute and try again.`,
  "link-spent": msg`This link has been used or is too old. Please ask for a new one.`,
  "mail-failed": msg`The mail could not be sent. Nothing was changed; please try again later.`,
  "boards-missing": msg`A coordinator needs at least one board.`,
  "last-administrator": msg`This is the last administrator. Make somebody else one first.`,
  "slug-taken": msg`Another network already has this address.`,
  "not-a-slug": msg`Only small letters without accents, figures and hyphens.`,
  "not-a-country": msg`A country has two letters, such as np or gt.`,
  "not-a-year": msg`Please give a year of four figures.`,
  "parent-wrong": msg`A network of this kind does not belong under that one.`,
} satisfies Record<string, MessageDescriptor>;

export type ProblemCode = keyof typeof PROBLEMS;
