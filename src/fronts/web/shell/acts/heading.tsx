import type { PropsWithChildren } from 'hono/jsx';
import { Done, NotDone } from '../components.tsx';
import type { Messages } from '../messages.ts';
import type { Tried } from './form.tsx';

type HeadingProps = PropsWithChildren<{
  readonly messages: Messages;
  readonly title: string;
  readonly up?: { readonly href: string; readonly title: string }; // the page above, where the menu does not lead here
  readonly saved: boolean;
  readonly tried: Tried | null;
  readonly refusals?: Readonly<Record<string, string>>; // by code: what no field mends
}>;

/** Where one is, what the page is for (its children), and what became of what was sent to it. */
export const Heading = ({
  messages: { fields: say },
  title,
  up,
  saved,
  tried,
  refusals = {},
  children,
}: HeadingProps) => (
  <>
    {up !== undefined && (
      <p class="crumbs">
        <a href={up.href}>← {up.title}</a>
      </p>
    )}
    <h1>{title}</h1>
    {children !== undefined && <p class="muted">{children}</p>}
    <Done of={saved && say.saved} />
    <NotDone of={tried !== null && (refusals[tried.code ?? ''] ?? say.unsaved)} />
  </>
);
