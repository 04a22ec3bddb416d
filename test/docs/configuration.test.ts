import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { variable } from '../../src/config/secrets.ts';
import { shipped } from '../../src/util/paths.ts';
import { configKeys } from './config-keys.ts';
import { expectGenerated, markdownTable } from './generated.ts';

const PAGE = 'docs/configuration.md';
const code = (text: string): string => (text === '' ? '' : `\`${text}\``);

describe(PAGE, () => {
  it('lists every key that the schema knows, with its values and default', async () => {
    const keys = configKeys().map(({ path, values, unless }) => [
      code(path),
      values,
      unless === 'required' ? 'required / 必須' : code(unless),
    ]);
    expect(keys.length).toBeGreaterThan(80);
    await expectGenerated(PAGE, {
      keys: markdownTable(['key / 項目', 'values / 値', 'default / 既定'], keys),
    });
  });

  it('lists the variables of the environment that the configuration reads, and no others', () => {
    const sources = readdirSync(shipped('src/config')).map(
      (name) => readFileSync(shipped(join('src/config', name)), 'utf8').replace(/^ \* .* → .*$/gm, ''), // examples have names of their own
    );
    const read = new Set(sources.flatMap((text) => [...text.matchAll(/\benv\.([A-Z_]+)/g)].map((hit) => hit[1]!)));
    const named = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/KOMAINU_[A-Z_]*[A-Z](?:_<NAME>(?:_[A-Z]+)?)?/g)].map(([hit]) => hit),
      ),
    );
    const listed = [...readFileSync(shipped(PAGE), 'utf8').matchAll(/`([A-Z][A-Z_]+(?:<NAME>)?[A-Z_]*)`/g)].map(
      (hit) => hit[1]!,
    );
    for (const name of [...read, ...named]) expect(listed).toContain(name);
    for (const name of listed.filter((one) => !one.includes('<'))) expect(read).toContain(name);
    expect(listed).toContain(variable('PASSWORD', '<name>'));
  });
});
