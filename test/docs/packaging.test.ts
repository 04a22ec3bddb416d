import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';

const read = (name: string): string => readFileSync(shipped(name), 'utf8');

describe('the systemd unit', () => {
  const unit = new Map(
    read('docs/komainu.service')
      .split('\n')
      .flatMap((line) => {
        const [, key, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
        return key === undefined ? [] : [[key, value!]];
      }),
  );

  it('leaves no memory image, with mails and keys in it', () => {
    expect(unit.get('LimitCORE')).toBe('0');
  });

  it.each([
    ['UMask', '0077'],
    ['NoNewPrivileges', 'yes'],
    ['CapabilityBoundingSet', ''],
    ['ProtectSystem', 'strict'],
    ['ProtectProc', 'invisible'],
    ['PrivateUsers', 'yes'],
    ['SystemCallArchitectures', 'native'],
  ])('says %s=%s', (key, value) => {
    expect(unit.get(key)).toBe(value);
  });

  it('is as tight as the score in the documentation says, where systemd can tell', (context) => {
    const path = shipped('docs/komainu.service');
    const { status, stdout, error } = spawnSync('systemd-analyze', ['security', '--offline=yes', path], {
      encoding: 'utf8',
    });
    const [, score] = /Overall exposure level for komainu\.service: ([\d.]+)/.exec(stdout ?? '') ?? [];
    if (error !== undefined || score === undefined)
      return context.skip(`systemd-analyze cannot be had here (${status})`);
    expect(Number(score)).toBeLessThanOrEqual(1.1); // versions of systemd differ in what they know: see docs/security.md
  });

  it('is understood by systemd in every line, where systemd is there', (context) => {
    const folder = mkdtempSync(join(tmpdir(), 'komainu-unit-'));
    try {
      const path = join(folder, 'komainu.service');
      writeFileSync(path, read('docs/komainu.service').replaceAll('/usr/bin/node', process.execPath)); // which must be there
      const { status, stderr, error } = spawnSync('systemd-analyze', ['verify', '--man=no', path], {
        encoding: 'utf8',
      });
      if (error !== undefined) return context.skip('systemd-analyze cannot be had here');
      expect(stderr).not.toContain('komainu.service');
      expect(status).toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('how the service is started', () => {
  const SMALL = /node"?,? (.*?)\S*dist\/main\.js/;
  const flagsOf = (text: string) => SMALL.exec(text)![1]!.replaceAll(/["',]/g, '').trim();
  const image = read('Dockerfile')
    .split('\n')
    .find((line) => line.startsWith('ENTRYPOINT'))!;
  const unit = read('docs/komainu.service');
  const npm: string = JSON.parse(read('package.json')).scripts.start;

  it('asks Node for little memory, whoever starts it', () => {
    const [first, ...others] = [npm, image, /^ExecStart=.*$/m.exec(unit)![0]].map(flagsOf);
    expect(first).toMatch(/--max-semi-space-size=\d+/);
    expect(others).toEqual([first, first]);
  });

  it('has glibc give back what was freed', () => {
    const [of, ...others] = [read('Dockerfile'), unit].map((text) => /MALLOC_TRIM_THRESHOLD_=\d+/.exec(text)![0]);
    expect(others).toEqual([of]);
    expect(read('src/screening/pool/open-worker-process.ts')).toContain(of!.replace('=', ": '"));
  });
});

describe('what an image holds', () => {
  it('is let through to its build', () => {
    const letThrough = read('.dockerignore').split('\n');
    const copied = [...read('Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
      names!.split(' '),
    );
    expect(copied).toContain('scripts');
    for (const name of copied) expect(letThrough).toContain(`!${name}`);
  });

  interface Package {
    readonly dev?: true;
    readonly optional?: true;
    readonly devOptional?: true;
  }
  const { packages } = JSON.parse(read('package-lock.json')) as { packages: Record<string, Package> };

  it('is installed without what only development and other variants need', () => {
    expect(read('Dockerfile')).toContain('npm ci --omit=dev --omit=optional');
    const kept = Object.entries(packages).flatMap(([path, { dev, optional, devOptional }]) =>
      dev || optional || devOptional ? [] : [path.replace(/^.*node_modules\//, '')],
    );
    for (const name of ['vitest', 'esbuild', 'tsx', 'rolldown', 'drizzle-kit', 'typescript'])
      expect(kept).not.toContain(name);
    for (const name of ['age-encryption', 'better-auth', '@electric-sql/pglite']) expect(kept).toContain(name);
  });

  describe('behind scripts/slim-modules.mjs', () => {
    let folder: string;
    beforeEach(() => {
      folder = join(mkdtempSync(join(tmpdir(), 'komainu-slim-')), 'node_modules');
      for (const name of [
        'a/index.js',
        'a/index.js.map',
        'a/index.d.ts',
        'a/x.d.mts',
        'a/map.js',
        'kuromoji/test/big',
        'kuromoji/dict/x.gz',
      ]) {
        mkdirSync(dirname(join(folder, name)), { recursive: true });
        writeFileSync(join(folder, name), '');
      }
    });
    afterEach(() => rmSync(dirname(folder), { recursive: true }));
    const slim = () => spawnSync(process.execPath, [shipped('scripts/slim-modules.mjs'), folder]).status;
    const there = (name: string) => existsSync(join(folder, name));

    it('is what is read at run time, and nothing else', () => {
      expect(slim()).toBe(0);
      expect(['a/index.js', 'a/map.js', 'kuromoji/dict/x.gz'].map(there)).toEqual([true, true, true]);
      expect(['a/index.js.map', 'a/index.d.ts', 'a/x.d.mts', 'kuromoji/test'].map(there)).toEqual(Array(4).fill(false));
    });

    it('has the dictionary of the tokenizer once', () => {
      mkdirSync(join(folder, '../dist/data'), { recursive: true });
      writeFileSync(join(folder, '../dist/data/ipadic.bin'), '');
      expect(slim()).toBe(0);
      expect(there('kuromoji/dict')).toBe(false);
    });

    it('is left alone where it is somebody’s workshop', () => {
      mkdirSync(join(folder, 'typescript'));
      expect(slim()).toBe(2);
      expect(there('a/index.d.ts')).toBe(true);
    });
  });
});
