import type { CounterpartyId } from '../../../cases/index.ts';
import type { CaseCounterparty } from '../../../store/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** What a case shows of its counterparty. */
export interface CounterpartyInCase {
  readonly found: CaseCounterparty | null; // null: it belongs to none of the register
  readonly names: readonly { readonly id: CounterpartyId; readonly name: string }[]; // among which to choose
}

interface CardProps {
  readonly messages: Messages;
  readonly id: string; // of the case
  readonly sender: boolean; // the case has one
  readonly inCase: CounterpartyInCase | null; // null: not for whoever looks
  readonly mayManage: boolean;
}

/** Who is on the other side, as the register has it, and the way to say so where no sender tells. */
export function CounterpartyCard({ messages, id, sender, inCase, mayManage }: CardProps) {
  if (inCase === null) return null;
  const say = messages.counterparties;
  const { found, names } = inCase;
  const clause = found?.counterparty.clause ?? null;
  return (
    <section class="card hold" id="counterparty" aria-labelledby="counterparty-title">
      <h2 id="counterparty-title">{say.card.title}</h2>
      {found === null ? (
        <p>
          {sender ? say.card.unknown : say.card.unknownNoSender}{' '}
          {mayManage && <a href={`/counterparties?add=1${sender ? `&case=${id}` : ''}#add`}>{say.add}</a>}
        </p>
      ) : (
        <p>
          <a href={`/counterparties/${found.counterparty.id}`}>
            <bdi>{inertLine(found.counterparty.name, 100)}</bdi>
          </a>{' '}
          <span class="muted">{found.named ? say.card.byPerson : say.card.bySender}</span>
          <br />
          {say.clause}:{' '}
          {clause === null ? say.clauseNone : say.clauseOf(clause.agreedOn, inertLine(clause.document, 100))}
        </p>
      )}
      {names.length > 0 && (
        <details class="more">
          <summary>{say.card.choose}</summary>
          <form method="post" action={`/cases/${id}/counterparty`}>
            <div class="field">
              <label for="counterparty-choice">{say.card.choice}</label>
              <select id="counterparty-choice" name="counterparty">
                <option value="">{say.card.bySenderChoice}</option>
                {names.map((one) => (
                  <option value={one.id} selected={found?.named === true && found.counterparty.id === one.id}>
                    {inertLine(one.name, 80)}
                  </option>
                ))}
              </select>
            </div>
            <button type="submit" class="button">
              {say.card.save}
            </button>
          </form>
        </details>
      )}
    </section>
  );
}
