/** The days within which a board answers, unless the network has set others. */
export const RESPONSE_DAYS = 30;

/** So many days before the promise ends, a suggestion counts as near it: the week of which the screens speak. */
export const NEAR_DAYS = 7;
