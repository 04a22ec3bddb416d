/** A feature must occur in this many mails. */
export const LEAST_MAILS = 5;

interface Read {
  readonly sentences: readonly { readonly hashes: ReadonlySet<number> }[];
}

/** The features that enough mails have; what fewer have is learned in no fold. */
export function usedByMany(mails: readonly Read[]): Uint32Array {
  const counts = new Map<number, number>();
  for (const { sentences } of mails)
    for (const hash of new Set(sentences.flatMap(({ hashes }) => [...hashes])))
      counts.set(hash, (counts.get(hash) ?? 0) + 1);
  return Uint32Array.from([...counts].flatMap(([hash, count]) => (count >= LEAST_MAILS ? [hash] : [])));
}
