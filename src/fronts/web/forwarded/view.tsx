import { HELD_BECAUSE, type RefusedBecause } from '../../../cases/index.ts';
import type { HeldMail } from '../../../store/index.ts';
import type { Clock } from '../shell/clock.ts';
import { Empty, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** What may have been done just before. */
export const SAID = ['confirmed', 'rejected', 'gone'] as const;
export type Said = (typeof SAID)[number];

interface ForwardedProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly held: readonly HeldMail[];
  readonly refused: ReadonlyMap<string, number>; // by reason
  readonly said: Said | null; // what was done just now
}

export function ForwardedView({ messages, clock, held, refused, said }: ForwardedProps) {
  const say = messages.forwarded;
  return (
    <div class="narrow">
      <h1>{say.title}</h1>
      {said !== null && (
        <p class="after-bar" role="status">
          {say[said]}
        </p>
      )}
      <p class="muted">{say.lead}</p>
      {held.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        held.map((mail) => <Held messages={messages} clock={clock} mail={mail} />)
      )}
      <Refused messages={messages} refused={refused} />
    </div>
  );
}

function Held({ messages, clock, mail }: Pick<ForwardedProps, 'messages' | 'clock'> & { readonly mail: HeldMail }) {
  const say = messages.forwarded;
  const { id, sender, senderName, subject, receivedAt, confidential } = mail;
  const because = HELD_BECAUSE.find((one) => one === mail.because) ?? 'unproven';
  const address = inertLine(sender, 100);
  return (
    <section class="card" aria-labelledby={`mail-${id}`}>
      <h2 id={`mail-${id}`}>
        <Stranger text={subject} otherwise={say.noSubject} />{' '}
        {confidential && <span class="pill">{say.confidential}</span>}
      </h2>
      <dl class="facts">
        <dt>{say.sender}</dt>
        <dd>
          {senderName !== '' && <bdi>{inertLine(senderName, 60)}</bdi>} <bdi>{address}</bdi>
        </dd>
        <dt>{say.received}</dt>
        <dd>
          <time datetime={receivedAt.toISOString()}>{clock.date(receivedAt)}</time>
        </dd>
        <dt>{say.why}</dt>
        <dd>{say.because[because]}</dd>
      </dl>
      <div class="buttons">
        <form method="post" action={`/forwarded/${id}/confirm`}>
          <button type="submit" class="button primary" aria-describedby={`mail-${id}`}>
            {say.confirm}
          </button>
        </form>
        <form method="post" action={`/forwarded/${id}/reject`}>
          <button type="submit" class="button" aria-describedby={`mail-${id}`}>
            {say.reject}
          </button>
        </form>
      </div>
    </section>
  );
}

const REASONS = ['outsider', 'own', 'bounce', 'full'] as const satisfies readonly RefusedBecause[];

function Refused({ messages, refused }: Pick<ForwardedProps, 'messages' | 'refused'>) {
  const say = messages.forwarded.refused;
  const reasons = REASONS.filter((reason) => (refused.get(reason) ?? 0) > 0);
  return (
    <section class="card prose" aria-labelledby="refused">
      <h2 id="refused">{say.title}</h2>
      {reasons.length === 0 ? (
        <p class="muted">{say.none}</p>
      ) : (
        <>
          <ul>
            {reasons.map((reason) => (
              <li>{say[reason](refused.get(reason)!)}</li>
            ))}
          </ul>
          <p class="muted">{say.lead}</p>
        </>
      )}
    </section>
  );
}
