import type { Handler } from 'hono';
import { apprentices, demoteEntry, Refusal, settleChanges } from '../../../actions/index.ts';
import { type DictionaryChange, dictionaryChanges } from '../../../store/index.ts';
import { isEditable } from '../../../tuning/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { text } from '../shell/fields.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { ApprenticesView } from './view.tsx';

const MOST_REASON = 500;
const LATELY = { days: 30, most: 5 } as const;

/** Entries that became like others in the last weeks, the newest first. */
export async function latelyPromoted({ db, now }: Pick<FrontDeps, 'db' | 'now'>): Promise<DictionaryChange[]> {
  const since = now().getTime() - LATELY.days * 86_400_000;
  const changes = await dictionaryChanges(db, { kind: 'promote', limit: LATELY.most });
  return changes.filter(({ at }) => at.getTime() >= since);
}

/** The apprentices, how far each has come, and which became entries like others. */
export const showApprentices =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    apprenticesPage(c, deps, {});

async function apprenticesPage(
  c: WebContext,
  deps: FrontDeps,
  { complaint, status = 200 }: { readonly complaint?: string; readonly status?: 200 | 409 | 507 },
): Promise<Response> {
  await settleChanges(deps);
  const { apprentices: say } = c.get('messages');
  const dictionary = deps.dictionary();
  const demoted = c.req.query('demoted') ?? '';
  const known = dictionary.rules.get(demoted);
  return page(
    c,
    deps,
    { title: say.title, section: 'dictionaries', status, here: '/dictionaries/apprentices' },
    <ApprenticesView
      messages={c.get('messages')}
      clock={c.get('clock')}
      list={await apprentices(deps, dictionary)}
      rules={deps.lab.apprenticeRules}
      promoted={await latelyPromoted(deps)}
      mayWrite={can(c, 'dictionaries.write')}
      notice={known === undefined ? null : say.demoted(known.id)}
      complaint={complaint ?? null}
    />,
  );
}

/** Makes an apprentice of an entry. */
export const demote =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const rule = deps.dictionary().rules.get(c.req.param('id') ?? '');
    if (rule?.kind !== 'entry' || !isEditable(rule)) return c.notFound();
    const { tuning: say } = c.get('messages');
    const reason = text((await c.req.parseBody()).reason, MOST_REASON).trim();
    try {
      await demoteEntry(deps, actorOf(c, deps), rule, reason);
      return c.redirect(`/dictionaries/apprentices?demoted=${rule.id}`, 303);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      switch (error.reason.code) {
        case 'no-such-change':
          return c.notFound();
        case 'entry-changed':
          return apprenticesPage(c, deps, { complaint: say.conflict, status: 409 });
        case 'file-unwritten':
          return apprenticesPage(c, deps, { complaint: say.refused[error.reason.cause], status: 507 });
        default:
          throw error;
      }
    }
  };
