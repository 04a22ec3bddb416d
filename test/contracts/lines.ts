/**
 * What others build on, as the code has it today: a change of it shows in review, and is written by `npx vitest run test/contracts -u`.
 * Frozen elsewhere: commands with their options (`docs/commands.md`), keys of the configuration (`docs/configuration.md`), both by
 * `test/docs`; the schema of the database (`test/store/schema.txt`).
 */
import { expect } from 'vitest';
import { stringify } from 'yaml';

/** Expects these lines in a file of this folder, each once, sorted, so that two changes of it merge. */
export const expectLines = (file: string, lines: readonly string[]): Promise<void> =>
  expect(`${[...new Set(lines)].sort().join('\n')}\n`).toMatchFileSnapshot(file);

/** The same for what has inner parts, as YAML with sorted keys. */
export const expectYaml = (file: string, value: unknown): Promise<void> =>
  expect(stringify(value, { sortMapEntries: true, aliasDuplicateObjects: false, lineWidth: 0 })).toMatchFileSnapshot(
    file,
  );
