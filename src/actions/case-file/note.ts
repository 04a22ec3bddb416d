import { CAUSES, type CaseId, HARMS, INCIDENT_HEADER } from '../../cases/index.ts';
import { composeMail } from '../../mail/index.ts';
import {
  type CaseEntryId,
  type CaseNote,
  CONCERNED_AS,
  type Day,
  fileProblem,
  NOTE_KINDS,
  type NoteKind,
  RELATIONS,
} from '../../response/index.ts';
import { addCaseNote, addNoteFiles, filesOfNotes, strikeCaseNote } from '../../store/index.ts';
import { act } from '../kernel/act.ts';
import { choice, files, type Given, leftOut, line, maybeDay, rowId, text } from '../kernel/ask.ts';
import { Refusal, wrongFields } from '../refusal.ts';
import { FILES, withBytes } from '../sent-files.ts';

/** As many notes of one case take files: a stolen session does not fill the disk. */
const MOST_NOTES = 50;

const asked = {
  id: rowId<CaseId>(),
  kind: choice(NOTE_KINDS),
  words: text(4000, 'maybe'),
  as: leftOut(choice(CONCERNED_AS)),
  relation: leftOut(choice(RELATIONS)),
  name: line(100, 'maybe'),
  on: maybeDay(), // null: nobody knows when
  harm: leftOut(choice(HARMS)),
  cause: leftOut(choice(CAUSES)),
  files: files(FILES.most, FILES.bytes), // of a fact; those of other kinds are left out
};
type Asked = Given<typeof asked>;

/** What each kind needs; the rest of what is asked is of other kinds, or may be left out. */
const NEEDS: Readonly<Record<NoteKind, readonly (keyof Asked)[]>> = {
  person: ['as', 'relation'],
  fact: ['words'],
  effect: ['harm', 'words'],
  cause: ['cause'],
  judgement: ['words'],
};

/**
 * Notes who is concerned, a fact, an effect, a cause on our side or a judgement in the file of a case, whatever its status. The log keeps the
 * kind, never the words: they may speak of somebody's health or family.
 * A photo, a recording or a scan of a fact is kept as those of an incident are, as the attachments of one mail of the case, with everything that
 * holds for mails.
 *
 * @throws Refusal `wrong-day` for a fact that is not yet
 */
export const noteInCase = act({
  path: '/cases/:id/file',
  right: 'cases.decide',
  for: ['programs', 'commands'],
  api: { path: '/cases/:id/file/notes' },
  audit: 'case.note',
  about: 'id',
  ask: asked,
  logged: ['kind'],
  async do(tx, given, { by, at, sight, today }) {
    const { id, kind } = given;
    const note = noteIn(given, today);
    const files = kind === 'fact' ? await withBytes(given.files) : [];
    const wrong = files.findIndex(({ name, bytes }) => fileProblem(name, bytes) !== null);
    if (wrong !== -1) throw wrongFields({ [`files.${wrong}`]: 'wrong' });
    if (files.length > 0 && (await filesOfNotes(tx, id)).length >= MOST_NOTES) throw wrongFields({ files: 'taken' });
    const made = await addCaseNote(tx, id, note, { by, at }, sight);
    if (made === null) throw new Refusal({ code: 'no-such-case' });
    if (files.length > 0) await addNoteFiles(tx, id, made, composeMail([`${INCIDENT_HEADER}: yes`], '', files), at);
    return { id, made, files: files.length };
  },
  told: ({ made, files }) => ({ note: made, ...(files > 0 && { files }) }),
  to: ({ id }) => `case/${id}`,
});

function noteIn(given: Asked, today: Day): CaseNote {
  const missing = NEEDS[given.kind].filter((name) => !given[name]);
  if (missing.length > 0) throw wrongFields(Object.fromEntries(missing.map((name) => [name, 'missing'])));
  const { kind, words, as, relation, name, on, harm, cause } = given;
  switch (kind) {
    case 'person':
      return { kind, as: as!, relation: relation!, name, words };
    case 'fact':
      if (on !== null && (on < '1900-01-01' || on > today)) throw new Refusal({ code: 'wrong-day' });
      return { kind, on, words };
    case 'effect':
      return { kind, harm: harm!, words };
    case 'cause':
      return { kind, cause: cause!, words };
    case 'judgement':
      return { kind, words };
  }
}

/** Strikes a note that was wrong, with the reason; it stays readable, with who struck it. */
export const strikeInCase = act({
  path: '/cases/:id/file/notes/:note/strike',
  right: 'cases.decide',
  for: ['programs', 'commands'],
  audit: 'case.note',
  about: 'id',
  ask: { id: rowId<CaseId>(), note: rowId<CaseEntryId>(), why: line(500) },
  logged: ['note'],
  async do(tx, { id, note, why }, { by, at, sight, admitted }) {
    const file = new Set([id, ...admitted!.detail.merging.parts.map((part) => part.id)]);
    const of = await strikeCaseNote(tx, note, { by, at, why }, sight);
    if (of === null || !file.has(of)) throw new Refusal({ code: 'not-there' });
    return { id };
  },
  told: () => ({ struck: true }),
  to: ({ id }) => `case/${id}`,
});
