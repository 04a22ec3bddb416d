import { setImmediate as breathe } from 'node:timers/promises';
import { type CaseId, isNamedIn, type Named } from '../../cases/index.ts';
import { type Db, readMailsOf, searchedIn } from '../../store/index.ts';

/** Mails whose texts are searched before others have their turn: a thread may hold thousands. */
const AT_ONCE = 10;
/** Mails of which it is remembered whom they speak of, a few hundred bytes each. */
const REMEMBERED = 20_000;

/** By mail, then by person: how a mail was read never changes. */
const remembered = new WeakMap<Db, Map<string, Map<string, boolean>>>();

/**
 * Those among people of whom the mails of a case speak. Each mail is searched once for each of them, and only then do its texts
 * leave the store.
 */
export async function namedInMails<P extends Named>(db: Db, id: CaseId, people: readonly P[]): Promise<ReadonlySet<P>> {
  const known = remembered.get(db) ?? new Map<string, Map<string, boolean>>();
  remembered.set(db, known);
  const named = new Set<P>();
  const mails = await readMailsOf(db, id);
  for (let place = 0; place < mails.length; place += AT_ONCE) {
    if (place > 0) await breathe();
    const batch = mails.slice(place, place + AT_ONCE).map(({ mailId, sha256 }) => {
      const key = `${mailId} ${sha256}`; // a store that is restored counts its mails anew
      const speaksOf = known.get(key) ?? new Map<string, boolean>();
      known.delete(key);
      known.set(key, speaksOf); // what was asked last is forgotten last
      return { mailId, speaksOf, unsought: people.filter((one) => !speaksOf.has(keyOf(one))) };
    });
    const unread = batch.filter(({ unsought }) => unsought.length > 0).map(({ mailId }) => mailId);
    const texts = unread.length === 0 ? null : await searchedIn(db, unread);
    for (const { mailId, speaksOf, unsought } of batch) {
      const text = texts?.get(mailId);
      if (text !== undefined) for (const one of unsought) speaksOf.set(keyOf(one), isNamedIn(text, one));
      for (const one of people) if (speaksOf.get(keyOf(one)) === true) named.add(one);
    }
  }
  for (const key of known.keys()) {
    if (known.size <= REMEMBERED) break;
    known.delete(key);
  }
  return named;
}

const keyOf = ({ name, email }: Named): string => `${name}\n${email ?? ''}`;
