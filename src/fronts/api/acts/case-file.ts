import { z } from 'zod';
import {
  type ActionDeps,
  type Actor,
  auditActorOf,
  noteInCase,
  Refusal,
  visibilityOf,
} from '../../../actions/index.ts';
import { CAUSES, type CaseId, HARMS } from '../../../cases/index.ts';
import { type CaseNote, CONCERNED_AS, type Day, RELATIONS, todayIn } from '../../../response/index.ts';
import { caseEntries, type FileEvent, fileEvents, loadCase } from '../../../store/index.ts';
import { type FrontDeps, type Language, maskingOf, noMasking } from '../../shared/index.ts';

type Deps = Pick<ActionDeps, 'db' | 'audit' | 'read' | 'now'> & Pick<FrontDeps, 'company'>;

const words = z.string().trim().max(4_000);
const said = words.min(1);

export const NoteBody = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('person'),
    as: z.enum(CONCERNED_AS),
    relation: z.enum(RELATIONS),
    name: z.string().trim().max(100).default(''),
    words: words.default(''),
  }),
  z.strictObject({ kind: z.literal('fact'), on: z.iso.date().nullable().default(null), words: said }),
  z.strictObject({ kind: z.literal('effect'), harm: z.enum(HARMS), words: said }),
  z.strictObject({ kind: z.literal('cause'), cause: z.enum(CAUSES), words: words.default('') }),
  z.strictObject({ kind: z.literal('judgement'), words: said }),
]);

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
      struck: entry.struck && { by: entry.struck.by, at: entry.struck.at.toISOString() },
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

/** Notes something in the file of a case. @throws Refusal; `wrong-day` for a fact that is not yet */
export async function noteAs(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  body: z.output<typeof NoteBody>,
): Promise<{ readonly id: CaseId }> {
  await noteInCase(deps, actor, id, noteOf(body, todayIn(deps.company.timeZone, deps.now())));
  return { id };
}

function noteOf(body: z.output<typeof NoteBody>, today: Day): CaseNote {
  if (body.kind !== 'fact') return body;
  const { on } = body;
  if (on !== null && (on < '1900-01-01' || on > today)) throw new Refusal({ code: 'wrong-day' });
  return { ...body, on: on as Day | null };
}
