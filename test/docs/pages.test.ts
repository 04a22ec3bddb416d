import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

const pages = [
  ...readdirSync(shipped('.')),
  ...readdirSync(shipped('docs'), { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name)),
].filter((name) => name.endsWith('.md'));

/** Relative targets of links and pictures, without their fragment; what stands in code is no link. */
const targets = (markdown: string): string[] =>
  [...markdown.replace(/`[^`\n]*`/g, '').matchAll(/\]\(([^)#\s]+)[^)]*\)/g)]
    .map((hit) => hit[1]!)
    .filter((target) => !/^[a-z]+:/.test(target));

describe('the pages', () => {
  it.each(pages)('%s links to what is there', (page) => {
    const file = shipped(page);
    for (const target of targets(readFileSync(file, 'utf8'))) expect(join(dirname(file), target)).toSatisfy(existsSync);
  });

  it.each(pages.filter((name) => name.endsWith('.ja.md')))('%s and its English twin show the same code', (page) => {
    const code = (name: string) =>
      [...readFileSync(shipped(name), 'utf8').matchAll(/^```\w*\n([\s\S]*?)^```$/gm)].map((block) =>
        block[1]!.replace(/ *#.*$/gm, ''),
      );
    const commands = (name: string) => code(name).filter((block) => !block.includes('─▶')); // drawings are translated
    expect(commands(page)).toEqual(commands(page.replace('.ja.md', '.md')));
  });
});
