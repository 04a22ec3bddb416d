import type { Config, Secrets } from '../config/index.ts';
import { type Alarm, type QueueWatch, sentenceOf } from '../health/index.ts';
import { createNotifier, lastDigestTime, type News, type NewsBook } from '../notify/index.ts';
import { todayIn } from '../response/index.ts';
import {
  additionsToTell,
  auditEnd,
  careToTell,
  casesToTell,
  clockSubject,
  clocksToTell,
  dueDaysToTell,
  heldToTell,
  type Leases,
  noteChannelTrouble,
  noteTold,
  type QuietPast,
  type RunningClock,
  type Store,
  untoldAlarms,
} from '../store/index.ts';
import { type Logger, logFor } from '../util/log.ts';
import { channelsOf } from './channels.ts';
import { OutOfReach, runAsLeader } from './leader.ts';
import { type SourceWatch, watchSources } from './status/source-watch.ts';

export interface NotifierDeps {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly store: Store;
  readonly leases: Leases;
  readonly url: string; // of the review app
  readonly log: Logger;
}

const EVERY_MS = 5_000;

/**
 * Tells people what waits for them. Every process that may reach out offers to do it and one does, so that it is told even when whole
 * parts are down. What is due is read from the cases, not from a queue: see docs/decisions/0005. Null without channels.
 */
export function startNotifier({
  config,
  secrets,
  store,
  leases,
  queueWatch,
  url,
  log,
}: NotifierDeps & { readonly queueWatch: Pick<QueueWatch, 'state'> }): AsyncDisposable | null {
  if (config.notify.channels.length === 0) return null;
  const say = logFor(log, 'notify');
  const sources = watchSources(config, store.db, queueWatch, () => new Date());
  const tell = createNotifier({
    channels: channelsOf(config, secrets),
    book: newsBook(store, sources, config),
    url,
    lastDigest: (now) => lastDigestTime(now, config.notify.digestAt, config.company.timeZone),
    onFailure: (channel) => say.warn({ channel }, 'a channel could not be told; it will be tried again'),
  });
  return runAsLeader(leases, {
    name: 'notifier',
    everyMs: EVERY_MS,
    async work(now) {
      if (!(await tell(now))) throw new OutOfReach();
    },
    onFailure: (error) => say.warn({ error: error.name }, 'nobody can be told anything now; it will be tried again'),
  });
}

function newsBook({ db }: Store, sources: SourceWatch, config: Config): NewsBook {
  const { timeZone } = config.company;
  return {
    casesToTell: (channel, which) => casesToTell(db, channel, which, quietPast(config)),
    async careToTell(channel, by) {
      const due = await careToTell(db, channel, todayIn(timeZone, by));
      if (due.length === 0) return [];
      const days = due.map(({ id, due }) => `${id} ${due}`);
      return [{ kind: 'care', key: days.join(','), cases: [...new Set(due.map(({ id }) => id))], days }];
    },
    async clocksToTell(channel, which) {
      const news = [];
      for (const kind of ['late', 'reminder'] as const) {
        const clocks = await clocksToTell(db, channel, { kind, ...which }, quietPast(config));
        if (clocks.length > 0) news.push(newsOfClocks(kind, clocks, which));
      }
      return news;
    },
    async dueToTell(channel, at) {
      const due = await dueDaysToTell(db, channel, todayIn(timeZone, at));
      if (due.length === 0) return [];
      const subjects = due.map(({ subject }) => subject);
      return [{ kind: 'due', key: subjects.join(','), subjects, late: due.filter(({ late }) => late).length }];
    },
    async addedToTell(channel, before) {
      const subjects = await additionsToTell(db, channel, before);
      return subjects.length === 0 ? [] : [{ kind: 'added', key: subjects.join(','), subjects }];
    },
    async heldToTell(channel, before) {
      const subjects = await heldToTell(db, channel, before);
      return subjects.length === 0 ? [] : [{ kind: 'held', key: subjects.join(','), subjects }];
    },
    async alarmsToTell(channel) {
      const alarms = new Map((await sources.alarms()).map((alarm) => [keyOf(alarm), alarm]));
      const untold = await untoldAlarms(db, channel, [...alarms.keys()]);
      return [...alarms]
        .filter(([key]) => untold.has(key))
        .map(([key, { source, kind }]) => ({ kind: 'alarm', key, source, sentence: sentenceOf(kind) }));
    },
    async auditEndToTell(channel, now) {
      const key = `audit ${now.toISOString().slice(0, 10)}`;
      if (!(await untoldAlarms(db, channel, [key])).has(key)) return [];
      const end = await auditEnd(db);
      return end === null ? [] : [{ kind: 'audit', key, ...end }];
    },
    told: (channel, news, at) => noteTold(db, channel, { ...noteOf(news), at }),
    trouble: (channel, sentence, at) => noteChannelTrouble(db, channel, sentence, at),
  };
}

/** Mails that were there before somebody had their source watched, and wanted nobody to be told of them. */
const quietPast = ({ sources }: Pick<Config, 'sources'>): QuietPast[] =>
  sources.flatMap((source) =>
    source.kind === 'imap' && source.alarmsFrom !== undefined
      ? [{ source: source.name, before: new Date(source.alarmsFrom) }]
      : [],
  );

/** A message may wait for the next round of the notifier; after this the delay is worth a sentence. */
const DELAYED_MS = 5 * 60_000;

/** @param which up to when clocks are told of now; the others of the day are told with the digest, which is no delay */
function newsOfClocks(
  kind: 'reminder' | 'late',
  clocks: readonly RunningClock[],
  { by, now, pressing }: { readonly by: Date; readonly now: Date; readonly pressing: boolean },
): News & { readonly kind: 'reminder' | 'late' } {
  const subjects = clocks.map(clockSubject);
  const meant = ({ dueAt, remindAt }: RunningClock) => (kind === 'late' ? dueAt : remindAt);
  const until = pressing ? now : by;
  const delayed = clocks.filter((one) => until.getTime() - meant(one).getTime() > (pressing ? DELAYED_MS : DAY_MS));
  return {
    kind,
    key: subjects.join(','),
    cases: [...new Set(clocks.map(({ id }) => id))],
    subjects,
    delayed: delayed.length,
  };
}

const DAY_MS = 86_400_000; // between two digests at most

const keyOf = ({ source, kind, since }: Alarm): string => `${kind} ${source} ${since.toISOString()}`;

function noteOf(news: News): {
  kind: 'urgent' | 'digest' | 'care' | 'reminder' | 'late' | 'due' | 'added' | 'held' | 'alarm';
  subjects: readonly string[];
} {
  switch (news.kind) {
    case 'urgent':
    case 'digest':
      return { kind: news.kind, subjects: news.cases };
    case 'care':
      return { kind: news.kind, subjects: news.days };
    case 'reminder':
    case 'late':
    case 'due':
    case 'added':
    case 'held':
      return { kind: news.kind, subjects: news.subjects };
    case 'answer':
    case 'receipt':
    case 'alarm':
    case 'audit':
    case 'test':
      return { kind: 'alarm', subjects: [news.key] };
  }
}
