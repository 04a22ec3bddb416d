import type { PolicyInForce } from '../../../policy/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Points } from './points.tsx';
import { PolicyText } from './policy-text.tsx';
import { Reading } from './reading.tsx';

interface PolicyProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly policy: PolicyInForce;
  readonly shown: string; // by which its text is known when it comes back
  readonly readAt: Date | null; // when whoever looks said that they have read it
  readonly changed: boolean; // what they said it of holds no more
  readonly mayManage: boolean;
  readonly mayProve: boolean; // may see the proof of duties
  readonly desk: readonly string[]; // names of those at the consultation desk
  readonly addresses: Pick<FrontDeps['consultation'], 'addresses' | 'confidentialAddresses'>; // to which mails may be forwarded
  readonly spotDays: number | null; // that texts of the ordinary mails are kept which people read; null: none is
  readonly answered: boolean; // to something that whoever looks has handed in
}

/** Where everyone can read what is promised to them, and ask for help. */
export function PolicyView(props: PolicyProps) {
  const { messages, policy, desk, addresses, answered } = props;
  const { policy: say, reports, worry, draft, lessons } = messages;
  return (
    <div class="narrow">
      <h1>{say.title}</h1>
      <Danger messages={messages} />
      <section class="card" aria-labelledby="ask">
        <h2 id="ask">{say.ask}</h2>
        <p>{say.askLead}</p>
        {answered && (
          <p class="after-bar" role="status">
            {reports.unread} <a href="/reports">{say.own}</a>
          </p>
        )}
        <p class="ways-in">
          <a class="button primary" href="/hand-in/mail">
            {say.askMail}
          </a>
          <a class="button primary" href="/hand-in/incident">
            {say.askIncident}
          </a>
          <a class="button" href="/reports">
            {say.own}
          </a>
        </p>
        <ByForwarding messages={messages} {...addresses} />
        <p>
          <a href="/worry">{worry.open}</a> · <a href="/draft">{draft.link}</a> · <a href="/lessons">{lessons.link}</a>{' '}
          · <a href="/my-timeline">{messages.timelines.own}</a>
        </p>
        <p class="muted small">{desk.length === 0 ? say.noDesk : say.desk(namesOf(desk))}</p>
      </section>
      {SECTIONS.map((name) => (
        <Points id={name} title={say[name].title} points={pointsOf(name, props)} />
      ))}
      <section class="card prose" id="company" aria-label={say.company}>
        {policy.kind !== 'own' && (
          <ul class="notices">
            <li>{policy.kind === 'template' ? say.template : say.unreadable}</li>
          </ul>
        )}
        <PolicyText text={policy.text} />
      </section>
      <Reading {...props} />
      {props.mayManage && (
        <p>
          <a href="/policy/versions">{messages.knowing.versions}</a> ·{' '}
          <a href="/policy/edit">{messages.knowing.edit}</a> · <a href="/knowing">{messages.knowing.who}</a>
        </p>
      )}
      {props.mayProve && (
        <p>
          <a href="/proof">{messages.proof.title}</a>
        </p>
      )}
    </div>
  );
}

/** Employees may forward a mail instead of signing in. */
function ByForwarding({
  messages: { forwarded: say },
  addresses,
  confidentialAddresses,
}: Pick<PolicyProps, 'messages'> & PolicyProps['addresses']) {
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
export const Danger = ({ messages: { handIn: say } }: Pick<PolicyProps, 'messages'>) => (
  <p class="danger-now">
    <strong>{say.dangerTitle}</strong> {say.danger}
  </p>
);

/** What is kept beyond the usual is said where people look for it. */
const pointsOf = (name: (typeof SECTIONS)[number], { messages: { policy: say }, spotDays }: PolicyProps) =>
  name === 'privacy' && spotDays !== null ? [...say.privacy.points, say.spotChecks(spotDays)] : say[name].points;

const SECTIONS = ['after', 'noHarm', 'privacy', 'customers', 'outside'] as const;

export const namesOf = (names: readonly string[]): string => names.map((name) => inertLine(name, 60)).join('、');
