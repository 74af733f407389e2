/** Too many are waiting already: the answer is 503, and to come back in a minute. */
export class TooBusy extends Error {}

/** The work took more time or more memory than it may. */
export class TooMuchWork extends Error {}

/** One person has as much under way as one may: the answer is 429. */
export class TooManyOfOne extends Error {}

/** Whoever asked has gone: nobody is left to be answered. */
export class Abandoned extends Error {}
