import { createRandom, type Random } from './random.ts';

/** What happens when: `at` counts from the beginning of the run in starts, each as long as the installation needs to come up. */
export type Event =
  | { readonly kind: 'deliver'; readonly at: number; readonly mails: number }
  | { readonly kind: 'kill'; readonly at: number; readonly victim: string; readonly downMs: number }
  | { readonly kind: 'flush'; readonly at: number };

export interface PlanOptions {
  readonly seed: number;
  readonly mails: number;
  readonly kills: number;
  readonly flushes: number; // of the queue's server
  readonly victims: readonly string[];
  readonly longestGap: number; // between two kills, in starts; the shortest is none
}

const LARGEST_BURST = 60;
const LONGEST_DOWN_MS = 3_000;

/**
 * A run, wholly known beforehand: equal options give an equal plan. Every victim has its turn before one has its second
 * next turn, so that none is left out; apart from that, who dies when, for how long, and when mails come is chance.
 */
export function planRun({ seed, mails, kills, flushes, victims, longestGap }: PlanOptions): readonly Event[] {
  const random = createRandom(seed);
  const events: Event[] = [];
  let at = 0;
  for (const victim of turns(random, victims, kills)) {
    at += random.between(0, longestGap);
    events.push({ kind: 'kill', at, victim, downMs: random.between(0, LONGEST_DOWN_MS) });
  }
  const anyTime = () => random.between(0, at);
  for (const burst of bursts(random, mails)) events.push({ kind: 'deliver', at: anyTime(), mails: burst });
  for (let i = 0; i < flushes; i++) events.push({ kind: 'flush', at: anyTime() });
  return events.sort((a, b) => a.at - b.at);
}

function turns(random: Random, victims: readonly string[], count: number): readonly string[] {
  const all: string[] = [];
  let left: string[] = [];
  for (let i = 0; i < count; i++) {
    if (left.length === 0) left = [...victims];
    const victim = random.pick(left);
    left.splice(left.indexOf(victim), 1);
    all.push(victim);
  }
  return all;
}

function bursts(random: Random, mails: number): readonly number[] {
  const sizes: number[] = [];
  for (let left = mails; left > 0; left -= sizes.at(-1)!) sizes.push(random.whole(1, Math.min(left, LARGEST_BURST)));
  return sizes;
}
