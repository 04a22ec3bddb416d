import { type CaseDetail, type CaseId, reportsOf } from '../../cases/index.ts';
import { ACTS } from '../../detect/index.ts';
import {
  composeLetter,
  covered,
  DAY_FIELDS,
  type DayField,
  hasField,
  LETTER_KINDS,
  LETTER_LANGUAGES,
  LETTER_TITLES,
  type LetterField,
  type LetterId,
  type LetterKind,
  type LetterWords,
  parseRedactions,
  planOf,
  QUOTES,
  type Quote,
  quoteChoices,
  quotesOfLines,
  standsOnApproval,
  WRITTEN_FIELDS,
  type WrittenField,
} from '../../response/index.ts';
import { holdForLetter, loadCare, writeLetter } from '../../store/index.ts';
import { oneAtATime } from '../../util/one-at-a-time.ts';
import { type Actor, auditActorOf, requirePerson } from '../actor.ts';
import { requireUnlocked } from '../external-step.ts';
import { course } from '../kernel/act.ts';
import { choice, choices, type Given, marks, maybeDay, rowId, text, tick, usually } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { foundIn, type LetterDeps, letterCase, quotedMails } from './case.ts';
import { clauseOf } from './clause.ts';
import { requireCompany } from './company.ts';
import { requireMeasureFor, ruleOfMeasure } from './measure.ts';
import { requireNaming } from './naming.ts';
import { templateInUse } from './templates.ts';

/** A font is read for each letter: one of them at a time in a process. */
const inTurn = oneAtATime<null>();

const ask = {
  id: rowId<CaseId>(),
  kind: choice(LETTER_KINDS),
  language: choice(LETTER_LANGUAGES),
  recipient: text(400, 'maybe'),
  sender: text(400, 'maybe'),
  contact: text(300, 'maybe'),
  staff: text(300, 'maybe'),
  facts: text(2000, 'maybe'),
  demand: text(1500, 'maybe'),
  answer: text(2000, 'maybe'),
  request: text(1500, 'maybe'),
  quotes: marks(QUOTES.most, /^\d+\.\S{1,100}$/), // ids of sentences in which something was found
  lines: text(2000, 'maybe'), // more words, which must stand in a mail of the case, one quote a line
  redact: text(3000, 'maybe'), // covered in the quotes, one a line
  acts: usually([], choices(ACTS, 'maybe')), // those of the approval that it names: a label can hurt whom it is wrong about
  date: maybeDay(),
  'reply-by': maybeDay(),
  effective: maybeDay(),
  consent: tick(), // whoever handed something in agrees that it leaves the house
};
type Asked = Given<typeof ask>;

/**
 * Drafts a letter to the other side from the template in use: for a second person to approve, and sent by nobody but people. The
 * quotes come from the mails of the case. What is written into fields that such a letter does not have is left out.
 *
 * @returns the id of the letter
 * @throws Refusal `people-only`, `case-status`, `care-open`, `no-consent`, `no-clause`, `no-measure`, `company-only`, `wish-nothing`,
 * `not-named`, `words-nowhere` or `case-changed`
 */
