import type { Handler, Hono } from 'hono';
import { isClosedTo, settleFeedback } from '../../../actions/index.ts';
import { type CaseId, isNamedIn, searched, speaksOf } from '../../../cases/index.ts';
import { feedbackWork } from '../../../store/index.ts';
import { type FrontDeps, hiddenLabel, hidesSubject, painfulLabel } from '../../shared/index.ts';
import { dictionaryTabUrl } from '../dictionaries/tabs.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import { onAct } from '../shell/acts/route.ts';
import { first } from '../shell/form-values.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { WorkView } from './work-view.tsx';

const PAGE_SIZE = 50;

/** What reviewers marked, until somebody has done something about it. Words of mails: for whoever may read cases. */
export const showWork =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    workPage(c, deps, 200);

async function workPage(c: WebContext, deps: FrontDeps, status: 200 | 400): Promise<Response> {
  const messages = c.get('messages');
  const language = c.get('language');
  const person = c.get('person')!;
  const { maskAll } = c.get('preferences');
  const at = /^[1-9]\d{0,4}$/.test(c.req.query('page') ?? '') ? Number(c.req.query('page')) : 1;
  const open = c.req.query('state') !== 'done';
  const revealed = c.req.query('reveal') === '1';
  await deps.audit.record(entryOf(c, deps, 'dictionary.missed', '', { revealed }));
  const slice = { open, limit: PAGE_SIZE + 1, offset: (at - 1) * PAGE_SIZE };
  const rows = await feedbackWork(deps.db, slice, { person: person.id });
  const listed = rows.slice(0, PAGE_SIZE);
  const closed = new Set<CaseId>();
  for (const id of new Set(listed.map(({ caseId }) => caseId)))
    if (await isClosedTo(deps, actorOf(c, deps), id)) closed.add(id);
  const shown = listed.map((row) => {
    const words = row.words ?? '';
    const isClosed =
      row.declined || closed.has(row.caseId) || speaksOf(row, person) || isNamedIn(searched([words]), person);
    const painful = painfulLabel(words, language);
    const masked = row.kind === 'missed' && !isClosed && (hidesSubject(row, maskAll) || painful !== null);
    const label =
      isClosed || (masked && !revealed)
        ? (painful ?? hiddenLabel([...row.acts, ...row.foundActs], maskAll, language))
        : null;
    return { ...row, label, masked, isClosed };
  });
  return page(
    c,
    deps,
    { title: messages.tuning.work, section: 'work', status },
    <WorkView
      messages={messages}
      clock={c.get('clock')}
      rows={shown}
      open={open}
      at={at}
      more={rows.length > PAGE_SIZE}
      revealed={revealed}
      mayWrite={can(c, 'dictionaries.write')}
    />,
  );
}

/** Sets aside what was marked, or puts it back. */
export const mountWork = (app: Hono<WebEnv>, deps: FrontDeps): void =>
  onAct(app, deps, settleFeedback, {
    show: (c) => workPage(c, deps, 400),
    back: async (c, _, __, sent) =>
      c.redirect(dictionaryTabUrl('work', first(sent, 'to') === 'dropped' ? {} : { state: 'done' }), 303),
  });
