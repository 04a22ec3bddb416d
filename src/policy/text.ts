/** A stretch of a plain text as people write it: a heading (`#` and more), points (`-`, `*` or `・`), or a paragraph. */
export type TextBlock =
  | { readonly kind: 'heading'; readonly level: number; readonly text: string } // from 1
  | { readonly kind: 'points'; readonly points: readonly string[] }
  | { readonly kind: 'paragraph'; readonly text: string }; // its line ends kept

/** Blocks in order; empty lines separate paragraphs. Never throws. */
export function textBlocks(text: string): TextBlock[] {
  const blocks: TextBlock[] = [];
  let apart = true;
  for (const line of text.split(/\r\n?|\n/).map((one) => one.trimEnd())) {
    const [, marks, heading] = /^(#{1,6})\s+(.+)$/.exec(line) ?? [];
    const point = /^\s*(?:[-*]\s+|・\s*)(.+)$/.exec(line)?.[1];
    const last = blocks.at(-1);
    if (line === '') apart = true;
    else if (heading !== undefined) blocks.push({ kind: 'heading', level: marks!.length, text: heading });
    else if (point !== undefined && last?.kind === 'points')
      blocks.splice(-1, 1, { ...last, points: [...last.points, point] });
    else if (point !== undefined) blocks.push({ kind: 'points', points: [point] });
    else if (!apart && last?.kind === 'paragraph')
      blocks.splice(-1, 1, { ...last, text: `${last.text}\n${line.trim()}` });
    else blocks.push({ kind: 'paragraph', text: line.trim() });
    if (line !== '') apart = false;
  }
  return blocks;
}
