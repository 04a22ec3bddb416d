import type { Handler, Hono } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import {
  asToldTo,
  counterpartyFor,
  merge,
  noteInCase,
  noteWithFiles,
  Refusal,
  split,
  strikeInCase,
} from '../../../actions/index.ts';
import { type CaseDetail, type CaseSummary, type MergeProblem, parseCaseId, speaksOf } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import {
  caseEntries,
  casesOfCounterparty,
  fileDeeds,
  fileEvents,
  filesOfNotes,
  loadCase,
  loadPast,
  mergesOf,
} from '../../../store/index.ts';
import { oneAtATime } from '../../../util/one-at-a-time.ts';
import { dayStart, type FrontDeps, maskingOf, veiled } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { withBytes } from '../consultations/sent-files.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import { onAct } from '../shell/acts/route.ts';
import { text } from '../shell/fields.ts';
import { type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { isFor } from './deeds.tsx';
import { timelineOf } from './events.ts';
import { readFiles, readNote } from './form.ts';
import { FileView } from './view.tsx';

/** What happened in a case and is noted of it. */
export const showFile =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    filePage(c, deps, {});

/** Strikes a note. */
export const mountStrike = (app: Hono<WebEnv>, deps: FrontDeps): void =>
  onAct(app, deps, strikeInCase, {
    back: '/cases/:id/file?done=saved#timeline',
    show: (c) => filePage(c, deps, { status: 400 }),
  });

/** Notes something. */
export function noteInFile(deps: FrontDeps): Handler<WebEnv> {
  const inTurn = oneAtATime<string>(); // files may be large
  return (c) => inTurn(c.get('person')!.id, () => takeNote(c, deps));
}

async function takeNote(c: WebContext, deps: FrontDeps): Promise<Response> {
  const body = await c.req.parseBody({ all: true });
  const values = valuesOf(body);
  const messages = c.get('messages');
  const sent = await readFiles(body.files, messages);
  const read = readNote(values, todayIn(deps.company.timeZone, deps.now()), messages);
  if ('error' in read)
    return filePage(c, deps, { values, error: `${messages.caseFile.wrong} ${read.error}`, status: 400 });
  if ('error' in sent)
    return filePage(c, deps, { values, error: `${messages.caseFile.wrong} ${sent.error}`, status: 400 });
  const [actor, id] = [actorOf(c, deps), caseIdOf(c)];
  try {
    if (read.note.kind === 'fact' && sent.files.length > 0) {
      if (!(await noteWithFiles(deps, actor, id, read.note, await withBytes(sent.files))))
        return filePage(c, deps, {
          values,
          error: `${messages.caseFile.wrong} ${messages.caseFile.fileProblems.tooManyNotes}`,
          status: 400,
        });
    } else await noteInCase(deps, actor, id, read.note);
  } catch (error) {
    return refused(c, deps, error);
  }
  return c.redirect(`/cases/${id}/file?done=saved#${read.note.kind}`, 303);
}

/** Puts another case into this one. */
export const mergeIntoThis =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const other = parseCaseId(
      text((await c.req.parseBody()).other, 30)
        .normalize('NFKC')
        .trim()
        .replace(/^#/, ''),
    );
    const say = c.get('messages').caseFile;
    const notFound = () => filePage(c, deps, { error: `${say.notMerged} ${say.notFound}`, status: 404 });
    const id = caseIdOf(c);
    if (other === null || (await loadCase(deps.db, other, visibilityOf(c), { texts: false })) === null)
      return notFound();
    return merging(c, deps, 'merged', () => merge(deps, actorOf(c, deps), other, id));
  };

/** Takes a part out again. */
export const splitFromThis =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const part = parseCaseId(text((await c.req.parseBody()).part, 30));
    if (part === null) return c.notFound();
    return merging(c, deps, 'splitDone', () => split(deps, actorOf(c, deps), part, caseIdOf(c)));
  };

