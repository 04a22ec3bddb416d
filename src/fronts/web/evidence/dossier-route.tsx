import type { Hono } from 'hono';
import { DOSSIER_REFUSALS, type DoneBy, makeCaseDossier, makeCounterpartyDossier } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { showCounterparty } from '../counterparties/route.tsx';
import { statusOf } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first, type Values } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { evidenceCard } from './section.tsx';

/** Makes the record of rules and deeds, of a case or of a counterparty, and sends it to be saved. */
export function mountDossiers(app: Hono<WebEnv>, deps: FrontDeps): void {
  onAct(app, deps, makeCaseDossier, {
    back: async (c, _, done, sent) => saved(c, done, `case-${first(sent, 'id')}`, sent),
    show: async (c, _, tried) => {
      const evidence = await evidenceCard(c, deps, caseIdOf(c), { values: {}, error: null, tried });
      return casePage(c, deps, { status: statusOf(tried), tab: 'papers', came: { evidence } });
    },
    says: DOSSIER_REFUSALS,
  });
  onAct(app, deps, makeCounterpartyDossier, {
    back: async (c, _, done, sent) => saved(c, done, `counterparty-${first(sent, 'counterparty')}`, sent),
    show: (c, _, tried) => showCounterparty(c, deps, null, tried),
    says: DOSSIER_REFUSALS,
  });
}

const saved = (c: WebContext, { bytes, sha256 }: DoneBy<typeof makeCaseDossier>, of: string, sent: Values): Response =>
  c.body(bytes, 200, {
    'content-type': 'application/zip',
    'content-disposition': `attachment; filename="komainu-dossier-${of}-${first(sent, 'recipient')}-${sha256.slice(0, 12)}.zip"`,
  });
