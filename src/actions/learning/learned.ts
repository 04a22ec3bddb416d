import type { CaseDetail, CaseMessage } from '../../cases/index.ts';
import { type Line, toLines } from '../../detect/index.ts';
import { ownSentences } from '../../screening/index.ts';
import { siteVersions, siteWeights, taughtBy, type Unused } from '../../store/index.ts';
import { piecesLearned } from '../../tuning/index.ts';
import type { ActionDeps } from '../deps.ts';

/** What a decision taught, as the newest version has it. */
export interface Learned {
  readonly positive: boolean;
  readonly pieces: readonly string[]; // words of this case's mails alone, strongest first
  readonly unused: Unused | null;
  readonly forgotten: boolean; // somebody had it unlearned
}

/** What the decision on a case taught; null where it teaches nothing, or nothing was learned from it yet. */
export async function learnedFrom(
  deps: Pick<ActionDeps, 'db' | 'lab' | 'read'>,
  detail: CaseDetail,
): Promise<Learned | null> {
  const taught = await taughtBy(deps.db, detail.id);
  if (taught === null) return null;
  const { positive, forgottenBy, teaches } = taught;
  if (forgottenBy !== null) return { positive, pieces: [], unused: null, forgotten: true };
  const [newest] = await siteVersions(deps.db, { limit: 1 });
  const weights = newest === undefined ? null : await siteWeights(deps.db, newest.id);
  if (!teaches || newest === undefined || weights === null) return null;
  const pieces = piecesLearned(await linesOf(deps, detail), weights, positive);
  return { positive, pieces, unused: newest.unused, forgotten: false };
}

/** The own sentences of the mails of a page. */
export async function linesOf(
  { lab, read }: Pick<ActionDeps, 'lab' | 'read'>,
  { items }: CaseDetail,
): Promise<Line[][]> {
  const { tokenize } = await lab.rules();
  const messages: CaseMessage[] = [];
  for (const item of items) {
    const message = await read(item);
    if (message !== null) messages.push(message);
  }
  return messages.map((message) => toLines(ownSentences(message).own, tokenize));
}
