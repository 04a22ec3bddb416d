import type { Child } from 'hono/jsx';
import { referComplaint, referObjection } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { isJustified, type Objection, type Referral, todayIn, wasInTheRight } from '../../../response/index.ts';
import { lastDecision, referralsOfCase, referralsOfObjection } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { ActForm, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';

/** To whom a justified complaint was passed on, and the form for one more. Null: the case is none, and nothing was. */
export async function referralsCard(c: WebContext, deps: FrontDeps, id: CaseId, tried: Tried | null): Promise<Child> {
  const list = await referralsOfCase(deps.db, id);
  const last = await lastDecision(deps.db, id, visibilityOf(c));
  const open = can(c, 'cases.decide') && (tried !== null || isJustified(last?.decision ?? null));
  if (list.length === 0 && !open) return null;
  const messages = c.get('messages');
  const common = { messages, today: todayIn(deps.company.timeZone, deps.now()), tried };
  return (
    <section class="card" id="referrals" aria-labelledby="referrals-title">
      <h2 id="referrals-title">{messages.objections.referrals.title}</h2>
      <List {...{ messages, clock: c.get('clock'), list }} />
      {open && (
        <ActForm {...common} act={referComplaint} say={messages.objections.referrals} at={{ id }} within="refer" />
      )}
    </section>
  );
}

/** The same of an objection. */
export async function referralsOf(
  c: WebContext,
  deps: FrontDeps,
  objection: Objection,
  tried: Tried | null,
): Promise<Child> {
  if (!wasInTheRight(objection)) return null;
  const messages = c.get('messages');
  const common = { messages, today: todayIn(deps.company.timeZone, deps.now()), tried };
  return (
    <section aria-labelledby="referrals-title">
      <h3 id="referrals-title">{messages.objections.referrals.title}</h3>
      <List {...{ messages, clock: c.get('clock'), list: await referralsOfObjection(deps.db, objection.id) }} />
      <ActForm
        {...common}
        act={referObjection}
        say={messages.objections.referrals}
        at={{ objection: objection.id }}
        within="refer"
      />
    </section>
  );
}

interface ListProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly list: readonly Referral[];
}

function List({ messages, clock, list }: ListProps) {
  return (
    <>
      <p class="hint">{messages.objections.referrals.about}</p>
      {list.length > 0 && (
        <ul class="plain">
          {list.map(({ team, words, by, at }) => (
            <li>
              <strong>{inertLine(team, 60)}</strong> <span class="lines">{inert(words)}</span>{' '}
              <span class="muted small">{messages.objections.notedBy(inertLine(by, 60), clock.date(at))}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
