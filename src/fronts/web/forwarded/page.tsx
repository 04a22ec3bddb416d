import type { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { confirmForwarded, forwardedFor, rejectForwarded } from '../../../actions/index.ts';
import { HELD_BECAUSE, parseForwardedId, type RefusedBecause } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import type { HeldMail } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import type { Clock } from '../shell/clock.ts';
import { Done, Stranger } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';

const HERE = '/';

/** What may have been done just before. */
const SAID = ['confirmed', 'rejected', 'gone'] as const;

/** Mails at the consultation address that the consultation desk is asked about. */
export function mountForwarded(app: Hono<WebEnv>, deps: FrontDeps): void {
  const show = async (c: WebContext) =>
    parseForwardedId(c.req.param('forwarded') ?? '') === null ? c.notFound() : c.redirect(`${HERE}?done=gone`, 303);
  onAct(app, deps, confirmForwarded, { back: `${HERE}?done=confirmed`, show, says: ['not-there'] });
  onAct(app, deps, rejectForwarded, { back: `${HERE}?done=rejected`, show, says: ['not-there'] });
}

/** What waits, open while something does. Null: nothing does, and none was refused. */
export async function forwardedCard(c: WebContext, deps: FrontDeps): Promise<Child> {
  const messages = c.get('messages');
  const say = messages.forwarded;
  const { held, refused } = await forwardedFor(deps, actorOf(c, deps));
  const said = SAID.find((one) => one === c.req.query('done'));
  if (held.length === 0 && refused.size === 0 && said === undefined) return null;
  const common = { messages, today: todayIn(deps.company.timeZone, deps.now()), tried: null };
  return (
    <>
      <Done of={said !== undefined && say[said]} />
      <details class="card" open={held.length > 0}>
        <summary>
          {say.title} <span class={held.length > 0 ? 'count unseen' : 'count'}>{held.length}</span>
        </summary>
        <p class="muted">{say.lead}</p>
        {held.map((mail) => (
          <Held {...common} clock={c.get('clock')} mail={mail} />
        ))}
        <Refused messages={messages} refused={refused} />
      </details>
    </>
  );
}

type HeldProps = Pick<Parameters<typeof ActForm>[0], 'messages' | 'today' | 'tried'> & {
  readonly clock: Clock;
  readonly mail: HeldMail;
};

function Held({ clock, mail, ...common }: HeldProps) {
  const say = common.messages.forwarded;
  const { id, sender, senderName, subject, receivedAt, confidential } = mail;
  const because = HELD_BECAUSE.find((one) => one === mail.because) ?? 'unproven';
  return (
    <section class="card" aria-labelledby={`mail-${id}`}>
      <h2 id={`mail-${id}`}>
        <Stranger text={subject} otherwise={say.noSubject} />{' '}
        {confidential && <span class="pill">{say.confidential}</span>}
      </h2>
      <dl class="facts">
        <dt>{say.sender}</dt>
        <dd>
          {senderName !== '' && <bdi>{inertLine(senderName, 60)}</bdi>} <bdi>{inertLine(sender, 100)}</bdi>
        </dd>
        <dt>{say.received}</dt>
        <dd>
          <time datetime={receivedAt.toISOString()}>{clock.date(receivedAt)}</time>
        </dd>
        <dt>{say.why}</dt>
        <dd>{say.because[because]}</dd>
      </dl>
      <div class="buttons">
        <ActForm {...common} act={confirmForwarded} say={say.confirm} at={{ forwarded: id }} look="primary" />
        <ActForm {...common} act={rejectForwarded} say={say.reject} at={{ forwarded: id }} />
      </div>
    </section>
  );
}

const REASONS = ['outsider', 'own', 'bounce', 'full'] as const satisfies readonly RefusedBecause[];

interface RefusedProps {
  readonly messages: Messages;
  readonly refused: ReadonlyMap<string, number>; // by reason
}

function Refused({ messages, refused }: RefusedProps) {
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
