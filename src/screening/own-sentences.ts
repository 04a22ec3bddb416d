import type { OwnSentence } from '../detect/index.ts';
import { sentences, views, withinLimit } from '../text/index.ts';
import type { ReadMessage } from './read-message.ts';

/** More own text of one part than this, in UTF-16 units, is judged at its beginning and at its end. */
const MOST_CHARACTERS = 200_000;

/** The own sentences of all parts in one count; what is the same in the HTML part was left out by the parser. */
export function ownSentences({ parts, segments }: Pick<ReadMessage, 'parts' | 'segments'>): {
  own: OwnSentence[];
  cut: boolean; // there are others
} {
  const own: OwnSentence[] = [];
  let cut = false;
  for (const { id, text } of parts) {
    const read = withinLimit(text, segments.get(id) ?? [], MOST_CHARACTERS);
    cut ||= read.cut;
    for (const sentence of [...sentences(text, read.segments), ...views(text, read.segments)]) {
      own.push({ part: id, sentence: { ...sentence, index: own.length } });
    }
  }
  return { own, cut };
}
