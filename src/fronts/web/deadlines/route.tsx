import type { Handler } from 'hono';
import { closedAmong } from '../../../actions/index.ts';
import { DUE_KINDS, type DueKind, type EscalationPlan, planIn, rowFor, todayIn } from '../../../response/index.ts';
import { clockList, listPeople, rulesOf, waitingDays } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { whoIs } from '../escalation/words.ts';
import { actorOf } from '../shell/actor.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { DeadlinesView } from './view.tsx';

const ON_A_PAGE = 50;
const LAST_PAGE = 2000;

/** What is to be done in which case by when. A number and a time, nothing of the mails. */
export const showDeadlines =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const asked = Number(/^\d{1,4}$/.exec(c.req.query('page') ?? '')?.[0] ?? 1);
    const number = Math.min(Math.max(asked, 1), LAST_PAGE);
    const slice = { limit: ON_A_PAGE + 1, offset: (number - 1) * ON_A_PAGE };
    const found = await clockList(deps.db, slice, visibilityOf(c));
    const shown = found.slice(0, ON_A_PAGE);
    const closed = await closedAmong(
      deps,
      actorOf(c, deps),
      shown.map(({ id }) => id),
    );
    const planAt = planIn(await rulesOf<EscalationPlan>(deps.db, 'escalation'));
    const people = await listPeople(deps.db);
    return page(
      c,
      deps,
      { title: messages.deadlines.title, section: 'deadlines' },
      <DeadlinesView
        messages={messages}
        clock={c.get('clock')}
        now={deps.now()}
        clocks={shown.map((one) => {
          const plan = planAt(one.startedAt)?.rules;
          const row = plan === undefined ? null : rowFor(plan, one.level, one.acts);
          const acts = closed.has(one.id) ? [] : one.acts;
          return { ...one, acts, who: row === null ? '' : whoIs(messages, people, row.who) };
        })}
        page={number}
        more={found.length > ON_A_PAGE}
        today={todayIn(deps.company.timeZone, deps.now())}
        answers={await waitingDays(deps.db, kindsFor(c), visibilityOf(c))}
        mayCooperate={can(c, 'cooperation.manage')}
      />,
    );
  };

/** Whose answers somebody may know of. */
function kindsFor(c: WebContext): DueKind[] {
  const rights = {
    expert: 'experts.manage',
    objection: 'objections.manage',
    cooperation: 'cooperation.manage',
  } as const;
  return DUE_KINDS.filter((kind) => can(c, rights[kind]));
}
