import { type DraftingState, draftLetter } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { Act } from '../../../detect/index.ts';
import {
  DAY_FIELDS,
  type Day,
  hasField,
  LETTER_LANGUAGES,
  type LetterField,
  type LetterKind,
  type LetterLanguage,
  parseRedactions,
  planOf,
  QUOTES,
  WRITTEN_FIELDS,
  type WrittenField,
} from '../../../response/index.ts';
import { ACT_LABELS, type Masking } from '../../shared/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { NotDone } from '../shell/components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine, named } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface DraftProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly id: CaseId;
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly inLanguage: (other: LetterLanguage) => string; // address of the same letter
  readonly drafting: DraftingState;
  readonly masking: Masking;
  readonly handedIn: boolean; // somebody must agree
  readonly clause: string | null;
  readonly proposed: Values;
  readonly leftOut: boolean; // of the letter it takes over, fields with hidden words
  readonly tried: Tried | null;
}

const ROWS: Readonly<Record<WrittenField, number>> = {
  recipient: 3,
  sender: 3,
  contact: 2,
  staff: 2,
  facts: 5,
  demand: 3,
  answer: 5,
  request: 4,
};

/** What a person writes into a letter. Sentences to quote are chosen without being read where they would hurt; no act is ticked, since what a letter calls somebody has to be right before others who read it. */
export function DraftView(props: DraftProps) {
  const { messages, clock, today, id, kind, language, drafting, masking, handedIn, clause, leftOut, tried } = props;
  const say = messages.letters;
  const { action, settled, field } = formOf({
    act: draftLetter,
    say: wordsOf(props),
    ...{ messages, today, tried, usual: props.proposed },
    at: { id, kind, language },
    among: {
      acts: drafting.acts.map((act) => ({ value: act, label: actIn(act, language, messages) })),
      quotes: drafting.choices.map(({ id: value, at, words, told }) => ({
        value,
        label: `${clock.date(at)} 「${inertLine(masking.cover(words), 300)}」${told === null ? '' : say.asTold}`,
      })),
    },
  });
  const { left } = drafting.redactions;
  return (
    <section aria-labelledby="letters">
      <p class="crumbs">
        <a href={caseTabUrl(id, 'papers')}>← {say.backToAll}</a>
      </p>
      <h2 id="letters">
        {say.drafting(say.kinds[kind])} <span class="muted small">{say.languages[language]}</span>
      </h2>
      <p class="small">
        {say.inOther}{' '}
        {LETTER_LANGUAGES.filter((other) => other !== language).map((other) => (
          <>
            <a href={props.inLanguage(other)}>{say.languages[other]}</a>{' '}
          </>
        ))}
      </p>
      {language !== messages.language.code && <p class="hint">{say.notTranslated(say.languages[language])}</p>}
      <p class="muted">{say.purposes[kind]}</p>
      <p class="hint">
        {messages.letterTemplates.look}：{messages.letterTemplates.looks[kind]}
      </p>
      <NotDone of={tried !== null && `${say.wrong} ${errorIn(tried, messages)}`} />
      {leftOut && <p class="alert">{say.leftOut}</p>}
      <form method="post" action={action} enctype="multipart/form-data" class="card">
        {settled}
        {drafting.concerned.length > 0 && <Naming {...props} />}
        {WRITTEN_FIELDS.filter((one) => hasField(kind, one)).map((one) => field(one, ROWS[one]))}
        {hasField(kind, 'quotes') && (
          <>
            {field('quotes')}
            {field('lines', 2)}
            {left.length > 0 && <p class="alert">{say.namesLeft(named(left))}</p>}
            {field('redact', 4)}
          </>
        )}
        {hasField(kind, 'acts') && drafting.acts.length > 0 && field('acts')}
        <div class="letter-days">{DAY_FIELDS.filter((one) => hasField(kind, one)).map((one) => field(one))}</div>
        {hasField(kind, 'clause') && clause !== null && <p class="hint">{say.clauseOnFile(inertLine(clause, 200))}</p>}
        {handedIn && <div class="options">{field('consent')}</div>}
        <button type="submit" class="button primary">
          {say.draft}
        </button>
      </form>
    </section>
  );
}

/** What whoever drafts reads, and what the letter says. */
const actIn = (act: Act, language: LetterLanguage, { language: { code } }: Messages): string =>
  [...new Set([ACT_LABELS[code][act], ACT_LABELS[language][act]])].join(' — ');

/** Whether the letter may name those whom the case befell. */
const Naming = ({ messages: { letters: say, concerned }, drafting }: DraftProps) => (
  <>
    <p class="hint">{say.namingLead}</p>
    <ul>
      {drafting.concerned.map(({ name, naming }) => (
        <li>
          {inertLine(name, 60)} — {concerned.namingOf(naming)}
        </li>
      ))}
    </ul>
  </>
);

/** What is said of each field of such a letter. */
function wordsOf({ messages: { letters: say }, kind, language, drafting, tried }: DraftProps) {
  const { needs } = planOf(kind);
  const words = (field: LetterField) => ({
    label: say.fields[field],
    wrong: say.fill,
    ...(needs.includes(field) && { need: say.needed }),
  });
  const { left } = parseRedactions(first(tried?.values ?? {}, 'redact'));
  const tooLong = say.tooMany(QUOTES.most);
  return {
    do: say.draft,
    fields: {
      ...Object.fromEntries(WRITTEN_FIELDS.map((one) => [one, { ...words(one), hint: say.hints[one] }])),
      ...Object.fromEntries(DAY_FIELDS.map((one) => [one, { ...words(one), wrong: say.noDay }])),
      quotes: { ...words('quotes'), hint: drafting.choices.length === 0 ? say.noQuotes : say.quotesHint, tooLong },
      lines: { label: say.lines, hint: say.linesHint, tooLong },
      redact: { label: say.redact, hint: say.redactHint, wrong: say.redactLeft(named(left)) },
      acts: { label: say.fields.acts, hint: say.actsHint, options: ACT_LABELS[language] },
      consent: { label: say.consent },
    },
  };
}

/** What no field says. */
function errorIn({ code, reason }: Tried, { letters: say, form }: Messages): string {
  if (reason?.code === 'words-nowhere') return say.nowhere(inertLine(reason.words, 60));
  if (code === 'no-consent') return say.consentNeeded;
  if (code === 'not-named') return say.notNamed;
  return code === null ? form.wrong : say.changed;
}
