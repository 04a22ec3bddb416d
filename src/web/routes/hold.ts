import type { Handler } from 'hono';
import { CaseError } from '../../cases/index.ts';
import { actorOf } from '../actor.ts';
import { idOf } from '../case-page.tsx';
import type { DeskDeps } from '../deps.ts';
import { setHold } from '../holding.ts';
import type { DeskEnv } from '../page.tsx';
import { sightOf } from '../reviewer.ts';

export const holdOrRelease =
  (deps: DeskDeps): Handler<DeskEnv> =>
  async (c) => {
    const { hold } = await c.req.parseBody();
    try {
      await setHold(deps, idOf(c), hold === 'on', actorOf(c, deps), sightOf(c));
    } catch (error) {
      if (error instanceof CaseError) return c.notFound();
      throw error;
    }
    return c.redirect(`/cases/${idOf(c)}#hold`, 303);
  };
