import { describe, expect, it } from 'vitest';
import { askedOfPlan, changeEscalation, changeMeasureRules } from '../../../../src/actions/index.ts';
import { rowsThatStand, valuesFor, writtenIn } from '../../../../src/fronts/web/shell/acts/written.ts';
import { SHIPPED_PLAN } from '../../../../src/response/index.ts';

describe('a form of rows', () => {
  it('says what it was filled with', () => {
    const values = { ...valuesFor(changeEscalation, askedOfPlan(SHIPPED_PLAN)), after: ['3'] };
    expect(writtenIn(changeEscalation, values)).toMatchObject({ ...askedOfPlan(SHIPPED_PLAN), after: 3 });
  });

  it('moves up what stands after a row that was ticked to go, or has nothing in its first field', () => {
    const row = (i: number, name: string, more: object = {}) => ({
      [`steps.${i}.step`]: [name],
      [`steps.${i}.criteria`]: [`${i}`],
      ...more,
    });
    const sent = { ...row(0, 'caution', { 'steps.0.remove': ['1'] }), ...row(1, ''), ...row(2, 'warning'), end: ['3'] };
    expect(rowsThatStand(changeMeasureRules, sent)).toEqual({
      'steps.0.step': ['warning'],
      'steps.0.criteria': ['2'],
      end: ['3'],
    });
  });

  it('is not longer than its highest row, whatever is sent', () => {
    expect(writtenIn(changeMeasureRules, { 'steps.9999.step': ['x'], 'steps.x.step': ['x'] }).steps).toEqual([]);
  });
});
