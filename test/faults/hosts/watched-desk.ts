import { setTimeout as pause } from 'node:timers/promises';
import { query } from '../../support/shared-servers.ts';
import { type Answer, reviewer } from './reviewer.ts';
import type { HostsStage } from './stage.ts';

/** What somebody met who worked at the desk all the time. */
export interface DeskSeen {
  readonly answered: number; // requests
  readonly failed: number; // that were cut off or refused, and sent again
  readonly longestGapMs: number; // in which nothing was answered
  readonly approved: ReadonlySet<string>; // ids of the cases
}

const PAGE_EVERY_MS = 250;
const PATIENCE_MS = 120_000;
const PASSWORD = 'nagai-aikotoba-2026';
const APPROVAL = { acts: 'apology-demand', severity: '2', declaration: '1' };

/**
 * Makes the first account by one of the links that the hosts have printed. @returns how many of all links worked: one may.
 */
export async function openDesk(stage: HostsStage) {
  let person = reviewer(stage.desk);
  const began = performance.now();
  while (stage.firstLinks().length === 0 || (await person.get('/sign-in').catch(() => null))?.status !== 200) {
    if (performance.now() - began > PATIENCE_MS) throw new Error('No host of the desk came up.');
    await pause(PAGE_EVERY_MS);
  }
  const links = stage.firstLinks();
  let worked = 0;
  for (const link of links) {
    const chosen = { name: '管理者', password: PASSWORD, again: PASSWORD };
    const whoever = reviewer(stage.desk);
    const { status } = await whoever.post(new URL(link).pathname, chosen);
    if (status !== 303) continue; // where a second one works, the session of the first has ended
    worked += 1;
    person = whoever;
  }
  return { person, links: links.length, worked };
}

/** Opens the list again and again, and approves what it shows, until it is told to end. */
export function workAtDesk(person: ReturnType<typeof reviewer>) {
  let [answered, failed, longestGapMs, last, ended] = [0, 0, 0, performance.now(), false];
  const approved = new Set<string>();

  /** What was asked, asked again until somebody answers. */
  async function insist(ask: () => Promise<Answer>): Promise<Answer> {
    for (;;) {
      const answer = await ask().catch(() => null);
      if (answer !== null && answer.status < 500) {
        longestGapMs = Math.max(longestGapMs, performance.now() - last);
        last = performance.now();
        answered += 1;
        return answer;
      }
      failed += 1;
      await pause(PAGE_EVERY_MS);
    }
  }

  async function work(): Promise<void> {
    while (!ended) {
      const { status, location, text } = await insist(() => person.get('/'));
      if (status !== 200) throw new Error(`The list answered with ${status} and ${location}: the session was lost.`);
      const next = [...text.matchAll(/\/cases\/([\w-]+)/g)].map(([, id]) => id!).find((id) => !approved.has(id));
      if (next !== undefined) {
        // 409: the host that was killed had decided it before it could answer
        const decided = await insist(() => person.post(`/cases/${next}/approve`, APPROVAL));
        if (decided.status !== 303 && decided.status !== 302 && decided.status !== 409)
          throw new Error(`An approval was answered with ${decided.status}.`);
        approved.add(next);
      }
      await pause(PAGE_EVERY_MS);
    }
  }

  const working = work();
  working.catch(() => {}); // told at the end
  return {
    async end(): Promise<DeskSeen> {
      ended = true;
      await working;
      return { answered, failed, longestGapMs, approved };
    },
  };
}

/** Each case that was approved is so once, in the store and in the audit log. */
export async function faultsOfDecisions(
  { databaseUrl }: HostsStage,
  { approved }: DeskSeen,
): Promise<readonly string[]> {
  const [row] = await query(
    databaseUrl,
    `select (select count(*) from komainu.case_file where status = 'approved')::int as cases,
       (select count(*) from komainu.audit where action = 'case.approve')::int as entries`,
  );
  const { cases, entries } = row as { cases: number; entries: number };
  return cases === approved.size && entries === cases
    ? []
    : [`${approved.size} cases were approved, ${cases} are, by ${entries} entries of the log.`];
}
