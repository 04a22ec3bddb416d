import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { type LiveRules, watchRules } from '../../src/screening/hot-reload.ts';
import { actFile, dictionaryFiles } from '../support/dictionary.ts';
import { eventually } from '../support/eventually.ts';

const NAME = 'apology-demand.yaml';
const BROKEN = 'act: apology-demand\nexpressions: [';

const version = (n: number): string =>
  actFile(
    'apology-demand',
    `expressions:\n  - { id: apology.one, say: [謝れ${'よ'.repeat(n % 40)}], weight: 3, match: [謝れ], not: [見積もり], note: '${n}' }`,
  );

/** The same numbers whenever it runs, so that a failure can be run again. */
function random(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * below);
  };
}

describe('every way of saving a dictionary file', { timeout: 240_000 }, () => {
  let home: string;
  let folder: string;
  let live: LiveRules;
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'komainu-saving-'));
    folder = join(home, 'words');
    for (const { path, text } of dictionaryFiles({ [NAME]: version(0) })) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    writeFileSync(join(home, 'komainu.yaml'), 'settings: { dictionaries: words }\n');
  });
  afterEach(async () => {
    await live[Symbol.asyncDispose]();
    rmSync(home, { recursive: true, force: true });
  });
  const watch = async () => {
    live = await watchRules(loadConfig(null, {}, home).config, pino({ level: 'silent' }), { lookEveryMs: 5 });
  };
  const inForce = () => {
    const rule = live.current().dictionary.rules.get('apology.one');
    return rule?.kind === 'entry' ? rule.note : null;
  };
  const git = (...args: string[]) =>
    execFileSync('git', ['-c', 'user.name=x', '-c', 'user.email=x@example.com', '-c', 'core.hooksPath=', ...args], {
      cwd: folder,
      stdio: 'ignore',
    });

  const file = () => join(folder, NAME);
  const byRename = (text: string) => {
    writeFileSync(join(folder, `.${NAME}.tmp`), text);
    renameSync(join(folder, `.${NAME}.tmp`), file());
  };
  /** Ways of saving, as programs do it. */
  const WAYS: Readonly<Record<string, (text: string) => void>> = {
    'in place': (text) => writeFileSync(file(), text),
    'in two pieces': (text) => {
      writeFileSync(file(), text.slice(0, 40));
      writeFileSync(file(), text.slice(40), { flag: 'a' });
    },
    'by rename': byRename,
    'vim, with its swap file and backup': (text) => {
      writeFileSync(join(folder, `.${NAME}.swp`), 'b0VIM 9.1 \u0000');
      if (existsSync(file())) renameSync(file(), `${file()}~`);
      writeFileSync(file(), text);
      rmSync(`${file()}~`, { force: true });
      unlinkSync(join(folder, `.${NAME}.swp`));
    },
    'emacs, with its lock and its copy': (text) => {
      const lock = join(folder, `.#${NAME}`);
      symlinkSync('someone@example.com.1:1', lock);
      writeFileSync(join(folder, `#${NAME}#`), BROKEN);
      writeFileSync(file(), text);
      rmSync(join(folder, `#${NAME}#`));
      unlinkSync(lock);
    },
    'an editor that leaves a hidden copy': (text) => {
      writeFileSync(join(folder, `._${NAME}`), '\u0000\u0005\u0016\u0007');
      writeFileSync(file(), text);
    },
    'deleted and written': (text) => {
      rmSync(file(), { force: true });
      writeFileSync(file(), text);
    },
    'git checkout': (text) => {
      git('init', '-q');
      writeFileSync(file(), text);
      git('add', '-A', '-f');
      git('commit', '-q', '--allow-empty', '-m', 'x', '--no-verify');
      rmSync(file());
      git('checkout', '-q', '--', '.');
    },
    'the folder replaced': (text) => {
      const next = join(home, 'next');
      cpSync(folder, next, { recursive: true, verbatimSymlinks: true });
      writeFileSync(join(next, NAME), text);
      renameSync(folder, join(home, 'before'));
      renameSync(next, folder);
      rmSync(join(home, 'before'), { recursive: true });
    },
  };

  it.each(Object.entries(WAYS))('%s is seen, and the next one after it', async (_name, save) => {
    await watch();
    save(version(1));
    await eventually(() => inForce() === '1' && live.problem() === null);
    writeFileSync(file(), version(2));
    await eventually(() => inForce() === '2');
    save(version(3));
    await eventually(() => inForce() === '3');
  });

  it('ends at the newest valid version after 500 random saves, whatever came between', async () => {
    await watch();
    const next = random(20_261_126);
    const ways = Object.entries(WAYS).filter(([name]) => name !== 'git checkout');
    const any = () => ways[next(ways.length)]![1];
    let n = 0;
    while (n < 500) {
      for (const until = n + 1 + next(20); n < until; n++) {
        if (next(6) === 0) any()(BROKEN);
        else if (next(8) === 0) rmSync(file(), { force: true });
        else any()(version(n));
        if (next(3) === 0) await new Promise((resolve) => setTimeout(resolve, next(25)));
      }
      any()(version(n));
      const newest = String(n);
      await eventually(() => inForce() === newest && live.problem() === null);
      if (next(2) === 0) continue;
      const before = live.current();
      if (next(2) === 0) any()(BROKEN);
      else rmSync(file(), { force: true });
      await eventually(() => live.problem() !== null);
      expect(live.current()).toBe(before);
    }
    any()(version(n));
    await eventually(() => inForce() === String(n) && live.problem() === null);
    expect(readFileSync(file(), 'utf8')).toBe(version(n));
  });

  it('sees a folder of links, as a cluster mounts it, and its exchange', async () => {
    const mount = (name: string, text: string) => {
      cpSync(join(home, 'real'), join(folder, name), { recursive: true });
      writeFileSync(join(folder, name, NAME), text);
    };
    renameSync(folder, join(home, 'real'));
    mkdirSync(folder);
    mount('..one', version(1));
    symlinkSync('..one', join(folder, '..data'));
    for (const name of readdirSync(join(home, 'real'))) symlinkSync(join('..data', name), join(folder, name));
    await watch();
    expect(inForce()).toBe('1');
    mount('..two', version(2));
    symlinkSync('..two', join(folder, '..next'));
    renameSync(join(folder, '..next'), join(folder, '..data'));
    await eventually(() => inForce() === '2');
  });
});
