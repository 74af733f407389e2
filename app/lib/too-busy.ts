/** Too many are waiting already: the answer is 503, and to come back in a minute. */
export class TooBusy extends Error {}

/** The work took more time or more memory than it may. */
export class TooMuchWork extends Error {}
