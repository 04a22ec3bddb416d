import { CAUSES, HARMS } from '../../../cases/index.ts';
import { type CaseNote, CONCERNED_AS, type Day, fileProblem, NOTE_KINDS, RELATIONS } from '../../../response/index.ts';
import { isDay } from '../../../util/day.ts';
import { filesIn } from '../consultations/sent-files.ts';
import { chosen, first, type Values } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of each text. */
export const MOST = { words: 4_000, name: 100 };

export type ReadNote = { readonly note: CaseNote } | { readonly error: string };

/** What a form of the case file wants, or why it cannot be taken. */
export function readNote(values: Values, today: Day, { caseFile: say }: Messages): ReadNote {
  const words = first(values, 'words').replaceAll('\r\n', '\n').trim(); // as a browser counts
  const name = first(values, 'name').trim();
  if (words.length > MOST.words) return { error: say.tooLong(MOST.words) };
  if (name.length > MOST.name) return { error: say.tooLong(MOST.name) };
  const kind = chosen(values, 'kind', NOTE_KINDS);
  if (words === '' && (kind === 'fact' || kind === 'judgement' || kind === 'effect')) return { error: say.noWords };
  switch (kind) {
    case 'person': {
      const [as, relation] = [chosen(values, 'as', CONCERNED_AS), chosen(values, 'relation', RELATIONS)];
      return as === null || relation === null ? { error: say.noChoice } : { note: { kind, as, relation, name, words } };
    }
    case 'fact': {
      const on = first(values, 'on');
      if (on !== '' && !(isDay(on) && on >= '1900-01-01' && on <= today)) return { error: say.noDay };
      return { note: { kind, on: on === '' ? null : (on as Day), words } };
    }
    case 'effect': {
      const harm = chosen(values, 'harm', HARMS);
      return harm === null ? { error: say.noChoice } : { note: { kind, harm, words } };
    }
    case 'cause': {
      const cause = chosen(values, 'cause', CAUSES);
      return cause === null ? { error: say.noChoice } : { note: { kind, cause, words } };
    }
    case 'judgement':
      return { note: { kind, words } };
    case null:
      return { error: say.noChoice };
  }
}

/** The files of a form, or why they cannot be taken: the first of them that is none to take. */
export async function readFiles(
  field: unknown,
  { caseFile: say }: Messages,
): Promise<{ readonly files: readonly File[] } | { readonly error: string }> {
  const sent = filesIn(field);
  if (sent.kind !== 'files') return { error: say.fileProblems[sent.kind] };
  for (const file of sent.files) {
    const problem = fileProblem(file.name, new Uint8Array(await file.slice(0, 32).arrayBuffer()));
    if (problem !== null) return { error: say.fileProblems[problem](inertLine(file.name, 60)) };
  }
  return { files: sent.files };
}
