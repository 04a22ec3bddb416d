import type { FrontDeps } from '../../shared/index.ts';
import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';
import type { WebContext } from '../shell/page.tsx';
import { type Today, todayOf } from './today.ts';

/** Whether the list suggests a rest: to whoever asked for one more and has seen enough for a day. */
export async function restOf(c: WebContext, deps: FrontDeps): Promise<Today | null> {
  if (c.req.query('rest') !== '1') return null;
  const today = await todayOf(c, deps);
  return today.workload < today.cap ? null : today;
}

/** Only a suggestion: it stands where the next case is begun, and lets go on. */
export function Rest({ messages, today }: { readonly messages: Messages; readonly today: Today }) {
  const say = messages.rest;
  return (
    <section class="card rest" aria-labelledby="rest">
      <h2 id="rest">{say.title}</h2>
      <p class="rest-count">{say.count(today.workload, today.cap)}</p>
      <p>{say.lead}</p>
      <p>{say.free}</p>
      <div class="buttons">
        <a class="button primary" href="/" data-key="l">
          {say.stop} <Key of="l" />
        </a>
        <form method="post" action="/next">
          <input type="hidden" name="anyway" value="1" />
          <button type="submit" class="button" data-key="n">
            {say.goOn} <Key of="n" />
          </button>
        </form>
      </div>
      <p class="hint">{say.counted}</p>
    </section>
  );
}
