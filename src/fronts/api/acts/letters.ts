import { type Actor, type DoneBy, type LetterDeps, lettersState, type saveLetterFile } from '../../../actions/index.ts';
import type { CaseId } from '../../../cases/index.ts';
import { type Letter, stageOf } from '../../../response/index.ts';

/** The letters of a case; nothing of what they say. @throws Refusal */
export async function lettersFor(deps: LetterDeps, actor: Actor, id: CaseId) {
  const { letters, open } = await lettersState(deps, actor, id);
  return { letters: letters.map(letterJson), openPoints: open };
}

type Deed = { readonly by: string; readonly at: Date };
const deed = (done: Deed | null) => done && { by: done.by, at: done.at.toISOString() };

const letterJson = (letter: Letter) => ({
  id: letter.id,
  number: letter.number,
  kind: letter.kind,
  language: letter.language,
  stage: stageOf(letter),
  docxSha256: letter.docxSha256,
  pdfSha256: letter.pdfSha256,
  drafted: { by: letter.drafted.by, at: letter.drafted.at.toISOString() },
  approved: deed(letter.approved),
  withdrawn: deed(letter.withdrawn),
  sent: letter.sent && { day: letter.sent.day, way: letter.sent.way, by: letter.sent.by },
  reply: letter.reply && { day: letter.reply.day, by: letter.reply.by },
});

/** What is told of a letter that something was written down of. */
export const letterNamed = ({ id }: Letter) => ({ id });

/** A name to save a file of a letter by. */
export const fileNameOf = ({ letter: { caseId, number } }: DoneBy<typeof saveLetterFile>, file: string): string =>
  `letter-${caseId}-${number}.${file}`;
