/**
 * Keeps an element up to date. An answer that is an error leaves it as it is and is asked for again, since htmx swaps in every answer
 * it is not told to leave: a proxy's page would take the element's place, and nothing would ask any more.
 */
export const POLLING = {
  'hx-trigger': 'every 10s',
  'hx-swap': 'outerMorph',
  'hx-status:4xx': 'swap:none',
  'hx-status:5xx': 'swap:none',
} as const;
