import type { Handler, Hono } from 'hono';
import { currentText, requireChange, revertChange } from '../../../actions/index.ts';
import { parseCaseId, parseChangeId } from '../../../cases/index.ts';
import { isEntryId } from '../../../detect/index.ts';
import { dictionaryChanges } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { dictionaryTabUrl } from '../dictionaries/tabs.ts';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { LogView } from './log-view.tsx';

const PAGE_SIZE = 20;

interface LogState {
  readonly complaint?: string;
  readonly conflict?: { readonly theirs: string | null; readonly ours: string | null };
  readonly entry?: string;
  readonly status?: 400 | 409;
}

/** Who changed what in the dictionaries, why, and what it did then. No text of a mail. */
export const showLog =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    logPage(c, deps, {});

async function logPage(c: WebContext, deps: FrontDeps, state: LogState): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.tuning;
  const asked = state.entry ?? c.req.query('entry') ?? '';
  const entry = isEntryId(asked) ? asked : undefined;
  const at = /^[1-9]\d{0,4}$/.test(c.req.query('page') ?? '') ? Number(c.req.query('page')) : 1;
  const rows = await dictionaryChanges(deps.db, { entry, limit: PAGE_SIZE + 1, offset: (at - 1) * PAGE_SIZE });
  const done = ['saved', 'same', 'reverted'].find((one) => c.req.query(one) === '1');
  const told: Readonly<Record<string, string>> = {
    saved: say.saved(entry ?? ''),
    same: say.unchanged,
    reverted: say.reverted,
  };
  return page(
    c,
    deps,
    { title: say.history, section: 'log', status: state.status ?? 200, here: dictionaryTabUrl('log') },
    <LogView
      messages={messages}
      clock={c.get('clock')}
      changes={rows.slice(0, PAGE_SIZE)}
      entry={entry ?? null}
      at={at}
      more={rows.length > PAGE_SIZE}
      mayWrite={can(c, 'dictionaries.write')}
      notice={done === undefined ? null : told[done]!}
      complaint={state.complaint ?? null}
      conflict={state.conflict ?? null}
    />,
  );
}

/** Takes one change back, unless the entry was changed since. */
export const mountRevert = (app: Hono<WebEnv>, deps: FrontDeps): void =>
  onAct(app, deps, revertChange, {
    async back(c, _, { entry }, sent) {
      const caseId = parseCaseId(first(sent, 'case')); // it was taught beside a mail of it
      if (caseId !== null) return c.redirect(`/cases/${caseId}?tab=body&taught=${first(sent, 'change')}`, 303);
      return c.redirect(dictionaryTabUrl('log', { entry, reverted: '1' }), 303);
    },
    async show(c, _, { code, values }) {
      const { tuning: say, fields } = c.get('messages');
      if (code === null) return logPage(c, deps, { complaint: fields.unsaved, status: 400 });
      if (code === 'entry-wrong') return logPage(c, deps, { complaint: say.revertWrong, status: 409 });
      const { entry, before } = await requireChange(deps, parseChangeId(first(values, 'change')));
      const conflict = { theirs: await currentText(deps, entry), ours: before };
      return logPage(c, deps, { complaint: say.revertConflict, conflict, entry, status: 409 });
    },
    says: ['entry-changed', 'entry-wrong'],
  });
