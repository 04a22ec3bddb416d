import type { Handler } from 'hono';
import { packEvidence, Refusal } from '../../../actions/index.ts';
import { parseRedactions, REDACTIONS } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { recusedPage } from '../cases/recusal.tsx';
import { actorOf } from '../shell/actor.ts';
import { first, has, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { WebContext, WebEnv } from '../shell/page.tsx';
import { MOST_REDACTED } from './form.ts';
import { evidenceCard, named, orderOf, withLabels } from './section.tsx';

/** Makes a pack and sends it to be saved. */
export const makeEvidence =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const say = c.get('messages').evidence;
    const order = orderOf(values);
    if (order === null) return evidencePage(c, deps, values, say.wrongPurpose);
    const redactions = first(values, 'redact').replaceAll('\r\n', '\n');
    if (redactions.length > MOST_REDACTED) return evidencePage(c, deps, values, say.redactTooLong(MOST_REDACTED));
    const { words, left } = parseRedactions(redactions);
    if (left.length > 0) return evidencePage(c, deps, values, say.redactLeft(REDACTIONS, named(left)));
    const id = caseIdOf(c);
    try {
      const input = {
        ...order,
        redactions: words,
        consent: has(values, 'consent', '1'),
        namesConfirmed: has(values, 'names', '1'),
      };
      const { bytes, sha256 } = await packEvidence(withLabels(deps), actorOf(c, deps), id, input);
      return c.body(bytes, 200, {
        'content-type': 'application/zip',
        'content-disposition': `attachment; filename="komainu-case-${id}-${order.recipient}-${sha256.slice(0, 12)}.zip"`,
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      switch (error.code) {
        case 'recused':
          return recusedPage(c, deps);
        case 'case-status': // the page says what is in the way
        case 'care-open':
          return evidencePage(c, deps, {}, '');
        case 'case-changed':
          return evidencePage(c, deps, values, say.changed);
        case 'names-unconfirmed':
          return evidencePage(c, deps, values, say.namesUnconfirmed);
        case 'no-sender':
          return evidencePage(c, deps, values, say.noSender);
        case 'no-consent':
          return evidencePage(c, deps, values, say.consentNeeded);
        case 'wrong-purpose':
          return evidencePage(c, deps, {}, say.wrongPurpose);
        case 'too-large':
          return evidencePage(c, deps, {}, say.tooLarge);
        default:
          throw error;
      }
    }
  };

/**
 * The tab of the case with what was asked for.
 *
 * @param error why nothing was made; '' where the page says it by itself
 * @param wrong what stands before it
 */
export async function evidencePage(
  c: WebContext,
  deps: FrontDeps,
  values: Values,
  error: string,
  wrong = c.get('messages').evidence.wrong,
): Promise<Response> {
  const evidence = await evidenceCard(c, deps, caseIdOf(c), { values, error, wrong });
  return casePage(c, deps, { status: 400, tab: 'papers', came: { evidence } });
}
