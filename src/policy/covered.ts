import { type TextBlock, textBlocks } from './text.ts';

const NAMES_IT = /対象|定義|該当|cover|definition|mean/i;

/**
 * The part of a policy that says which conduct it covers: what stands under the first heading that names it; where none does,
 * under the first heading with points. Empty where the text has neither.
 */
export function coveredConduct(text: string): TextBlock[] {
  const sections: { heading: string; blocks: TextBlock[] }[] = [{ heading: '', blocks: [] }];
  for (const block of textBlocks(text)) {
    if (block.kind === 'heading') sections.push({ heading: block.text, blocks: [] });
    else sections.at(-1)!.blocks.push(block);
  }
  const filled = sections.filter(({ blocks }) => blocks.length > 0);
  const found =
    filled.find(({ heading }) => NAMES_IT.test(heading)) ??
    filled.find(({ blocks }) => blocks.some(({ kind }) => kind === 'points'));
  return found?.blocks ?? [];
}
