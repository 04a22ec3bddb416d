import { toLines } from '../../detect/index.ts';
import { ownSentences } from '../../screening/index.ts';
import {
  addSiteVersion,
  dropUnstanding,
  lockLearning,
  noteTaught,
  siteLearningNow,
  siteVersions,
  taughtFeatures,
  taughtHash,
  untaughtDecisions,
} from '../../store/index.ts';
import type { Lab, SiteLearned, TaughtMail } from '../../tuning/index.ts';
import type { ActionDeps } from '../deps.ts';

export interface LearnDeps extends Pick<ActionDeps, 'db' | 'now'> {
  readonly lab: Pick<Lab, 'rules' | 'ground'>;
  /** Learns from mails away from whoever waits for a page. Null when that took too long. */
  readonly train: (mails: readonly TaughtMail[], point: number) => Promise<SiteLearned | null>;
  readonly usual: boolean; // whether a site learns where nobody has said so
}

const AT_ONCE = 20;
/** Newest decisions that are learned from: what customers write changes, and so does what is dismissed. */
const MOST_TAUGHT = 400;

/**
 * Learns from decisions that were made since, and unlearns those that were undone: all anew, so that what was learned never holds
 * anything of a decision that no longer teaches. Killed half-way, the next run goes on.
 *
 * @returns whether there is a new version
 */
export async function learn(deps: LearnDeps): Promise<boolean> {
  const { db, now, lab, train, usual } = deps;
  const { enabled, since } = await siteLearningNow(db, usual);
  const ground = await lab.ground();
  if (ground === null) return false;
  await dropUnstanding(db);
  for (;;) {
    const untaught = await untaughtDecisions(db, { since, among: MOST_TAUGHT, limit: AT_ONCE });
    for (const one of untaught) await teach(deps, one);
    if (untaught.length < AT_ONCE) break;
  }
  if (!enabled) return false; // similar cases are compared all the same
  const taught = await taughtHash(db);
  const [newest] = await siteVersions(db, { limit: 1 });
  if (newest?.taught === taught && newest.ground === ground.version) return false;
  const mails = await taughtFeatures(db, MOST_TAUGHT);
  if (mails.length === 0 && newest === undefined) return false;
  const { flag } = (await lab.rules()).dictionary.scoring.classifier;
  const learned = await train(mails, Math.log(flag / (1 - flag)));
  if (learned === null) return false;
  return db.transaction(async (tx) => {
    await lockLearning(tx);
    const [latest] = await siteVersions(tx, { limit: 1 });
    const stale = latest?.id !== newest?.id || (await taughtHash(tx)) !== taught;
    if (stale || !(await siteLearningNow(tx, usual)).enabled) return false;
    await addSiteVersion(tx, { at: now(), ground: ground.version, taught, ...learned });
    return true;
  });
}

/** Of a mail about which the classifier says nothing there is nothing to learn. */
async function teach(
  { db, lab }: LearnDeps,
  { parts, ...decided }: Awaited<ReturnType<typeof untaughtDecisions>>[number],
): Promise<void> {
  const [{ tokenize }, ground] = await Promise.all([lab.rules(), lab.ground()]);
  const segments = new Map(parts.map(({ id, segments }) => [id, segments]));
  const lines = toLines(ownSentences({ parts, segments }).own, tokenize);
  const features = ground!.shown(lines);
  await noteTaught(db, { ...decided, features: features.length < LEAST_FEATURES ? null : features });
}

/** Of about six characters: in fewer, chance decides. */
const LEAST_FEATURES = 20;
