import { spawnSync } from 'node:child_process';
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';

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

function apt(args: readonly string[]): string | null {
  const run = spawnSync('apt-get', [...APT, ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
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
