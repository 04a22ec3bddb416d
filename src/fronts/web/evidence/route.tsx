import type { Hono } from 'hono';
import { packEvidence } from '../../../actions/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import type { Tried } from '../shell/acts/form.tsx';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { Messages } from '../shell/messages.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { type Asked, evidenceCard } from './section.tsx';

/** Makes a pack and sends it to be saved. */
export const mountPacks = (app: Hono<WebEnv>, deps: FrontDeps): void =>
  onAct(app, deps, packEvidence, {
    back: async (c, _, { bytes, sha256 }, sent) =>
      c.body(bytes, 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="komainu-case-${caseIdOf(c)}-${first(sent, 'recipient')}-${sha256.slice(0, 12)}.zip"`,
      }),
    read: (values) => ({ redactions: first(values, 'redactions') }), // a person has seen what is covered: nothing unasked
    // for another recipient, or with less in it, it would be made
    show: (c, _, tried) =>
      evidencePage(c, deps, {
        ...(['wrong-purpose', 'too-large'].includes(tried.code ?? '')
          ? { values: {} }
          : { values: tried.values, tried }),
        error: errorIn(tried, c.get('messages')),
      }),
    says: [
      ...['case-status', 'care-open', 'wish-nothing', 'case-changed', 'names-unconfirmed'],
      ...['no-sender', 'no-consent', 'wrong-purpose', 'too-large'],
    ],
  });

/** Why nothing was made; '' where the page says it by itself. */
function errorIn({ code, problems }: Tried, { evidence: say, form }: Messages): string {
  if (code === 'case-changed') return say.changed;
  if (code === 'names-unconfirmed') return say.namesUnconfirmed;
  if (code === 'no-sender') return say.noSender;
  if (code === 'no-consent') return say.consentNeeded;
  if (code === 'too-large') return say.tooLarge;
  if (code === 'wrong-purpose' || 'recipient' in problems || 'purpose' in problems) return say.wrongPurpose;
  return code === null ? form.wrong : '';
}

/** The tab of the case with what was asked for. */
export async function evidencePage(c: WebContext, deps: FrontDeps, asked: Asked): Promise<Response> {
  const evidence = await evidenceCard(c, deps, caseIdOf(c), asked);
  return casePage(c, deps, { status: 400, tab: 'papers', came: { evidence } });
}
