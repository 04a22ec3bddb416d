import { learn } from '../../actions/index.ts';
import type { PackedRules } from '../../screening/index.ts';
import type { Db, Leases } from '../../store/index.ts';
import type { Lab, SiteLearned } from '../../tuning/index.ts';
import { type Logger, logFor } from '../../util/log.ts';
import { shipped } from '../../util/paths.ts';
import { inThread } from '../in-thread.ts';
import { runAsLeader } from '../leader.ts';

export interface LearningDeps {
  readonly db: Db;
  readonly leases: Leases;
  readonly lab: Pick<Lab, 'rules' | 'ground'>;
  readonly packedRules: () => PackedRules;
  readonly usual: boolean; // whether a site learns where nobody has said so
  readonly log: Logger;
  readonly everyMs?: number;
}

const LOOK_EVERY_MS = 5_000;

/** Learns from decisions some seconds after they were made, in one process of all. */
export function startLearning({ db, leases, lab, packedRules, usual, log, everyMs }: LearningDeps): AsyncDisposable {
  const own = logFor(log, 'app');
  const train = (mails: unknown, point: number) =>
    inThread<SiteLearned>(shipped('dist/services/learning/train-thread.js'), {
      tables: packedRules().tables,
      mails,
      point,
    });
  return runAsLeader(leases, {
    name: 'learning',
    everyMs: everyMs ?? LOOK_EVERY_MS,
    work: async (now) => {
      const isNew = await learn({ db, now: () => now, lab, train, usual });
      if (isNew) own.info('learned from decisions');
    },
    onFailure: (error) => own.warn({ error: error.name }, 'learning from decisions failed; it will be tried again'),
  });
}
