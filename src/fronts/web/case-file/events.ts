import type { CaseDetail, CaseId, Consultation } from '../../../cases/index.ts';
import type { FileDeed, FiledEntry, FileEvent, MergeEvent } from '../../../store/index.ts';

/** Something in the timeline of a case file. */
export type TimelineItem =
  | FileEvent
  | MergeEvent
  | FileDeed
  | { readonly kind: 'handed-in'; readonly at: Date; readonly caseId: CaseId; readonly report: Consultation }
  | {
      readonly kind: 'incident';
      readonly at: Date;
      readonly caseId: CaseId;
      readonly report: Consultation;
      readonly place: number | null; // of the mail that holds its words
    }
  | {
      readonly kind: 'fact';
      readonly at: Date;
      readonly entry: FiledEntry;
      readonly day: string;
      readonly words: string;
    };

interface Told {
  readonly events: readonly FileEvent[];
  readonly deeds: readonly FileDeed[];
  readonly merges: readonly MergeEvent[];
  readonly entries: readonly FiledEntry[];
}

/**
 * Everything that has a time, as one story, oldest first. A fact of a day stands at its beginning; one of which nobody knows the day
 * stands in no timeline, and judgements never do.
 *
 * @param dayStart when a day begins where the company is; null for what is no day
 */
export function timelineOf(
  detail: CaseDetail,
  { events, deeds, merges, entries }: Told,
  dayStart: (day: string) => Date | null,
): TimelineItem[] {
  const places = new Map(
    events.flatMap((event) =>
      event.kind === 'mail' && event.incidentOf !== null && !event.withNote
        ? [[event.incidentOf, event.place] as const]
        : [],
    ),
  );
  const reports = [detail, ...detail.merging.parts].flatMap(({ id, report }) => (report ? [{ id, report }] : []));
  const told = reports.flatMap(({ id, report }): TimelineItem[] => [
    { kind: 'handed-in', at: report.handedInAt, caseId: id, report },
    ...(report.happenedAt === null
      ? []
      : [{ kind: 'incident' as const, at: report.happenedAt, caseId: id, report, place: places.get(id) ?? null }]),
  ]);
  const incidents = new Set(told.flatMap((one) => (one.kind === 'incident' ? [one.caseId] : [])));
  const others = events.filter(
    (event) =>
      event.kind !== 'mail' || event.incidentOf === null || (!event.withNote && !incidents.has(event.incidentOf)),
  );
  const facts = entries.flatMap((entry): TimelineItem[] => {
    const { note, struck } = entry;
    const at = note.kind === 'fact' && note.on !== null && struck === null ? dayStart(note.on) : null;
    return at === null || note.kind !== 'fact' ? [] : [{ kind: 'fact', at, entry, day: note.on!, words: note.words }];
  });
  return [...others, ...deeds, ...merges, ...told, ...facts].sort((a, b) => a.at.getTime() - b.at.getTime());
}
