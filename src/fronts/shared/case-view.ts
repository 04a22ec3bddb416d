import { Buffer } from 'node:buffer';
import type { CaseDetail, CaseMail, CaseMessage } from '../../cases/index.ts';
import {
  type AssessedMatch,
  type Assessment,
  type Explanation,
  type Gloss,
  glossOf,
  STRENGTHS,
  type Step,
} from '../../detect/index.ts';
import { loadCase, wordsElsewhere } from '../../store/index.ts';
import type { FrontDeps } from './deps.ts';
import { type PartView, partView } from './evidence.ts';
import type { Language } from './language.ts';
import { type HiddenSpan, hiddenActs, type Masking, maskingOver, noMasking } from './masking.ts';

/** An entry that was found, as it may be shown. */
export interface ReasonView {
  readonly index: number; // in the assessment's list of matches
  readonly number: number | null; // as the page counts; null for context, and for what is not meant
  readonly match: AssessedMatch;
  readonly words: string;
  readonly sentence: string | null;
}

/** What is shown of a mail; a text that someone tries has no id. */
export type ShownMail = Omit<CaseMail, 'mailId'>;

export interface MailView<Item extends ShownMail = CaseMail> {
  readonly item: Item;
  readonly place: number; // in the case, from 0
  readonly message: CaseMessage | null; // null: cannot be read, or no longer kept
  readonly subject: PartView | null; // its beginning; null: there is none
  readonly parts: readonly { readonly id: string; readonly file: string | null; readonly view: PartView }[]; // without the subject
  readonly reasons: readonly ReasonView[];
  readonly remarks: readonly string[];
  readonly steps: readonly StepView[]; // how the verdict comes about
  readonly rawHead: string | null; // first bytes of a mail that cannot be read
}

/** A reason with what it adds and the band reached with it, in words that may be shown; null: it has none of its own. */
export type StepView = Step & {
  readonly words: string | null;
  readonly gloss: readonly Gloss[]; // of words that are not Japanese, as far as they may be shown
};

export interface CaseView {
  readonly detail: CaseDetail;
  readonly mails: readonly MailView[];
  readonly strongest: MailView | null; // the mail that put the case where it is; null also when it is on another page
  readonly masking: Masking;
  readonly covered: 'nothing' | 'painful' | 'all'; // what hides unless asked for
}

const SUBJECT = 300; // UTF-16 units, as much as one line of a page holds
const SHOWN = 300_000; // UTF-16 units of all mails of a case together: one sender can fill a thread with long mails

/** Lays out what a reviewer sees of a page of mails; of too much text, the newest mails' is shown. */
export async function viewCase(
  { db, read, explain }: Pick<FrontDeps, 'db' | 'read' | 'explain'>,
  detail: CaseDetail,
  {
    language,
    revealed,
    maskAll,
  }: { readonly language: Language; readonly revealed: boolean; readonly maskAll: boolean },
): Promise<CaseView> {
  const closed = await maskingOf(db, detail, { language, maskAll });
  const masking = revealed ? noMasking : closed;
  const mails: MailView[] = [];
  const room = { left: SHOWN };
  for (const [index, item] of [...detail.items.entries()].toReversed()) {
    const message = await read(item);
    const told = (assessment: Assessment) => explain(assessment, language);
    mails.unshift(viewMail({ ...item, message }, detail.first + index, told, masking, room));
  }
  const covered = closed.hides ? (maskAll ? 'all' : 'painful') : 'nothing';
  const strongest = mails.find(({ place }) => place === detail.strongest) ?? null;
  return { detail, mails, strongest, masking, covered };
}

/** What hides of a case unless someone asks for it; of a merged one, what hides where its mails stand. */
export async function maskingOf(
  db: FrontDeps['db'],
  asked: CaseDetail,
  { language, maskAll }: { readonly language: Language; readonly maskAll: boolean },
): Promise<Masking> {
  const { into } = asked.merging;
  const detail = (into && (await loadCase(db, into, { seesConfidential: true }))) ?? asked; // whoever asks sees the part
  return maskingOver(
    {
      acts: detail.acts,
      foundActs: detail.foundActs,
      assessments: detail.items.flatMap(({ assessment }) => assessment ?? []),
      words: await wordsElsewhere(db, detail),
    },
    hiddenActs(maskAll),
    language,
  );
}

