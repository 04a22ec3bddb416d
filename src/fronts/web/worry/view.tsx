import type { Messages } from '../shell/messages.ts';

const SECTIONS = ['first', 'ownDeath', 'suffered', 'lines', 'after'] as const;

export function WorryView({ messages: { worry: say, handIn } }: { readonly messages: Messages }) {
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href="/policy">← {handIn.back}</a>
      </p>
      <h1>{say.title}</h1>
      <p>{say.lead}</p>
      {SECTIONS.map((name) => (
        <section class="card prose" aria-labelledby={name}>
          <h2 id={name}>{say[name].title}</h2>
          <ul>
            {say[name].points.map((point) => (
              <li>{point}</li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
