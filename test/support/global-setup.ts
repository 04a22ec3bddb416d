import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { TestProject } from 'vitest/node';
import { FONT, POPPLER, SERVER_KINDS, SERVERS, type ServerKind } from './available.ts';
import { installPackages, unpackPackages, whyNotInstall } from './install.ts';
import { serveSharedServers } from './shared-servers.ts';
import './with-server.ts'; // declares what is provided

/** Runs once before all tests: the program is built, and each server is there or its absence is said. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  build();
  project.provide('missingServers', provideServers());
  const shared = await serveSharedServers();
  project.provide('sharedServers', shared.url);
  return () => shared.stop();
}

/** Type errors do not keep the compiler from writing; `npm run check` is what judges them. */
function build(): void {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const run = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, encoding: 'utf8' });
  if (run.status !== 0) say(`The build reports errors:\n${run.stdout}${run.stderr}`);
}

function provideServers(): Partial<Record<ServerKind, string>> {
  const wanted = [...SERVER_KINDS.map((kind) => SERVERS[kind]), FONT, POPPLER].filter((one) => !one.isThere());
  const packages = wanted.flatMap((one) => (one.unpackInto === undefined ? one.packages : []));
  const obstacle = whyNotInstall(process.env);
  const failures = new Map<string, string>();
  if (packages.length > 0 && obstacle === null) {
    say(`Installing Debian packages for the tests: ${packages.join(' ')} (KOMAINU_TEST_INSTALL=0 switches this off)`);
    for (const [name, why] of installPackages(packages)) failures.set(name, why);
  }
  for (const { packages, unpackInto } of obstacle === null ? wanted : []) {
    if (unpackInto === undefined) continue;
    say(`Unpacking Debian packages for the tests into ${unpackInto}: ${packages.join(' ')}`);
    failures.set(packages[0]!, unpackPackages(packages, unpackInto) ?? 'it does not run');
  }
  const missing: Partial<Record<ServerKind, string>> = {};
  for (const kind of SERVER_KINDS) {
    const { label, packages, isThere } = SERVERS[kind];
    if (isThere()) continue;
    const why = obstacle ?? packages.flatMap((name) => failures.get(name) ?? []).join(' ');
    missing[kind] = `${label} is not installed (${why})`;
    say(`${missing[kind]}: its tests are ${process.env.CI === 'true' ? 'failed' : 'skipped'}.`);
  }
  return missing;
}

const say = (line: string): void => console.log(`[test setup] ${line}`);
