import { knowingFor, policyInForce, publishPolicy } from '../../../actions/index.ts';
import { ACTS } from '../../../detect/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { Knowing } from '../knowing/view.tsx';
import { actorOf } from '../shell/actor.ts';
import { formOf, statusOf, type Tried } from '../shell/acts/form.tsx';
import { NotDone } from '../shell/components.tsx';
import { page, type WebContext } from '../shell/page.tsx';

/** The text that holds now, to be changed into the next version; what was published is never changed. And who has read it. */
export async function editPage(c: WebContext, deps: FrontDeps, tried: Tried | null): Promise<Response> {
  const policy = await policyInForce(deps, c.get('language'));
  const messages = c.get('messages');
  const say = messages.knowing;
  const today = todayIn(deps.company.timeZone, deps.now());
  const usual = { text: policy.text, from: today };
  const { action, field } = formOf({ act: publishPolicy, say: say.form, messages, today, tried, usual });
  return page(
    c,
    deps,
    { title: say.edit, section: 'policy-edit', status: statusOf(tried), here: '/policy/edit' },
    <div class="narrow">
      <h1>{say.edit}</h1>
      <p class="muted">
        {say.editLead} <a href="/policy#versions">{say.versions}</a>
      </p>
      <NotDone of={tried !== null && say.wrong} />
      <form class="card" method="post" action={action}>
        {field('text', 24)}
        {field('note')}
        {field('from')}
        <div class="buttons">
          <button type="submit" class="button primary">
            {say.form.do}
          </button>
        </div>
      </form>
      <Knowing
        messages={messages}
        clock={c.get('clock')}
        people={await knowingFor(deps, actorOf(c, deps), policy)}
        hasPolicy={policy.kind === 'own'}
        lessons={ACTS.length}
      />
    </div>,
  );
}
