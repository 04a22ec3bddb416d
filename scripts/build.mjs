// Compiles src/ to dist/, unless dist/ was made of exactly these files. Plain JavaScript: it runs before anything is built.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const main = join(root, 'dist/main.js');
const stamp = join(root, 'dist/.built-from');
const dataStamp = join(root, 'dist/data/.made-from');
const say = (line) => process.stderr.write(`${line}\n`);

/** A hash of path, size and time of change of everything that the compiler reads. */
function fingerprint() {
  const settings = ['tsconfig.json', 'tsconfig.build.json', 'package-lock.json'].map((name) => join(root, name));
  return hashOf([...filesIn('src', /\.tsx?$/), ...settings]);
}

const filesIn = (folder, named) =>
  readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && named.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();

function hashOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    if (!existsSync(path)) continue;
    const { size, mtimeMs } = statSync(path);
    hash.update(`${path}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

function findCompiler() {
  try {
    return join(createRequire(import.meta.url).resolve('typescript/package.json'), '../bin/tsc');
  } catch {
    return null;
  }
}

function build() {
  const made = fingerprint();
  if (existsSync(main) && existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return 0;
  const compiler = findCompiler();
  if (compiler === null) {
    // Installed without development packages: what lies in dist/ came with it, or comes later.
    if (existsSync(main) || process.env.npm_lifecycle_event === 'prepare') return 0;
    say(
      'コンパイルされておらず、コンパイラーもありません。npm ci を実行してください。 / Not compiled, and no compiler: run npm ci.',
    );
    return 1;
  }
  say('コンパイルしています… / Compiling…');
  rmSync(stamp, { force: true });
  const { status } = spawnSync(process.execPath, [compiler, '-p', join(root, 'tsconfig.build.json')], {
    stdio: 'inherit',
  });
  if (status !== 0) return status ?? 1;
  mkdirSync(join(root, 'dist'), { recursive: true });
  writeFileSync(stamp, made);
  return 0;
}

/** What would take each start seconds: the tokenizer's dictionary and the rules that ship, ready to be read. */
function makeData() {
  const made = existsSync(stamp)
    ? readFileSync(stamp, 'utf8') + hashOf([...filesIn('dictionaries', /./), ...filesIn('src/store/migrations', /./)])
    : null;
  if (made === null || (existsSync(dataStamp) && readFileSync(dataStamp, 'utf8') === made)) return;
  mkdirSync(join(root, 'dist/data'), { recursive: true });
  // Broken dictionaries are told by what reads them; without the data a start takes longer.
  const { status } = spawnSync(process.execPath, [join(root, 'dist/ship-data.js')], { stdio: 'ignore' });
  if (status === 0) writeFileSync(dataStamp, made);
}

process.exitCode = build();
if (process.exitCode === 0) makeData();
