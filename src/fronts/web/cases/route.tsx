import type { Handler } from 'hono';
import type { DeskDeps } from '../../shared/deps.ts';
import type { DeskEnv } from '../shell/page.tsx';
import { casePage } from './case-page.tsx';

export const showCase =
  (deps: DeskDeps): Handler<DeskEnv> =>
  (c) =>
    casePage(c, deps, {});
