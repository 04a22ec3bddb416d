import type { Handler } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import { casePage } from './case-page.tsx';

export const showCase =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    casePage(c, deps, {});
