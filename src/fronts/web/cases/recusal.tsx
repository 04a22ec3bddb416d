import type { MiddlewareHandler } from 'hono';
import { isNamedIn, mayWith, type Named, searched } from '../../../cases/index.ts';
import type { ReadMessage } from '../../../screening/index.ts';
import { handBack, listAccounts, loadCase, type Visibility } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { RecusedView } from './recused-view.tsx';

/**
 * Who, of those who decide, does not decide this case, because its mails speak of them: ids of accounts. Nobody when
 * they speak of everybody: someone has to. Looked up in the mails each time, written down nowhere.
 */
export async function recusedFrom(
  { db, read, now }: Pick<FrontDeps, 'db' | 'read' | 'now'>,
  id: string,
  visibility: Visibility,
): Promise<ReadonlySet<string>> {
  const detail = await loadCase(db, id, visibility);
  if (detail === null) return NOBODY;
  const { report, items } = detail;
  const deciders = (await listAccounts(db, now())).filter(
    ({ deactivatedAt, roles }) =>
      deactivatedAt === null &&
      mayWith(roles, 'cases.decide') &&
      (report?.confidential !== true || roles.includes('desk')),
  );
  const texts = report === null ? [] : [report.words, report.otherSide, ...report.notes.map(({ words }) => words)];
  for (const item of items) {
    const message = item.raw === null ? null : await read(item).catch(() => null); // nobody can read it
    if (message !== null) texts.push(...textsOf(message));
  }
  const text = searched(texts);
  const named = deciders.filter((person) => isNamedIn(text, person));
  return named.length === deciders.length ? NOBODY : new Set(named.map((person) => person.id));
}

export const NOBODY: ReadonlySet<string> = new Set();

const textsOf = ({ parts, from, to, cc }: ReadMessage): string[] => [
  ...parts.map(({ text }) => text),
  ...[from, ...to, ...cc].flatMap((one) => (one === null ? [] : [`${one.name} <${one.address}>`])),
];

/** Whether a list should not show this row to the person: what it repeats of a mail speaks of them. */
export const speaksOf = ({ from, subject }: { readonly from: string; readonly subject: string }, person: Named) =>
  isNamedIn(searched([from, subject]), person);

/** Lets go of a case that is not for the person who has it: it waits for anyone. The log says no more than of a skip. */
async function passToOthers(c: WebContext, deps: FrontDeps, id: string): Promise<void> {
  await deps.audit.during(
    (tx) => handBack(tx, id, c.get('person')!.id),
    (had) => (had ? entryOf(c, deps, 'case.skip', `case/${id}`) : null),
  );
}

/** Whether the signed-in person may be served a case; one that is not for them goes to the others. */
export const mayBeServed =
  (c: WebContext, deps: FrontDeps) =>
  async (id: string): Promise<boolean> => {
    const recused = (await recusedFrom(deps, id, visibilityOf(c))).has(c.get('person')!.id);
    if (recused) await passToOthers(c, deps, id);
    return !recused;
  };

/** These let go of a case without showing it. */
const LETTING_GO = new Set(['leave', 'skip', 'decline']);

/** Keeps people from whatever belongs to a case that speaks of them: its page, its files, every way to decide it. */
export const recuse =
  (deps: FrontDeps): MiddlewareHandler<WebEnv> =>
  async (c, next) => {
    c.set('recused', NOBODY);
    const [, id, way] = /^\/cases\/([^/]+)(?:\/([^/]+))?/.exec(c.req.path) ?? [];
    if (id === undefined || LETTING_GO.has(way ?? '') || !can(c, 'cases.decide')) return next();
    c.set('recused', await recusedFrom(deps, id, visibilityOf(c)));
    if (!c.get('recused').has(c.get('person')!.id)) return next();
    await passToOthers(c, deps, id);
    const messages = c.get('messages');
    const options = { title: messages.recused.title, section: 'cases', status: 403, here: '/' } as const;
    return page(c, deps, options, <RecusedView messages={messages} />);
  };
