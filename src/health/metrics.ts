/** Only here prom-client is known. */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { JOB_NAMES, type JobQueue } from '../jobs/index.ts';
import { activity, type Db, runningHosts, sourceHealth, sourceOfPart, waitingBySource } from '../store/index.ts';

/** What `/metrics` answers. Sources are named as configured, their folders together: a folder's name may be a person's. */
export interface Metrics {
  readonly contentType: string;
  render(): Promise<string>;
}

export interface MetricsDeps {
  readonly db: Db;
  readonly queue: JobQueue;
  readonly sources: () => readonly string[]; // names, as configured now
  readonly now: () => Date;
}

/** A verdict counts when it is this old: by then its transaction has ended, so that none is missed. */
const SETTLED_MS = 10_000;
const SECONDS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 30, 60, 300, 1800, 3600];

/**
 * Read from the store, where the work of all processes comes together. Counters begin at zero with this process and
 * grow at each scrape by what has happened since the one before.
 */
export function createMetrics({ db, queue, sources, now }: MetricsDeps): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const gauge = (name: string, help: string) =>
    new Gauge({ name: `komainu_${name}`, help, labelNames: ['source'], registers });
  const well = gauge('source_well', '1 while the source and its folders report no trouble');
  const contact = gauge('source_contact_age_seconds', 'Time since the source was last well');
  const lag = gauge('source_lag_seconds', 'How long the oldest mail without verdict has waited');
  const spool = gauge('spool_mails', 'Mails without verdict');
  const unasked = gauge('source_unasked_rows', 'Rows that its server has ever sent for mails that were not asked for');
  const jobs = new Gauge({
    name: 'komainu_jobs',
    help: 'Jobs that are not finished; -1 while the queue does not answer',
    labelNames: ['job'],
    registers,
  });
  const takesIn = new Gauge({ name: 'komainu_queue_well', help: '1 while jobs can be added', registers });
  const versions = new Gauge({
    name: 'komainu_dictionary_versions',
    help: 'Versions of the dictionaries by which hosts judge; more than 1 for longer than a minute is wrong',
    registers,
  });
  const verdicts = new Counter({
    name: 'komainu_verdicts_total',
    help: 'Mails judged since this process started',
    labelNames: ['band'],
    registers,
  });
  const foreign = new Counter({
    name: 'komainu_foreign_mails_total',
    help: 'Mails judged since this process started that are in no language with a judge',
    registers,
  });
  const latency = new Histogram({
    name: 'komainu_screening_seconds',
    help: 'Time from a mail in the store to its verdict',
    buckets: SECONDS,
    registers,
  });
  const failures = new Counter({
    name: 'komainu_failures_total',
    help: 'Failed attempts to judge a mail since this process started',
    labelNames: ['code'],
    registers,
  });
  let after = now();

  async function countHappenings(): Promise<void> {
    const until = new Date(now().getTime() - SETTLED_MS);
    if (until <= after) return;
    const found = await activity(db, { after, until });
    after = until;
    for (const { band, foreign: isForeign, seconds } of found.verdicts) {
      if (isForeign) foreign.inc();
      verdicts.inc({ band: band ?? 'unreadable' });
      latency.observe(Math.max(0, seconds)); // clocks of two machines may differ
    }
    for (const { code } of found.failures) failures.inc({ code });
  }

  async function look(): Promise<void> {
    const [health, waiting] = [await sourceHealth(db), await waitingBySource(db)];
    for (const one of [well, contact, lag, spool, unasked]) one.reset(); // a source that was taken out has none
    for (const source of sources()) {
      const own = health.filter(({ name }) => sourceOfPart(name) === source);
      const mails = waiting.filter((one) => sourceOfPart(one.source) === source);
      const contacts = own.flatMap(({ lastContactAt }) => (lastContactAt === null ? [] : [lastContactAt.getTime()]));
      const oldest = Math.min(...mails.map((one) => one.oldest.getTime()));
      well.set({ source }, own.length > 0 && own.every(({ trouble }) => trouble === null) ? 1 : 0);
      if (contacts.length > 0) contact.set({ source }, secondsSince(Math.max(...contacts)));
      unasked.set({ source }, total(own.map(({ unaskedRows }) => unaskedRows)));
      lag.set({ source }, mails.length === 0 ? 0 : secondsSince(oldest));
      spool.set({ source }, total(mails.map((one) => one.mails)));
    }
    const [trouble, ...depths] = await Promise.all([
      queue.trouble(),
      ...JOB_NAMES.map((job) => queue.depth(job).catch(() => -1)),
    ]);
    takesIn.set(trouble === null ? 1 : 0);
    for (const [index, job] of JOB_NAMES.entries()) jobs.set({ job }, depths[index]!);
    versions.set(new Set((await runningHosts(db)).map(({ dictionary }) => dictionary)).size);
    await countHappenings();
  }

  const total = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0);
  const secondsSince = (time: number): number => Math.max(0, (now().getTime() - time) / 1000);

  let last: Promise<unknown> = Promise.resolve();
  return {
    contentType: registry.contentType,
    /** One after the other, so that two scrapers count nothing twice. */
    render() {
      const rendered = last.then(look).then(() => registry.metrics());
      last = rendered.catch(() => {});
      return rendered;
    },
  };
}
