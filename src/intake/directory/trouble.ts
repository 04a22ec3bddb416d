import type { DirectorySourceConfig } from '../../config/index.ts';
import type { Trouble } from '../health.ts';

export type DirectoryTroubleKind =
  | 'missing'
  | 'not-readable'
  | 'wrong-format'
  | 'unreadable-files'
  | 'no-watch'
  | 'other';

export class DirectoryTroubleError extends Error {
  override readonly name = 'DirectoryTroubleError';
  readonly code: DirectoryTroubleKind;
  constructor(code: DirectoryTroubleKind, options?: ErrorOptions) {
    super(`Directory trouble: ${code}`, options);
    this.code = code;
  }
}

export const explainDirectoryTrouble =
  (config: DirectorySourceConfig) =>
  (error: unknown): Trouble<DirectoryTroubleKind> & { readonly slow: boolean } => {
    const kind = kindOf(error);
    return { kind, sentence: directorySentence(kind, config), slow: false };
  };

function kindOf(error: unknown): DirectoryTroubleKind {
  if (error instanceof DirectoryTroubleError) return error.code;
  const code = (error as { code?: unknown } | null)?.code;
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing';
  if (code === 'EACCES' || code === 'EPERM') return 'not-readable';
  return 'other';
}

/** File names are not named: those of .eml files are often the subject. */
export function directorySentence(kind: DirectoryTroubleKind, { path, format }: DirectorySourceConfig): string {
  switch (kind) {
    case 'missing':
      return `${path} がありません。/ ${path} does not exist.`;
    case 'not-readable':
      return `${path} を読む権限がありません。/ There is no permission to read ${path}.`;
    case 'wrong-format':
      return `${path} は ${format} 形式として読めません。/ ${path} cannot be read as ${format}.`;
    case 'unreadable-files':
      return `${path} に読めないファイルがあります。権限を確認してください。/ Some files in ${path} cannot be read: check their permissions.`;
    case 'no-watch':
      return `${path} の変更通知を受け取れないため、定期的な確認だけで動いています。/ Changes in ${path} are not announced by the system: it is only looked at from time to time.`;
    case 'other':
      return `${path} の読み取りに失敗しました。再試行します。/ Reading ${path} failed; it is tried again.`;
  }
}
