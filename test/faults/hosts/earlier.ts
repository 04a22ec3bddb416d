import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { shipped } from '../../../src/util/paths.ts';

/** The program as it was at some commit, built in a folder of its own. */
export interface Earlier extends Disposable {
  readonly commit: string;
  readonly day: string;
  readonly main: string;
}

const MIGRATIONS = 'src/store/migrations';
const MIGRATIONS_AGO = 6;
const Journal = z.object({ entries: z.array(z.object({ tag: z.string() })) });
const Packages = z.object({ dependencies: z.record(z.string(), z.string()) });

/**
 * @param asked what git knows as a commit; null: that before the last six changes of the tables
 * @throws when the history is not there, or the packages that are installed are not those of that time
 */
export function buildEarlier(asked: string | null): Earlier {
  const commit = git('rev-parse', '--verify', `${asked ?? beforeMigrations()}^{commit}`);
  const folder = mkdtempSync(join(tmpdir(), 'komainu-earlier-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    const tree = join(folder, 'komainu');
    mkdirSync(tree);
    const archive = join(folder, 'komainu.tar');
    git('archive', '--output', archive, commit);
    execFileSync('tar', ['-xf', archive, '-C', tree]);
    requireItsPackages(tree);
    symlinkSync(shipped('node_modules'), join(tree, 'node_modules'));
    const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { cwd: tree, stdio: 'inherit' });
    if (status !== 0) throw new Error(`${commit} cannot be built.`);
    const day = git('show', '--no-patch', '--format=%cs', commit);
    return { commit: commit.slice(0, 8), day, main: join(tree, 'dist/main.js'), [Symbol.dispose]: remove };
  } catch (error) {
    remove();
    throw error;
  }
}

function beforeMigrations(): string {
  const { entries } = Journal.parse(JSON.parse(readFileSync(shipped(`${MIGRATIONS}/meta/_journal.json`), 'utf8')));
  const { tag } = entries.at(-MIGRATIONS_AGO)!;
  const added = git('log', '-1', '--diff-filter=A', '--format=%H', '--', `${MIGRATIONS}/${tag}.sql`);
  if (added === '') throw new Error(`The history does not say when ${tag} came: ${WHOLE_HISTORY}`);
  return `${added}^`;
}

const WHOLE_HISTORY = 'a whole clone is needed (git fetch --unshallow), or --from with a commit that is there.';

function git(...args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: shipped('.'), encoding: 'utf8' });
  if (status === 0) return stdout.trim();
  throw new Error(`git ${args[0]} says “${stderr?.trim() ?? 'nothing'}”: ${WHOLE_HISTORY}`);
}

function requireItsPackages(tree: string): void {
  const { dependencies } = Packages.parse(JSON.parse(readFileSync(join(tree, 'package.json'), 'utf8')));
  const others = Object.entries(dependencies).flatMap(([name, version]) => {
    const path = shipped(`node_modules/${name}/package.json`);
    const installed = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).version : 'none';
    return installed === version ? [] : [`${name} ${version} (installed: ${installed})`];
  });
  if (others.length > 0) throw new Error(`That version needs ${others.join(', ')}: give --from a newer commit.`);
}
