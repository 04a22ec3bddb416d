import type { CaseSummary } from '../../../cases/index.ts';
import type { Band } from '../../../detect/index.ts';
import type { Past } from '../../../store/index.ts';

/** Something in the past of a case, in whichever inbox. */
export type TimelineEvent =
  | {
      readonly kind: 'mail';
      readonly at: Date;
      readonly sources: readonly string[];
      readonly band: Band | null;
      readonly caseId: string | null;
    }
  | { readonly kind: 'answer'; readonly at: Date; readonly sources: readonly string[] }
  | { readonly kind: 'case'; readonly at: Date; readonly sources: readonly string[]; readonly file: CaseSummary };

/** The thread and the other cases of the counterparty as one story, oldest first; cases of the thread stand as their mails. */
export function timelineOf(id: string, { thread, cases }: Past): TimelineEvent[] {
  const told = new Set([id, ...thread.flatMap((event) => (event.kind === 'mail' ? (event.caseId ?? []) : []))]);
  const others = cases
    .filter((file) => !told.has(file.id))
    .map((file): TimelineEvent => ({ kind: 'case', at: file.receivedAt, sources: file.sources, file }));
  const events = thread.map(({ source, ...event }): TimelineEvent => ({ ...event, sources: [source] }));
  return [...events, ...others].sort((a, b) => a.at.getTime() - b.at.getTime());
}
