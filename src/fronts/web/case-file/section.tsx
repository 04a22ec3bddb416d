import type { Child } from 'hono/jsx';
import { asToldTo, counterpartyFor } from '../../../actions/index.ts';
import { type CaseDetail, type CaseSummary, speaksOf } from '../../../cases/index.ts';
import { todayIn } from '../../../response/index.ts';
import {
  caseEntries,
  casesOfCounterparty,
  fileDeeds,
  fileEvents,
  filesOfNotes,
  loadPast,
  mergesOf,
} from '../../../store/index.ts';
import { dayStart, type FrontDeps, maskingOf, veiled } from '../../shared/index.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import type { Values } from '../shell/form-values.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { isFor } from './deeds.tsx';
import { timelineOf } from './events.ts';
import { FileView } from './view.tsx';

/** What happened in a case and is noted of it. */
export async function fileCard(
  c: WebContext,
  deps: FrontDeps,
  detail: CaseDetail,
  { values = {}, error = null }: { readonly values?: Values; readonly error?: string | null },
): Promise<Child> {
  const { id } = detail;
  const visibility = visibilityOf(c);
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
  const done = c.req.method === 'GET' ? c.req.query('saved') : undefined;
  return (
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
    />
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
