import type { Handler } from 'hono';
import { confirmForwarded, forwardedFor, rejectForwarded, type Settled } from '../../../actions/index.ts';
import { parseForwardedId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { ForwardedView, SAID, type Said } from './view.tsx';

/** Mails at the consultation address that the consultation desk is asked about. */
export const showForwarded =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const { held, refused } = await forwardedFor(deps, actorOf(c, deps));
    return page(
      c,
      deps,
      { title: messages.forwarded.title, section: 'cases', here: '/forwarded' },
      <ForwardedView messages={messages} clock={c.get('clock')} held={held} refused={refused} said={saidIn(c)} />,
    );
  };

const saidIn = (c: WebContext): Said | null => SAID.find((one) => one === c.req.query('done')) ?? null;

/** They say that they sent it: it becomes a consultation. */
export const confirmMail =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    settle(c, 'confirmed', (id) => confirmForwarded(deps, actorOf(c, deps), id));

/** They did not send it. */
export const rejectMail =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    settle(c, 'rejected', (id) => rejectForwarded(deps, actorOf(c, deps), id));

async function settle(
  c: WebContext,
  said: Said,
  act: (id: NonNullable<ReturnType<typeof parseForwardedId>>) => Promise<Settled>,
): Promise<Response> {
  const id = parseForwardedId(c.req.param('forwarded') ?? '');
  if (id === null) return c.notFound();
  const settled = await act(id);
  return c.redirect(`/forwarded?done=${settled === 'done' ? said : 'gone'}`, 303);
}
