export { type KilledCode, ScreeningKilledError } from './killed.ts';
export { openScreening, type Screening, type ScreeningOptions } from './screening.ts';
