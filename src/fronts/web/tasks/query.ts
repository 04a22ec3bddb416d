import { closedAmong } from '../../../actions/index.ts';
import type { CaseId, CaseInList } from '../../../cases/index.ts';
import {
  CARE_POINTS,
  type Day,
  DUE_KINDS,
  type DueKind,
  type EscalationPlan,
  type Objection,
  planIn,
  rowFor,
  todayIn,
} from '../../../response/index.ts';
import {
  additionsFor,
  careList,
  caseListPage,
  clockList,
  listPeople,
  rulesOf,
  waitingDays,
} from '../../../store/index.ts';
import { dayOf } from '../../../util/day.ts';
import { dayStart, type FrontDeps } from '../../shared/index.ts';
import { shownTo } from '../case-list/hiding.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import { whoIs } from '../escalation/words.ts';
import { objectionUrl } from '../objections/urls.ts';
import { actorOf } from '../shell/actor.ts';
import { can, type WebContext } from '../shell/page.tsx';
import { lookingOf, visibilityOf } from '../shell/reviewer.ts';
import { MOST, type Task, type When } from './task.ts';

/** What is to be done after decisions, what is late before them, and whose answers are waited for, the first due first. */
export async function tasksFor(c: WebContext, deps: FrontDeps) {
  const { db } = deps;
  const visibility = visibilityOf(c);
  const now = deps.now();
  const { timeZone } = deps.company;
  const today = todayIn(timeZone, now);
  const endOf = (day: Day): Date => new Date(dayStart(day, timeZone, 1)!.getTime() - 1);
  const clocks = await clockList(db, { limit: MOST, offset: 0 }, visibility, now);
  const care = await careList(db, { today, limit: MOST, offset: 0 }, visibility);
  const answers = await waitingDays(db, kindsFor(c), visibility);
  const planAt = planIn(await rulesOf<EscalationPlan>(db, 'escalation'));
  const people = await listPeople(db);
  const { id: person, name } = c.get('person')!;
  const added = can(c, 'cases.decide')
    ? await additionsFor(db, { person, name, all: can(c, 'cases.assign') }, visibility)
    : [];
  const ids = [
    ...new Set([
      ...added.map(({ caseId }) => caseId),
      ...clocks.map(({ id }) => id),
      ...care.map(({ id }) => id),
      ...answers.flatMap(({ caseId }) => caseId ?? []),
    ]),
  ];
  const closed = await closedAmong(deps, actorOf(c, deps), ids); // the people of a row tell which acts
  const known = new Map(care.map((one) => [one.id, one]));
  const clocked = new Set(clocks.filter(({ step }) => step === 'care').map(({ id }) => id));
  const tasks: Task[] = [
    ...clocks.map(({ id, step, dueAt, startedAt, level, acts }): Task => {
      const row = planAt(startedAt)?.rules;
      const day = known.get(id)?.due ?? null;
      const sooner = step === 'care' && day !== null && endOf(day) < dueAt;
      return {
        what: step,
        due: sooner ? endOf(day) : dueAt,
        isDay: sooner,
        who:
          row === undefined
            ? ''
            : whoIs(c.get('messages'), people, rowFor(row, level, closed.has(id) ? [] : acts)?.who ?? NOBODY),
        caseId: id,
        href: step === 'care' ? `/cases/${id}/care` : `/cases/${id}`,
        done: step === 'care' ? CARE_POINTS.length - (known.get(id)?.open ?? 0) : null,
        followUp: null,
      };
    }),
    ...care
      .filter(({ id }) => !clocked.has(id))
      .map(
        ({ id, due, open, followUp }): Task => ({
          what: due === null ? 'care' : 'ask',
          due: due && endOf(due),
          isDay: true,
          who: '',
          caseId: id,
          href: `/cases/${id}/care`,
          done: CARE_POINTS.length - open,
          followUp,
        }),
      ),
    ...added.map(
      ({ caseId }): Task => ({
        what: 'added',
        due: null,
        isDay: true,
        who: '',
        caseId,
        href: `${caseTabUrl(caseId, 'response')}#added`,
        done: null,
        followUp: null,
      }),
    ),
    ...answers.map(
      ({ kind, id, caseId, due }): Task => ({
        what: kind,
        due: endOf(due),
        isDay: true,
        who: '',
        caseId,
        href: wayTo(kind, id, caseId),
        done: null,
        followUp: null,
      }),
    ),
  ];
  const rows =
    ids.length === 0 ? [] : await caseListPage(db, { among: ids, limit: ids.length, offset: 0 }, lookingOf(c, now));
  const { cases, isHidden } = await shownTo(c, deps, rows);
  return {
    tasks: tasks.sort((a, b) => (a.due?.getTime() ?? Infinity) - (b.due?.getTime() ?? Infinity)),
    cases: new Map<CaseId, CaseInList>(cases.map((one) => [one.id, one])),
    isHidden,
    whenOf: ({ due }: Task): When => {
      if (due === null) return 'undated';
      if (due < now) return 'late';
      if (dayOf(due, timeZone) === today) return 'today';
      return due.getTime() - now.getTime() < 7 * 86_400_000 ? 'week' : 'later';
    },
  };
}

const NOBODY = { roles: [], people: [] };

function wayTo(kind: DueKind, id: string, caseId: CaseId | null): string {
  switch (kind) {
    case 'expert':
      return `/cases/${caseId}/experts#request-${id}`;
    case 'objection':
      return objectionUrl({ id: id as Objection['id'], caseId });
    case 'cooperation':
      return `/counterparties?tab=cooperation#request-${id}`;
    case 'disclosure':
      return `/disclosures?request=${id}`;
  }
}

/** Whose answers somebody may know of. */
function kindsFor(c: WebContext): DueKind[] {
  const rights = {
    expert: 'experts.manage',
    objection: 'objections.manage',
    cooperation: 'cooperation.manage',
    disclosure: 'disclosures.manage',
  } as const;
  return DUE_KINDS.filter((kind) => can(c, rights[kind]));
}
