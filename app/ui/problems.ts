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
  "origin-missing": msg`Please choose the network for which you speak.`,
  "not-your-origin": msg`You speak for networks of your own branch. Please choose one of them.`,
  "mandate-missing": msg`Please say who charged you to speak for them.`,
  "not-a-day": msg`Please give a day.`,
  "day-in-future": msg`This day has not come yet.`,
  "day-in-past": msg`This day has passed. Please choose a later one.`,
  "why-missing": msg`Please say why: it is what the coordinator will answer.`,
  "nothing-changed": msg`Nothing is changed yet. Change what you would like to be different in the plan.`,
  "not-a-suggestion": msg`Please give the number of a suggestion, such as S-12.`,
  "merge-impossible": msg`Choose another suggestion of the same board that still waits for its answer.`,
  "decision-missing": msg`Please choose what you decide.`,
  "answer-reason-missing": msg`An answer always gives its reason. Please write it in one language at least.`,
  "choice-missing": msg`The plan has moved on here. Please choose what stands.`,
  "accept-takes-all": msg`Accepting takes everything. To leave this as it is, choose “accepted in part”.`,
  "part-missing": msg`Accepted in part: please take one field at least, and leave one.`,
  overtaken: msg`It has changed meanwhile. Please look at it again, then decide.`,
  "nothing-chosen": msg`Nothing is chosen yet. Choose with the boxes beside the suggestions.`,
  "not-days": msg`Please give a number of days from 1 to 365.`,
} satisfies Record<string, MessageDescriptor>;

export type ProblemCode = keyof typeof PROBLEMS;
