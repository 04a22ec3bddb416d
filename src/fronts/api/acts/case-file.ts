import { type ActionDeps, type Actor, auditActorOf, Refusal, visibilityOf } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import type { CaseNote } from '../../../response/index.ts';
import { caseEntries, type FileEvent, fileEvents, loadCase } from '../../../store/index.ts';
import { type Language, maskingOf, noMasking } from '../../shared/index.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'now'>;

/** What happened in a case and what is noted of it, hidden where the case hides words; seeing it is written down. @throws Refusal */
export async function caseFileFor(
  { db, audit, now }: Deps,
  actor: Actor,
  id: CaseId,
  { reveal, language }: { readonly reveal: 'true' | 'false'; readonly language: Language },
) {
  const visibility = visibilityOf(actor);
  const detail = await loadCase(db, id, visibility);
  if (detail === null) throw new Refusal({ code: 'no-such-case' });
  const by = auditActorOf(actor, now());
  await audit.record({ ...by, action: 'case.file-view', target: `case/${id}`, details: {} });
  const closed = await maskingOf(db, detail, { language, maskAll: false });
  if (reveal === 'true' && closed.hides)
    await audit.record({ ...by, action: 'case.reveal', target: `case/${id}`, details: {} });
  const { cover } = reveal === 'true' ? noMasking : closed;
  const parts = detail.merging.parts.map((part) => part.id);
  return {
    id,
    events: (await fileEvents(db, id, parts)).map(eventJson),
    notes: (await caseEntries(db, [id, ...parts], visibility)).map((entry) => ({
      id: entry.id,
      caseId: entry.caseId,
      note: covered(entry.note, cover),
      by: entry.by,
      at: entry.at.toISOString(),
      struck: entry.struck && {
        ...{ by: entry.struck.by, at: entry.struck.at.toISOString() },
        why: entry.struck.why === '' ? null : cover(entry.struck.why),
      },
    })),
  };
}

/** When and what, of whom; nothing of what was written. */
const eventJson = (event: FileEvent) => ({
  kind: event.kind,
  at: event.at.toISOString(),
  by: 'by' in event ? event.by : null,
  source: 'source' in event ? event.source : null,
  band: event.kind === 'mail' ? event.band : null,
  decision: event.kind === 'decision' ? event.decision.kind : null,
});

const covered = (note: CaseNote, cover: (text: string) => string) => ({
  ...note,
  words: cover(note.words),
  ...(note.kind === 'person' ? { name: cover(note.name) } : {}),
});
