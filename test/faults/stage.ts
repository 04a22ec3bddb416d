import { join } from 'node:path';
import type { Way } from '../bench/ways.ts';
import { writeSmallDictionary } from '../support/dictionary.ts';
import type { TestServer } from '../support/server-process.ts';
import { createService, type TestService } from '../support/service.ts';
import type { Account } from './account.ts';
import type { CrashMail } from './crash-mails.ts';
import type { Supervised } from './supervisor.ts';

/** Something that can be killed with -9 and brought back. */
export interface Victim {
  kill(): Promise<void>;
  revive(): Promise<void>;
}

/** A whole installation, all of it running. */
export interface Stage extends AsyncDisposable {
  readonly about: string;
  readonly victims: ReadonlyMap<string, Victim>;
  deliver(mail: CrashMail): Promise<unknown>;
  /** Empties the queue's server; where the queue lies in the store there is nothing to empty. */
  flush(): Promise<void>;
  /** Rejects while a process of Komainu, or what it keeps things in, is not up. */
  verdicts(): Promise<number>;
  /** How often processes of Komainu ended although nobody had killed them. */
  ends(): { readonly starting: number; readonly working: number };
  /** Stops the processes of Komainu, then looks into store, queue and mailbox. */
  account(delivered: readonly CrashMail[]): Promise<Account>;
}

/** `small`: one entry, so that a start takes seconds less and the run is about losing and doubling alone. */
export type StageDictionary = 'shipped' | 'small';

/** An installation that has not started yet. */
export function installation(
  { source }: Way,
  dictionary: StageDictionary,
  env: Readonly<Record<string, string>>,
): TestService {
  const words = dictionary === 'small' ? ', dictionaries: words' : '';
  const service = createService(
    `sources:\n  - ${source}\nsettings: { pollSeconds: 2, sweepSeconds: 2${words} }\n`,
    env,
  );
  if (dictionary === 'small') writeSmallDictionary(join(service.folder, 'words'));
  return service;
}

export const serverVictim = ({ kill, restart }: TestServer): Victim => ({ kill, revive: restart });

/** What a stage does by its way in and its processes. `verdicts` asks where they keep things, without keeping them busy. */
export function onStage(way: Way, processes: readonly Supervised[], verdicts: () => Promise<number>) {
  const sum = (which: 'starting' | 'working') => processes.reduce((all, { ends }) => all + ends[which], 0);
  return {
    deliver: ({ raw }: CrashMail) => way.deliver(raw),
    async verdicts(): Promise<number> {
      if (!processes.every(({ isUp }) => isUp())) throw new Error('A process is not up.');
      return verdicts();
    },
    ends: () => ({ starting: sum('starting'), working: sum('working') }),
  };
}

/** Before their folder goes: a process that ends by itself would be started in it. */
export async function killAll(processes: readonly Supervised[]): Promise<void> {
  await Promise.all(processes.map((process) => process.kill()));
}

/** @returns what went wrong, in a sentence each. */
export async function stopAll(processes: readonly Supervised[]): Promise<readonly string[]> {
  const codes = await Promise.all(processes.map((process) => process.stop()));
  return codes.flatMap((code) => (code === 0 ? [] : [`A process that was stopped ended with ${code}.`]));
}
