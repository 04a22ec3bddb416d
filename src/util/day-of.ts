/** The day it is where the clocks are those of `timeZone`: YYYY-MM-DD, which sorts as it is written. */
export const dayOf = (at: Date, timeZone: string): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short' }).format(at);
