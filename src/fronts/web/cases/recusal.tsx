import type { MiddlewareHandler } from 'hono';
import { admit, Refusal } from '../../../actions/index.ts';
import { type CaseId, parseCaseId } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { Key } from '../shell/form-components.tsx';
import type { Messages } from '../shell/messages.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';

/** These let go of a case without showing it. */
const LETTING_GO = ['leave', 'skip', 'decline', 'undecline'];

/** These are actions, which ask by themselves. */
const ASKING = ['claim', 'take-over', 'assign', 'approve', 'dismiss', 'hand-over', 'reopen', 'hold'];

const UNGUARDED = new Set([...LETTING_GO, ...ASKING]);

/** Keeps people who decide from whatever belongs to a case that speaks of them: its page, its files, its near-duplicates. */
export const recuse =
  (deps: FrontDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    c.set('admitted', null);
    const [, named, way] = /^\/cases\/([^/]+)(?:\/([^/]+))?/.exec(c.req.path) ?? [];
    const id = parseCaseId(named ?? '');
    if (id === null || UNGUARDED.has(way ?? '') || !can(c, 'cases.decide')) return next();
    return (await turnedAway(c, deps, id)) ?? next();
  };

/** The page for someone who is recused from a case, null for everyone else: they are admitted, if there is such a case. */
export async function turnedAway(c: WebContext, deps: FrontDeps, id: CaseId): Promise<Response | null> {
  try {
    c.set('admitted', await admit(deps, actorOf(c, deps), id));
    return null;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.code === 'recused' ? recusedPage(c, deps) : null;
  }
}

export function recusedPage(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  const options = { title: messages.recused.title, section: 'cases', status: 403, here: '/' } as const;
  return page(c, deps, options, <RecusedView messages={messages} />);
}

/** Says why a case is for others, and nothing of what is in it. */
function RecusedView({ messages }: { readonly messages: Messages }) {
  const say = messages.recused;
  return (
    <div class="narrow">
      <section class="card rest">
        <h1>{say.title}</h1>
        <p>{say.lead}</p>
        <p>{say.ask}</p>
        <div class="buttons">
          <form method="post" action="/next">
            <button type="submit" class="button primary" data-key="n">
              {messages.claim.next} <Key of="n" />
            </button>
          </form>
          <a class="button" href="/" data-key="l">
            {messages.case.back} <Key of="l" />
          </a>
        </div>
      </section>
    </div>
  );
}
