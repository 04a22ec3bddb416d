import type { Handler } from 'hono';
import { evidenceState, packEvidence, previewEvidence, Refusal } from '../../../actions/index.ts';
import {
  PURPOSES,
  type Purpose,
  parseRedactions,
  RECIPIENTS,
  REDACTIONS,
  type Recipient,
  SHARES,
  suits,
} from '../../../response/index.ts';
import { ACT_LABELS, type FrontDeps } from '../../shared/index.ts';
import { casePage } from '../cases/case-page.tsx';
import { recusedPage } from '../cases/recusal.tsx';
import { caseTabUrl } from '../cases/tabs.tsx';
import { actorOf } from '../shell/actor.ts';
import { chosen, first, has, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { inertLine } from '../shell/inert.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { MOST_REDACTED } from './form.ts';
import { evidenceCard } from './section.tsx';
import { PackView } from './view.tsx';

const withLabels = (deps: FrontDeps) => ({ ...deps, acts: ACT_LABELS });

/** What somebody would be given; without a recipient and a purpose the case, where they are chosen. */
export const showEvidence =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    const { for: recipient = '', purpose = '', danger = '' } = c.req.query();
    const values = { for: [recipient], purpose: [purpose], danger: [danger] };
    return orderOf(values) === null
      ? c.redirect(caseTabUrl(caseIdOf(c), 'papers'), 303)
      : evidencePage(c, deps, values, null);
  };

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

/** Words as a sentence holds them: a few, each cut. */
function named(words: readonly string[]): string {
  const FEW = 10;
  const shown = words.slice(0, FEW).map((word) => inertLine(word, 40));
  return [...shown, ...(words.length > FEW ? ['…'] : [])].join(' / ');
}

interface Order {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly danger: boolean;
}

function orderOf(values: Values): Order | null {
  const recipient = chosen(values, 'for', RECIPIENTS);
  const purpose = chosen(values, 'purpose', PURPOSES);
  return recipient !== null && purpose !== null && suits(recipient, purpose)
    ? { recipient, purpose, danger: has(values, 'danger', '1') }
    : null;
}

/**
 * @param error why nothing was made; '' where the page says it by itself, null where nothing was to be made
 * @param wrong what stands before it
 */
export async function evidencePage(
  c: WebContext,
  deps: FrontDeps,
  values: Values,
  error: string | null,
  wrong = c.get('messages').evidence.wrong,
): Promise<Response> {
  const id = caseIdOf(c);
  const state = await evidenceState(withLabels(deps), actorOf(c, deps), id);
  const order = orderOf(values);
  const messages = c.get('messages');
  const choose = async (why: string | null) => {
    const evidence = await evidenceCard(c, deps, id, { error: why || null, wrong });
    return casePage(c, deps, { status: why === null ? 200 : 400, tab: 'papers', came: { evidence } });
  };
  const hurried = order?.danger === true && SHARES[order.recipient].inDanger;
  if (order === null || !state.approved || (state.open.length > 0 && !hurried)) return choose(error);
  let preview: Awaited<ReturnType<typeof previewEvidence>>;
  try {
    preview = await previewEvidence(withLabels(deps), actorOf(c, deps), id, order);
  } catch (refused) {
    if (!(refused instanceof Refusal) || refused.code !== 'too-large') throw refused;
    return choose(messages.evidence.tooLarge);
  }
  return page(
    c,
    deps,
    {
      title: messages.evidence.of(id),
      section: 'cases',
      here: caseTabUrl(id, 'papers'),
      status: error === null ? 200 : 400,
    },
    <PackView
      {...{ messages, id, state, wrong }}
      clock={c.get('clock')}
      error={error || null}
      done={null}
      recipient={order.recipient}
      purpose={order.purpose}
      files={preview.files}
      left={preview.redactions.left.length === 0 ? null : named(preview.redactions.left)}
      values={'redact' in values ? values : { ...values, redact: [preview.redactions.words.join('\n')] }}
    />,
  );
}
