import { withAnchorFile } from '../audit/index.ts';
import type { AnchorPlace, Config } from '../config/index.ts';
import { auditEnd, auditHash, type Db, type Leases, type Store } from '../store/index.ts';
import { type Logger, logFor } from '../util/log.ts';
import { runAsLeader } from './leader.ts';

const LOOK_MS = 3_600_000;
const DAY_MS = 86_400_000;

interface AnchorDeps {
  readonly config: Pick<Config, 'anchors'>;
  readonly store: Pick<Store, 'db'>;
  readonly leases: Leases;
  readonly log: Logger;
}

/**
 * Notes once a day where the audit log ends, in places that `audit.anchor` names. Whoever has data folder and database can write the whole
 * log anew, its key and `audit.head` too, but not what is noted elsewhere.
 */
export function startAnchors({ config: { anchors }, store: { db }, leases, log }: AnchorDeps): AsyncDisposable {
  const say = logFor(log, 'audit');
  let told = 0; // to the journal, in milliseconds since 1970
  return runAsLeader(leases, {
    name: 'anchor',
    everyMs: LOOK_MS,
    async work(now) {
      for (const place of anchors) await note(place, now);
    },
    onFailure: (error) => say.error({ error: error.name }, 'the end of the audit log could not be noted'),
  });

  async function note(place: AnchorPlace, now: Date): Promise<void> {
    const end = await auditEnd(db);
    if (end === null) return;
    switch (place.kind) {
      case 'journal':
        if (now.getTime() - told < DAY_MS) return;
        told = now.getTime();
        say.info(end, 'the audit log ends here');
        return;
      case 'file':
        await noteInFile(place.path, { ...end, at: now }).catch((error: NodeJS.ErrnoException) =>
          say.error(
            { path: place.path, code: error.code ?? error.name },
            'the end of the audit log could not be noted',
          ),
        );
    }
  }

  async function noteInFile(path: string, end: { seq: number; hash: string; at: Date }): Promise<void> {
    await withAnchorFile(path, async ({ newest, add }) => {
      if (newest !== null && newest.seq === end.seq && newest.hash === end.hash) return;
      const isDue = newest === null || newest.at === null || end.at.getTime() - newest.at.getTime() >= DAY_MS;
      if (newest !== null && !(await isInLog(db, newest)))
        say.error(
          { path, seq: newest.seq },
          'the audit log no longer holds what was noted; run: komainu audit verify --head',
        );
      if (isDue) await add(end);
    });
  }
}

const isInLog = async (db: Db, { seq, hash }: { seq: number; hash: string }): Promise<boolean> =>
  (await auditHash(db, seq)) === hash;
