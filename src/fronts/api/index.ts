export { type MonitorDeps, monitorApp } from './monitor.ts';
export type { Problem, ProblemCode } from './problem.ts';
