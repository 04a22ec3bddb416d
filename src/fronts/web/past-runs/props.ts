import type { Child } from 'hono/jsx';
import type { FoundLater, PastRow } from '../../../cases/index.ts';
import type { DictionaryChange, ListedPastCase, PastRun } from '../../../store/index.ts';
import type { Level } from '../../../tuning/index.ts';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';

/** Thresholds for a budget that somebody named. */
export interface Proposal {
  readonly asked: string; // as it was typed; '': not yet
  readonly budget: number | null; // null: no number
  readonly moved: boolean; // thresholds change the number of cases
  readonly level: Level | null; // null: none is strict enough, or all bring the same
  readonly mailbox: string | null; // whose thresholds they are; null: of all
  readonly base: string; // fingerprint of the thresholds in force
  readonly maySet: boolean;
  readonly last: DictionaryChange | null; // of the thresholds, that can be taken back
}

/** What the page of a run shows. */
export interface RunProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly run: PastRun;
  readonly mails: readonly PastRow[] | null; // null: not for whoever looks
  readonly cases: readonly ListedPastCase[] | null; // the same
  readonly more: boolean; // mails or cases than these
  readonly later: Readonly<Record<FoundLater, number>> | null; // what came of making cases; null: nobody asked
  readonly mayOpenCases: boolean;
  readonly mayRun: boolean;
  readonly mayReadDictionaries: boolean;
  readonly proposal: Proposal | null;
  readonly notice: string | null;
  readonly complaint: string | null;
  readonly opened: Child | null; // the mail that is open
}
