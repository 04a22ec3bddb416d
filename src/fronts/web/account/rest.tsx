import { type After, AfterBar } from '../cases/after.tsx';
import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';
import type { Today } from './today.ts';

interface RestProps {
  readonly messages: Messages;
  readonly today: Today;
  readonly after: After | null;
}

export function RestView({ messages, today, after }: RestProps) {
  const say = messages.rest;
  return (
    <div class="narrow">
      <AfterBar messages={messages} after={after} />
      <section class="card rest">
        <h1>{say.title}</h1>
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
    </div>
  );
}
