import { setTimeout as pause } from 'node:timers/promises';
import type { SiteWeights } from '../../detect/index.ts';
import {
  groundIn,
  type LiveRules,
  type PackedRules,
  type ReadRules,
  rulesOver,
  withSite,
} from '../../screening/index.ts';
import { type Db, siteInForce, siteWeights } from '../../store/index.ts';
import { type Logger, logFor } from '../../util/log.ts';

const LOOK_EVERY_MS = 2_000;

/** The rules in force together with what was learned here. */
export interface RulesHere extends AsyncDisposable {
  readonly current: () => ReadRules;
  readonly packed: () => PackedRules;
}

interface Learned {
  readonly weights: SiteWeights;
  readonly ground: string; // version of the classifier that they stand on
}

/**
 * Looks every two seconds what was learned, as the dictionaries are looked at, and puts it beside the rules. Weights that stand on
 * another classifier than the one in force are not used. While the store is away, what was known stays.
 *
 * @param usual whether a site learns where nobody has said so
 */
export async function watchSite(
  {
    db,
    rules,
    usual,
    log,
  }: {
    readonly db: Db;
    readonly rules: Pick<LiveRules, 'current' | 'packed'>;
    readonly usual: boolean;
    readonly log: Logger;
  },
  lookEveryMs = LOOK_EVERY_MS,
): Promise<RulesHere> {
  const own = logFor(log, 'app');
  const stop = new AbortController();
  let learned: Learned | null = null;

  const together = () => {
    const base = rules.packed();
    const fits = learned !== null && learned.ground === groundIn(base)?.version;
    const packed = fits ? withSite(base, learned!.weights) : base;
    return { base, learned, packed, read: fits ? rulesOver(packed) : rules.current() };
  };
  let made = together();
  const now = () => {
    if (made.base !== rules.packed() || made.learned !== learned) made = together();
    return made;
  };

  async function look(): Promise<void> {
    const inForce = await siteInForce(db, usual);
    if ((inForce?.id ?? null) === (learned?.weights.version ?? null)) return;
    const weights = inForce && (await siteWeights(db, inForce.id));
    learned = weights && { weights, ground: inForce!.ground };
    own.info({ site: weights?.version ?? null }, 'what was learned here changed');
  }
  const lookOnce = () =>
    look().catch((error: Error) => own.warn({ error: error.name }, 'what was learned here could not be read'));
  await lookOnce();
  const looking = (async () => {
    while (!stop.signal.aborted) {
      await pause(lookEveryMs, undefined, { signal: stop.signal }).catch(() => {});
      if (!stop.signal.aborted) await lookOnce();
    }
  })();
  return {
    current: () => now().read,
    packed: () => now().packed,
    async [Symbol.asyncDispose]() {
      stop.abort();
      await looking;
    },
  };
}
