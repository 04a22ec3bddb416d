import { type Actor, downloadLetter, type LetterDeps, lettersState, Refusal } from '../../../actions/index.ts';
import { type CaseId, parseRowId } from '../../../cases/index.ts';
import { type Letter, type LetterId, stageOf } from '../../../response/index.ts';
import { ACT_LABELS } from '../../shared/index.ts';

type Deps = Omit<LetterDeps, 'acts'>;

export const LETTER_FILES = ['docx', 'pdf'] as const;

const withLabels = (deps: Deps): LetterDeps => ({ ...deps, acts: ACT_LABELS });

/** @throws Refusal `no-such-letter` */
function letterIdOf(written: string): LetterId {
  const id = parseRowId<LetterId>(written);
  if (id === null) throw new Refusal({ code: 'no-such-letter' });
  return id;
}

/** The letters of a case; nothing of what they say. @throws Refusal */
export async function lettersFor(deps: Deps, actor: Actor, id: CaseId) {
  const { letters, open } = await lettersState(withLabels(deps), actor, id);
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

/** A file of an approved letter, with a name to save it by. @throws Refusal */
export async function fileOfLetter(
  deps: Deps,
  actor: Actor,
  id: CaseId,
  letter: string,
  file: (typeof LETTER_FILES)[number],
): Promise<{ readonly bytes: Uint8Array<ArrayBuffer>; readonly name: string }> {
  const found = await downloadLetter(withLabels(deps), actor, id, letterIdOf(letter), file);
  return { bytes: Uint8Array.from(found.bytes), name: `letter-${id}-${found.letter.number}.${file}` };
}
