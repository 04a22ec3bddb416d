/** What a form holds, by field; a field that was not sent has no values. */
export type Values = Readonly<Record<string, readonly string[]>>;

/** As many values of one field are read: no form of ours offers more. */
export const MOST_VALUES = 200;

/** Most UTF-16 units of one value. */
export const LONGEST = 20_000;

/** Takes the body that `parseBody({ all: true })` gives; files and what is longer than any honest value are none. */
export function valuesOf(body: Readonly<Record<string, unknown>>, longest = LONGEST): Values {
  const values: Record<string, readonly string[]> = {};
  for (const [name, field] of Object.entries(body)) {
    const list: unknown[] = Array.isArray(field) ? field : [field];
    values[name] = list
      .slice(0, MOST_VALUES)
      .filter((one): one is string => typeof one === 'string' && one.length <= longest);
  }
  return values;
}

export const has = (values: Values, name: string, value: string): boolean => values[name]?.includes(value) ?? false;

export const first = (values: Values, name: string): string => values[name]?.[0] ?? '';

/** Those of `known` that were ticked, in the order of `known`; what is not known was not ticked. */
export const ticked = <T extends string>(values: Values, name: string, known: readonly T[]): T[] =>
  known.filter((one) => has(values, name, one));

export const chosen = <T extends string>(values: Values, name: string, known: readonly T[]): T | null =>
  known.find((one) => one === first(values, name)) ?? null;

/** A form field as text; files, repetitions and what is longer than any honest value are none. */
export const text = (field: unknown, limit: number): string =>
  typeof field === 'string' && field.length <= limit ? field : '';
