import type { Handler } from 'hono';
import { dropShadow, publishShadow, Refusal, tryInShadow } from '../../../actions/index.ts';
import { parseShadowId } from '../../../cases/index.ts';
import { currentShadow, shadowCounts, shadowDifferences } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/fields.ts';
import { first } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { editPage } from '../tuning/edit-page.tsx';
import { readDraft } from '../tuning/form.ts';
import { valuesIn } from '../tuning/preview-route.tsx';
import { problemWords } from '../tuning/problem-words.ts';
import { ShadowView } from './view.tsx';

const MOST_SHOWN = 100;
const MOST_REASON = 500;

/** What is tried beside the dictionaries in force, and what it would change. */
export const showShadow =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    shadowPage(c, deps, {});

interface ShadowState {
  readonly complaint?: string;
  readonly status?: 400 | 409 | 507;
}

async function shadowPage(c: WebContext, deps: FrontDeps, { complaint, status }: ShadowState): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.shadow;
  const shadow = await currentShadow(deps.db);
  const done = (['began', 'published', 'dropped', 'gone'] as const).find((one) => c.req.query(one) === '1');
  return page(
    c,
    deps,
    { title: say.title, section: 'dictionaries', status: status ?? 200, here: '/dictionaries/shadow' },
    <ShadowView
      messages={messages}
      clock={c.get('clock')}
      shadow={shadow}
      counts={shadow === null ? [] : await shadowCounts(deps.db, shadow.id)}
      differences={shadow === null ? [] : await shadowDifferences(deps.db, shadow.id, MOST_SHOWN)}
      mayReadCases={can(c, 'cases.read')}
      mayWrite={can(c, 'dictionaries.write')}
      notice={done === undefined ? null : say[done]}
      complaint={complaint ?? null}
    />,
  );
}

/** Lets the draft of a form be tried; whatever is wrong with it comes back with all that was written. */
export const beginShadow =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const values = await valuesIn(c);
    try {
      await tryInShadow(deps, actorOf(c, deps), { draft: readDraft(values), base: first(values, 'base') });
      return c.redirect('/dictionaries/shadow?began=1', 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      switch (error.reason.code) {
        case 'entry-wrong': {
          const complaints = error.reason.problems.map((one) => problemWords(one, messages));
          return editPage(c, deps, { values, complaints, status: 400, preview: { kind: 'wrong', complaints } });
        }
        case 'entry-changed':
          return editPage(c, deps, { values, complaints: [messages.tuning.conflict], status: 409 });
        default:
          throw error;
      }
    }
  };

/** Puts what is tried in force. */
export const publishTried =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { shadow: say, tuning } = c.get('messages');
    const form = await c.req.parseBody();
    const id = parseShadowId(text(form.shadow, 20));
    const reason = text(form.reason, MOST_REASON).trim();
    if (id === null) return c.redirect('/dictionaries/shadow?gone=1', 303);
    if (reason === '') return shadowPage(c, deps, { complaint: say.reasonNeeded, status: 400 });
    try {
      await publishShadow(deps, actorOf(c, deps), id, reason);
      return c.redirect('/dictionaries/shadow?published=1', 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      switch (error.reason.code) {
        case 'no-such-change':
          return c.redirect('/dictionaries/shadow?gone=1', 303);
        case 'entry-changed':
        case 'entry-wrong':
          return shadowPage(c, deps, { complaint: say.conflict, status: 409 });
        case 'file-unwritten':
          return shadowPage(c, deps, { complaint: tuning.refused[error.reason.cause], status: 507 });
        default:
          throw error;
      }
    }
  };

/** Ends it, and takes nothing over. */
export const dropTried =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parseShadowId(text((await c.req.parseBody()).shadow, 20));
    const ended = id !== null && (await dropShadow(deps, actorOf(c, deps), id));
    return c.redirect(`/dictionaries/shadow?${ended ? 'dropped' : 'gone'}=1`, 303);
  };
