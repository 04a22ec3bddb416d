import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';
import { eventually } from '../support/eventually.ts';
import { findProgram, freePort, temporaryFolder } from '../support/system.ts';

// `npm run test:pack`: what `npm pack` makes, installed and started where nothing is but Node and npm.

const run = promisify(execFile);
const CERTIFICATES = '/etc/ssl/certs/ca-certificates.crt';

describe('the package', () => {
  const folder = mkdtempSync(join(temporaryFolder(), 'komainu-pack-'));
  const app = join(folder, 'app');
  const bin = join(folder, 'bin');
  let env: NodeJS.ProcessEnv;
  let child: ChildProcess | null = null;

  beforeAll(async () => {
    for (const path of [app, bin, join(folder, 'home')]) mkdirSync(path);
    for (const name of ['node', 'npm', 'npx', 'sh', 'env'])
      symlinkSync(realpathSync(findProgram(name)!), join(bin, name));
    const { stdout: registry } = await run('npm', ['config', 'get', 'registry']);
    env = {
      ...{ HOME: join(folder, 'home'), PATH: bin, npm_config_registry: registry.trim() },
      ...(existsSync(CERTIFICATES) ? { npm_config_cafile: CERTIFICATES } : {}),
    };
    await run('npm', ['pack', '--pack-destination', folder], { cwd: shipped('.'), maxBuffer: 1 << 26 });
  }, 600_000);
  afterAll(() => {
    child?.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('is installed without a compiler, and warns of nothing but the scripts that npm leaves out', {
    timeout: 600_000,
  }, async () => {
    const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'))!;
    const { stderr } = await run('npm', ['install', '--omit=optional', join(folder, tarball)], { cwd: app, env });
    expect(stderr.split('\n').filter((line) => /warn|err/i.test(line) && !line.includes('install-scripts'))).toEqual(
      [],
    );
  });

  it('starts the sample, answers, and ends when it is told to', { timeout: 120_000 }, async () => {
    const port = await freePort();
    const started = spawn(join(app, 'node_modules/.bin/komainu'), ['start'], {
      cwd: app,
      env: { ...env, PORT: String(port) },
    });
    child = started;
    let output = '';
    for (const stream of [started.stdout, started.stderr]) stream.on('data', (text) => (output += text));
    await eventually(() => {
      if (started.exitCode !== null) throw new Error(output);
      return output.includes(`http://127.0.0.1:${port}/welcome/`);
    });
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).status).toBe(200);
    const listed = async () => (await run('npx', ['komainu', 'cases', 'list', '--json'], { cwd: app, env })).stdout;
    await eventually(async () => (await listed()).includes('"band":"urgent"'), 500);
    started.kill('SIGINT');
    expect((await once(started, 'exit'))[0]).toBe(0);
  });
});
