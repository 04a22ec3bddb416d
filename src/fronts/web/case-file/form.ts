import { noteInCase, type RefusalReason } from '../../../actions/index.ts';
import { fileProblem } from '../../../response/index.ts';
import { filesIn } from '../consultations/sent-files.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Why a note was not taken, in a sentence; null: for what no form mends. */
export function noteError(reason: RefusalReason, { caseFile: say }: Messages): string | null {
  if (reason.code === 'wrong-day') return say.noDay;
  if (reason.code !== 'wrong-fields') return null;
  const [name, problem] = Object.entries(reason.fields)[0]!;
  if (name === 'files') return say.fileProblems.tooManyNotes;
  if (problem === 'too-long') return say.tooLong(noteInCase.shapes[name as 'words' | 'name'].maxLength!);
  if (name === 'words') return say.noWords;
  return name === 'on' ? say.noDay : say.noChoice;
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
