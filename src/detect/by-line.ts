/** Items by the line they stand in, so that a long mail is not gone through anew for each of its matches. */
export function byLine<T>(items: readonly T[], lineOf: (item: T) => number): ReadonlyMap<number, readonly T[]> {
  const lines = new Map<number, T[]>();
  for (const item of items) {
    const line = lines.get(lineOf(item));
    if (line) line.push(item);
    else lines.set(lineOf(item), [item]);
  }
  return lines;
}
