import { Points } from '../policy/points.tsx';
import type { Messages } from '../shell/messages.ts';

const SECTIONS = ['first', 'ownDeath', 'suffered', 'lines', 'after'] as const;

export function WorryView({ messages: { worry: say, handIn } }: { readonly messages: Messages }) {
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/reports">← {handIn.back}</a>
      </p>
      <h1>{say.title}</h1>
      <p>{say.lead}</p>
      {SECTIONS.map((name) => (
        <Points id={name} {...say[name]} />
      ))}
    </div>
  );
}
