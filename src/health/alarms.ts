import { type RunningHost, type SourceHealth, sourceOfPart, type Waiting } from '../store/index.ts';
import type { QueueState } from './queue-watch.ts';

/** Why a source needs a hand: it reports trouble, nobody watches it, or its mails are not judged. */
type SourceAlarm = 'down' | 'silent' | 'lagging';
/** Why the service does: its queue, or hosts that judge by different dictionaries. */
type ServiceAlarm = 'queue-away' | 'queue-refuses' | 'differing';
export type AlarmKind = SourceAlarm | ServiceAlarm;

export interface Alarm {
  readonly source: string; // or its folder; of the service, what it is about: Redis, or hosts with their versions
  readonly kind: AlarmKind;
  readonly since: Date;
}

export interface AlarmQuestion {
  readonly configured: readonly string[]; // names of sources
  readonly health: readonly SourceHealth[];
  readonly waiting: readonly Waiting[];
  readonly queue: QueueState | null; // null: well
  readonly hosts: readonly RunningHost[];
  readonly watchedSince: (source: string) => Date; // it may need a moment at first
  readonly now: Date;
  readonly limitMs: number; // how long a state may last
  readonly pollMs: number; // a source that is well says so at least this often
}

/** Alarms for everything that has lasted longer than it may. A source that has never been heard of counts as silent. */
export function alarmsOf(question: AlarmQuestion): Alarm[] {
  const { configured, health, waiting, queue, hosts, watchedSince, now, limitMs, pollMs } = question;
  const isOver = (since: Date, limit: number) => now.getTime() - since.getTime() > limit;
  const silentAfterMs = Math.max(limitMs, 2 * pollMs + 60_000);
  const known = new Map(health.map((one) => [one.name, one]));
  const down = health.flatMap(({ name, trouble, troubleSince }): Alarm[] =>
    configured.includes(sourceOfPart(name)) &&
    trouble !== null &&
    troubleSince !== null &&
    isOver(troubleSince, limitMs)
      ? [{ source: name, kind: 'down', since: troubleSince }]
      : [],
  );
  const silent = configured.flatMap((name): Alarm[] => {
    const { trouble = null, note = null, lastContactAt = null } = known.get(name) ?? {};
    if (trouble !== null || note !== null) return []; // it says itself what it does
    const startedAt = watchedSince(name);
    const since = lastContactAt !== null && lastContactAt > startedAt ? lastContactAt : startedAt;
    return isOver(since, silentAfterMs) ? [{ source: name, kind: 'silent', since: lastContactAt ?? startedAt }] : [];
  });
  const lagging = waiting.flatMap(({ source, oldest }): Alarm[] =>
    isOver(oldest, limitMs) ? [{ source, kind: 'lagging', since: oldest }] : [],
  );
  const stuck =
    queue !== null && isOver(queue.since, limitMs)
      ? [{ source: 'Redis', kind: `queue-${queue.trouble}` as const, since: queue.since }]
      : [];
  return [...down, ...silent, ...lagging, ...stuck, ...differing(hosts)];
}

/** Hosts that judge by different dictionaries, once each has had the time to take a change over. */
function differing(hosts: readonly RunningHost[]): Alarm[] {
  if (!differ(hosts) || hosts.some(({ settled }) => !settled)) return [];
  const source = hosts.map(({ host, dictionary }) => `${host} (${dictionary})`).join(', ');
  const since = new Date(Math.max(...hosts.map((one) => one.since.getTime())));
  return [{ source, kind: 'differing', since }];
}

/** Whether they run more than one version of the dictionaries. */
export const differ = (hosts: readonly RunningHost[]): boolean =>
  new Set(hosts.map(({ dictionary }) => dictionary)).size > 1;

/** The health of the configured sources and their folders, with each alarm as trouble where none is reported. */
export function withAlarms(
  health: readonly SourceHealth[],
  alarms: readonly Alarm[],
  configured: readonly string[],
): SourceHealth[] {
  const known = new Set(health.map(({ name }) => name));
  const unheard = configured.filter((name) => !known.has(name)).map((name) => ({ ...UNHEARD, name }));
  const isConfigured = (name: string) => configured.includes(sourceOfPart(name));
  return [...health, ...unheard].flatMap((one) => {
    const alarm = alarms.find(({ source, kind }) => source === one.name && (kind === 'silent' || kind === 'lagging'));
    if (one.trouble === null && alarm !== undefined)
      return [{ ...one, trouble: sentenceOf(alarm.kind), troubleSince: alarm.since }];
    return isConfigured(one.name) ? [one] : [];
  });
}

const UNHEARD = {
  trouble: null,
  troubleSince: null,
  lastContactAt: null,
  lastMailAt: null,
  note: null,
  unaskedRows: 0,
} as const;

/** What an alarm says to people. */
export const sentenceOf = (kind: AlarmKind): string => SENTENCES[kind];

const SENTENCES: Record<AlarmKind, string> = {
  down: '受信元に問題があります。/ The source has trouble.',
  silent:
    '見張られていません。取り込み (intake) のプロセスを確認してください。/ Nobody watches it: check the process that runs intake.',
  lagging:
    '届いたメールの判定が遅れています。判定 (screen) のプロセスを確認してください。/ Its mails wait too long for their verdict: check the processes that run screen.',
  'queue-away':
    'キューのサーバーが応答しません。届いたメールの判定は、復旧するまで待ちます。/ The server of the queue does not answer: mails wait for their verdict until it does.',
  'queue-refuses':
    'キューのサーバーが書き込みを受け付けません。メモリーの上限（maxmemory）とディスクを確認してください。届いたメールの判定は、それまで待ちます。/ The server of the queue takes nothing in: check its memory limit (maxmemory) and disk. Mails wait for their verdict until then.',
  differing:
    'ホストによって辞書の版が違います。すべてのホストで同じデータフォルダ（または settings.dictionaries）を共有してください。/ These hosts judge by different dictionaries: let all share one data folder, or settings.dictionaries.',
};
