import { SHARES } from '../evidence/recipients.ts';
import { words } from '../evidence/sheets.ts';
import type { Block } from '../letters/blocks.ts';
import type { LeftOut } from './dossier.ts';
import { DOSSIER_SHARES } from './shares.ts';
import type { Writing } from './writing.ts';

const CASES = [
  'open',
  'dismissed',
  'care',
  'wish',
  'consent',
  'others',
  'older',
] as const satisfies readonly (keyof LeftOut)[];

/** What whoever reads this does not find in it, and why. */
export function leftOutOf({ dossier: { leftOut }, order, say }: Writing): Block[] {
  const share = DOSSIER_SHARES[order.recipient];
  const { leftOut: told } = say;
  const lines = [
    share.words ? told.texts : told.words,
    ...(share.ours ? [] : [told.ours]),
    ...(SHARES[order.recipient].staffNames ? [] : [told.names]),
    ...[told.care, told.people, told.judging],
    ...(leftOut === null
      ? []
      : CASES.flatMap((why) => (leftOut[why] === 0 ? [] : [say.leftOutCases[why](leftOut[why])]))),
  ];
  return lines.map((line): Block => words(line, { size: 9, marker: '・' }));
}
