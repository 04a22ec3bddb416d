import { openAuditLog, promoteApprentices, Refusal } from '../../actions/index.ts';
import type { Config, Keys } from '../../config/index.ts';
import type { ReadRules } from '../../screening/index.ts';
import type { Leases, Store } from '../../store/index.ts';
import { loadTokenizer } from '../../text/index.ts';
import { openLab } from '../../tuning/index.ts';
import { type Logger, logFor } from '../../util/log.ts';
import { runAsLeader } from '../leader.ts';

const EVERY_MS = 60_000;

interface ApprenticeshipDeps {
  readonly config: Config;
  readonly store: Store;
  readonly leases: Leases;
  readonly keys: Keys;
  readonly rules: () => ReadRules;
  readonly log: Logger;
}

/**
 * Promotes the apprentices that decisions have shown to be right. Processes that serve the review app offer to do it, for the
 * folder that they may write, and one does.
 */
export function startApprenticeship({
  config,
  store: { db },
  leases,
  keys,
  rules,
  log,
}: ApprenticeshipDeps): AsyncDisposable {
  const say = logFor(log, 'store');
  const audit = openAuditLog({ db, key: keys.audit, dataPath: config.dataPath, log: say });
  const lab = openLab({ config, db, rules: async () => ({ ...rules(), tokenize: await loadTokenizer() }) });
  return runAsLeader(leases, {
    name: 'apprenticeship',
    everyMs: EVERY_MS,
    async work(at) {
      const promoted = await promoteApprentices({ db, audit, lab, now: () => at }, rules().dictionary).catch(
        (error: unknown) => {
          if (!(error instanceof Refusal)) throw error;
          say.warn({ sentence: error.message }, 'an apprentice entry could not be promoted; it will be tried again');
          return [];
        },
      );
      for (const entry of promoted) say.info({ entry }, 'an apprentice entry was promoted');
    },
    onFailure: (error) =>
      say.warn({ error: error.name }, 'apprentice entries could not be looked at; it will be tried again'),
  });
}
