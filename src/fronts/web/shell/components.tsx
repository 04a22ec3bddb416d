import type { PropsWithChildren } from 'hono/jsx';
import type { CaseSummary } from '../../../cases/index.ts';
import type { Act } from '../../../detect/index.ts';
import { inertLine } from './inert.ts';
import type { Messages } from './messages.ts';

/** The band as a word with a colour and a shape: colour alone tells nobody enough. */
export function BandLabel({ messages, band }: { readonly messages: Messages; readonly band: CaseSummary['band'] }) {
  return (
    <span class={`band band-${band ?? 'unreadable'}`}>
      {band === null ? messages.unreadable : messages.bands[band]}
    </span>
  );
}

export function ActList({ messages, acts }: { readonly messages: Messages; readonly acts: readonly Act[] }) {
  return (
    <ul class="acts" aria-label={messages.actsNote}>
      {acts.map((act) => (
        <li>{messages.acts[act]}</li>
      ))}
    </ul>
  );
}

/** A header's words by a stranger: their direction stays inside. */
export function Stranger({ text, otherwise }: { readonly text: string; readonly otherwise: string }) {
  const shown = inertLine(text);
  return shown === '' ? <span class="muted">{otherwise}</span> : <bdi>{shown}</bdi>;
}

/** Points with at most two decimals, as the explanation writes them. */
export const points = (value: number): string => String(Math.round(value * 100) / 100);

/** Said where a list has nothing to show. */
export const Empty = ({ children }: PropsWithChildren) => (
  <div class="empty">
    <p class="empty-lead">{children}</p>
  </div>
);

/** What is wider than a phone, such as a table: it scrolls by itself, also by the arrow keys of those who have no mouse. */
export function Scroll({
  label,
  card,
  children,
}: PropsWithChildren<{ readonly label: string; readonly card?: boolean }>) {
  return (
    <section class={card ? 'card scroll' : 'scroll'} aria-label={label} tabindex={0}>
      {children}
    </section>
  );
}

interface PagesProps {
  readonly messages: Messages;
  readonly at: number; // from 1
  readonly more: boolean; // there is a page after it
  readonly last?: number; // where all pages are counted
  readonly href: (page: number) => string;
}

/** The way to the page before and after, or nothing where all stands on one. */
export function Pages({ messages: { queue: say }, at, more, last, href }: PagesProps) {
  if (at <= 1 && !more) return null;
  return (
    <nav class="pages" aria-label={say.pages}>
      {at > 1 && (
        <a id="page-before" rel="prev" href={href(at - 1)}>
          {say.before}
        </a>
      )}
      {last !== undefined && <span>{say.page(at, last)}</span>}
      {more && (
        <a id="page-after" rel="next" href={href(at + 1)}>
          {say.after}
        </a>
      )}
    </nav>
  );
}

/** The names of the columns of a table. */
export const Columns = ({ of }: { readonly of: readonly string[] }) => (
  <thead>
    <tr>
      {of.map((name) => (
        <th scope="col">{name}</th>
      ))}
    </tr>
  </thead>
);

interface Told {
  readonly of: string | false | null | undefined;
}

/** What was done, said once; nothing where it was not. */
export const Done = ({ of }: Told) =>
  of ? (
    <p class="after-bar" role="status">
      {of}
    </p>
  ) : null;

/** Why something was not done; nothing where it was. */
export const NotDone = ({ of }: Told) =>
  of ? (
    <p class="alert" role="alert">
      {of}
    </p>
  ) : null;
