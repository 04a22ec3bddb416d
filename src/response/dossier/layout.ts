import { minuteOf } from '../../util/day.ts';
import { WORDS } from '../evidence/cover-words.ts';
import { senderOf } from '../evidence/sender.ts';
import { A4, heading, pairs, table, words } from '../evidence/sheets.ts';
import type { Block, LetterLayout } from '../letters/blocks.ts';
import { chronologyOf } from './chronology.ts';
import { custodyIn } from './custody.ts';
import type { Dossier, DossierOrder } from './dossier.ts';
import { leftOutOf } from './left-out.ts';
import { careIn, concernedIn, expertsIn, measuresIn, objectionsIn, partyIn, repeatsIn, rulesIn } from './sections.ts';
import { DOSSIER_SHARES } from './shares.ts';
import { tradingIn } from './trading.ts';
import type { DossierWords } from './words.ts';
import { DOSSIER_WORDS, nameOf, type Writing } from './writing.ts';

/** What a dossier says, from its title to what was left out. */
export function dossierLayout(language: 'ja' | 'en', dossier: Dossier, order: DossierOrder): LetterLayout {
  const say = DOSSIER_WORDS[language];
  const cover = WORDS[language];
  const { timeZone } = order.company;
  const writing: Writing = { dossier, order, say, minute: (at) => minuteOf(at, timeZone) };
  const { about, cases } = dossier;
  const ids = cases.map(({ id }) => id);
  const chapters: readonly (readonly [keyof DossierWords['chapters'], readonly Block[]])[] = [
    ['party', partyIn(writing)],
    ['rules', rulesIn(writing)],
    ['chronology', chronologyIn(writing)],
    ['repeats', repeatsIn(writing)],
    ['trading', tradingIn(writing)],
    ['measures', measuresIn(writing)],
    ['concerned', concernedIn(writing)],
    ['care', careIn(writing)],
    ['experts', expertsIn(writing)],
    ['objections', objectionsIn(writing)],
    ['custody', custodyIn(writing)],
    ['leftOut', leftOutOf(writing)],
  ];
  return {
    page: A4,
    header: [],
    footer: [
      words(`${say.title} · ${nameOf(dossier, say)}`, { size: 8, align: 'center' }),
      { ...words('', { size: 8, align: 'center' }), pageNumber: true },
    ],
    body: [
      words(say.title, { size: 16, bold: true, after: 10 }),
      pairs([
        [cover.to, cover.recipients[order.recipient]],
        [cover.purpose, cover.purposes[DOSSIER_SHARES[order.recipient].purpose]],
        [cover.from, senderOf(order)],
        [cover.made, `${writing.minute(order.at)} (${timeZone})`],
        [say.about, about.kind === 'case' ? say.case(about.id) : `${nameOf(dossier, say)}\n${say.cases(ids)}`],
      ]),
      words(`${say.lead} ${cover.readMe}`, { size: 9, before: 6 }),
      heading(say.contents),
      { ...words(''), contents: true },
      ...chapters.flatMap(([chapter, blocks]): Block[] => [
        { ...heading(say.chapters[chapter]), chapter: true },
        ...(blocks.length === 0 ? [words(say.none, { size: 9 })] : blocks),
      ]),
    ],
    pictures: false,
  };
}

/** Points of the columns. */
const CHRONOLOGY = [92, 48, 343];

function chronologyIn({ dossier, order, say }: Writing): Block[] {
  const events = chronologyOf(dossier, order, say);
  if (events.length === 0) return [];
  const { when, case: of, what } = say.columns;
  return [
    table(
      CHRONOLOGY,
      [[when, of, what], ...events.map((one) => [one.when, one.caseId ?? '', [one.what, ...one.words].join('\n')])],
      'cut',
    ),
  ];
}
