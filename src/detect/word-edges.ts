type Script = 'kanji' | 'hiragana' | 'katakana' | 'latin' | 'none';

function scriptOf(text: string, at: number): Script {
  const unit = text.charCodeAt(at);
  if (Number.isNaN(unit)) return 'none';
  if ((unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || unit === 0x3005) return 'kanji';
  if (unit >= 0x3041 && unit <= 0x309f) return 'hiragana';
  if ((unit >= 0x30a1 && unit <= 0x30fa) || unit === 0x30fc) return 'katakana';
  if ((unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a) || (unit >= 0x41 && unit <= 0x5a))
    return 'latin';
  return 'none';
}

/**
 * Whether [start, end) begins and ends where words do: カス is no word within カスタマー. Most edges show in the script
 * (kana to kanji, letter to punctuation); only for the others are the tokens asked for.
 */
export function isWord(text: string, start: number, end: number, edges: () => ReadonlySet<number>): boolean {
  return isEdge(text, start, edges, 'start') && isEdge(text, end, edges, 'end');
}

function isEdge(text: string, at: number, edges: () => ReadonlySet<number>, side: 'start' | 'end'): boolean {
  if (at === 0 || at === text.length) return true;
  const [before, after] = [scriptOf(text, at - 1), scriptOf(text, at)];
  if (before === 'none' || after === 'none') return true;
  // A change of script is an edge, except inside お＋漢字 and 漢字＋okurigana, which the side tells apart.
  if (before !== after && (side === 'start' ? after !== 'hiragana' : before !== 'kanji' || after !== 'hiragana'))
    return true;
  return edges().has(at);
}
