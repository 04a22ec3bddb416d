import type { Child } from 'hono/jsx';
import { seeAdded } from '../../../actions/index.ts';
import type { CaseDetail } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import { additionsTo } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import { ActForm } from '../shell/acts/form.tsx';
import { inertLine } from '../shell/inert.ts';
import type { WebContext } from '../shell/page.tsx';

/** What came to a case after it was decided and nobody has said they saw: when and from whom, never what was written. Null: nothing. */
export async function addedCard(c: WebContext, deps: FrontDeps, { id }: CaseDetail): Promise<Child> {
  const added = await additionsTo(deps.db, id);
  const last = added.at(-1);
  if (last === undefined) return null;
  const messages = c.get('messages');
  const clock = c.get('clock');
  const say = messages.further;
  return (
    <section class="card" id="added" aria-labelledby="added-title">
      <h2 id="added-title">{say.title}</h2>
      <p class="hint">{say.lead}</p>
      <ul class="plain">
        {added.map(({ kind, further, by, at }) => (
          <li>
            {clock.date(at)} {say.kinds[kind]} {by !== '' && <span class="muted">{inertLine(by, 60)}</span>}{' '}
            <a href={further === null ? `${caseTabUrl(id, 'history')}#timeline` : `/cases/${further}`}>
              {further === null ? say.file : messages.case.title(further)}
            </a>
          </li>
        ))}
      </ul>
      <ActForm
        {...{ messages, today: todayIn(deps.company.timeZone, deps.now()), tried: null }}
        act={seeAdded}
        say={say.seen}
        at={{ id, last: last.id }}
      />
    </section>
  );
}
