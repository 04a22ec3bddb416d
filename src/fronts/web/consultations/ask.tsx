import type { FrontDeps } from '../../shared/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export interface AskProps {
  readonly messages: Messages;
  readonly desk: readonly string[]; // names of those at the consultation desk
  readonly addresses: Pick<FrontDeps['consultation'], 'addresses' | 'confidentialAddresses'>; // to which mails may be forwarded
}

/** The ways to ask for help. */
export function Ask({ messages, desk, addresses }: AskProps) {
  const { policy: say, worry } = messages;
  return (
    <>
      <Danger messages={messages} />
      <section class="card" aria-labelledby="ask">
        <h2 id="ask">{say.ask}</h2>
        <p>{say.askLead}</p>
        <p class="ways-in">
          <a class="button primary" href="/reports/new">
            {messages.handIn.title}
          </a>
        </p>
        <ByForwarding messages={messages} {...addresses} />
        <p>
          <a href="/policy?tab=worry">{worry.open}</a> · <a href="/reports?tab=timeline">{messages.timelines.own}</a>
        </p>
        <p class="muted small">{desk.length === 0 ? say.noDesk : say.desk(namesOf(desk))}</p>
      </section>
    </>
  );
}

/** Employees may forward a mail instead of signing in. */
function ByForwarding({
  messages: { forwarded: say },
  addresses,
  confidentialAddresses,
}: Pick<AskProps, 'messages'> & AskProps['addresses']) {
  const all = [...addresses, ...confidentialAddresses];
  if (all.length === 0) return null;
  return (
    <p>
      {say.policy((addresses.length > 0 ? addresses : all).join('、'))}{' '}
      {confidentialAddresses.length > 0 ? say.policyConfidential(confidentialAddresses.join('、')) : say.policyWord}
    </p>
  );
}

/** Where to turn before any form is filled in. */
export const Danger = ({ messages: { handIn: say } }: Pick<AskProps, 'messages'>) => (
  <p class="danger-now">
    <strong>{say.dangerTitle}</strong> {say.danger}
  </p>
);

export const namesOf = (names: readonly string[]): string => names.map((name) => inertLine(name, 60)).join('、');
