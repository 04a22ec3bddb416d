import { fileURLToPath } from 'node:url';

/** Absolute path of a file that ships with the project; `src/` and `dist/` both lie one step below the root. */
export const shipped = (relative: string): string => fileURLToPath(new URL(`../${relative}`, import.meta.url));