export const draftLetter = course({
  path: '/cases/:id/letters',
  right: 'cases.letters',
  about: 'id',
  ask,
  async run(deps: LetterDeps, given, { actor, at, sight }): Promise<LetterId> {
    const person = requirePerson(actor);
    const { id, kind, language } = given;
    const { detail, care } = await letterCase(deps, actor, id);
    const neutral = !standsOnApproval(kind);
    requireUnlocked({ status: detail.status, care }, { neutral });
    if (reportsOf(detail).length > 0 && !given.consent) throw new Refusal({ code: 'no-consent' });
    if (kind === 'cooperation') await requireCompany(deps.db, actor, id);
    const clause = hasField(kind, 'clause') ? await clauseOf(deps.db, actor, id, language) : null;
    if (kind === 'immediate-termination' && clause === null) throw new Refusal({ code: 'no-clause' });
    const measure = await requireMeasureFor(deps.db, actor, id, kind);
    const rule = measure && (await ruleOfMeasure(deps.db, actor, measure, language, deps.company.timeZone));
    const words = wordsFor(given);
    const quotes = hasField(kind, 'quotes') ? await quotesFor(deps, actor, detail, given) : [];
    const missing = missingIn(kind, words, quotes, clause);
    if (missing.length > 0) throw wrongFields(Object.fromEntries(missing.map((field) => [field, 'missing'])));
    await requireNaming(deps.db, id, { ...words, quotes });
    const template = await templateInUse(deps.db, { kind, language });
    const made = await inTurn(null, () =>
      composeLetter({
        ...words,
        title: LETTER_TITLES[language][kind],
        language,
        template: template.bytes,
        quotes,
        acts: foundIn(detail)
          .filter((act) => given.acts.includes(act))
          .map((act) => deps.acts[language][act]),
        clause,
        rule,
        reference: id,
        company: deps.company,
        at,
      }),
    );
    const decisions = detail.decisions.length;
    const drafted = { person: person.id, by: person.name, at };
    const { name, sha256 } = template;
    const letter = { ...words, ...made, caseId: id, kind, language, quotes, clause, decisions, drafted };
    const { id: written } = await deps.audit.during(
      async (tx) => {
        const [now, careNow] = [await holdForLetter(tx, id, sight), await loadCare(tx, id, sight)];
        if (now === null || careNow === null) throw new Refusal({ code: 'no-such-case' });
        requireUnlocked({ status: now.status, care: careNow }, { neutral });
        await requireNaming(tx, id, letter);
        if (!neutral && now.decisions !== decisions) throw new Refusal({ code: 'case-changed' }); // the letter says what was so before
        return writeLetter(tx, { ...letter, template: { name, sha256 } });
      },
      ({ number }) => ({
        ...auditActorOf(actor, at),
        action: 'letter.draft',
        target: `case/${id}`,
        details: {
          letter: number,
          kind,
          language,
          template: sha256,
          docx: made.docxSha256,
          pdf: made.pdfSha256,
          ...(reportsOf(detail).length === 0 ? {} : { consent: true }),
        },
      }),
    );
    return written;
  },
});

/** What was written into fields that such a letter has. */
function wordsFor(given: Asked): LetterWords {
  const kept = WRITTEN_FIELDS.map((field) => [field, hasField(given.kind, field) ? given[field] : ''] as const);
  const chosen = DAY_FIELDS.map((field) => [field, hasField(given.kind, field) ? given[field] : null] as const);
  return {
    written: Object.fromEntries(kept) as LetterWords['written'],
    days: Object.fromEntries(chosen) as LetterWords['days'],
  };
}

async function quotesFor(deps: LetterDeps, actor: Actor, detail: CaseDetail, given: Asked): Promise<Quote[]> {
  const { words: redactions, left } = parseRedactions(given.redact);
  if (left.length > 0) throw wrongFields({ redact: 'wrong' });
  const lines = given.lines.split('\n').flatMap((line) => line.trim() || []);
  if (given.quotes.length + lines.length > QUOTES.most) throw wrongFields({ lines: 'too-long' });
  const mails = await quotedMails(deps, actor, detail);
  const chosen = quoteChoices(mails).filter(({ id }) => given.quotes.includes(id));
  if (chosen.length < new Set(given.quotes).size) throw new Refusal({ code: 'case-changed' });
  const more = quotesOfLines(lines, mails);
  if ('nowhere' in more) throw new Refusal({ code: 'words-nowhere', words: more.nowhere });
  return covered([...chosen, ...more], redactions, given.language);
}

function missingIn(
  kind: LetterKind,
  { written, days }: LetterWords,
  quotes: readonly Quote[],
  clause: string | null,
): LetterField[] {
  const isMissing = (field: LetterField): boolean => {
    if (field === 'quotes') return quotes.length === 0;
    if (field === 'clause') return clause === null;
    if (field in written) return written[field as WrittenField] === '';
    return field in days && days[field as DayField] === null;
  };
  return planOf(kind).needs.filter(isMissing);
}
