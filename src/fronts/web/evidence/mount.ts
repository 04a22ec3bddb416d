import type { Hono } from 'hono';
import type { FrontDeps } from '../../shared/index.ts';
import type { WebEnv } from '../shell/page.tsx';
import { mountDossiers } from './dossier-route.tsx';
import { mountPacks } from './route.tsx';
import { mountStamps } from './stamp-route.ts';

/** Evidence packs, the records of rules and deeds, and their time stamps. */
export function mountEvidence(app: Hono<WebEnv>, deps: FrontDeps): void {
  mountPacks(app, deps);
  mountDossiers(app, deps);
  mountStamps(app, deps);
}
