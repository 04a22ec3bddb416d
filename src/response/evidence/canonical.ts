/** Text of one value in one form only: keys sorted, two blanks, a line end at the end. Dates are RFC 3339 in UTC. */
export const canonicalJson = (value: unknown): string => `${JSON.stringify(sorted(plain(value)), null, 2)}\n`;

/** As JSON has it: dates are text, what is undefined is not there. */
const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, sorted(one)]),
  );
}
