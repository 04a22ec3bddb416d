import type { Child, PropsWithChildren } from 'hono/jsx';
import { type CareDeed, recordCare } from '../../../actions/index.ts';
import {
  CARE_POINTS,
  CARE_STATES,
  type Care,
  type CarePoint,
  type Day,
  isDue,
  openPoints,
  stateOf,
} from '../../../response/index.ts';
import { dayAfter } from '../../../util/day.ts';
import type { Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { NotDone } from '../shell/components.tsx';
import { LongText, Radio } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export interface CareViewProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly care: Care;
  readonly confirmed: ReadonlySet<CarePoint>; // by whoever is concerned
  readonly people: Child; // whom the case befell
  readonly tried: Tried | null;
  readonly saved: boolean;
}

/** The care list of a case: each point with its own small form, so that nothing waits for the rest to be known. */
export function CareView(props: CareViewProps) {
  const { messages, care, people, tried, saved } = props;
  const say = messages.care;
  const left = openPoints(care).length;
  return (
    <section aria-labelledby="care">
      <h2 id="care">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      <NotDone of={tried !== null && `${say.wrong} ${wrongIn(tried, messages)}`} />
      {saved && (
        <div class="after-bar" role="status">
          <p>{say.saved}</p>
        </div>
      )}
      {people}
      <p>
        <strong>{left > 0 ? say.locked(left) : say.unlocked}</strong>
      </p>
      <ul class="card plain own-reports">
        {CARE_POINTS.map((point) => (
          <Point {...props} point={point} />
        ))}
      </ul>
      <FollowUps {...props} />
      <Recurring {...props} />
    </section>
  );
}

/** What a form said that came back, if it was this one. */
function saidOf({ tried }: CareViewProps, deed: CareDeed, point = ''): Values | null {
  const values = tried?.values ?? {};
  return first(values, 'do') === deed && first(values, 'point') === point ? values : null;
}

function wrongIn({ problems }: Tried, { care: say, fields }: Messages): string {
  if (problems.note === 'too-long') return fields.tooLong(recordCare.shapes.note.maxLength!);
  if (problems.note !== undefined) return say.noNote;
  return problems.due === undefined ? say.noPoint : say.noDay;
}

function Point(props: CareViewProps & { readonly point: CarePoint }) {
  const { messages, clock, today, care, confirmed, point } = props;
  const say = messages.care;
  const state = stateOf(care, point);
  const record = care.records[point];
  const said = saidOf(props, 'point', point);
  const shown = said ?? { state: [state === 'open' ? 'declined' : state], note: [record?.note ?? ''] };
  return (
    <li id={point} class="care-point">
      <div class="act">
        <div>
          <h3 id={`${point}-title`}>
            {say.points[point]} {state !== 'open' && <span class="pill pill-good">{say.states[state]}</span>}{' '}
            {confirmed.has(point) && <span class="pill">{messages.concerned.confirmedOne}</span>}
          </h3>
          <p class="hint">{say.hints[point]}</p>
        </div>
        {state === 'open' && point === 'follow-up' && (
          <form method="post" action={`/cases/${care.caseId}/care`}>
            <input type="hidden" name="do" value="plan" />
            <button
              type="submit"
              class="button"
              name="due"
              value={dayAfter(today, 7)}
              aria-describedby={`${point}-title`}
            >
              {say.inAWeek}
            </button>
          </form>
        )}
        {state === 'open' && point !== 'follow-up' && (
          <form method="post" action={`/cases/${care.caseId}/care`}>
            <input type="hidden" name="do" value="point" />
            <input type="hidden" name="point" value={point} />
            <button type="submit" class="button" name="state" value="done" aria-describedby={`${point}-title`}>
              {say.tap}
            </button>
          </form>
        )}
      </div>
      {record !== undefined && (
        <p class="muted small">{say.written(inertLine(record.by, 60), clock.date(record.at))}</p>
      )}
      {record?.note && <p class="lines">{inert(record.note)}</p>}
      <details open={said !== null}>
        <summary>{state === 'open' ? say.declineOrNote : say.change}</summary>
        <NoteForm
          care={care}
          kind="point"
          id={point}
          label={say.note}
          hint={say.noteHint}
          values={shown}
          send={say.save}
        >
          <input type="hidden" name="point" value={point} />
          <fieldset aria-labelledby={`${point}-title`}>
            <div class="options">
              {CARE_STATES.map((one) => (
                <Radio values={shown} name="state" value={one} label={say.states[one]} />
              ))}
            </div>
          </fieldset>
        </NoteForm>
      </details>
    </li>
  );
}

