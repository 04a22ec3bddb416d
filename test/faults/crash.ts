import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from './account.ts';
import { type CrashMail, crashMail } from './crash-mails.ts';
import { type PlanOptions, planRun } from './plan.ts';
import type { Stage } from './stage.ts';

export interface CrashResult extends Played, Account {}

/** How a plan went, before anybody takes stock. */
export interface Played {
  readonly about: string;
  readonly killsOf: Readonly<Record<string, number>>;
  readonly flushes: number;
  readonly verdictsAtLastKill: number; // soon after it, when all are up again
  readonly ends: { readonly starting: number; readonly working: number };
  readonly startSeconds: number; // from nothing to the first verdict: the unit of the plan
  readonly seconds: number; // of the kills
  readonly restSeconds: number; // from the last kill until every mail had its verdict
}

const LOOK_EVERY_MS = 1_000;
const PATIENCE_MS = 5 * 60_000; // after the last kill; what has no verdict then has none

type CrashOptions = Omit<PlanOptions, 'victims'>;

/** Plays a plan on a stage, then lets it come to rest and takes stock. */
export async function crash(stage: Stage, options: CrashOptions): Promise<CrashResult> {
  const played = await play(stage, options);
  const account = await stage.account(crashMails(options.mails));
  return { ...played, ...account, faults: [...account.faults, ...faultsOfPlay(played)] };
}

export const crashMails = (count: number): CrashMail[] =>
  Array.from({ length: count }, (_, number) => crashMail(number));

/** In a sentence each. */
export const faultsOfPlay = ({ ends }: Played): readonly string[] =>
  ends.working === 0 ? [] : [`${ends.working} times a process ended although nobody had killed it.`];

/**
 * Plays a plan on a stage that has judged nothing yet, and lets it come to rest.
 *
 * @param upMs how long the stage took to come up, where somebody has waited for that already
 */
export async function play(stage: Stage, options: CrashOptions, upMs: number | null = null): Promise<Played> {
  const plan = planRun({ ...options, victims: [...stage.victims.keys()] });
  const mails = crashMails(options.mails);
  const [first, ...waiting] = mails;
  const killsOf: Record<string, number> = {};
  const busy = new Map<string, Promise<void>>(); // by victim: one that still comes up is killed when it is up
  const deeds: Promise<unknown>[] = [];
  const firstMs = await untilFirst(stage, first!);
  const startMs = upMs ?? firstMs;
  const began = performance.now();
  try {
    for (const event of plan) {
      await pause(event.at * startMs - (performance.now() - began));
      switch (event.kind) {
        case 'deliver':
          for (const mail of waiting.splice(0, event.mails)) await stage.deliver(mail);
          break;
        case 'flush':
          deeds.push(stage.flush());
          break;
        case 'kill': {
          const { victim, downMs } = event;
          const { kill, revive } = stage.victims.get(victim)!;
          const turn = (busy.get(victim) ?? Promise.resolve())
            .then(kill)
            .then(() => pause(downMs))
            .then(revive);
          killsOf[victim] = (killsOf[victim] ?? 0) + 1;
          turn.catch(() => {}); // told below
          busy.set(victim, turn);
          deeds.push(turn);
          break;
        }
      }
    }
  } finally {
    await Promise.allSettled(deeds); // what is down comes up, even when something else went wrong
  }
  await Promise.all(deeds);
  const lastKill = performance.now();
  let verdictsAtLastKill: number | null = null;
  for (let verdicts = 0; verdicts < options.mails && performance.now() - lastKill < PATIENCE_MS; ) {
    await pause(LOOK_EVERY_MS);
    verdicts = await stage.verdicts().catch(() => 0); // who answers may still be starting
    if (verdicts > 0) verdictsAtLastKill ??= verdicts;
  }
  const rested = performance.now();
  return {
    about: stage.about,
    killsOf,
    flushes: options.flushes,
    verdictsAtLastKill: verdictsAtLastKill ?? 0,
    ends: stage.ends(),
    startSeconds: startMs / 1000,
    seconds: (lastKill - began) / 1000,
    restSeconds: (rested - lastKill) / 1000,
  };
}

/**
 * How long the stage takes to the verdict on its first mail, in milliseconds. Kills come at the pace of the machine: on a
 * slow one they would else meet nothing but starts.
 */
async function untilFirst(stage: Stage, mail: CrashMail): Promise<number> {
  const began = performance.now();
  await stage.deliver(mail);
  while ((await stage.verdicts().catch(() => 0)) === 0) {
    const waited = performance.now() - began;
    await pause(LOOK_EVERY_MS / 10);
    if (waited > PATIENCE_MS) throw new Error(`${stage.about}: no verdict after ${waited} ms.`);
  }
  return performance.now() - began;
}
