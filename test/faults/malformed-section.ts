import type { Fate } from './fate.ts';
import { HOSTILE } from './hostile.ts';
import { mutants } from './mutants.ts';
import { screenAll } from './screen-all.ts';
import { type Section, table, whole } from './section.ts';

const MUTATIONS = 10_000;

export const malformedSection: Section = {
  title: 'Malformed and hostile mail',
  async run({ seed, mails }) {
    const made = await screenAll(HOSTILE);
    const mutated = await screenAll(mutants(seed, mails ?? MUTATIONS));
    return { markdown: text(made, mutated), faults: [...made.faults, ...mutated.faults] };
  },
};

const text = (made: Fate, mutated: Fate): string => `
Mails made by the test go from the spool through the part \`screen\` as it ships: its threads with their deadline and their
limit of memory, its queue, its store (PGlite). _Made_: every structure in every writing in every size, and tricks thought of one
by one, up to 50 MB. _Mutated_: mails of random structure with up to 30 random changes to their bytes. Each must come to a verdict
or, when it is no mail or shows nothing that can be opened, to a case 判定不能, and no attempt may crash, run out of memory or of time (60 s).

${table(['', 'made', 'mutated'], rows(made, mutated))}
`;

function rows(...fates: readonly Fate[]): readonly (readonly string[])[] {
  const row = (name: string, show: (fate: Fate) => string) => [name, ...fates.map(show)];
  return [
    row('**mails**', ({ mails }) => `**${whole(mails)}**`),
    row('bytes', ({ bytes }) => `${whole(bytes / 1_000_000)} MB`),
    row('judged', ({ judged }) => whole(judged)),
    row('of them surfaced', ({ surfaced }) => whole(surfaced)),
    row('no mail, or nothing to open: a case 判定不能', ({ unreadable }) => whole(unreadable)),
    row('slowest attempt', ({ slowest: { ms, name } }) => `${(ms / 1000).toFixed(1)} s: ${name}`),
    row('**faults**', ({ faults }) => (faults.length === 0 ? '**none**' : faults.join(' '))),
  ];
}
