import type { PersonId } from '../../../cases/index.ts';
import { type Day, OBJECTION_EFFECTS, type Objection, type ObjectionAnswer } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { DuePill } from '../deadlines/answers.tsx';
import type { Clock } from '../shell/clock.ts';
import { Group, LongText, Radio } from '../shell/form-components.tsx';
import type { Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { type Errors, MOST } from './form.ts';
import { againstWords } from './words.ts';

interface ObjectionProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly objection: Objection;
  readonly people: readonly ListedPerson[]; // who could write the answer
  readonly me: PersonId;
  readonly maySettle: boolean; // be the second person
  readonly values: Values;
  readonly errors: Errors;
  readonly error: string | null;
  readonly saved: boolean;
}

/** One objection: what it says, who answers it, what they would answer, and the second person's word. */
export function ObjectionView(props: ObjectionProps) {
  const { messages, clock, today, objection, errors, error, saved } = props;
  const say = messages.objections;
  const { against, caseId, answered, draft } = objection;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/objections">← {say.title}</a>
      </p>
      <h1>{say.one(inertLine(objection.from, 100))}</h1>
      {saved && (
        <p class="after-bar" role="status">
          {say.saved}
        </p>
      )}
      {(error !== null || Object.keys(errors).length > 0) && (
        <p class="alert" role="alert">
          {error ?? say.wrong}
        </p>
      )}
      <section class="card" aria-labelledby="said">
        <h2 id="said">{say.words}</h2>
        <p class="lines">{inert(objection.words)}</p>
        <dl class="facts">
          <dt>{say.against}</dt>
          <dd>
            {againstWords(messages, against)}{' '}
            {caseId !== null && (
              <a href={against.kind === 'measure' ? `/cases/${caseId}/measures` : `/cases/${caseId}`}>
                {messages.case.title(caseId)}
              </a>
            )}
          </dd>
          <dt>{say.received}</dt>
          <dd>
            {objection.received}（{say.notedBy(inertLine(objection.by, 60), clock.date(objection.at))}）
          </dd>
          <dt>{say.due}</dt>
          <dd>
            {objection.due} {answered === null && <DuePill messages={messages} due={objection.due} today={today} />}
          </dd>
          <dt>{say.assigned}</dt>
          <dd>{objection.assigned === null ? say.nobody : inertLine(objection.assigned.name, 60)}</dd>
        </dl>
        {answered === null && <Assign {...props} />}
      </section>
      {objection.returned !== null && (
        <section class="card" aria-labelledby="returned">
          <h2 id="returned">{say.returned}</h2>
          <p class="lines">{inert(objection.returned)}</p>
        </section>
      )}
      {draft !== null && <Answer {...props} draft={draft} />}
      {answered === null && draft === null && <Write {...props} />}
    </div>
  );
}

function Assign({ messages: { objections: say }, objection, people, me }: ObjectionProps) {
  return (
    <form method="post" action={`/objections/${objection.id}`} class="act">
      <label for="person">{say.assign}</label>
      <select id="person" name="person">
        {people.map(({ id, name }) => (
          <option value={id} selected={id === (objection.assigned?.person ?? me)}>
            {inertLine(name, 60)}
          </option>
        ))}
      </select>
      <button type="submit" class="button" name="do" value="assign">
        {say.assignDo}
      </button>
    </form>
  );
}

function Write({ messages: { objections: say }, objection, values, errors }: ObjectionProps) {
  return (
    <form class="card" method="post" action={`/objections/${objection.id}`} aria-labelledby="write">
      <h2 id="write">{say.write}</h2>
      <p class="hint">{say.writeLead}</p>
      <Group id="effect" title={say.effect} error={errors.effect}>
        {OBJECTION_EFFECTS.map((one) => (
          <Radio values={values} name="effect" value={one} label={say.effects[one]} />
        ))}
      </Group>
      <LongText
        id="reasons"
        name="reasons"
        label={say.reasons}
        hint={say.reasonsHint}
        values={values}
        error={errors.reasons}
        rows={5}
        most={MOST.reasons}
      />
      <div class="buttons">
        <button type="submit" class="button primary" name="do" value="draft">
          {say.toSecond}
        </button>
      </div>
    </form>
  );
}

function Answer(props: ObjectionProps & { readonly draft: ObjectionAnswer }) {
  const { messages, clock, objection, draft } = props;
  const say = messages.objections;
  const { answered, against, caseId } = objection;
  return (
    <section class="card" aria-labelledby="answer">
      <h2 id="answer">{answered === null ? say.proposed : say.answer}</h2>
      <p>
        <strong>{say.effects[draft.effect]}</strong>
      </p>
      <p class="lines">{inert(draft.reasons)}</p>
      <p class="muted small">{say.draftedBy(inertLine(draft.by, 60), clock.date(draft.at))}</p>
      {answered !== null && (
        <>
          <p class="muted small">{say.givenBy(inertLine(answered.by, 60), clock.date(answered.at))}</p>
          <p>{say.nothingSent}</p>
          {draft.effect === 'changed' && caseId !== null && (
            <p>
              {say.changeIt}{' '}
              <a href={`/cases/${caseId}/${against.kind === 'letter' ? 'letters' : 'measures'}`}>
                {against.kind === 'letter' ? messages.letters.title : messages.measures.title}
              </a>
            </p>
          )}
        </>
      )}
      {answered === null && <Second {...props} />}
    </section>
  );
}

function Second({
  messages: { objections: say },
  objection,
  draft,
  me,
  maySettle,
  values,
}: Parameters<typeof Answer>[0]) {
  if (draft.person === me) return <p>{say.own}</p>;
  if (!maySettle) return <p>{say.notSecond}</p>;
  const { against } = objection;
  return (
    <form method="post" action={`/objections/${objection.id}`}>
      <p class="hint">
        {say.secondLead} {draft.effect === 'withdrawn' && against.kind === 'measure' && against.inForce && say.lifts}
      </p>
      <LongText
        id="note"
        name="note"
        label={say.returnNote}
        hint={say.returnHint}
        values={values}
        rows={2}
        most={MOST.note}
      />
      <div class="buttons">
        <button type="submit" class="button primary" name="do" value="give">
          {say.give}
        </button>
        <button type="submit" class="button" name="do" value="return">
          {say.giveBack}
        </button>
      </div>
    </form>
  );
}
