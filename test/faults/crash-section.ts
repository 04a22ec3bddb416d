import { clusterStage } from './cluster-stage.ts';
import { type CrashResult, crash } from './crash.ts';
import { type Asked, type Section, table, whole } from './section.ts';
import { singleStage } from './single-stage.ts';

export const crashSection: Section = {
  title: 'Crash test',
  async run({ seed, mails, kills }) {
    const results = [await onCluster({ seed, mails, kills }), await onSingle({ seed, mails, kills })];
    return { markdown: text(results, mails ?? MAILS), faults: results.flatMap(({ faults }) => faults) };
  },
};

const MAILS = 2_000;

async function onCluster({ seed, mails, kills }: Omit<Asked, 'from'>): Promise<CrashResult> {
  await using stage = await clusterStage();
  return await crash(stage, { seed, mails: mails ?? MAILS, kills: kills ?? 60, flushes: 2, longestGap: 1 });
}

/** Half as many, and longer apart: each kill stops everything there is, and all of it has to come up again. */
async function onSingle({ seed, mails, kills }: Omit<Asked, 'from'>): Promise<CrashResult> {
  await using stage = await singleStage('Dovecot');
  const half = kills === null ? 30 : Math.ceil(kills / 2);
  return await crash(stage, { seed, mails: mails ?? MAILS, kills: half, flushes: 0, longestGap: 4 });
}

const text = (results: readonly CrashResult[], mails: number): string => `
${whole(mails)} mails, every tenth to be flagged, are delivered in random bursts into the mailbox of a Dovecot while
processes and servers are killed with -9 at random and come back within three seconds, whether or not others are down. A process
that cannot start is started again, as systemd does; one that has started must not end by itself, whatever is down. Kills come
at the pace of the machine: it is given the time of half a start on average between two of them, or of two starts where all is one
process. When all is up again and at rest, every mail must have one row, one verdict and, if flagged, one case; no ordinary word may
be left in store or queue; and no file in the mailbox may be gone, new or flagged (no \`\\Seen\`).

${table(['', ...results.map(({ about }) => about)], rows(results))}
`;

function rows(results: readonly CrashResult[]): readonly (readonly string[])[] {
  const row = (name: string, show: (result: CrashResult) => string) => [name, ...results.map(show)];
  const listed = (counts: Readonly<Record<string, number>>) =>
    Object.entries(counts)
      .map(([what, times]) => `${what} ${times}`)
      .join(', ') || 'none';
  return [
    row('kills', ({ killsOf }) => `${Object.values(killsOf).reduce((all, some) => all + some, 0)}: ${listed(killsOf)}`),
    row('queue emptied', ({ flushes }) => (flushes === 0 ? '–' : `${flushes} times`)),
    row('a start, to the first verdict', ({ startSeconds }) => `${startSeconds.toFixed(1)} s`),
    row('the kills took', ({ seconds }) => `${whole(seconds)} s`),
    row('verdicts soon after the last kill', ({ verdictsAtLastKill }) => whole(verdictsAtLastKill)),
    row('at rest after', ({ restSeconds }) => `${whole(restSeconds)} s`),
    row('processes that ended by themselves', ({ ends }) => `${ends.starting} in their start, ${ends.working} later`),
    row('attempts that failed and were made again', ({ failedAttempts }) => listed(failedAttempts)),
    row('**verdicts**', ({ verdicts }) => `**${whole(verdicts)}**`),
    row('cases', ({ cases }) => whole(cases)),
    row('**faults**', ({ faults }) => (faults.length === 0 ? '**none**' : faults.join(' '))),
  ];
}
