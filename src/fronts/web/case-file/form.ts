import { noteInCase } from '../../../actions/index.ts';
import type { Tried } from '../shell/acts/form.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Why a note was not taken, in a sentence. */
export function noteError({ problems, values, code }: Tried, { caseFile: say }: Messages): string {
  if (code === 'wrong-day') return say.noDay;
  const [name, problem] = Object.entries(problems)[0]!;
  if (name === 'files') return say.fileProblems[problem === 'taken' ? 'taken' : 'too-long'];
  const [, file] = /^files\.(\d+)$/.exec(name) ?? [];
  if (file !== undefined) return say.fileProblems.wrong(inertLine(values.files?.[Number(file)] ?? '', 60));
  if (problem === 'too-long') return say.tooLong(noteInCase.shapes[name as 'words' | 'name'].maxLength!);
  if (name === 'words') return say.noWords;
  return name === 'on' ? say.noDay : say.noChoice;
}
