import type { Child } from 'hono/jsx';
import {
  assignObjection,
  draftObjectionAnswer,
  giveObjectionAnswer,
  type Objectable,
  placeObjection,
  recordObjection,
  returnObjectionAnswer,
  setObjectionAside,
} from '../../../actions/index.ts';
import type { PersonId } from '../../../cases/index.ts';
import type { Day, Objection, ObjectionAnswer } from '../../../response/index.ts';
import type { ListedPerson } from '../../../store/index.ts';
import { draftUrl } from '../cases/tabs.tsx';
import { DuePill } from '../deadlines/answers.tsx';
import { ActForm, isTried, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { againstOptions, againstWords } from './words.ts';

interface ObjectionProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly objection: Objection;
  readonly objectable: Objectable; // in its case
  readonly people: readonly ListedPerson[]; // who could write the answer
  readonly me: PersonId;
  readonly second: readonly ListedPerson[]; // who could give an answer that was written
  readonly tried: Tried | null;
  readonly saved: boolean;
  readonly referrals: Child; // to whom it was passed on, where it was in the right
}

/** One objection: what it says, who answers it, what they would answer, and the second person's word. */
export function ObjectionView(props: ObjectionProps) {
  const { messages, clock, today, objection, tried, saved } = props;
  const say = messages.objections;
  const { against, caseId, answered, draft } = objection;
  const own = tried === null || tried.act === recordObjection ? null : tried;
  const refusals: Readonly<Record<string, string>> = {
    'not-there': say.changed,
    'own-proposal': say.own,
    involved: say.involved,
  };
  return (
    <section class="card" aria-labelledby="objection">
      <h2 id="objection">{say.one(inertLine(objection.from, 100))}</h2>
      {saved && (
        <p class="after-bar" role="status">
          {messages.fields.saved}
        </p>
      )}
      {own !== null && (
        <p class="alert" role="alert">
          {refusals[own.code ?? ''] ?? messages.fields.unsaved}
        </p>
      )}
      <section aria-labelledby="said">
        <h3 id="said">{say.record.fields.words.label}</h3>
        <p class="lines">{inert(objection.words)}</p>
        <dl class="facts">
          <dt>{say.against}</dt>
          <dd>
            {againstWords(messages, against)}{' '}
            {caseId !== null && (
              <a href={against.kind === 'measure' ? `/cases/${caseId}?tab=response` : `/cases/${caseId}`}>
                {messages.case.title(caseId)}
              </a>
            )}
          </dd>
          <dt>{say.record.fields.received.label}</dt>
          <dd>
            {objection.received}（{say.notedBy(inertLine(objection.by, 60), clock.date(objection.at))}）
          </dd>
          <dt>{say.record.fields.due.label}</dt>
          <dd>
            {objection.due} {answered === null && <DuePill messages={messages} due={objection.due} today={today} />}
          </dd>
          <dt>{say.assigned}</dt>
          <dd>{objection.assigned === null ? say.nobody : inertLine(objection.assigned.name, 60)}</dd>
        </dl>
        <Mails {...props} />
        {answered === null && objection.mails.length > 0 && <Place {...props} />}
        {answered === null && objection.aside === null && <Assign {...props} />}
      </section>
      {objection.returned !== null && (
        <section aria-labelledby="returned">
          <h3 id="returned">{say.returned}</h3>
          <p class="lines">{inert(objection.returned)}</p>
        </section>
      )}
      {draft !== null && <Answer {...props} draft={draft} />}
      {props.referrals}
      {answered === null &&
        draft === null &&
        objection.aside === null &&
        (isMine(props) ? <Write {...props} /> : <p>{say.involved}</p>)}
    </section>
  );
}

/** The mails by which it came, those after the first with their words. */
function Mails({ messages, clock, objection: { id, mails } }: ObjectionProps) {
  const say = messages.objections;
  if (mails.length === 0) return null;
  return (
    <ul class="plain">
      {mails.map(({ id: mail, receivedAt, words, automatic }, at) => (
        <li>
          <a href={`/objections/${id}/mails/${mail}`}>{say.mail(clock.date(receivedAt))}</a>{' '}
          {automatic && <span class="pill">{say.automatic}</span>}
          {at > 0 && <p class="lines">{inert(words)}</p>}
        </li>
      ))}
    </ul>
  );
}

