import { type CaseKind, type CaseStatus, hasGrave, type Severity } from '../../cases/index.ts';
import type { Act, Band } from '../../detect/index.ts';
import type { RuleVersion } from '../rules.ts';
import { dueAt, remindAt } from './limit.ts';
import { type ClockStep, type EscalationPlan, type Level, rowFor, stepsAt } from './plan.ts';

/** What a case says of its clocks. */
export interface ClockFacts {
  readonly status: CaseStatus;
  readonly kind: CaseKind;
  readonly band: Band | null;
  readonly acts: readonly Act[];
  readonly severity: Severity | null; // of the approval that stands
  /** When each step began to be due; null: it is done, or does not apply. */
  readonly since: Readonly<Record<ClockStep, Date | null>>;
}

/** A step that is to be done by a time. */
export interface CaseClock {
  readonly step: ClockStep;
  readonly level: Level;
  readonly startedAt: Date;
  readonly remindAt: Date;
  readonly dueAt: Date;
}

/**
 * Where a case stands for the matrix; null: it is dismissed, merged into another, or nobody has said how grave it is. What somebody hands in is
 * urgent by a grave act alone: who tells of a blow says it calmly, and the judge takes it for a tale.
 *
 * @example
 * levelOf({ status: 'open', kind: 'report', band: 'review', acts: [], severity: null }) // → 'report'
 */
export function levelOf({
  status,
  kind,
  band,
  acts,
  severity,
}: Pick<ClockFacts, 'status' | 'kind' | 'band' | 'acts' | 'severity'>): Level | null {
  switch (status) {
    case 'dismissed':
    case 'merged': // what it stands in has the clocks
      return null;
    case 'approved':
      return severity === null ? null : `severity-${severity}`;
    case 'open':
      if (band === 'urgent' || (kind === 'report' && hasGrave(acts))) return 'urgent';
      if (kind === 'report') return 'report';
      if (kind === 'unreadable') return 'unreadable';
      return band === 'review' || band === 'grey' ? band : null;
  }
}

/** The clocks that run on a case, each by the plan that was in force when it began. */
export function clocksOf(
  facts: ClockFacts,
  planAt: (at: Date) => Pick<RuleVersion<EscalationPlan>, 'version' | 'rules'> | null,
  timeZone: string,
): (CaseClock & { readonly version: number })[] {
  const level = levelOf(facts);
  if (level === null) return [];
  return stepsAt(level).flatMap((step) => {
    const startedAt = facts.since[step];
    if (startedAt === null) return [];
    const inForce = planAt(startedAt);
    if (inForce === null) return [];
    const { version, rules: plan } = inForce;
    const limit = rowFor(plan, level, facts.acts)?.limits[step];
    if (limit === undefined) return [];
    const work = { calendar: plan.calendar, timeZone };
    const due = dueAt(startedAt, limit, work);
    return [
      {
        step,
        level,
        version,
        startedAt,
        dueAt: due,
        remindAt: remindAt(startedAt, due, limit, plan.remindPercent, work),
      },
    ];
  });
}

/** Whether people are told at once, and not with the rest of the day. */
export const isPressing = (level: Level): boolean => level === 'urgent' || level === 'severity-3';

/** How a clock stands: there is time, it is time to think of it, or it is late. */
export type ClockState = 'running' | 'soon' | 'late';

/**
 * @example
 * clockStateAt({ remindAt: new Date(10), dueAt: new Date(20) }, new Date(15)) // → 'soon'
 */
export const clockStateAt = ({ remindAt, dueAt }: Pick<CaseClock, 'remindAt' | 'dueAt'>, now: Date): ClockState =>
  now >= dueAt ? 'late' : now >= remindAt ? 'soon' : 'running';
