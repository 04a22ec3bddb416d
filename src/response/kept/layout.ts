import { minuteOf } from '../../util/day.ts';
import { chronologyFor, DOSSIER_WORDS } from '../dossier/index.ts';
import { WORDS } from '../evidence/cover-words.ts';
import { A4, heading, pairs, table, words } from '../evidence/sheets.ts';
import type { Block, LetterLayout } from '../letters/blocks.ts';
import { type Bundle, type BundleOrder, LEFT_OUT_OF_BUNDLE } from './bundle.ts';
import { BUNDLE_WORDS } from './words.ts';

/** Whoever asked reads what was said between us and them and what we noted of them, without names of staff. */
const READS = { words: true, ours: true, names: false } as const;

/** The index of a bundle: what is kept, what happened, and what was left out and why. */
export function bundleLayout(language: 'ja' | 'en', bundle: Bundle, order: BundleOrder): LetterLayout {
  const say = BUNDLE_WORDS[language];
  const { timeZone, name } = order.company;
  const minute = (at: Date) => minuteOf(at, timeZone);
  const { request } = bundle;
  const chapters: readonly (readonly [string, readonly Block[]])[] = [
    [say.chapters.all, allIn(bundle, language, minute)],
    [say.chapters.cases, casesIn(bundle, language)],
    [say.chapters.chronology, chronologyIn(bundle, order, language)],
    [say.chapters.notes, notesIn(bundle, language, minute)],
    [say.chapters.handed, handedIn(bundle, language, minute)],
    [say.chapters.register, registerIn(bundle, language)],
    [say.chapters.person, personIn(bundle, language)],
    [say.chapters.leftOut, leftOutIn(bundle, language)],
  ];
  return {
    page: A4,
    header: [],
    footer: [
      words(`${say.title} · ${say.number(request.id, request.received)}`, { size: 8, align: 'center' }),
      { ...words('', { size: 8, align: 'center' }), pageNumber: true },
    ],
    body: [
      words(say.title, { size: 16, bold: true, after: 10 }),
      pairs([
        [say.request, say.number(request.id, request.received)],
        [say.from, name],
        [say.made, `${minute(order.at)} (${timeZone})`],
      ]),
      words(`${say.lead} ${say.files}`, { size: 9, before: 6 }),
      heading(say.contents),
      { ...words(''), contents: true },
      ...chapters.flatMap(([title, blocks]): Block[] =>
        blocks.length === 0 ? [] : [{ ...heading(title), chapter: true }, ...blocks],
      ),
    ],
    pictures: false,
  };
}

type Minute = (at: Date) => string;

function allIn({ cases, ordinary, watches, objections }: Bundle, language: 'ja' | 'en', minute: Minute): Block[] {
  const say = BUNDLE_WORDS[language];
  const days = ordinary.map(({ day }) => day).sort();
  return [
    pairs([
      [say.cases, say.times(cases.length)],
      [say.ordinary, days.length === 0 ? '-' : say.ordinaryOf(days.length, days[0]!, days.at(-1)!)],
      ...watches.map(({ since, until }) => [say.watched, say.range(minute(since), minute(until))]),
      ...objections.map(({ received, words: said, answer }) => [
        say.objected(received),
        [said, ...(answer === null ? [] : [`${say.answered(minute(answer.at))}${answer.reasons}`])].join('\n'),
      ]),
    ]),
  ];
}

function casesIn({ cases }: Bundle, language: 'ja' | 'en'): Block[] {
  const { columns, status: statuses } = BUNDLE_WORDS[language];
  if (cases.length === 0) return [];
  const rows = cases.map(({ id, status, texts, letters }) => [
    id,
    statuses[status],
    String(texts.length),
    String(letters.length),
  ]);
  return [table([120, 121, 121, 121], [[columns.case, columns.status, columns.mails, columns.letters], ...rows])];
}

/** Points of the columns. */
const THREE = [92, 48, 343];

function chronologyIn(bundle: Bundle, order: BundleOrder, language: 'ja' | 'en'): Block[] {
  const { columns } = BUNDLE_WORDS[language];
  const events = chronologyFor(bundle, order, READS, DOSSIER_WORDS[language]);
  if (events.length === 0) return [];
  const rows = events.map(({ when, caseId, what, words: told }) => [when, caseId ?? '', [what, ...told].join('\n')]);
  return [table(THREE, [[columns.when, columns.case, columns.what], ...rows], 'cut')];
}

/** What stands beside facts, which the chronology has. */
function notesIn({ cases }: Bundle, language: 'ja' | 'en', minute: Minute): Block[] {
  const { columns, struck: wasStruck } = BUNDLE_WORDS[language];
  const rows = cases.flatMap(({ id, entries, comments }) => [
    ...entries.flatMap(({ note, at, struck }) =>
      note.kind === 'fact' ? [] : [[minute(at), id, `${note.words}${struck === null ? '' : wasStruck}`]],
    ),
    ...comments.map(({ at, words: said }) => [minute(at), id, said]),
  ]);
  return rows.length === 0 ? [] : [table(THREE, [[columns.when, columns.case, columns.what], ...rows], 'cut')];
}

function handedIn({ cases }: Bundle, language: 'ja' | 'en', minute: Minute): Block[] {
  const { columns } = BUNDLE_WORDS[language];
  const { recipients, purposes } = WORDS[language];
  const rows = cases.flatMap(({ id, handed }) =>
    handed.map(({ at, recipient, purpose }) => [minute(at), id, `${recipients[recipient]} · ${purposes[purpose]}`]),
  );
  return rows.length === 0 ? [] : [table(THREE, [[columns.when, columns.case, columns.what], ...rows])];
}

function registerIn({ counterparty }: Bundle, language: 'ja' | 'en'): Block[] {
  if (counterparty === null) return [];
  const { registered: say } = BUNDLE_WORDS[language];
  const { name, domains, addresses, postal, contacts, clause, notes } = counterparty;
  return [
    pairs([
      [say.name, name],
      [say.addresses, [...domains, ...addresses].join(' ')],
      [say.postal, postal],
      [say.contacts, contacts.map((one) => [one.post, one.name, one.email, one.phone].join(' ').trim()).join('\n')],
      [say.clause, clause === null ? '' : `${clause.agreedOn} ${clause.document}`],
      [say.notes, notes],
    ]),
  ];
}

function personIn({ person }: Bundle, language: 'ja' | 'en'): Block[] {
  if (person === null) return [];
  const { account: say, times } = BUNDLE_WORDS[language];
  const { name, email, roles, concerned, consent, logged } = person;
  return [
    pairs([
      [say.name, name],
      [say.email, email],
      [say.roles, roles.join(' ')],
      [say.concerned, times(concerned.length)],
      [say.consent, consent === null ? '-' : consent.day],
      [say.logged, times(logged.length)],
    ]),
  ];
}

function leftOutIn({ leftOut }: Bundle, language: 'ja' | 'en'): Block[] {
  const say = BUNDLE_WORDS[language];
  const counted = LEFT_OUT_OF_BUNDLE.flatMap((why) => (leftOut[why] === 0 ? [] : [say.leftOut[why](leftOut[why])]));
  return [...counted, ...say.always].map((line) => words(line, { size: 9, marker: '・' }));
}
