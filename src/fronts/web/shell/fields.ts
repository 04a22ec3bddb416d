/** A form field as text; files, repetitions and what is longer than any honest value are none. */
export const text = (field: unknown, limit: number): string =>
  typeof field === 'string' && field.length <= limit ? field : '';
