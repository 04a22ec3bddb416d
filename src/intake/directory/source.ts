/**
 * A Maildir, a folder of .eml files or an mbox file. What is there at the first start is read, too: the directory is
 * the inbox. Nothing is ever changed in it.
 */
import type { DirectorySourceConfig } from '../../config/index.ts';
import type { Logger } from '../../util/log.ts';
import type { Source } from '../source.ts';
import { type Session, superviseWithBackoff } from '../supervise.ts';
import { createWakeSignal } from '../wake-signal.ts';
import { createBatch } from './batch.ts';
import { watchChanges } from './changes.ts';
import { emlKey, listNames, maildirKey } from './files.ts';
import { folderReader } from './folder-reader.ts';
import { findLayout, type Layout, watchedFolders } from './layout.ts';
import { mboxReader } from './mbox-reader.ts';
import { SETTLE_MS } from './settling.ts';
import { directorySentence, explainDirectoryTrouble } from './trouble.ts';

export interface DirectoryOptions {
  readonly pollMs: number; // how often to look although the system announced no change
  readonly log: Logger;
}

export function directorySource(config: DirectorySourceConfig, { pollMs, log }: DirectoryOptions): Source {
  const explain = explainDirectoryTrouble(config);
  return {
    name: config.name,
    watch: superviseWithBackoff(directorySession(config, pollMs), { name: config.name, log, explain }),
    async check() {
      try {
        return await describe(await findLayout(config), config.path);
      } catch (cause) {
        throw new Error(explain(cause).sentence, { cause });
      }
    },
  };
}

async function describe(layout: Layout, path: string): Promise<string> {
  if (layout.kind === 'mbox') return `${path} はmboxファイルです。/ ${path} is an mbox file.`;
  const { length } = await listNames(layout.folders, layout.kind === 'maildir' ? maildirKey : emlKey);
  return `${path} に ${length}通あります(${layout.kind})。/ ${path} holds ${length} mails (${layout.kind}).`;
}

const directorySession =
  (config: DirectorySourceConfig, pollMs: number): Session =>
  async (state, health, signal) => {
    const layout = await findLayout(config);
    const look = layout.kind === 'mbox' ? mboxReader(layout.file) : folderReader(layout);
    const batch = await createBatch(state);
    const wake = createWakeSignal();
    using changes = watchChanges(watchedFolders(layout), wake.ring);
    for (let nextPoll = 0; !signal.aborted; ) {
      const changed = changes.names();
      const isPoll = performance.now() >= nextPoll;
      if (isPoll) nextPoll = performance.now() + pollMs;
      const rest = await look(isPoll ? null : changed, async (mail) => {
        signal.throwIfAborted();
        await batch.add(mail);
      });
      await batch.flush();
      if (rest.unreadable) await health.ill(troubleOf('unreadable-files', config));
      else if (changes.failed) await health.ill(troubleOf('no-watch', config));
      else await health.well();
      await wake.wait(rest.settling ? SETTLE_MS : nextPoll - performance.now(), signal);
    }
  };

const troubleOf = (kind: 'unreadable-files' | 'no-watch', config: DirectorySourceConfig) => ({
  kind,
  sentence: directorySentence(kind, config),
});
