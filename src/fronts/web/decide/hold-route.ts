import type { Handler } from 'hono';
import { setHold } from '../../../actions/hold-case.ts';
import { CaseError } from '../../../cases/index.ts';
import type { DeskDeps } from '../../shared/deps.ts';
import { idOf } from '../cases/case-page.tsx';
import { actorOf } from '../shell/actor.ts';
import type { DeskEnv } from '../shell/page.tsx';
import { sightOf } from '../shell/reviewer.ts';

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
