/** Most UTF-16 units of what is to be covered: a form is bounded. */
export const MOST_REDACTED = 6000;
