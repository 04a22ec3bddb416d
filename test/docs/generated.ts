import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

/**
 * Expects that each stretch of a page between `<!-- NAME: … -->` and `<!-- /NAME -->` is what the code says, which
 * `npx vitest run test/docs -u` writes there. All stretches of a page at once: a later call would not see an earlier one's.
 */
export async function expectGenerated(page: string, stretches: Readonly<Record<string, string>>): Promise<void> {
  const file = shipped(page);
  let text = readFileSync(file, 'utf8');
  for (const [name, content] of Object.entries(stretches)) {
    const stretch = new RegExp(`(<!-- ${name}: [^\\n]*-->\\n)[\\s\\S]*?(<!-- /${name} -->)`);
    expect(text, `${page} has no stretch ${name}`).toMatch(stretch);
    text = text.replace(stretch, (_, before, after) => `${before}\n${content}\n\n${after}`);
  }
  await expect(text).toMatchFileSnapshot(file);
}

/** A table of Markdown; bars within cells are escaped. */
export function markdownTable(header: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(header), line(header.map(() => '---')), ...rows.map(line)].join('\n');
}
