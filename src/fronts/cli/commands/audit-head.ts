import { rename } from 'node:fs/promises';
import { say } from '../messages.ts';

/** The end of the log that was here is evidence about it, and stands in the way of the one that is restored. */
export async function setHeadAside(dataPath: string) {
  const { headPath } = await import('../../../audit/index.ts');
  const path = headPath(dataPath);
  const aside = `${path}.${new Date().toISOString().replace(/[:.]/g, '-')}`;
  try {
    await rename(path, aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  return { aside, putBack: () => rename(aside, path) };
}

/** What to tell about it. */
export const headAside = (aside: string): string =>
  say(
    `監査記録の前の末尾は ${aside} にあります。audit verify --head ${aside} で、なくなった行が分かります`,
    `the end of the audit log before is in ${aside}; audit verify --head ${aside} tells which rows are gone`,
  );