/** To what a mail objects, and the way to put it aside. */
function Place({ objection, objectable, ...common }: ObjectionProps) {
  const say = common.messages.objections;
  const { id, against, caseId, due, aside, draft } = objection;
  if (aside !== null)
    return <ActForm {...common} act={setObjectionAside} say={say.takeBack} at={{ objection: id, back: '1' }} />;
  if (draft !== null) return null;
  const isOpen = against.kind === 'unplaced' || isTried(common.tried, placeObjection, { objection: id });
  return (
    <>
      <details class="more" open={isOpen}>
        <summary>{say.placeTitle}</summary>
        <ActForm
          {...common}
          act={placeObjection}
          say={say.place}
          at={{ objection: id }}
          usual={{
            case: caseId ?? '',
            due,
            against: against.kind === 'letter' || against.kind === 'measure' ? `${against.kind}-${against.id}` : 'case',
          }}
          among={{ against: againstOptions(common.messages, objectable) }}
          within="place"
        />
      </details>
      <ActForm {...common} act={setObjectionAside} say={say.putAside} at={{ objection: id, back: '' }} />
    </>
  );
}

/** Whoever proposed or approved what it is against leaves the answer to others, where there are any. */
const isMine = ({ objection, people, me }: ObjectionProps): boolean =>
  !objection.involved.includes(me) || people.some(({ id }) => id === me);

function Assign({ objection, people, me, ...common }: ObjectionProps) {
  return (
    <ActForm
      {...common}
      act={assignObjection}
      say={common.messages.objections.assign}
      at={{ objection: objection.id }}
      usual={{ person: objection.assigned?.person ?? me }}
      among={{ person: people.map(({ id, name }) => ({ value: id, label: inertLine(name, 60) })) }}
    />
  );
}

function Write({ objection, ...common }: ObjectionProps) {
  const say = common.messages.objections;
  return (
    <section aria-labelledby="write">
      <h3 id="write">{say.write}</h3>
      <p class="hint">{say.writeLead}</p>
      <ActForm {...common} act={draftObjectionAnswer} say={say.draft} at={{ objection: objection.id }} look="primary" />
    </section>
  );
}

function Answer(props: ObjectionProps & { readonly draft: ObjectionAnswer }) {
  const { messages, clock, objection, draft } = props;
  const say = messages.objections;
  const { answered, against, caseId } = objection;
  return (
    <section aria-labelledby="answer">
      <h3 id="answer">{answered === null ? say.proposed : say.answer}</h3>
      <p>
        <strong>{say.draft.fields.effect.options[draft.effect]}</strong>
      </p>
      <p class="lines">{inert(draft.reasons)}</p>
      <p class="muted small">{say.draftedBy(inertLine(draft.by, 60), clock.date(draft.at))}</p>
      {answered !== null && (
        <>
          <p class="muted small">{say.givenBy(inertLine(answered.by, 60), clock.date(answered.at))}</p>
          <p>{say.nothingSent}</p>
          {caseId !== null && (
            <p>
              <a class="button" href={draftUrl(caseId, { kind: 'calm-reply', objection: objection.id })}>
                {say.answerLetter}
              </a>
            </p>
          )}
          {draft.effect === 'changed' && caseId !== null && (
            <p>
              {say.changeIt}{' '}
              <a href={`/cases/${caseId}?tab=${against.kind === 'letter' ? 'papers' : 'response'}`}>
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

function Second({ objection, draft, me, second, ...common }: Parameters<typeof Answer>[0]) {
  const say = common.messages.objections;
  if (draft.person === me) return <p>{say.own}</p>;
  if (!second.some(({ id }) => id === me)) return <p>{say.notSecond}</p>;
  const { against, id } = objection;
  return (
    <>
      <p class="hint">
        {say.secondLead} {draft.effect === 'withdrawn' && against.kind === 'measure' && against.inForce && say.lifts}
      </p>
      <ActForm {...common} act={giveObjectionAnswer} say={say.give} at={{ objection: id }} look="primary" />
      <ActForm {...common} act={returnObjectionAnswer} say={say.giveBack} at={{ objection: id }} />
    </>
  );
}
