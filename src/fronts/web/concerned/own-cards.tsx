import { answerCare, decideNaming, sayWishes } from '../../../actions/index.ts';
import { CARE_POINTS, type Care, type CarePoint, type Day, stateOf } from '../../../response/index.ts';
import type { FileDeed, OwnCase } from '../../../store/index.ts';
import { wordsOfDeed } from '../case-file/deeds.tsx';
import { ActForm, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { inert } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export interface OwnProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly own: OwnCase;
  readonly care: Care;
  readonly done: readonly FileDeed[]; // newest first
  readonly tried: Tried | null;
  readonly saved: boolean;
}

/** What somebody whom a case befell says themselves, and what was done: for them, and towards the other side. */
export function OwnCards(props: OwnProps) {
  const { messages, tried, saved } = props;
  const say = messages.concerned;
  return (
    <>
      {tried !== null && (
        <p class="alert" role="alert">
          {say.unsaved}
        </p>
      )}
      {saved && tried === null && (
        <p class="after-bar" role="status">
          {say.saved}
        </p>
      )}
      <Wishes {...props} />
      <OwnCare {...props} />
      <OwnNaming {...props} />
      <Done {...props} />
    </>
  );
}

function Wishes({ clock, own, ...common }: OwnProps) {
  const say = common.messages.concerned;
  const { wishes, wishWords, wishedAt } = own;
  return (
    <section class="card" id="wishes" aria-labelledby="wish-title">
      <h2 id="wish-title">{say.wishTitle}</h2>
      {wishes !== null && wishedAt !== null && (
        <>
          <p class="muted small">{say.wished(clock.date(wishedAt))}</p>
          <ul>
            {wishes.map((wish) => (
              <li>{say.wishes[wish]}</li>
            ))}
          </ul>
          {wishWords !== '' && <p class="lines">{inert(wishWords)}</p>}
        </>
      )}
      <p class="hint">{say.wishLead}</p>
      <ActForm
        {...common}
        act={sayWishes}
        say={say.wish}
        at={{ report: own.key }}
        within="wish"
        usual={{ wishes: wishes ?? [], words: wishWords }}
      />
    </section>
  );
}

function OwnCare(props: OwnProps) {
  const say = props.messages.concerned;
  return (
    <section class="card" id="care" aria-labelledby="care-title">
      <h2 id="care-title">{say.careTitle}</h2>
      <p class="hint">{say.careLead}</p>
      <ul class="plain own-reports">
        {CARE_POINTS.map((point) => (
          <Point {...props} point={point} />
        ))}
      </ul>
    </section>
  );
}

function Point({ clock, own, care, point, ...common }: OwnProps & { readonly point: CarePoint }) {
  const say = common.messages.concerned;
  const state = stateOf(care, point);
  const said = own.care[point];
  const at = { report: own.key, point };
  const declining = common.tried?.act === answerCare && common.tried.values.point?.[0] === point;
  return (
    <li class="care-point">
      <div class="act">
        <h3>
          {say.points[point]} <span class={state === 'open' ? 'pill' : 'pill pill-good'}>{say.states[state]}</span>
        </h3>
        {state === 'done' && said?.answer !== 'received' && (
          <ActForm
            {...common}
            act={answerCare}
            say={say.received}
            at={{ ...at, answer: 'received', words: '' }}
            called={`${say.points[point]} — ${say.received.do}`}
          />
        )}
      </div>
      {said !== undefined && (
        <p class="muted small">
          {say.answers[said.answer]} — {clock.date(said.at)} {said.words !== '' && inert(said.words)}
        </p>
      )}
      {said?.answer !== 'declined' && (
        <details open={declining}>
          <summary>
            {say.declineTitle}
            <span class="visually-hidden">: {say.points[point]}</span>
          </summary>
          <ActForm {...common} act={answerCare} say={say.decline} at={{ ...at, answer: 'declined' }} within={point} />
        </details>
      )}
    </li>
  );
}

function OwnNaming({ own, ...common }: OwnProps) {
  const say = common.messages.concerned;
  return (
    <section class="card" id="naming" aria-labelledby="naming-title">
      <h2 id="naming-title">{say.namingTitle}</h2>
      <p class="hint">{say.namingLead}</p>
      <ActForm
        {...common}
        act={decideNaming}
        say={say.naming}
        at={{ report: own.key }}
        usual={own.naming === null ? {} : { naming: own.naming }}
      />
    </section>
  );
}

function Done({ messages, clock, done }: OwnProps) {
  const say = messages.concerned;
  return (
    <section class="card" id="done" aria-labelledby="done-title">
      <h2 id="done-title">{say.doneTitle}</h2>
      {done.length === 0 ? (
        <p class="muted">{say.nothingDone}</p>
      ) : (
        <>
          <p class="hint">{say.doneLead}</p>
          <ol class="timeline">
            {done.map((deed) => (
              <li class="event">
                <time class="muted" datetime={deed.at.toISOString()}>
                  {clock.date(deed.at)}
                </time>
                <span>{wordsOfDeed(messages, { ...deed, by: '' })}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
