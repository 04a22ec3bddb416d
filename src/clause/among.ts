import type { Token } from '../text/index.ts';
import { eachLemmaAt, eachNounAt } from './heads/index.ts';
import { plainly } from './predicate.ts';
import { turns } from './turned.ts';
import { personOf } from './words/index.ts';

const LIGHT = /[をに](?:する|なる|やる)$/;

/**
 * Those of some dictionary forms that `analyse` may find in a sentence, told from the tokens alone, for a tenth of what reading
 * costs. All that it finds are among them; not all among them are found.
 */
export function predicatesAmong(
  wanted: ReadonlySet<string>,
  text: string,
  tokens: readonly Token[],
): ReadonlySet<string> {
  if (text.includes('ヲ')) return wanted; // オマエヲコロス is cut anew
  const found = new Set<string>();
  let light = false; // クビにする takes its lemma from the noun before it
  const tell = (told: string): void => {
    const lemma = plainly(told);
    if (wanted.has(lemma)) found.add(lemma);
    light ||= lemma === 'する' || lemma === 'なる' || lemma === 'やる';
  };
  for (let i = 0; i < tokens.length; i++) {
    if (isTurned(text, tokens, i)) return wanted;
    eachLemmaAt(text, tokens, i, tell);
  }
  if (light) for (const lemma of wanted) if (LIGHT.test(lemma)) found.add(lemma);
  return found;
}

/** バカはお前だ: the topic, whatever it is, is what is said. */
function isTurned(text: string, tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]?.pos[0] === '接頭詞' ? tokens[i - 2] : tokens[i - 1];
  if (before?.pos[0] !== '助詞') return false;
  let turned = false;
  eachNounAt(text, tokens, i, (lemma) => {
    turned ||= turns(personOf(lemma));
  });
  return turned;
}
