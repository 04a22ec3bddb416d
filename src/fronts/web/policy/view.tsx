import { type Policy, type TextBlock, textBlocks } from '../../../policy/index.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { Points } from './points.tsx';

interface PolicyProps {
  readonly messages: Messages;
  readonly policy: Policy;
  readonly desk: readonly string[]; // names of those at the consultation desk
  readonly answered: boolean; // to something that whoever looks has handed in
}

/** Where everyone can read what is promised to them, and ask for help. */
export function PolicyView({ messages, policy, desk, answered }: PolicyProps) {
  const { policy: say, reports, worry } = messages;
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
        <p>
          <a href="/worry">{worry.open}</a>
        </p>
        <p class="muted small">{desk.length === 0 ? say.noDesk : say.desk(namesOf(desk))}</p>
      </section>
      {SECTIONS.map((name) => (
        <Points id={name} {...say[name]} />
      ))}
      <section class="card prose" aria-label={say.company}>
        {policy.kind !== 'own' && (
          <ul class="notices">
            <li>{policy.kind === 'template' ? say.template : say.unreadable}</li>
          </ul>
        )}
        {textBlocks(policy.text).map((block) => (
          <Block block={block} />
        ))}
      </section>
    </div>
  );
}

/** Where to turn before any form is filled in. */
export const Danger = ({ messages: { handIn: say } }: Pick<PolicyProps, 'messages'>) => (
  <p class="danger-now">
    <strong>{say.dangerTitle}</strong> {say.danger}
  </p>
);

const SECTIONS = ['after', 'noHarm', 'privacy', 'customers', 'outside'] as const;

export const namesOf = (names: readonly string[]): string => names.map((name) => inertLine(name, 60)).join('、');

/** The page has its own title: a text's headings stand below it. */
function Block({ block }: { readonly block: TextBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{inertLine(block.text)}</h2> : <h3>{inertLine(block.text)}</h3>;
    case 'points':
      return (
        <ul>
          {block.points.map((point) => (
            <li>{inert(point)}</li>
          ))}
        </ul>
      );
    case 'paragraph':
      return <p class="lines">{inert(block.text)}</p>;
  }
}
