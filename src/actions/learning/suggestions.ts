import { type CaseId, isNamedIn, searched } from '../../cases/index.ts';
import { meantHits, toLines, wordPieces } from '../../detect/index.ts';
import { ownSentences } from '../../screening/index.ts';
import { taughtFeatures, taughtTexts } from '../../store/index.ts';
import { type Separating, separatingWords } from '../../tuning/index.ts';
import { type PersonActor, requireRight } from '../actor.ts';
import { isClosedTo } from '../cases/is-closed-to.ts';
import type { ActionDeps } from '../deps.ts';

/** A word that separates approved cases from dismissed ones, and that no entry finds. */
export interface SuggestedWord {
  readonly text: string;
  readonly approved: number; // cases with it
  readonly dismissed: number;
}

export interface SuggestedWords {
  readonly approved: readonly SuggestedWord[]; // stand rather in approved cases, strongest first
  readonly dismissed: readonly SuggestedWord[];
}

const COMPARED = 400; // newest decisions
const READ = 20; // mails that are read again to say which words those are
const SHOWN = 8; // of each kind

/**
 * Words that might become an entry, or an exception; none does by itself. Names are never among them, nor words that stand in fewer
 * than four cases, nor any that only cases have which are closed to this person.
 *
 * @throws Refusal `not-allowed`
 */
export async function suggestWords(
  deps: Pick<ActionDeps, 'db' | 'lab' | 'read' | 'now'>,
  person: PersonActor,
): Promise<SuggestedWords> {
  requireRight(person, 'cases.read');
  const found = separatingWords(await taughtFeatures(deps.db, COMPARED));
  const all = [...found.approved, ...found.dismissed];
  if (all.length === 0) return { approved: [], dismissed: [] };
  const texts = await textsOf(deps, person, all);
  const { dictionary, tokenize } = await deps.lab.rules();
  const isFound = (text: string): boolean => {
    const sentence = ownSentences({
      parts: [{ id: 'body', text }],
      segments: new Map([['body', [{ kind: 'own', start: 0, end: text.length }]]]),
    });
    return meantHits(dictionary, toLines(sentence.own, tokenize)).length > 0;
  };
  const named = (words: readonly Separating[]): SuggestedWord[] => {
    const shown: SuggestedWord[] = [];
    for (const { feature, approved, dismissed } of words) {
      const text = texts.get(feature);
      if (text === undefined || shown.some((one) => one.text.includes(text) || text.includes(one.text))) continue;
      if (isNamedIn(searched([text]), person) || isFound(text)) continue;
      shown.push({ text, approved, dismissed });
      if (shown.length === SHOWN) break;
    }
    return shown;
  };
  return { approved: named(found.approved), dismissed: named(found.dismissed) };
}

/** How the words are written, by mails in which they stand: those first that have most of them. */
async function textsOf(
  deps: Pick<ActionDeps, 'db' | 'lab' | 'read' | 'now'>,
  person: PersonActor,
  words: readonly Separating[],
): Promise<ReadonlyMap<number, string>> {
  const wanted = new Set(words.map(({ feature }) => feature));
  const holds = new Map<CaseId, number>();
  for (const id of words.flatMap(({ cases }) => cases)) holds.set(id, (holds.get(id) ?? 0) + 1);
  const most = [...holds].sort(([, a], [, b]) => b - a).map(([id]) => id);
  const { tokenize } = await deps.lab.rules();
  const texts = new Map<number, string>();
  let read = 0;
  for (const id of most) {
    if (read === READ || texts.size === wanted.size) break;
    if (await isClosedTo(deps, person, id)) continue;
    read++;
    const parts = await taughtTexts(deps.db, id);
    const segments = new Map(parts.map(({ id: part, segments }) => [part, segments]));
    for (const line of toLines(ownSentences({ parts, segments }).own, tokenize))
      for (const { feature, text } of wordPieces(line.tokens()))
        if (wanted.has(feature) && !texts.has(feature)) texts.set(feature, text);
  }
  return texts;
}
