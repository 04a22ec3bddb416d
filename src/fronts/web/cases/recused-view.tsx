import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';

/** Says why a case is for others, and nothing of what is in it. */
export function RecusedView({ messages }: { readonly messages: Messages }) {
  const say = messages.recused;
  return (
    <div class="narrow">
      <section class="card rest">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <p>{say.ask}</p>
        <div class="buttons">
          <form method="post" action="/next">
            <button type="submit" class="button primary" data-key="n">
              {messages.claim.next} <Key of="n" />
            </button>
          </form>
          <a class="button" href="/" data-key="l">
            {messages.case.back} <Key of="l" />
          </a>
        </div>
      </section>
    </div>
  );
}
