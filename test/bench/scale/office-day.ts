import { createRandom, type Random } from '../../faults/random.ts';

/** Of a day's mails, in thousandths, what comes in each hour: an office in Japan, with peaks from 9 to 11 and from 13 to 15. */
const BY_HOUR = [8, 6, 5, 5, 6, 8, 14, 30, 70, 125, 110, 80, 50, 105, 100, 75, 65, 50, 32, 20, 14, 10, 7, 5];
/** Of an hour's mails, what machines send in its first minute. */
const ON_THE_HOUR = 0.05;

/** A part that is away: how many hosts, from when and for how long. */
export interface Loss {
  readonly hosts: number;
  readonly fromS: number; // seconds of the day
  readonly forS: number;
}

export interface Day {
  readonly arrivals: Float64Array; // seconds of the day, ascending
  readonly hosts: number; // that judge
  readonly threads: number; // of each
  readonly serviceS: number; // seconds that a thread takes for a mail, in the mean
  readonly lost: Loss | null;
  readonly seed: number;
}

/** What became of a day. Seconds; a wait is from the arrival to the verdict. */
export interface Waits {
  readonly half: number; // waited no longer
  readonly p99: number;
  readonly longest: number;
  readonly lastVerdict: number; // second of the day
  readonly busy: number; // of the threads, while they were there, 0 to 1
}

/** Plays a day, mail by mail: they are judged in the order in which they came, each by the thread that can begin first. */
export function officeDay({ arrivals, hosts, threads, serviceS, lost, seed }: Day): Waits {
  const random = createRandom(seed);
  const free = new Float64Array(hosts * threads); // from when on each has nothing to do
  const away = (thread: number) => lost !== null && thread < lost.hosts * threads;
  const waits = new Float64Array(arrivals.length);
  let worked = 0;
  for (let index = 0; index < arrivals.length; index++) {
    const at = arrivals[index]!;
    const took = serviceS * exponential(random);
    let best = 0;
    let begun = Number.POSITIVE_INFINITY;
    for (let thread = 0; thread < free.length; thread++) {
      const from = Math.max(at, free[thread]!);
      const begins = away(thread) ? afterLoss(from, took, lost!) : from;
      if (begins >= begun) continue;
      best = thread;
      begun = begins;
    }
    free[best] = begun + took;
    worked += took;
    waits[index] = begun + took - at;
  }
  const last = free.reduce((latest, at) => Math.max(latest, at), 0);
  const there = free.length * last - (lost === null ? 0 : lost.hosts * threads * lost.forS);
  waits.sort();
  return {
    half: quantile(waits, 0.5),
    p99: quantile(waits, 0.99),
    longest: waits.at(-1)!,
    lastVerdict: last,
    busy: worked / there,
  };
}

/** A mail that a thread was at when its host went is judged anew, when the host is back or by another. */
const afterLoss = (from: number, took: number, { fromS, forS }: Loss): number =>
  from + took > fromS && from < fromS + forS ? fromS + forS : from;

/**
 * When the mails of a day come.
 *
 * @param mails in the mean; how many come is drawn
 * @returns seconds of the day, ascending
 */
export function arrivalsOf(mails: number, seed: number): Float64Array {
  const random = createRandom(seed);
  const all = BY_HOUR.reduce((sum, share) => sum + share, 0);
  const times: number[] = [];
  BY_HOUR.forEach((share, hour) => {
    const ofHour = (mails * share) / all;
    spread(times, ofHour * ON_THE_HOUR, hour * 3600, 60, random);
    spread(times, ofHour * (1 - ON_THE_HOUR), hour * 3600, 3600, random);
  });
  return Float64Array.from(times).sort();
}

/** Independent of each other: the pauses between them are exponential. */
function spread(times: number[], expected: number, fromS: number, forS: number, random: Random): void {
  for (let at = pause(); at < forS; at += pause()) times.push(fromS + at);
  function pause(): number {
    return (forS / expected) * exponential(random);
  }
}

const exponential = (random: Random): number => -Math.log(1 - random.between(0, 1));

/** Mails in the second in which most come. */
export function busiestOf(arrivals: Float64Array): number {
  const bySecond = new Uint32Array(86_400);
  for (const at of arrivals) bySecond[Math.floor(at)]!++;
  return bySecond.reduce((most, count) => Math.max(most, count), 0);
}

const quantile = (sorted: Float64Array, share: number): number => sorted[Math.floor(share * (sorted.length - 1))]!;
