export { type KilledCode, ScreeningKilledError } from './aborted-attempt.ts';
export { openScreening, type Screening, type ScreeningOptions } from './pool.ts';
