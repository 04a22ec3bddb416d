import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { dirname, join } from 'node:path';

const POLICY = '/usr/sbin/policy-rc.d';
const POLICY_BEFORE = `${POLICY}.before-komainu-tests`;
const APT = ['-o', 'DPkg::Lock::Timeout=120', '-qq'];

/** Why nothing may be installed here; null when it may. */
export function whyNotInstall(env: NodeJS.ProcessEnv): string | null {
  if (env.KOMAINU_TEST_INSTALL === '0') return 'KOMAINU_TEST_INSTALL=0';
  if (userInfo().uid !== 0) return 'not run as root';
  if (!existsSync('/etc/debian_version')) return 'not on Debian';
  return null;
}

/**
 * Installs Debian packages, each by itself so that one that is missing does not keep the others away. No daemon is
 * started by it: invoke-rc.d asks policy-rc.d first (/usr/share/doc/init-system-helpers/README.policy-rc.d.gz).
 *
 * @returns what went wrong, by package name; empty when all are there.
 */
export function installPackages(packages: readonly string[]): ReadonlyMap<string, string> {
  return withoutAutomaticStart(() => {
    apt(['update']); // its failure shows below, unless the lists at hand are good enough
    const attempts = packages.map((name) => [name, apt(['install', '-y', '--no-install-recommends', name])] as const);
    return new Map(attempts.flatMap(([name, trouble]) => (trouble === null ? [] : [[name, trouble]])));
  });
}

/**
 * Unpacks Debian packages and what they need into a folder, in place of installing them: for servers of which Debian lets
 * only one be installed. Nothing of them is configured or started.
 *
 * @returns what went wrong; null when all are there
 */
export function unpackPackages(packages: readonly string[], folder: string): string | null {
  apt(['update']);
  const run = aptGet(['install', '--simulate', '--no-install-recommends', ...packages]);
  const needed = [...run.stdout.matchAll(/^Inst (\S+)/gm)].map(([, name]) => name!);
  if (needed.length === 0) return run.stderr.split('\n', 1)[0] || 'apt-get finds nothing to unpack';
  mkdirSync(dirname(folder), { recursive: true });
  const fresh = mkdtempSync(`${folder}.`); // another run may be at it
  try {
    const fetched = spawnSync('apt-get', [...APT, 'download', ...needed], { cwd: fresh, encoding: 'utf8' });
    const archives = readdirSync(fresh).filter((name) => name.endsWith('.deb'));
    if (fetched.status !== 0) return fetched.stderr.split('\n').find((line) => line.startsWith('E:')) ?? 'no download';
    for (const name of archives) spawnSync('dpkg-deb', ['--extract', name, 'root'], { cwd: fresh });
    rmSync(folder, { recursive: true, force: true });
    renameSync(join(fresh, 'root'), folder);
    return null;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}

const aptGet = (args: readonly string[]) =>
  spawnSync('apt-get', [...APT, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });

function apt(args: readonly string[]): string | null {
  const run = aptGet(args);
  if (run.status === 0) return null;
  const errors = (run.stderr ?? '').split('\n').filter((line) => line.startsWith('E:'));
  return errors[0] ?? run.error?.message ?? `apt-get ended with ${run.signal ?? run.status}`;
}

/** The machine's own policy is set aside by rename, so that even after a kill -9 the next run puts it back. */
function withoutAutomaticStart<T>(act: () => T): T {
  const survive = (): void => {}; // Ctrl-C ends apt-get, and then us, but not before the policy is back
  process.on('SIGINT', survive).on('SIGTERM', survive);
  if (existsSync(POLICY) && !existsSync(POLICY_BEFORE)) renameSync(POLICY, POLICY_BEFORE);
  try {
    writeFileSync(POLICY, '#!/bin/sh\n# Written by the tests of komainu while they install packages.\nexit 101\n', {
      mode: 0o755,
    });
    return act();
  } finally {
    rmSync(POLICY, { force: true });
    if (existsSync(POLICY_BEFORE)) renameSync(POLICY_BEFORE, POLICY);
    process.off('SIGINT', survive).off('SIGTERM', survive);
  }
}
