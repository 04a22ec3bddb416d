import type { Act } from '../../../detect/index.ts';
import { Scroll } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import { counted } from './components.tsx';

/** What was decided, by act: over every week or month that the charts show. */
export interface ActCount {
  readonly act: Act;
  readonly approved: number;
  readonly dismissed: number;
}

/** Of what kind it was: the most approved first, each with a bar beside its figures. */
export function Acts({ messages, acts }: { readonly messages: Messages; readonly acts: readonly ActCount[] }) {
  const say = messages.numbers;
  const most = Math.max(1, ...acts.map(({ approved }) => approved));
  return (
    <section class="card numbers">
      <h2 id="acts">{say.acts}</h2>
      <p class="muted small">{say.actsLead}</p>
      {acts.length === 0 ? (
        <p class="muted">{say.none}</p>
      ) : (
        <Scroll label={say.acts}>
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{messages.case.acts}</th>
                <th scope="col">{messages.statuses.approved}</th>
                <th scope="col">{messages.statuses.dismissed}</th>
                <td aria-hidden="true" />
              </tr>
            </thead>
            <tbody>
              {acts.map(({ act, approved, dismissed }) => (
                <tr>
                  <th scope="row">{messages.acts[act]}</th>
                  <td>{counted(messages, approved)}</td>
                  <td>{counted(messages, dismissed)}</td>
                  <td class="act-bar" aria-hidden="true">
                    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
                      <rect class="bar-approved" width={(100 * approved) / most} height="8" />
                    </svg>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </section>
  );
}