/** One mail, read and explained, masked. */
export function viewMail<Item extends ShownMail>(
  item: Item,
  place: number,
  explain: (assessment: Assessment) => Explanation,
  masking: Masking,
  room: { left: number } = { left: SHOWN }, // UTF-16 units of text that may still be shown
): MailView<Item> {
  const { message, head } = item;
  const matches = item.assessment?.matches ?? [];
  const texts = new Map(message?.parts.map(({ id, text }) => [id as string, text]));
  const hidden = new Map([...texts].map(([id, text]) => [id, masking.spans(text, id, matches)]));
  // A span that no longer fits its words, read by a later version of the parser, would mark the wrong ones.
  const fits = (match: AssessedMatch) => texts.get(match.part)?.slice(match.start, match.end) === match.text;
  const placed = matches.map((match) => (fits(match) ? match : { ...match, start: 0, end: 0 }));
  const shown = matches.map((match) =>
    shownWords(match, texts.has(match.part) ? hidden.get(match.part)! : null, masking),
  );
  const explanation = item.assessment && explain(covered(item.assessment, shown, masking));
  const subject = message?.parts.find(({ id }) => id === 'subject');
  let number = 0;
  return {
    item,
    place,
    message,
    subject: subject ? partView(subject, [], placed, hidden.get(subject.id) ?? [], SUBJECT) : null,
    parts: (message?.parts ?? [])
      .filter(({ id }) => id !== 'subject')
      .map((part) => {
        const view = partView(part, message?.segments.get(part.id) ?? [], placed, hidden.get(part.id) ?? [], room.left);
        room.left -= part.text.length - view.cut;
        return { id: part.id, file: part.file === undefined ? null : masking.cover(part.file), view };
      }),
    reasons: matches.map((match, index) => ({
      index,
      number: match.strength === null ? null : ++number,
      match,
      words: shown[index]!,
      sentence: explanation?.reasons.find((reason) => reason.match === index)?.sentence ?? null,
    })),
    remarks: explanation?.remarks ?? [],
    steps: (explanation?.steps ?? []).map((step) => {
      const words = step.match !== null ? (shown[step.match] ?? null) : (step.excerpt?.text ?? null);
      return { ...step, words, gloss: glossIn(step.excerpt?.text ?? words, item.assessment) };
    }),
    rawHead: message === null && head !== null ? masking.cover(Buffer.from(head).toString('utf8')) : null,
  };
}

/** What a reason says, for whoever cannot read it: nothing of what is hidden, since that is no word of the language any more. */
function glossIn(words: string | null, assessment: Assessment | null): readonly Gloss[] {
  const language = assessment?.judge.language ?? 'ja';
  return words === null || language === 'ja' ? [] : glossOf(words, language);
}

/** The words of a match as far as they may be shown. `hidden` are stretches of its part; null: nobody knows where it stands. */
function shownWords(match: AssessedMatch, hidden: readonly HiddenSpan[] | null, masking: Masking): string {
  const own = masking.labelOf(match);
  if (own !== null) return own;
  if (hidden === null) return masking.hides ? masking.label : match.text;
  const labels = hidden.filter((span) => span.start < match.end && match.start < span.end).map(({ label }) => label);
  return labels.length === 0 ? match.text : [...new Set(labels)].join('');
}

/** The same of a mail that is not laid out for a page. */
export function coverAssessment(
  assessment: Assessment,
  parts: readonly { readonly id: string; readonly text: string }[],
  masking: Masking,
): Assessment {
  const hidden = new Map(parts.map(({ id, text }) => [id, masking.spans(text, id, assessment.matches)]));
  const shown = assessment.matches.map((match) => shownWords(match, hidden.get(match.part) ?? null, masking));
  return covered(assessment, shown, masking);
}

/** The assessment with nothing left in it that is hidden, for whatever quotes its texts. */
const covered = (assessment: Assessment, shown: readonly string[], masking: Masking): Assessment => ({
  ...assessment,
  matches: assessment.matches.map((match, index) => ({ ...match, text: shown[index]! })),
  odds: masking.coverOdds(assessment),
  ...(assessment.file === undefined ? {} : { file: masking.cover(assessment.file) }),
});

/** The strongest reason; null where no entry is meant. */
export const strongestReason = ({ reasons }: Pick<MailView, 'reasons'>): ReasonView | null =>
  reasons
    .filter(({ match }) => match.strength !== null)
    .reduce<ReasonView | null>((best, one) => (best === null || rankOf(one) > rankOf(best) ? one : best), null);

/** The stronger, the higher; −1 for what is not meant and for grammar. */
export const rankOf = ({ match: { strength } }: Pick<ReasonView, 'match'>): number =>
  strength === null ? -1 : STRENGTHS.indexOf(strength);
