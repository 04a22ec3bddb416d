import type { Handler } from 'hono';
import { parseCaseId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import { CasePane, paneOf } from './pane.tsx';

/** The pane beside a case by itself, for the page that has it already: looking at this opens, claims and logs nothing. */
export const showPane =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const pane = await paneOf(c, deps, parseCaseId(c.req.query('current') ?? '') ?? '');
    return c.html(<CasePane {...pane} />);
  };
