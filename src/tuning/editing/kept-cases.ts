import { type Line, toLines } from '../../detect/index.ts';
import { ownSentences } from '../../screening/index.ts';
import { type Db, type KeptCase, keptCases } from '../../store/index.ts';
import type { Tokenize } from '../../text/index.ts';

/** A kept case with its mails cut into sentences, ready for looking things up. */
export interface ReadCase extends Omit<KeptCase, 'mails'> {
  readonly mails: readonly (readonly Line[])[];
}

const MOST = { cases: 2_000, characters: 6_000_000 };
const FRESH_MS = 60_000;
const AT_A_STRETCH_MS = 20; // whoever else asks the process waits no longer

/** Lets others have their turn when one has worked for some milliseconds. */
export function createBreath(): () => Promise<void> {
  let since = performance.now();
  return async function breathe() {
    if (performance.now() - since < AT_A_STRETCH_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    since = performance.now();
  };
}

/** The cases that are kept, decided ones first; read at most once a minute while somebody tries things out, and then forgotten. */
export function openKeptCases(db: Db, tokenize: () => Promise<Tokenize>): () => Promise<readonly ReadCase[]> {
  let read: Promise<readonly ReadCase[]> | null = null;
  async function readAll(): Promise<readonly ReadCase[]> {
    const cut = await tokenize();
    const breathe = createBreath();
    const cases: ReadCase[] = [];
    for (const one of await keptCases(db, MOST)) {
      const mails = one.mails.map(({ parts }) => {
        const segments = new Map(parts.map(({ id, segments }) => [id, segments]));
        return toLines(ownSentences({ parts, segments }).own, cut);
      });
      cases.push({ ...one, mails });
      await breathe();
    }
    return cases;
  }
  return function kept() {
    if (read === null) {
      const reading = readAll();
      read = reading;
      const forget = () => {
        if (read === reading) read = null;
      };
      reading.then(() => setTimeout(forget, FRESH_MS).unref(), forget);
    }
    return read;
  };
}
