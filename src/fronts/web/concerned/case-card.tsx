import { nameConcerned } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { CARE_POINTS, type Care, type Concerned, type Day, isConfirmed, stateOf } from '../../../response/index.ts';
import type { Account } from '../../../store/index.ts';
import { ActForm, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export interface ConcernedProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly id: CaseId;
  readonly care: Care;
  readonly concerned: readonly Concerned[];
  readonly tried: Tried | null;
  /** Whom one may put down, those whom the mails name first; null: whoever looks may not. */
  readonly candidates: readonly (Pick<Account, 'id' | 'name'> & { readonly named: boolean })[] | null;
}

/** Whom a case befell, what they wish, and whether letters may name them. */
export function ConcernedCard(props: ConcernedProps) {
  const { messages, care, concerned, candidates } = props;
  const say = messages.concerned;
  return (
    <section class="card" id="concerned" aria-labelledby="concerned-title">
      <h3 id="concerned-title">{say.title}</h3>
      <p class="hint">{say.lead}</p>
      {care.stopped && <p class="alert">{say.stopped}</p>}
      {concerned.length === 0 ? (
        <p class="muted">{say.nobody}</p>
      ) : (
        <ul class="plain own-reports">
          {concerned.map((one) => (
            <One {...props} one={one} />
          ))}
        </ul>
      )}
      {candidates !== null && <Name {...props} candidates={candidates} />}
    </section>
  );
}

function One({ one, clock, id, care, candidates, ...common }: ConcernedProps & { readonly one: Concerned }) {
  const { messages } = common;
  const say = messages.concerned;
  const confirmed = CARE_POINTS.filter((point) => isConfirmed(stateOf(care, point), one.care[point]?.answer)).length;
  const name = inertLine(one.name, 60);
  return (
    <li>
      <div class="act">
        <h4>
          {name} <span class="pill">{say.by[one.by]}</span>
        </h4>
        {candidates !== null && one.by === 'named' && one.caseId === id && (
          <ActForm
            {...common}
            act={nameConcerned}
            say={say.remove}
            at={{ id, do: 'remove', person: one.person, role: '' }}
            called={say.removeOf(name)}
            look="quiet"
          />
        )}
      </div>
      {one.wishes === null ? (
        <p class="muted">{say.notSaid}</p>
      ) : (
        <>
          <p>
            {one.wishes.map((wish) => say.wishes[wish]).join(messages.decide.separator)}{' '}
            {one.wishedAt !== null && <span class="muted small">{clock.date(one.wishedAt)}</span>}
          </p>
          {one.wishWords !== '' && <p class="lines">{inert(one.wishWords)}</p>}
        </>
      )}
      <p class="muted small">
        {say.namingOf(one.naming)} {one.role !== '' && say.roleOf(inertLine(one.role, 60))}{' '}
        {say.confirmed(confirmed, CARE_POINTS.length)}
      </p>
    </li>
  );
}

function Name({
  id,
  candidates,
  concerned,
  ...common
}: ConcernedProps & { readonly candidates: NonNullable<ConcernedProps['candidates']> }) {
  const { messages, tried } = common;
  const say = messages.concerned;
  const left = candidates.filter((one) => concerned.every(({ person, by }) => person !== one.id || by === 'report'));
  const options = left.map(({ id: value, name, named }) => ({
    value,
    label: named ? `${inertLine(name, 60)}（${say.namedInMails}）` : inertLine(name, 60),
  }));
  return (
    <details class="more" open={tried?.act === nameConcerned}>
      <summary>{say.addTitle}</summary>
      <ActForm
        {...common}
        act={nameConcerned}
        say={say.name}
        at={{ id, do: 'add' }}
        within="concerned"
        among={{ person: [{ value: '', label: say.choose }, ...options] }}
      />
    </details>
  );
}
