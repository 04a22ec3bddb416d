import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { todayIn } from '../../../response/index.ts';
import { listSessions } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { can, page, type WebContext } from '../shell/page.tsx';
import { MeView } from './me.tsx';
import { todayOf } from './today.ts';

export const ME = '/me';

interface MeState {
  readonly status?: ContentfulStatusCode;
  readonly factorError?: string; // why the second factor was not changed
  readonly tried?: Tried; // settings that were not taken
}

/** What is a person's own: how they see the pages, where they are signed in and how, and the keys. */
export async function mePage(
  c: WebContext,
  deps: FrontDeps,
  { status = 200, factorError, tried }: MeState,
): Promise<Response> {
  const messages = c.get('messages');
  const { id, email, session, factor } = c.get('person')!;
  const view = (
    <MeView
      messages={messages}
      clock={c.get('clock')}
      saved={c.req.query('saved') === '1'}
      settings={{
        day: todayIn(deps.company.timeZone, deps.now()),
        kept: c.get('preferences'),
        tried: tried ?? null,
        most: deps.dailyCap,
        today: can(c, 'cases.decide') ? await todayOf(c, deps) : null,
      }}
      account={{
        sessions: await listSessions(deps.db, id, deps.now()),
        current: session,
        email,
        factor,
        error: factorError ?? null,
      }}
    />
  );
  return page(c, deps, { title: messages.site.me, section: 'me', status, here: ME }, view);
}