async function merging(
  c: WebContext,
  deps: FrontDeps,
  done: 'merged' | 'splitDone',
  act: () => Promise<MergeProblem | null>,
): Promise<Response> {
  const say = c.get('messages').caseFile;
  try {
    const problem = await act();
    if (problem !== null) return filePage(c, deps, { error: `${say.notMerged} ${say.problems[problem]}`, status: 409 });
  } catch (error) {
    return refused(c, deps, error);
  }
  return c.redirect(`/cases/${caseIdOf(c)}/file?done=${done}`, 303);
}

/** @throws `error` itself unless a page says it */
function refused(c: WebContext, deps: FrontDeps, error: unknown): Promise<Response> {
  if (error instanceof Refusal && error.code === 'recused') return recusedPage(c, deps);
  throw error;
}

interface FileState {
  readonly values?: Values;
  readonly error?: string;
  readonly status?: ContentfulStatusCode;
}

async function filePage(c: WebContext, deps: FrontDeps, state: FileState): Promise<Response> {
  const { values = {}, error = null, status = 200 } = state;
  const id = caseIdOf(c);
  const visibility = visibilityOf(c);
  const detail = await loadCase(deps.db, id, visibility);
  if (detail === null) return c.notFound();
  if (detail.merging.into !== null) return c.redirect(`/cases/${detail.merging.into}/file`, 303);
  await deps.audit.record(entryOf(c, deps, 'case.file-view', `case/${id}`));
  const { maskAll } = c.get('preferences');
  const parts = detail.merging.parts.map((part) => part.id);
  const entries = await caseEntries(deps.db, [id, ...parts], visibility);
  const told = {
    events: await fileEvents(deps.db, id, parts),
    deeds: (await fileDeeds(deps.db, id, parts)).filter((deed) => isFor(deed, (right) => can(c, right))),
    merges: await mergesOf(deps.db, id, visibility),
    entries,
  };
  const messages = c.get('messages');
  const done = c.req.method === 'GET' ? c.req.query('done') : undefined;
  return page(
    c,
    deps,
    { title: messages.caseFile.of(id), section: 'cases', here: `/cases/${id}/file`, status },
    <FileView
      messages={messages}
      clock={c.get('clock')}
      id={id}
      detail={detail}
      today={todayIn(deps.company.timeZone, deps.now())}
      masking={await maskingOf(deps.db, detail, { language: c.get('language'), maskAll })}
      timeline={timelineOf(detail, told, (day) => dayStart(day, deps.company.timeZone))}
      entries={entries}
      files={await filesOfNotes(deps.db, id)}
      candidates={detail.status === 'open' ? await candidatesFor(c, deps, detail) : []}
      values={values}
      error={error}
      done={done === 'saved' || done === 'merged' || done === 'splitDone' ? messages.caseFile[done] : null}
    />,
  );
}

const MOST_CANDIDATES = 10;

/** Open cases of the same counterparty, as the register has it or as the sender tells, that could be merged. */
async function candidatesFor(
  c: WebContext,
  deps: FrontDeps,
  detail: CaseDetail,
): Promise<(CaseSummary & { readonly hidden: boolean })[]> {
  const visibility = visibilityOf(c);
  const known = await counterpartyFor(deps, actorOf(c, deps), detail.id);
  const slice = { limit: 50, offset: 0 };
  const registered =
    known === null ? [] : (await casesOfCounterparty(deps.db, known.counterparty, slice, visibility)).cases;
  const grouped = (await loadPast(deps.db, detail.id, visibility))?.cases ?? [];
  const all = new Map([...registered, ...grouped].map((one) => [one.id, one]));
  const { maskAll } = c.get('preferences');
  const person = c.get('person')!;
  const candidates = [...all.values()]
    .filter(({ id, status, kind }) => id !== detail.id && status === 'open' && kind !== 'unreadable')
    .slice(0, MOST_CANDIDATES);
  const told = (await asToldTo(deps, actorOf(c, deps), candidates))
    .filter(({ closed }) => closed !== true) // nobody merges what they may not decide
    .map((one) => ({ ...one, hidden: speaksOf(one, person) }));
  return veiled(deps.db, told, { maskAll, language: c.get('language') });
}
