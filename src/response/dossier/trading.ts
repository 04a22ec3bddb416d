import { pairs, table, words } from '../evidence/sheets.ts';
import type { Block } from '../letters/blocks.ts';
import { TRADING_TAGS, tradingPointsOf } from '../trading.ts';
import type { DossierCase } from './dossier.ts';
import { DOSSIER_SHARES } from './shares.ts';
import type { Writing } from './writing.ts';

/** Points of the columns. */
const TALKS = [70, 90, 323];

/** For what talks the counterparty was asked, and laws of fair trading that may lie beside what was found: these for whoever advises us alone. */
export const tradingIn = (writing: Writing): Block[] => [...talksIn(writing), ...pointsIn(writing)];

function talksIn({ dossier: { talks }, order, say }: Writing): Block[] {
  if (talks.length === 0) return [];
  const { words: theirs } = DOSSIER_SHARES[order.recipient];
  const rows = talks.map(({ asked, way, words: what, due, answer }) => {
    const came =
      answer === null
        ? [say.talks.waiting, due]
        : [say.talks.answers[answer.what], answer.day, ...(theirs ? [answer.words] : [])];
    const told = [...(theirs ? [what] : []), `→ ${came.filter((one) => one !== '').join(' ')}`];
    return [asked, say.talks.ways[way], told.join('\n')];
  });
  return [table(TALKS, [[say.columns.when, say.trading.talks, say.columns.what], ...rows])];
}

function pointsIn({ dossier, order, say }: Writing): Block[] {
  const acts = [...new Set(dossier.cases.flatMap(foundIn))];
  const points = tradingPointsOf(acts);
  if (!DOSSIER_SHARES[order.recipient].ours || points.length === 0) return [];
  const { language } = say;
  const touched = acts.filter((act) => tradingPointsOf([act]).length > 0);
  return [
    words(say.trading.lead, { size: 9, before: 6 }),
    pairs([
      [say.trading.acts, touched.map((act) => order.acts[language][act]).join(say.comma)],
      ...points.map((point) => {
        const { name, where, look } = TRADING_TAGS[point];
        return [name[language], `${where[language]}\n${look[language]}`];
      }),
    ]),
  ];
}

/** The acts of the approval that stands. */
function foundIn({ decisions }: DossierCase) {
  const standing = decisions.findLast(({ decision: { kind } }) => kind === 'approve')?.decision;
  return standing?.kind === 'approve' ? standing.acts : [];
}
