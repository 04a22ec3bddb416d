import { pairs, words } from '../evidence/sheets.ts';
import type { Block } from '../letters/blocks.ts';
import { TRADING_TAGS, tradingPointsOf } from '../trading.ts';
import type { DossierCase } from './dossier.ts';
import { DOSSIER_SHARES } from './shares.ts';
import type { Writing } from './writing.ts';

/** Laws of fair trading that may lie beside what was found, for whoever advises us alone: a court and an office look for themselves. */
export function tradingIn({ dossier, order, say }: Writing): Block[] {
  const acts = [...new Set(dossier.cases.flatMap(foundIn))];
  const points = tradingPointsOf(acts);
  if (!DOSSIER_SHARES[order.recipient].ours || points.length === 0) return [];
  const { language } = say;
  const touched = acts.filter((act) => tradingPointsOf([act]).length > 0);
  return [
    words(say.trading.lead, { size: 9 }),
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
