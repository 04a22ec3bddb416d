import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Absolute path of a file that ships with the project; `src/` and `dist/` both lie one step below the root, and this file one further. */
export const shipped = (relative: string): string => fileURLToPath(new URL(`../../${relative}`, import.meta.url));

/** Version of Komainu that runs. */
export const ownVersion = (): string => JSON.parse(readFileSync(shipped('package.json'), 'utf8')).version;
