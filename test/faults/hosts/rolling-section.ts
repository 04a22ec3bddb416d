import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { query } from '../../support/shared-servers.ts';
import type { Account } from '../account.ts';
import { type Section, seconds, table, whole } from '../section.ts';
import { buildEarlier, type Earlier } from './earlier.ts';
import { type Answer, reviewer } from './reviewer.ts';
import { ended, NEW, type Rolled, roll, until } from './rolling.ts';
import { type HostsStage, hostsStage } from './stage.ts';
import { steadyMails } from './steady.ts';
import { type DeskSeen, faultsOfDecisions, openDesk, workAtDesk } from './watched-desk.ts';
import { type Back, restoreBy } from './ways-back.ts';

const PER_SECOND = 4;
const BEFORE_AND_AFTER_MS = 10_000; // of mails that both versions judge
const PASSWORD = 'nagai-aikotoba-2026';

export const rollingSection: Section = {
  title: 'A rolling upgrade',
  async run({ from }) {
    using earlier = buildEarlier(from);
    await using stage = await hostsStage(earlier.main, true);
    const { person } = await openDesk(stage);
    const [work, coming] = [workAtDesk(person), steadyMails(stage, PER_SECOND)];
    await until('the first verdict', async () => (await verdictsOf(stage)) > 0);
    await pause(BEFORE_AND_AFTER_MS);
    const { service } = stage.hosts['web 1'];
    const invited = await service.cli('user', 'add', 'sato@example.jp', '--name', '佐藤', '--role', 'reviewer');
    const backup = join(service.folder, 'before.gz');
    await service.cli('backup', backup);

    const rolled = await roll(stage);
    await pause(BEFORE_AND_AFTER_MS);
    const mails = await coming.end();
    await until('a verdict for each mail', async () => (await verdictsOf(stage)) >= mails.length);
    const seen = await work.end();

    const unjudgedMs = await longestWithoutVerdict(stage);
    const opened = await openInvitation(stage, /\/welcome\/\S+/.exec(invited)![0]);
    const kept: Answer[] = [];
    for (const id of seen.approved) kept.push(await person.get(`/cases/${id}`));
    const back = await ended(service.cli('rollback'));
    const verified = await ended(service.cli('audit', 'verify'));
    const decided = await faultsOfDecisions(stage, seen);
    const restored = {
      now: await restoreBy(stage, backup, 'by_now', NEW),
      before: await restoreBy(stage, backup, 'by_before', earlier.main),
    };
    const account = await stage.account(mails);
    const faults = [
      ...rolled.faults,
      ...account.faults,
      ...decided,
      ...Object.values(restored).flatMap((one) => one.faults),
      ...(opened.status === 303 ? [] : [`The invitation of before was answered with ${opened.status}.`]),
      ...kept.flatMap(({ status }) => (status === 200 ? [] : [`A case of before was answered with ${status}.`])),
      ...(back.code === 1 && /backup/.test(back.out) ? [] : [`rollback ended with ${back.code}: ${back.out}`]),
      ...(verified.code === 0 ? [] : [`The audit log: ${verified.out}`]),
      ...(stage.ends().working === 0 ? [] : [`${stage.ends().working} times a process that had started ended.`]),
    ];
    return { markdown: textOf({ earlier, rolled, account, seen, unjudgedMs, restored, faults }), faults };
  },
};

const verdictsOf = async ({ databaseUrl }: HostsStage): Promise<number> =>
  Number((await query(databaseUrl, 'select count(*) from komainu.verdict'))[0]!.count);

/** Between one verdict and the next. */
async function longestWithoutVerdict({ databaseUrl }: HostsStage): Promise<number> {
  const [row] = await query(
    databaseUrl,
    `select max(extract(epoch from gap)) * 1000 as ms
     from (select screened_at - lag(screened_at) over (order by screened_at) as gap from komainu.verdict) as gaps`,
  );
  return Number(row!.ms);
}

/** Of somebody who was invited before the update. */
async function openInvitation({ desk }: HostsStage, path: string): Promise<Answer> {
  return reviewer(desk).post(path, { name: '佐藤', password: PASSWORD, again: PASSWORD });
}

interface Outcome {
  readonly earlier: Earlier;
  readonly rolled: Rolled;
  readonly account: Account;
  readonly seen: DeskSeen;
  readonly unjudgedMs: number;
  readonly restored: Readonly<Record<'now' | 'before', Back>>;
  readonly faults: readonly string[];
}

const textOf = ({ earlier, rolled, account, seen, unjudgedMs, restored, faults }: Outcome): string => `
The five hosts of above, each updated from an earlier version to that of now in the order that [operate.md](operate.md#update) tells, while ${PER_SECOND} mails
come each second and somebody opens the list and approves cases. The balancer asks \`/readyz\` each second. On the way a table is put where a change of the
tables makes one, so that the first start of the new version fails; then it is taken away. Sessions, an invitation and the cases of before must be there
afterwards, and a backup that the earlier version made is restored by both versions into empty databases.

${table(
  ['', 'Dovecot, PostgreSQL and Redis; `intake`, two `screen`, two `web`'],
  [
    ['the earlier version', `${earlier.commit}, ${earlier.day}: ${rolled.pending.length} changes of the tables before`],
    ['the desk: requests answered, asked again', `${whole(seen.answered)}, ${whole(seen.failed)}`],
    ['the longest time in which no `web` answered', seconds(seen.longestGapMs)],
    ['the longest time in which no mail was judged (they waited in the mailbox)', seconds(unjudgedMs)],
    ['cases approved meanwhile, once each', whole(seen.approved.size)],
    ['a change of the tables that fails', rolled.failed],
    ['an old process that starts afterwards', `ends with ${rolled.refused.code}: ${rolled.refused.words}`],
    [
      'rows restored of a backup of before, by the new version, by the earlier one',
      `${whole(restored.now.rows)}, ${whole(restored.before.rows)}`,
    ],
    ['**verdicts**', `**${whole(account.verdicts)}**`],
    ['cases', whole(account.cases)],
    ['**faults**', faults.length === 0 ? '**none**' : faults.join(' ')],
  ],
)}
`;
