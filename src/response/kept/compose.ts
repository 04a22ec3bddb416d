import { canonicalJson, type Pack, type PackFile, sealed, sha256Of, zipOf } from '../evidence/index.ts';
import { readMe } from '../evidence/read-me.ts';
import { type Bundle, type BundleCase, type BundleOrder, letterPath, objectionPath, originalPath } from './bundle.ts';
import { bundleLayout } from './layout.ts';
import { BUNDLE_WORDS } from './words.ts';

/**
 * All that is kept of somebody, for their request: an index as a PDF in both languages, the same as JSON, the mails that they wrote as they
 * came in, and the letters that went out to them. A pack like those of evidence, and checked by the same means.
 *
 * @example
 * const { bytes, sha256 } = await makeBundle(bundle, order);
 */
export async function makeBundle(bundle: Bundle, order: BundleOrder): Promise<Pack> {
  const { pdfOf } = await import('../letters/pdf.ts'); // only now: large
  const files: PackFile[] = [
    { path: 'kept.json', what: 'kept', bytes: Buffer.from(canonicalJson(told(bundle, order))) },
  ];
  for (const language of ['ja', 'en'] as const) {
    const layout = bundleLayout(language, bundle, order);
    const bytes = await pdfOf(layout, {
      title: BUNDLE_WORDS[language].title,
      company: order.company.name,
      language,
      at: order.at,
    });
    files.push({ path: `index.${language}.pdf`, what: 'kept', bytes });
    files.push({ path: `README.${language}.txt`, what: 'read-me', bytes: Buffer.from(readMe(language)) });
  }
  for (const { id, texts, letters } of bundle.cases) {
    for (const [place, { raw }] of texts.entries())
      if (raw !== null) files.push({ path: originalPath(id, place), what: 'originals', bytes: raw });
    for (const { number, file } of letters)
      if (file !== null) files.push({ path: letterPath(id, number), what: 'letter', bytes: file });
  }
  for (const { id, originals } of bundle.objections)
    for (const [place, bytes] of originals.entries())
      files.push({ path: objectionPath(id, place), what: 'originals', bytes });
  const bytes = await zipOf(
    sealed(
      {
        case: bundle.cases.map(({ id }) => id).join(' '),
        ...{ recipient: 'requester', purpose: 'disclosure' },
        made: { at: order.at.toISOString(), by: order.company.name, komainu: order.komainu },
      },
      files,
    ),
  );
  return { bytes, sha256: sha256Of(bytes), files };
}

/** What a program reads: the same as the index, and nothing more. */
function told(
  { request, subject, cases, objections, policies: _, rules: __, ...rest }: Bundle,
  { at, company }: BundleOrder,
) {
  const { addresses, person, counterparty } = subject;
  return {
    request: { id: request.id, received: request.received, role: request.role },
    about: { addresses, employee: person !== null, counterparty: counterparty !== null },
    made: { at, by: company.name },
    ...rest,
    cases: cases.map(caseOf),
    objections: objections.map(({ id, received, words, answer, originals }) => ({
      ...{ received, words, answer },
      files: originals.map((_, place) => objectionPath(id, place)),
    })),
  };
}

function caseOf(one: BundleCase): object {
  const { id, status, openedAt, texts, reports, decisions, entries, comments, letters, measures, objections } = one;
  return {
    ...{ id, status, openedAt, comments, handed: one.handed, logged: one.logged },
    mails: texts.map(({ raw, ...mail }, place) => ({ ...mail, file: raw === null ? null : originalPath(id, place) })),
    reports: reports.map(({ reporter: _, id: __, notes, ...report }) => ({
      ...report,
      notes: notes.map(({ author, words, at }) => ({ author, words, at })),
    })),
    decisions: decisions.flatMap(({ decision, at }) => (decision.kind === 'hand-over' ? [] : [{ ...decision, at }])),
    notes: entries.map(({ note, at, struck }) => ({
      ...note,
      at,
      struck: struck && { at: struck.at, why: struck.why },
    })),
    letters: letters.map(({ number, kind, language, written, quotes, drafted, sent, reply, file }) => ({
      ...{ number, kind, language, written, quotes, drafted: drafted.at },
      sent: sent && { day: sent.day, way: sent.way, note: sent.note },
      reply: reply && { day: reply.day, note: reply.note },
      file: file === null ? null : letterPath(id, number),
    })),
    measures: measures.map(({ step, reason, proposed, outcome, lifted }) => ({
      ...{ step, reason, proposed: proposed.at },
      outcome: outcome && { what: outcome.what, note: outcome.note, at: outcome.at },
      lifted: lifted && { note: lifted.note, at: lifted.at },
    })),
    objections: objections.map(({ from, words, received, due, draft, answered }) => ({
      ...{ from, words, received, due },
      answer: answered === null ? null : { effect: draft?.effect, reasons: draft?.reasons, at: answered.at },
    })),
  };
}
