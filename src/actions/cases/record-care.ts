import type { Details } from '../../audit/index.ts';
import type { CaseId } from '../../cases/index.ts';
import { CARE_POINTS, CARE_STATES, type FollowUpId } from '../../response/index.ts';
import { endFollowUp, planFollowUp, writeCarePoint, writeRecurrence } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { choice, day, type Given, leftOut, rowId, text } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';

/** What somebody did, or means to do, for the person concerned: saw to a point, plans to ask again, asked, or wrote against a recurrence. */
export const CARE_DEEDS = ['point', 'plan', 'asked', 'recurrence'] as const;
export type CareDeed = (typeof CARE_DEEDS)[number];

const asked = {
  id: rowId<CaseId>(),
  do: choice(CARE_DEEDS),
  point: leftOut(choice(CARE_POINTS)),
  state: leftOut(choice(CARE_STATES)),
  due: leftOut(day('ahead')),
  followUp: leftOut(rowId<FollowUpId>()),
  note: text(2000, 'maybe'),
};

/** What each needs; the rest is of others, or may be left out. */
const NEEDS: Readonly<Record<CareDeed, readonly (keyof Given<typeof asked>)[]>> = {
  point: ['point', 'state'],
  plan: ['due'],
  asked: ['followUp'],
  recurrence: ['note'],
};

/**
 * Writes into the care list of a case, whatever its status: care does not wait for a finding. A note may speak of somebody's health and stays out of
 * the log.
 *
 * @throws Refusal `no-such-case`, also where the case has no such day
 */
export const recordCare = act({
  path: '/cases/:id/care',
  right: 'cases.decide',
  audit: 'case.care',
  about: 'id',
  ask: asked,
  logged: [],
  async do(tx, given, doer) {
    const missing = NEEDS[given.do].filter((name) => !given[name]);
    if (missing.length > 0) throw wrongFields(Object.fromEntries(missing.map((name) => [name, 'missing'])));
    const { id, point, state, due, followUp, note } = given;
    const write = {
      point: () => writeCarePoint(tx, id, point!, { state: state!, note }, doer, doer.sight),
      plan: () => planFollowUp(tx, id, { due: due!, note }, doer, doer.sight),
      asked: () => endFollowUp(tx, id, followUp!, doer, doer.sight),
      recurrence: () => writeRecurrence(tx, id, note, doer, doer.sight),
    };
    if (!(await write[given.do]())) throw new Refusal({ code: 'no-such-case' });
  },
  told: (_, { do: deed, point, state, due, followUp }): Details => {
    switch (deed) {
      case 'point':
        return { point: point!, state: state! };
      case 'plan':
        return { planned: due! };
      case 'asked':
        return { asked: followUp! };
      case 'recurrence':
        return { recurrence: true };
    }
  },
  to: ({ id }) => `case/${id}`,
});
