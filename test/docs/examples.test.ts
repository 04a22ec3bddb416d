import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

interface Example {
  readonly file: string;
  readonly code: string;
  readonly result: string;
}

/** The examples in doc comments that say what comes out: `call // → value`, the arrow on the next line where it is long. */
const examples: readonly Example[] = readdirSync(shipped('src'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .flatMap((name) => {
    const file = join('src', name);
    return [...readFileSync(shipped(file), 'utf8').matchAll(/^ \* @example\n((?: \* .*\n)+)/gm)].flatMap(
      ([, block]) => {
        const joined = block!.replace(/^ \* /gm, '').replace(/\n\/\/ → /g, ' // → ');
        return joined
          .split('\n')
          .filter((line) => line.includes(' // → '))
          .map((line) => {
            const [code, result] = line.split(' // → ') as [string, string];
            return { file, code, result };
          });
      },
    );
  });

/** What an example may use: its own file and the files beside it. */
async function scopeOf(file: string): Promise<Record<string, unknown>> {
  const own: Record<string, unknown> = await import(shipped(file));
  const door = join(dirname(file), 'index.ts');
  const beside = readdirSync(shipped(dirname(file))).includes('index.ts') ? await import(shipped(door)) : {};
  return { ...beside, ...own };
}

async function evaluated(code: string, scope: Record<string, unknown>): Promise<unknown> {
  const run = new Function(...Object.keys(scope), `return (async () => (${code}))()`);
  return run(...Object.values(scope));
}

// The first example of a file loads all that the file uses.
describe('examples in doc comments', { timeout: 120_000 }, () => {
  it('are there', () => expect(examples.length).toBeGreaterThan(30));

  it.each(examples)('$file: $code', { timeout: 60_000 }, async ({ file, code, result }) => {
    const scope = await scopeOf(file);
    expect(await evaluated(code, scope)).toEqual(await evaluated(result, scope));
  });
});
