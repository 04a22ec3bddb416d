import { FILES } from '../../../actions/index.ts';

export type SentFiles =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'tooMany' | 'tooLarge' };

/** The files of a field, as far as they are few and small enough. A browser sends an empty file where none was chosen. */
export function filesIn(field: unknown): SentFiles {
  const sent: unknown[] = Array.isArray(field) ? field : [field];
  const files = sent.filter((one): one is File => one instanceof File && one.size > 0);
  if (files.length > FILES.most) return { kind: 'tooMany' };
  const size = files.reduce((sum, file) => sum + file.size, 0);
  return size > FILES.bytes ? { kind: 'tooLarge' } : { kind: 'files', files };
}
