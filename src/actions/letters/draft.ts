import { type CaseDetail, type CaseId, reportsOf } from '../../cases/index.ts';
import {
  composeLetter,
  covered,
  DAY_FIELDS,
  type DayField,
  hasField,
  LETTER_TITLES,
  type LetterField,
  type LetterId,
  type LetterKind,
  type LetterLanguage,
  type LetterWords,
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
import { type Actor, auditActorOf, requirePerson, visibilityOf } from '../actor.ts';
import { requireUnlocked } from '../external-step.ts';
import { Refusal } from '../refusal.ts';
import { foundIn, type LetterDeps, letterCase, quotedMails } from './case.ts';
import { clauseOf } from './clause.ts';
import { requireCompany } from './company.ts';
import { requireMeasureFor, ruleOfMeasure } from './measure.ts';
import { templateInUse } from './templates.ts';

/** A font is read for each letter: one of them at a time in a process. */
const inTurn = oneAtATime<null>();

/** What a person wants in a letter. */
export interface LetterInput extends LetterWords {
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly quotes: readonly string[]; // ids of sentences in which something was found
  readonly acts: readonly string[]; // those of the approval that it names: a label can hurt whom it is wrong about
  readonly lines: readonly string[]; // more words, which must stand in a mail of the case
  readonly redactions: readonly string[]; // covered in the quotes
  readonly consent: boolean; // whoever handed something in agrees that it leaves the house
}

/**
 * Drafts a letter to the other side from the template in use: for a second person to approve, and sent by nobody but people. The
 * quotes come from the mails of the case.
 *
 * @returns the id of the letter
 * @throws Refusal `people-only`, `not-allowed`, `no-such-case`, `recused`, `case-status`, `care-open`, `no-consent`, `no-clause`, `no-measure`, `company-only`,
 * `words-nowhere`, `letter-incomplete`, `too-large` or `case-changed`
 */
export async function draftLetter(deps: LetterDeps, actor: Actor, id: CaseId, input: LetterInput): Promise<LetterId> {
  const person = requirePerson(actor);
  const { detail, care } = await letterCase(deps, actor, id);
  const { kind, language } = input;
  const neutral = !standsOnApproval(kind);
  requireUnlocked({ status: detail.status, care }, { neutral });
  if (reportsOf(detail).length > 0 && !input.consent) throw new Refusal({ code: 'no-consent' });
  if (kind === 'cooperation') await requireCompany(deps.db, actor, id);
  const clause = hasField(kind, 'clause') ? await clauseOf(deps.db, actor, id, language) : null;
  if (kind === 'immediate-termination' && clause === null) throw new Refusal({ code: 'no-clause' });
  const measure = await requireMeasureFor(deps.db, actor, id, kind);
  const rule = measure && (await ruleOfMeasure(deps.db, actor, measure, language, deps.company.timeZone));
  const words = wordsFor(kind, input);
  const quotes = hasField(kind, 'quotes') ? await quotesFor(deps, actor, detail, input) : [];
  const fields = missingIn(kind, words, quotes, clause);
  if (fields.length > 0) throw new Refusal({ code: 'letter-incomplete', fields });
  const template = await templateInUse(deps.db, { kind, language });
  const at = deps.now();
  const made = await inTurn(null, () =>
    composeLetter({
      ...words,
      title: LETTER_TITLES[language][kind],
      language,
      template: template.bytes,
      quotes,
      acts: foundIn(detail)
        .filter((act) => input.acts.includes(act))
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
      const visibility = visibilityOf(actor);
      const [now, careNow] = [await holdForLetter(tx, id, visibility), await loadCare(tx, id, visibility)];
      if (now === null || careNow === null) throw new Refusal({ code: 'no-such-case' });
      requireUnlocked({ status: now.status, care: careNow }, { neutral });
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
}

/** What was written into fields that such a letter has. */
function wordsFor(kind: LetterKind, { written, days }: LetterInput): LetterWords {
  const kept = WRITTEN_FIELDS.map((field) => [field, hasField(kind, field) ? written[field].trim() : ''] as const);
  const chosen = DAY_FIELDS.map((field) => [field, hasField(kind, field) ? days[field] : null] as const);
  return {
    written: Object.fromEntries(kept) as LetterWords['written'],
    days: Object.fromEntries(chosen) as LetterWords['days'],
  };
}

async function quotesFor(deps: LetterDeps, actor: Actor, detail: CaseDetail, input: LetterInput): Promise<Quote[]> {
  const mails = await quotedMails(deps, actor, detail);
  const choices = quoteChoices(mails);
  const chosen = choices.filter(({ id }) => input.quotes.includes(id));
  if (chosen.length < new Set(input.quotes).size) throw new Refusal({ code: 'case-changed' });
  const more = quotesOfLines(input.lines, mails);
  if ('nowhere' in more) throw new Refusal({ code: 'words-nowhere', words: more.nowhere });
  const quotes = [...chosen, ...more];
  if (quotes.length > QUOTES.most) throw new Refusal({ code: 'too-large' });
  return covered(quotes, input.redactions);
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
