import type { MailId } from '../../cases/index.ts';
import { type Assessment, type Band, DictionaryError, type History } from '../../detect/index.ts';
import {
  type Compared,
  currentShadow,
  type Db,
  HANDED_IN,
  noteFindings,
  noteTrouble,
  type Shadow,
} from '../../store/index.ts';
import type { AssessMail, Mail } from '../pipeline.ts';

/** What judges; the pool in `services/shadow.ts`. */
interface Screening extends AsyncDisposable {
  readonly screen: AssessMail;
}

/** Judges living mails a second time, by rules that are not in force. */
export interface ShadowScreening extends AsyncDisposable {
  /** The same judgement; it remembers what it was made of, while a shadow runs. */
  beside(screen: AssessMail): AssessMail;
  /** Told of verdicts once they are written, each once: their mails are compared, when there is time. */
  written(verdicts: readonly { readonly mailId: MailId; readonly assessment: Assessment }[]): void;
  /** Looks which shadow runs, and says what was found out since. */
  sweep(): Promise<void>;
}

export interface ShadowDeps {
  readonly db: Db;
  readonly now: () => Date;
  /** A process that judges by the rules in force with those of a shadow, or by its folder. @throws DictionaryError */
  readonly open: (shadow: Shadow) => Promise<Screening>;
  /** What the rules in force are made of: the shadow is opened anew when it changes. */
  readonly inForce: () => unknown;
}

/** What waits stays in the memory of the process: more mails than these, and larger ones, are left out. */
const MOST = { waiting: 50, bytes: 2_000_000 } as const;

interface Running {
  readonly shadow: Shadow;
  readonly base: unknown;
  readonly screening: Screening | null; // null: it cannot run
}

interface Waiting {
  readonly mailId: MailId;
  readonly band: Band;
  readonly mail: Mail;
  readonly history: History;
}

/**
 * A shadow has a process of its own and comes after the verdict: whatever it does, the verdict is written and nobody waited. Verdicts
 * are told by the process that wrote them, so that a mail counts once; a process that is killed forgets those that it has not said.
 */
export function createShadow({ db, now, open, inForce }: ShadowDeps): ShadowScreening {
  const made = new WeakMap<Assessment, { readonly mail: Mail; readonly history: History }>();
  const waiting: Waiting[] = [];
  let running: Running | null = null;
  let found = nothing();
  let working: Promise<void> | null = null;
  let sweeping: Promise<void> = Promise.resolve();

  async function work(): Promise<void> {
    for (let next = waiting.shift(); next !== undefined && running?.screening; next = waiting.shift()) {
      const { mailId, band, mail, history } = next;
      try {
        const { assessment } = await running.screening.screen(mail, async () => history);
        found.compared.push({ mailId, band, would: assessment.band });
      } catch {
        found.failed += 1;
      }
    }
    working = null;
  }

  async function close(): Promise<void> {
    waiting.length = 0;
    await working;
    const closing = running;
    running = null;
    found = nothing();
    await closing?.screening?.[Symbol.asyncDispose]();
  }

  async function say(): Promise<void> {
    if (running === null) return;
    const said = found;
    found = nothing();
    if (said.compared.length + said.skipped + said.failed > 0) await noteFindings(db, running.shadow.id, now(), said);
  }

  async function look(): Promise<void> {
    await say();
    const shadow = await currentShadow(db);
    const base = inForce();
    if (shadow?.id === running?.shadow.id && (running === null || running.base === base)) return;
    await close();
    if (shadow === null) return;
    const opened = await open(shadow).catch((error: unknown) => troubleOf(error));
    const trouble = typeof opened === 'string' ? opened : null;
    running = { shadow, base, screening: typeof opened === 'string' ? null : opened };
    await noteTrouble(db, shadow.id, trouble);
  }

  return {
    beside: (screen) =>
      async function screenAndRemember(mail, historyOf) {
        if (!running?.screening || mail.source === HANDED_IN) return screen(mail, historyOf);
        let history: History = [];
        const screened = await screen(mail, async (about) => (history = await historyOf(about)));
        made.set(screened.assessment, { mail, history });
        return screened;
      },
    written(verdicts) {
      if (!running?.screening) return;
      for (const { mailId, assessment } of verdicts) {
        const of = made.get(assessment);
        if (of === undefined) continue;
        if (waiting.length >= MOST.waiting || of.mail.bytes.length > MOST.bytes) found.skipped += 1;
        else waiting.push({ mailId, band: assessment.band, ...of });
      }
      working ??= work();
    },
    sweep() {
      sweeping = sweeping.then(look, look);
      return sweeping;
    },
    async [Symbol.asyncDispose]() {
      await sweeping.catch(() => {});
      waiting.length = 0;
      await working;
      await say().catch(() => {}); // the store may be away: then these are not counted
      await close();
    },
  };
}

const nothing = (): { compared: Compared[]; skipped: number; failed: number } => ({
  compared: [],
  skipped: 0,
  failed: 0,
});

/** No text of a mail is in it: only what is wrong with the rules. */
const troubleOf = (error: unknown): string =>
  error instanceof DictionaryError ? error.message : `the shadow cannot be started (${(error as Error).name})`;
