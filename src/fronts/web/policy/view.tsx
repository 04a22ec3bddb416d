import type { PolicyInForce } from '../../../policy/index.ts';
import type { Clock } from '../shell/clock.ts';
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
  readonly spotDays: number | null; // that texts of the ordinary mails are kept which people read; null: none is
}

/** Where everyone can read what is promised to them. */
export function PolicyView(props: PolicyProps) {
  const { messages, policy } = props;
  const { policy: say } = messages;
  return (
    <>
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
    </>
  );
}

/** What is kept beyond the usual is said where people look for it. */
const pointsOf = (name: (typeof SECTIONS)[number], { messages: { policy: say }, spotDays }: PolicyProps) =>
  name === 'privacy' && spotDays !== null ? [...say.privacy.points, say.spotChecks(spotDays)] : say[name].points;

const SECTIONS = ['after', 'noHarm', 'privacy', 'customers', 'outside'] as const;
