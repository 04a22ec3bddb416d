import type { Child } from 'hono/jsx';
import { assetUrl } from './assets.ts';
import type { Messages } from './messages.ts';

/** The calm little page before the review app: sign-in, welcome, and what went wrong. */
export function Entrance({
  messages,
  title,
  lead,
  children,
}: {
  readonly messages: Messages;
  readonly title: string;
  readonly lead: string;
  readonly children?: Child;
}) {
  return (
    <div class="entrance">
      <img src={assetUrl('komainu.svg')} alt="" width="72" height="72" />
      <p class="tagline">{messages.site.tagline}</p>
      <section class="card">
        <h1>{title}</h1>
        <p class="muted">{lead}</p>
        {children}
      </section>
    </div>
  );
}
