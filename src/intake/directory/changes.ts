import { watch } from 'node:fs';

/** The changes that the system announces in some folders. Disposing it ends the announcements. */
export interface Changes extends Disposable {
  /** Names of files that may have changed since it was last asked; null when they are not known. */
  names(): ReadonlySet<string> | null;
  /** Whether the system refuses to announce, or has stopped to. */
  readonly failed: boolean;
}

/**
 * Calls `ring` at every change. Systems limit how many folders may be watched, and network file systems announce
 * nothing: it needs a poll beside it.
 */
export function watchChanges(folders: readonly string[], ring: () => void): Changes {
  let names: Set<string> | null = new Set();
  let failed = false;
  const fail = (): void => {
    failed = true;
    ring();
  };
  const watchers = folders.flatMap((folder) => {
    try {
      const watcher = watch(folder, (_, name) => {
        if (name === null) names = null;
        else names?.add(name);
        ring();
      });
      return [watcher.on('error', fail)];
    } catch {
      failed = true;
      return [];
    }
  });
  return {
    names() {
      const changed = failed ? null : names;
      names = new Set();
      return changed;
    },
    get failed() {
      return failed;
    },
    [Symbol.dispose]: () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
