import { readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

/** What is loaded with a file at once: its own files by their path in src/, packages by their name. */
function loadedWith(file: string, found = new Set<string>()): ReadonlySet<string> {
  found.add(relative(shipped('src'), file));
  const text = readFileSync(file, 'utf8');
  for (const [, kind, from] of text.matchAll(/^(import|export)(?! type)\s(?:[^;]*?\sfrom\s)?'([^']+)';/gm)) {
    if (kind === undefined || from === undefined) continue;
    if (!from.startsWith('.')) found.add(from);
    else {
      const path = join(dirname(file), from);
      if (!found.has(relative(shipped('src'), path))) loadedWith(path, found);
    }
  }
  return found;
}

it('a process loads only what each of them needs: the rest comes with whoever asks for it', () => {
  const loaded = loadedWith(shipped('src/app.ts'));
  expect(loaded.size).toBeGreaterThan(200);
  expect(loaded).toContain('services/intake.ts');
  for (const rare of [
    'services/web.ts',
    'fronts/web/index.ts',
    'fronts/api/v1/index.ts',
    'store/engine/open-pglite.ts',
    '@electric-sql/pglite',
    'imapflow',
    'nodemailer',
    'age-encryption',
    'better-auth',
    'pdfmake',
    'fontkit',
  ])
    expect([...loaded]).not.toContain(rare);
});
