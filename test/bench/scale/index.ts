import { type Figure, measured, type Part, type Unit } from '../figures.ts';
import { arrivalsOf, busiestOf, type Loss, officeDay } from './office-day.ts';

/** What was measured (docs/performance.md), and what is assumed. */
const HOST = { threads: 2, mailsPerS: 344 }; // two cores, with PostgreSQL, Redis and Dovecot on the same two
const CORE_S_PER_MAIL = { judging: 2.3e-3, storeAndQueue: 1.6e-3 };
const ROW_BYTES = 794; // of an ordinary mail
const ASSUMED = {
  mailsPerDay: 5e6,
  monday: 1.3, // of another day
  workDays: 22, // of a month
  surfaced: 0.02, // of mails
  mailBytes: 50e3,
  minutesPerCase: 2,
  prices: { coreHour: 0.05, gigabyteMonth: 0.1 }, // examples, in US dollars
};
const ENOUGH_S = 60;
const PEAK_S = 9 * 3600;
const SEED = 20261202;

async function measure(): Promise<Figure[]> {
  const arrivals = arrivalsOf(ASSUMED.mailsPerDay * ASSUMED.monday, SEED);
  const day = (hosts: number, lost: Loss | null = null) =>
    officeDay({ arrivals, hosts, lost, seed: SEED, threads: HOST.threads, serviceS: HOST.threads / HOST.mailsPerS });
  /** The fewest hosts with which no mail waits for a minute. */
  const hostsNeeded = (lost: Loss | null) => {
    for (let hosts = 1; ; hosts++) if (day(hosts, lost).longest < ENOUGH_S) return hosts;
  };
  const one = (name: string, value: number, unit: Unit) => measured(name, unit, [value]);
  const needed = hostsNeeded(null);
  const spare = hostsNeeded({ hosts: 1, fromS: PEAK_S, forS: 3600 });
  const busiest = busiestOf(arrivals);
  const waits = (name: string, lost: Loss | null, hosts = spare) => {
    const { p99, longest } = day(hosts, lost);
    return [one(`${name}: p99`, p99 * 1000, 'ms'), one(`${name}: the longest wait`, longest * 1000, 'ms')];
  };
  const { mailsPerDay, workDays, surfaced, mailBytes, minutesPerCase, prices } = ASSUMED;
  const month = mailsPerDay * workDays;
  const gigabytes = (month * ROW_BYTES + month * surfaced * mailBytes) / 1e9;
  const work = (month * (CORE_S_PER_MAIL.judging + CORE_S_PER_MAIL.storeAndQueue)) / 3600;
  const machines = spare * HOST.threads * 24 * 30;
  return [
    one('hosts of two cores that judge, for a longest wait below a minute on a Monday', needed, ''),
    one('· with one of them lost from 9 to 10', spare, ''),
    one('mails on that Monday', arrivals.length, ''),
    one('mails in its busiest second', busiest, ''),
    one('busy over the day', day(spare).busy * 100, '%'),
    ...waits('all there', null),
    ...waits('one host less', null, needed - 1),
    ...waits('one lost from 9 to 10', { hosts: 1, fromS: PEAK_S, forS: 3600 }),
    ...waits('all but one lost from 9 to 10', { hosts: spare - 1, fromS: PEAK_S, forS: 3600 }),
    ...waits('PostgreSQL or Redis away from 9:00 to 9:10', { hosts: spare, fromS: PEAK_S, forS: 600 }),
    one('a core of PostgreSQL and queue, at the busiest second', busiest * CORE_S_PER_MAIL.storeAndQueue, ''),
    one('hours of people a day', (mailsPerDay * surfaced * minutesPerCase) / 60, ''),
    one('hours of a core that a month takes', work, ''),
    one('hours of cores that stand ready in a month, judging alone', machines, ''),
    one('GB that a month leaves in the store', gigabytes, ''),
    one('example: US$ a month for them', machines * prices.coreHour + gigabytes * prices.gigabyteMonth, ''),
  ];
}

export const scalePart: Part = {
  about: 'simulated, not measured: 1,000 mailboxes and 5 million mails a day, by what was measured on two cores',
  measure,
};
