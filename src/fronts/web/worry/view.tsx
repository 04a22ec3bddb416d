import { Points } from '../policy/points.tsx';
import type { Messages } from '../shell/messages.ts';

const SECTIONS = ['first', 'ownDeath', 'suffered', 'lines', 'after'] as const;

/** What to do about a mail that is no harassment but must not vanish. The same for everybody, and nothing of any mail. */
export function WorryView({ messages: { worry: say } }: { readonly messages: Messages }) {
  return (
    <>
      <p>{say.lead}</p>
      {SECTIONS.map((name) => (
        <Points id={name} {...say[name]} />
      ))}
    </>
  );
}
