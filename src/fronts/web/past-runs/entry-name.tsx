import type { EntryId } from '../../../detect/index.ts';

/** The id of an entry, with a way to it for whoever may read the dictionaries. */
export function EntryName({
  entry,
  mayReadDictionaries,
}: {
  readonly entry: EntryId;
  readonly mayReadDictionaries: boolean;
}) {
  const id = <code>{entry}</code>;
  return mayReadDictionaries ? <a href={`/dictionaries/${entry}`}>{id}</a> : id;
}
