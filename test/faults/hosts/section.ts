import { setTimeout as pause } from 'node:timers/promises';
import type { Account } from '../account.ts';
import { crashMails, faultsOfPlay, type Played, play } from '../crash.ts';
import { crashMail } from '../crash-mails.ts';
import { type Section, seconds, table, whole } from '../section.ts';
import { backlog, type Delay, type Told } from './backlog.ts';
import { cannotCut, cut } from './cut.ts';
import { type HostsStage, hostsStage } from './stage.ts';
import { type DeskSeen, faultsOfDecisions, openDesk, workAtDesk } from './watched-desk.ts';

export const hostsSection: Section = {
  title: 'Several hosts',
  async run({ seed, mails, kills }) {
    await using stage = await hostsStage();
    const count = mails ?? MAILS;
    const began = performance.now();
    const { person, links, worked } = await openDesk(stage);
    const upMs = performance.now() - began;
    await stage.addEmployee();
    const work = workAtDesk(person);
    const plan = { seed, mails: count, kills: kills ?? KILLS, flushes: 2, longestGap: 1 };
    const played = await play(stage, plan, upMs);
    const seen = await work.end();
    const decided = await faultsOfDecisions(stage, seen);
    const late = await backlog(stage, 10 * count, Math.ceil(count / 2), PAIRS);
    const lost =
      cannotCut() === null
        ? [await cutOff(stage, 'Redis', 100 * count), await cutOff(stage, 'PostgreSQL', 200 * count)]
        : [];
    const account = await stage.account([...crashMails(count), ...late.mails, ...lost.flatMap(({ mails }) => mails)]);
    const faults = [
      ...account.faults,
      ...faultsOfPlay(played),
      ...(worked === 1 ? [] : [`${worked} of ${links} first links led to an account.`]),
      ...decided,
      ...[...late.told.urgent, ...late.told.receipts].flatMap(({ times }) =>
        times === 1 ? [] : [`Somebody was told ${times} times.`],
      ),
    ];
    return { markdown: textOf({ count, played, account, seen, told: late.told, links, lost, faults }), faults };
  },
};

const MAILS = 2_000;
const KILLS = 64;
const PAIRS = 8; // of an urgent and a forwarded mail
const CUT_MS = 60_000;
const CUT_MAILS = 100;
const PATIENCE_MS = 5 * 60_000;

/** Every packet to and from a server is lost for a minute, while mails come. */
async function cutOff(stage: HostsStage, server: keyof HostsStage['ports'], first: number) {
  const before = await stage.verdicts();
  const mails = Array.from({ length: CUT_MAILS }, (_, i) => crashMail(first + i));
  const line = cut(stage.ports[server]);
  const during = await (async () => {
    try {
      for (const one of mails) {
        await stage.deliver(one);
        await pause(CUT_MS / CUT_MAILS);
      }
      return server === 'PostgreSQL' ? 0 : (await stage.verdicts()) - before; // no verdict can be written there, nor asked for
    } finally {
      line.mend();
    }
  })();
  const mended = performance.now();
  let firstMs: number | null = null;
  for (let verdicts = before; verdicts < before + CUT_MAILS && performance.now() - mended < PATIENCE_MS; ) {
    await pause(100);
    verdicts = await stage.verdicts();
    if (verdicts > before + during) firstMs ??= performance.now() - mended;
  }
  return { server, mails, during, firstMs, allMs: performance.now() - mended };
}

interface Outcome {
  readonly count: number;
  readonly played: Played;
  readonly account: Account;
  readonly seen: DeskSeen;
  readonly told: Told;
  readonly links: number;
  readonly lost: readonly Awaited<ReturnType<typeof cutOff>>[]; // none: packets cannot be dropped here
  readonly faults: readonly string[];
}

function spread(delays: readonly Delay[]): string {
  const ms = delays.flatMap((delay) => delay.ms ?? []).sort((a, b) => a - b);
  return ms.length === 0 ? 'never' : `${seconds(ms[0]!)} to ${seconds(ms.at(-1)!)}, once each (${delays.length})`;
}

const textOf = ({ count, played, account, seen, told, links, lost, faults }: Outcome): string => `
The crash test on hosts that share no folder: each part has its own, as on a machine of its own; they have PostgreSQL, Redis and
\`KOMAINU_SECRET\` together. Two of them serve the desk behind a load balancer that goes round, where somebody opens the list four times a
second and approves what it shows, whatever is killed. Then ${whole(told.mails)} mails come at once, and among them urgent ones and forwarded ones, of
which people must be told once and soon. At last every packet to and from Redis, then PostgreSQL, is dropped for a minute each (\`iptables\`), while ${CUT_MAILS} mails come. A line that loses
packets tells nobody, and TCP sends again after ever longer pauses: connections to PostgreSQL are given up when somebody waits, nothing was heard for 6 s and a new one gets no answer either, those to Redis after 12 s.

${table(
  ['', played.about],
  [
    ['mails', whole(count)],
    [
      'kills',
      Object.entries(played.killsOf)
        .map(([what, times]) => `${what} ${times}`)
        .join(', '),
    ],
    ['queue emptied', `${played.flushes} times`],
    ['a start, to the first page', seconds(played.startSeconds * 1000)],
    ['at rest after the last kill', seconds(played.restSeconds * 1000)],
    ['the desk: requests answered, asked again', `${whole(seen.answered)}, ${whole(seen.failed)}`],
    ['the longest time without an answer', seconds(seen.longestGapMs)],
    ['cases approved meanwhile, once each', whole(seen.approved.size)],
    ['first links printed, that led to an account', `${links}, 1`],
    [`${whole(told.mails)} mails at once: all judged after`, seconds(told.tookMs)],
    ['an urgent mail among them: told after', spread(told.urgent)],
    ['a forwarded mail among them: its receipt after', spread(told.receipts)],
    ...(lost.length === 0 ? [['packets dropped', 'not tried: packets cannot be dropped here']] : []),
    ...lost.flatMap(({ server, during, firstMs, allMs }) => [
      [`packets to ${server} dropped for 60 s: judged meanwhile`, `${during} of ${CUT_MAILS}`],
      ['after the minute: the next verdict, all', `${seconds(firstMs)}, ${seconds(allMs)}`],
    ]),
    ['**verdicts**', `**${whole(account.verdicts)}**`],
    ['cases', whole(account.cases)],
    ['**faults**', faults.length === 0 ? '**none**' : faults.join(' ')],
  ],
)}
`;
