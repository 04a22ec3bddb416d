import { type Act, isSurfaced } from '../../../detect/index.ts';
import { type CaseView, rankOf } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import type { Messages } from '../shell/messages.ts';

/** So many are named on the line; the rest is counted. */
const NAMED = 3;

/**
 * Why a case is here, on one line: the acts with how often their words counted in the mails of the page, the strongest
 * first; and that a person watches the sender. Never empty.
 */
export function whyOf({ detail, mails }: Pick<CaseView, 'detail' | 'mails'>, messages: Messages, clock: Clock): string {
  const { why: say, separator } = messages.case;
  const acts = countedActs(mails);
  const since = mails.findLast(({ item }) => item.watchedSince !== null)?.item.watchedSince ?? null;
  const beside = [...(since === null ? [] : [messages.watch.reason(clock.day(since))])];
  if (acts.length > 0) {
    const named = acts.slice(0, NAMED).map(({ act, times }) => say.act(messages.acts[act], times));
    return [...named, ...(acts.length > NAMED ? [say.others(acts.length - NAMED)] : []), ...beside].join(separator);
  }
  if (beside.length > 0) return beside.join(separator);
  if (detail.report !== null) return say.report;
  if (detail.band === null) return say.unreadable;
  if (mails.some(({ item }) => item.assessment !== null && isSurfaced(item.assessment.band))) return say.tone;
  return say.elsewhere;
}

function countedActs(mails: CaseView['mails']): { readonly act: Act; readonly times: number }[] {
  const found = new Map<Act, { times: number; rank: number }>();
  for (const reason of mails.flatMap(({ reasons }) => reasons)) {
    const { act, meant } = reason.match;
    if (act === null || !meant) continue;
    const one = found.get(act) ?? { times: 0, rank: 0 };
    found.set(act, { times: one.times + 1, rank: Math.max(one.rank, rankOf(reason)) });
  }
  return [...found]
    .sort(([, a], [, b]) => b.rank - a.rank || b.times - a.times)
    .map(([act, { times }]) => ({ act, times }));
}
