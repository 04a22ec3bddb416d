import type { RecordedDecision } from '../../cases/index.ts';
import type { Block, LetterLayout } from '../letters/blocks.ts';
import type { EvidenceCase, PackOrder } from './case.ts';
import { contentWords, mailsWords, WORDS } from './cover-words.ts';
import { decisionsFor } from './decisions.ts';
import type { PackFile } from './manifest.ts';
import { CONTENTS, SHARES } from './recipients.ts';
import { senderOf } from './sender.ts';
import { A4, heading, pairs, table, words } from './sheets.ts';

/** As many mails stand in the table; all of them stand in mails.json. */
const MOST_MAILS = 200;

/**
 * A pack on one or a few sheets, to be read and printed: nothing in it that the other files do not say, and nothing of what mails
 * say. Set as letters are; equal cases and orders give equal bytes.
 */
export async function summaryPdf(
  language: 'ja' | 'en',
  evidence: EvidenceCase,
  order: PackOrder,
  files: readonly PackFile[],
): Promise<Uint8Array> {
  // Only now: what sets a page is large, and every command would load it.
  const { pdfOf } = await import('../letters/pdf.ts');
  const layout = summaryLayout(language, evidence, order, files);
  return pdfOf(layout, {
    title: `${WORDS[language].summary} ${evidence.id}`,
    company: order.company.name,
    language,
    at: order.at,
  });
}

/** What the summary says. */
export function summaryLayout(
  language: 'ja' | 'en',
  evidence: EvidenceCase,
  order: PackOrder,
  files: readonly PackFile[],
): LetterLayout {
  const say = WORDS[language];
  const { recipient, purpose, at, company } = order;
  const moment = (when: Date) =>
    when.toLocaleString('sv-SE', { timeZone: company.timeZone, dateStyle: 'short', timeStyle: 'medium' });
  const shown = evidence.mails.slice(0, MOST_MAILS);
  const mails = shown.map(({ kind, receivedAt, size, sha256 }, place) => [
    String(place + 1),
    `${moment(receivedAt)}\n${kind === 'incident' ? say.reported : say.received}`,
    say.bytes(size),
    `${sha256.slice(0, 32)}\n${sha256.slice(32)}`,
  ]);
  const held = CONTENTS.flatMap((content) => {
    const count = files.filter(({ what }) => what === content).length;
    return count === 0 ? [] : [words(`${contentWords(say, content, evidence)}${say.files(count)}`, { marker: '・' })];
  });
  return {
    page: A4,
    header: [],
    footer: [
      { ...words(`${say.case} ${evidence.id} · ${say.forReading}`, { size: 8, align: 'center' }) },
      { ...words('', { size: 8, align: 'center' }), pageNumber: true },
    ],
    body: [
      words(say.summary, { size: 16, bold: true, after: 10 }),
      pairs([
        [say.to, say.recipients[recipient]],
        [say.purpose, say.purposes[purpose]],
        [say.from, senderOf(order)],
        [say.made, `${moment(at)} (${company.timeZone})`],
        [say.case, evidence.id],
      ]),
      heading(say.found),
      ...foundIn(language, evidence, order, moment),
      heading(say.course),
      table(COURSE, [[say.when, say.what], ...courseOf(language, evidence.decisions, order, moment)]),
      heading(mailsWords(say, evidence)),
      table(MAILS, [[say.number, say.when, say.size, 'SHA-256'], ...mails]),
      ...(shown.length < evidence.mails.length ? [words(say.moreMails(MOST_MAILS), { size: 9 })] : []),
      heading(say.holds),
      ...held,
      words(`${say.times(company.timeZone)} ${say.readMe}`, { size: 9, before: 8 }),
    ],
    pictures: false,
  };
}

/** Points of the columns. */
const [COURSE, MAILS] = [
  [120, 363],
  [32, 120, 90, 241],
];

type Moment = (when: Date) => string;

/** The approval that stands, as far as the recipient is told of it. */
function foundIn(language: 'ja' | 'en', { decisions }: EvidenceCase, order: PackOrder, moment: Moment): Block[] {
  const say = WORDS[language];
  const standing = decisions.findLast(({ decision: { kind } }) => kind === 'approve');
  if (standing?.decision.kind !== 'approve') return [];
  const { acts, declaration, severity, elements } = standing.decision;
  const finding = SHARES[order.recipient].decisions !== 'outcome';
  return [
    pairs([
      [say.decidedAt, moment(standing.at)],
      [say.acts, acts.map((act) => order.acts[language][act]).join(say.comma)],
      [say.declaration, declaration ? say.yes : say.no],
      ...(finding ? [[say.severity, String(severity ?? '-')]] : []),
      ...(finding
        ? (['customer', 'beyond', 'harmed'] as const).map((one) => [
            say.elementNames[one],
            say.elementStates[elements[one]],
          ])
        : []),
    ]),
  ];
}

/** What was decided one after another: what decisions.json says, without its notes. */
const courseOf = (
  language: 'ja' | 'en',
  decisions: readonly RecordedDecision[],
  { recipient }: PackOrder,
  moment: Moment,
): string[][] =>
  (decisionsFor(decisions, SHARES[recipient]) as Told[]).map(({ kind, at, by }) => [
    moment(at),
    [WORDS[language].decisionKinds[kind], by ?? ''].join(' ').trim(),
  ]);

interface Told {
  readonly kind: RecordedDecision['decision']['kind'];
  readonly at: Date;
  readonly by?: string;
}
