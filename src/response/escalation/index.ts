export { HOLIDAYS_UNTIL, isWorked } from './calendar.ts';
export * from './clocks.ts';
export { dueAt, remindAt, type WorkTime } from './limit.ts';
export * from './plan.ts';
export { planIn } from './plan-at.ts';
