import type { DraftingState } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import {
  DAY_FIELDS,
  type DayField,
  hasField,
  type LetterKind,
  type LetterLanguage,
  planOf,
  WRITTEN_FIELDS,
  type WrittenField,
} from '../../../response/index.ts';
import { ACT_LABELS, type Masking } from '../../shared/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import type { Clock } from '../shell/clock.ts';
import { Group, LongText, Tick } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { MOST, named } from './form.ts';

interface DraftProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: CaseId;
  readonly kind: LetterKind;
  readonly language: LetterLanguage;
  readonly drafting: DraftingState;
  readonly masking: Masking;
  readonly handedIn: boolean; // somebody must agree
  readonly clause: string | null;
  readonly values: Values;
  readonly leftOut: boolean; // of the letter it takes over, fields with hidden words
  readonly error: string | null;
}

const ROWS: Readonly<Record<WrittenField, number>> = {
  recipient: 3,
  sender: 3,
  contact: 2,
  facts: 5,
  demand: 3,
  answer: 5,
  request: 4,
};

/** What a person writes into a letter. Sentences to quote are chosen without being read where they would hurt. */
export function DraftView(props: DraftProps) {
  const { messages, id, kind, language, handedIn, clause, values, leftOut, error } = props;
  const say = messages.letters;
  const { needs } = planOf(kind);
  return (
    <section aria-labelledby="letters">
      <p class="crumbs">
        <a href={caseTabUrl(id, 'papers')}>← {say.backToAll}</a>
      </p>
      <h2 id="letters">
        {say.drafting(say.kinds[kind])} <span class="muted small">{say.languages[language]}</span>
      </h2>
      <p class="muted">{say.purposes[kind]}</p>
      {error !== null && (
        <p class="alert" role="alert">
          {say.wrong} {error}
        </p>
      )}
      {leftOut && <p class="alert">{say.leftOut}</p>}
      <form method="post" action={`/cases/${id}/letters`} enctype="multipart/form-data" class="card">
        <input type="hidden" name="kind" value={kind} />
        <input type="hidden" name="language" value={language} />
        {WRITTEN_FIELDS.filter((field) => hasField(kind, field)).map((field) => (
          <LongText
            id={field}
            name={field}
            label={say.fields[field]}
            {...(needs.includes(field) ? { need: say.needed } : {})}
            hint={say.hints[field]}
            values={values}
            rows={ROWS[field]}
            most={MOST[field]}
          />
        ))}
        {hasField(kind, 'quotes') && <Quotes {...props} />}
        {hasField(kind, 'acts') && <Labels {...props} />}
        <div class="letter-days">
          {DAY_FIELDS.filter((field) => hasField(kind, field)).map((field) => (
            <DayInput field={field} values={values} messages={messages} needed={needs.includes(field)} />
          ))}
        </div>
        {hasField(kind, 'clause') && clause !== null && <p class="hint">{say.clauseOnFile(inertLine(clause, 200))}</p>}
        {handedIn && (
          <div class="options">
            <Tick values={values} name="consent" value="1" label={say.consent} />
          </div>
        )}
        <button type="submit" class="button primary">
          {say.draft}
        </button>
      </form>
    </section>
  );
}

interface DayProps {
  readonly messages: Messages;
  readonly field: DayField;
  readonly values: Values;
  readonly needed: boolean;
}

const DayInput = ({ messages: { letters: say }, field, values, needed }: DayProps) => (
  <div class="field">
    <label for={field}>
      {say.fields[field]}
      {needed && <span class="need">{say.needed}</span>}
    </label>
    <input type="date" id={field} name={field} value={first(values, field)} required={needed} />
  </div>
);

/** None is ticked: what a letter calls somebody has to be right before others who read it. */
const Labels = ({ messages: { letters: say }, language, drafting: { acts }, values }: DraftProps) =>
  acts.length === 0 ? null : (
    <Group id="acts" title={say.fields.acts} hint={say.actsHint}>
      {acts.map((act) => (
        <Tick values={values} name="acts" value={act} label={ACT_LABELS[language][act]} />
      ))}
    </Group>
  );

function Quotes({ messages, clock, kind, drafting: { choices, redactions }, masking, values }: DraftProps) {
  const say = messages.letters;
  return (
    <>
      <Group
        id="quotes"
        title={say.fields.quotes}
        {...(planOf(kind).needs.includes('quotes') ? { need: say.needed } : {})}
        hint={choices.length === 0 ? say.noQuotes : say.quotesHint}
      >
        {choices.map((choice) => (
          <Tick
            values={values}
            name="quotes"
            value={choice.id}
            label={`${clock.date(choice.at)} 「${inertLine(masking.cover(choice.words), 300)}」`}
          />
        ))}
      </Group>
      <LongText
        id="lines"
        name="lines"
        label={say.lines}
        hint={say.linesHint}
        values={values}
        rows={2}
        most={MOST.lines}
      />
      {redactions.left.length > 0 && <p class="alert">{say.namesLeft(named(redactions.left))}</p>}
      <LongText
        id="redact"
        name="redact"
        label={say.redact}
        hint={say.redactHint}
        values={values}
        rows={4}
        most={MOST.redact}
      />
    </>
  );
}
