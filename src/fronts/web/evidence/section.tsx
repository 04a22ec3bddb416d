import type { Child } from 'hono/jsx';
import { evidenceState, previewEvidence, Refusal } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { PURPOSES, type Purpose, RECIPIENTS, type Recipient, SHARES, suits, todayIn } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { chosen, has, type Values } from '../shell/form-values.ts';
import { named } from '../shell/inert.ts';
import type { WebContext } from '../shell/page.tsx';
import { ChooseView } from './choose.tsx';
import { PackView } from './view.tsx';

/** What is asked for, why nothing was made, and what stands before it. */
export interface Asked {
  readonly values: Values;
  readonly error: string | null; // '' where the page says it by itself, null where nothing was to be made
  readonly wrong?: string;
  readonly tried?: Tried;
}

/** To whom evidence of a case can be handed and the packs that were made; with a recipient and a purpose, what they would be given. */
export async function evidenceCard(
  c: WebContext,
  deps: FrontDeps,
  id: CaseId,
  { values, error, wrong = c.get('messages').evidence.wrong, tried }: Asked = askedOf(c),
): Promise<Child> {
  const messages = c.get('messages');
  const done = c.req.method === 'GET' && c.req.query('saved') === 'stamped' ? messages.evidence.stampKept : null;
  const state = await evidenceState(deps, actorOf(c, deps), id);
  const today = todayIn(deps.company.timeZone, deps.now());
  const common = { messages, clock: c.get('clock'), id, state, wrong };
  const choose = (why: string | null) => (
    <ChooseView {...common} error={why || null} done={done} dossier={{ today, tried: tried ?? null }} />
  );
  const order = orderOf(values);
  const hurried = order?.danger === true && SHARES[order.recipient].inDanger;
  if (order === null || !state.approved || (state.open.length > 0 && !hurried)) return choose(error);
  let preview: Awaited<ReturnType<typeof previewEvidence>>;
  try {
    preview = await previewEvidence(deps, actorOf(c, deps), id, order);
  } catch (refused) {
    if (!(refused instanceof Refusal) || refused.code !== 'too-large') throw refused;
    return choose(messages.evidence.tooLarge);
  }
  const { words, left } = preview.redactions;
  return (
    <PackView
      {...common}
      {...order}
      error={error || null}
      done={null}
      files={preview.files}
      today={today}
      left={left.length === 0 ? null : named(left)}
      covered={words.join('\n')}
      tried={tried ?? null}
    />
  );
}

/** What the address of the case asks for. */
function askedOf(c: WebContext): Asked {
  const { for: recipient = '', purpose = '', danger = '' } = c.req.method === 'GET' ? c.req.query() : {};
  return { values: { recipient: [recipient], purpose: [purpose], danger: [danger] }, error: null };
}

interface Order {
  readonly recipient: Recipient;
  readonly purpose: Purpose;
  readonly danger: boolean;
}

/** Null: nobody, or nothing that they are given. */
function orderOf(values: Values): Order | null {
  const recipient = chosen(values, 'recipient', RECIPIENTS);
  const purpose = chosen(values, 'purpose', PURPOSES);
  return recipient !== null && purpose !== null && suits(recipient, purpose)
    ? { recipient, purpose, danger: has(values, 'danger', '1') }
    : null;
}
