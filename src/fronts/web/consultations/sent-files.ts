import { INCIDENT_FILES_LIMIT } from '../../shared/index.ts';

/** Files that go with one form. */
export const MOST_FILES = 10;

export type SentFiles =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'tooMany' | 'tooLarge' };

/** The files of a field, as far as they are few and small enough. A browser sends an empty file where none was chosen. */
export function filesIn(field: unknown): SentFiles {
  const sent: unknown[] = Array.isArray(field) ? field : [field];
  const files = sent.filter((one): one is File => one instanceof File && one.size > 0);
  if (files.length > MOST_FILES) return { kind: 'tooMany' };
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return size > INCIDENT_FILES_LIMIT ? { kind: 'tooLarge' } : { kind: 'files', files };
}

/** The same with their bytes. */
export const withBytes = (files: readonly File[]) =>
  Promise.all(
    files.map(async (file) => ({ name: file.name, type: file.type, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
