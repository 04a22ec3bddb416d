import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  further: {
    way: 'Add to a decided case',
    wayHint:
      'It goes on from the same people and asks for no new decision. The approval and its reasons stay as they are.',
    into: (id: string, by: string, day: string) => `Case ${id} (approved by ${by}, ${day})`,
    join: { do: 'Add', acts: 'Acts that you find in this mail, too (they count as made again; none: leave it empty)' },
    title: 'What came after the decision',
    lead: 'The decision stands. Where it no longer fits, undo it and decide anew.',
    kinds: { mail: 'A further mail came in', fact: 'A fact was added' },
    seen: { do: 'Seen (the decision stands)', fields: {} },
    file: 'Look at the history',
    gone: 'Somebody else has seen it already.',
  },
};
