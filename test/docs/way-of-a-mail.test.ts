import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

const page = readFileSync(shipped('docs/way-of-a-mail.md'), 'utf8');
const stations = page.split('\n').filter((line) => /^\d+\. /.test(line));
const functions = [...page.matchAll(/\[`(\w+)`\]\(\.\.\/(src\/[^)#]+)\)/g)].map(([, name, file]) => ({
  name: name!,
  file: file!,
}));

describe('the way of a mail', () => {
  it('has at most 40 stations, in order, each with a link to its function', () => {
    expect(stations.map((line) => Number.parseInt(line, 10))).toEqual(stations.map((_, index) => index + 1));
    expect(stations.length).toBeLessThanOrEqual(40);
    for (const station of stations) expect(station).toMatch(/^\d+\. \[`\w+`\]\(\.\.\/src\//);
  });

  it.each(functions)('$name is a function of $file', ({ name, file }) => {
    const code = readFileSync(shipped(join('.', file)), 'utf8');
    expect(code).toMatch(new RegExp(`(function\\*? ${name}\\b|const ${name} = (async )?[(<{]|const ${name} = act\\()`));
  });

  it('goes from the button of a decision to the database through twelve files at most, refusals aside', () => {
    const decision = page.slice(page.indexOf('\n- [`ApproveForm`]'));
    const files = new Set([...decision.matchAll(/\]\(\.\.\/(src\/[^)]+)\)/g)].map(([, file]) => file));
    files.delete('src/fronts/web/decide/refused.ts');
    expect(files.size).toBeGreaterThan(8);
    expect(files.size).toBeLessThanOrEqual(12);
  });
});
