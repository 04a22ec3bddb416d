import type { CustodyRow } from '../evidence/case.ts';
import { WORDS } from '../evidence/cover-words.ts';
import { custodyFor } from '../evidence/custody.ts';
import { table, words } from '../evidence/sheets.ts';
import type { Block } from '../letters/blocks.ts';
import type { DossierCase } from './dossier.ts';
import type { Writing } from './writing.ts';

/** As many mails of a case stand in the table. */
const MOST_MAILS = 200;
/** Points of the columns. */
const MAILS = [40, 110, 333];

const SEEN = new Set<CustodyRow['action']>(['case.view', 'case.reveal']);

/** Where the mails of each case can be told by their hashes, how often they were seen, and to whom they were handed. */
export const custodyIn = (writing: Writing): Block[] =>
  writing.dossier.cases.flatMap((one): Block[] => [
    words(writing.say.case(one.id), { size: 10, bold: true, before: 8 }),
    mailsIn(writing, one),
    ...linesIn(writing, one).map((line) => words(line, { size: 9, marker: '・' })),
  ]);

function mailsIn({ say, minute }: Writing, { mails }: DossierCase): Block {
  const { number, received, hash } = say.custody;
  const rows = mails
    .slice(0, MOST_MAILS)
    .map(({ at, sha256, kept }, place) => [String(place + 1), minute(at), kept ? sha256 : `${sha256}\n${say.notKept}`]);
  return table(MAILS, [[number, received, hash], ...rows]);
}

function linesIn({ order, say, minute }: Writing, { custody }: DossierCase): string[] {
  const cover = WORDS[say.language];
  const told = custodyFor(custody, order.recipient);
  const views = told.filter(({ action }) => SEEN.has(action));
  const saved = told.filter(({ action }) => action === 'file.download').length;
  const [first, last] = [views[0], views.at(-1)];
  const handed = told.flatMap(({ action, at, details }) => {
    if (action !== 'case.evidence') return [];
    const to = cover.recipients[details.recipient as keyof typeof cover.recipients] ?? '';
    const sum = typeof details.sha256 === 'string' ? `SHA-256 ${details.sha256}` : '';
    return [[say.custody.handed, minute(at), to, sum].filter((part) => part !== '').join(' ')];
  });
  return [
    ...(first === undefined || last === undefined
      ? []
      : [say.seen(views.length, new Set(views.map(({ by }) => by)).size, minute(first.at), minute(last.at))]),
    ...(saved === 0 ? [] : [say.saved(saved)]),
    ...handed,
  ];
}