function FollowUps(props: CareViewProps) {
  const { messages, clock, today, care } = props;
  const say = messages.care;
  const shown = saidOf(props, 'plan') ?? {};
  return (
    <section class="card" id="days" aria-labelledby="days-title">
      <h3 id="days-title">{say.followUps}</h3>
      <p class="hint">{say.followUpsLead}</p>
      {care.followUps.length === 0 ? (
        <p class="muted">{say.noFollowUps}</p>
      ) : (
        <ul class="plain">
          {care.followUps.map((one) => (
            <li>
              <time datetime={one.due}>{one.due}</time>{' '}
              {isDue(one, today) && <span class="pill pill-bad">{one.due === today ? say.today : say.overdue}</span>}{' '}
              <span class="muted small">
                {one.done === null
                  ? say.planned(inertLine(one.by, 60))
                  : say.askedBy(inertLine(one.done.by, 60), clock.date(one.done.at))}
              </span>
              {one.note !== '' && <p class="lines">{inert(one.note)}</p>}
              {one.done === null && (
                <form method="post" action={`/cases/${care.caseId}/care`}>
                  <input type="hidden" name="do" value="asked" />
                  <button type="submit" class="button" name="followUp" value={one.id}>
                    {say.asked}
                  </button>
                </form>
              )}
            </li>
          ))}
        </ul>
      )}
      <NoteForm care={care} kind="plan" id="plan" label={say.note} hint={say.noteHint} values={shown} send={say.plan}>
        <div class="field">
          <label for="follow-up-due">{say.due}</label>
          <input type="date" id="follow-up-due" name="due" min={today} value={first(shown, 'due')} required />
        </div>
      </NoteForm>
    </section>
  );
}

function Recurring(props: CareViewProps) {
  const { messages, clock, care } = props;
  const say = messages.care;
  const { recurrence } = care;
  const shown = saidOf(props, 'recurrence') ?? { note: [recurrence?.note ?? ''] };
  return (
    <section class="card" id="recurrence" aria-labelledby="recurrence-title">
      <h3 id="recurrence-title">{say.recurrence}</h3>
      {recurrence !== null && (
        <p class="muted small">{say.written(inertLine(recurrence.by, 60), clock.date(recurrence.at))}</p>
      )}
      <NoteForm
        care={care}
        kind="recurrence"
        id="recurrence"
        label={say.recurrenceNote}
        hint={say.recurrenceLead}
        values={shown}
        send={say.save}
      />
    </section>
  );
}

type NoteFormProps = PropsWithChildren<{
  readonly care: Care;
  readonly kind: CareDeed;
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly values: Values;
  readonly send: string;
}>;

/** A form of the care list: what it asks itself, then words. */
function NoteForm({ care, kind, id, label, hint, values, send, children }: NoteFormProps) {
  return (
    <form method="post" action={`/cases/${care.caseId}/care`}>
      <input type="hidden" name="do" value={kind} />
      {children}
      <LongText
        id={`${id}-note`}
        name="note"
        label={label}
        hint={hint}
        values={values}
        rows={2}
        most={recordCare.shapes.note.maxLength!}
      />
      <button type="submit" class="button">
        {send}
      </button>
    </form>
  );
}
