import type { Handler } from 'hono';
import { casePage } from '../case-page.tsx';
import type { DeskDeps } from '../deps.ts';
import type { DeskEnv } from '../page.tsx';

export const showCase =
  (deps: DeskDeps): Handler<DeskEnv> =>
  (c) =>
    casePage(c, deps, {});
