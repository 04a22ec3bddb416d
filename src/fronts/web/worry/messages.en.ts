import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  worry: {
    title: 'Answering a mail that is a worry',
    open: 'How to answer a worrying mail',
    lead: 'The writer speaks of their own death, or of violence that they suffer. This is no harassment. It is kept, and a person answers.',
    first: {
      title: 'First',
      points: [
        'In immediate danger (a time, a place, a way is named; it is happening now) call 110 or 119 (Japan) without hesitating. You may tell them what the mail says.',
        'Do not answer alone. Tell whoever is responsible, or the consultation desk, at once.',
        'It is hard on whoever reads it, too. Do not read on; let somebody take over.',
      ],
    },
    ownDeath: {
      title: 'Where the writer speaks of their own death',
      points: [
        'Say that you are worried, in plain words: “I have read what you wrote, and I am very worried about you.”',
        'Do not blame, do not cheer up, do not press for reasons. Promise nothing that you cannot keep.',
        'Deal with what they asked apart from it, as carefully as always.',
        'Name a public helpline.',
      ],
    },
    suffered: {
      title: 'Where the writer tells of violence that they suffer',
      points: [
        'Whoever hurts them may see your answer. Before you write to the same address or call, decide with whoever is responsible.',
        'Say that it is not their fault. Do not hurry them to decide or to act.',
        'Where a child seems to suffer violence, tell 189 (Japan); you need not be sure.',
      ],
    },
    lines: {
      title: 'Helplines in Japan (numbers of November 2026; make sure that they still hold before you name them)',
      points: [
        '#Inochi SOS 0120-061-338 / Yorisoi Hotline 0120-279-338',
        'Mental health line 0570-064-556',
        'Domestic violence #8008 / DV Soudan Plus 0120-279-889',
        'Child guidance centre 189 / police consultation #9110',
      ],
    },
    after: {
      title: 'Then',
      points: [
        'Dismiss the case: it is no harassment. Note whom you told and what was done, facts only.',
        'What is seen to for whoever read it can be written down under “Care” of the case.',
      ],
    },
  },
};
