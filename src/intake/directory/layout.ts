import { open, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { DirectorySourceConfig } from '../../config/index.ts';
import { DirectoryTroubleError } from './trouble.ts';

/** How a directory source keeps its mails. Paths are real paths: the configured one may be a link, those below not. */
export type Layout =
  | { readonly kind: 'maildir'; readonly folders: readonly string[] }
  | { readonly kind: 'eml'; readonly folders: readonly string[] }
  | { readonly kind: 'mbox'; readonly file: string };

/** @throws DirectoryTroubleError when nothing is there, or something else than `format` says. */
export async function findLayout({ path, format }: DirectorySourceConfig): Promise<Layout> {
  const root = await realpath(path).catch((cause) => {
    throw new DirectoryTroubleError(cause.code === 'ENOENT' ? 'missing' : 'not-readable', { cause });
  });
  const isFolder = (await stat(root)).isDirectory();
  const isMaildir = isFolder && (await isFolderAt(join(root, 'new'))) && (await isFolderAt(join(root, 'cur')));
  switch (format) {
    case 'auto':
      if (isMaildir) return maildir(root);
      return isFolder ? { kind: 'eml', folders: [root] } : mbox(root);
    case 'maildir':
      if (isMaildir) return maildir(root);
      throw new DirectoryTroubleError('wrong-format');
    case 'eml':
      if (isFolder) return { kind: 'eml', folders: [root] };
      throw new DirectoryTroubleError('wrong-format');
    case 'mbox':
      if (!isFolder) return mbox(root);
      throw new DirectoryTroubleError('wrong-format');
  }
}

/** Folders in which a change means that there may be mail; a mbox may be replaced by rename, so its folder counts. */
export function watchedFolders(layout: Layout): readonly string[] {
  switch (layout.kind) {
    case 'maildir':
    case 'eml':
      return layout.folders;
    case 'mbox':
      return [dirname(layout.file)];
  }
}

/** tmp/ is left out: what stands there is being written. */
const maildir = (root: string): Layout => ({ kind: 'maildir', folders: [join(root, 'new'), join(root, 'cur')] });

const isFolderAt = (path: string): Promise<boolean> =>
  stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );

async function mbox(file: string): Promise<Layout> {
  const handle = await open(file).catch((cause) => {
    throw new DirectoryTroubleError('not-readable', { cause });
  });
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(5), 0, 5, 0);
    if (bytesRead > 0 && !'From '.startsWith(buffer.toString('latin1', 0, bytesRead)))
      throw new DirectoryTroubleError('wrong-format');
  } finally {
    await handle.close();
  }
  return { kind: 'mbox', file };
}
