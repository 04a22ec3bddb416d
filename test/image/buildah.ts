import { execFile } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { shipped } from '../../src/util/paths.ts';
import { installPackages } from '../support/install.ts';
import { findProgram } from '../support/system.ts';

const run = promisify(execFile);
const PROGRAMS = ['buildah', 'netavark', 'crun', 'debootstrap'];
const SUITE = 'trixie';
const CERTIFICATES = '/etc/ssl/certs';
const MOST_PROCESSES = /^Max processes +(\d+)/m.exec(readFileSync('/proc/self/limits', 'utf8'))?.[1];
/** What a build may open and start: without a word buildah asks for more than a sandbox may give. */
const LIMITS = ['nofile=20000:20000', ...(MOST_PROCESSES === undefined ? [] : [`nproc=${MOST_PROCESSES}`])];

/** What an image says of itself. */
export interface Image {
  readonly bytes: number; // of what is ours in it
  readonly root: string; // where its files are mounted
  readonly user: string;
  readonly entrypoint: readonly string[];
  readonly env: readonly string[];
}

/** Installs what builds and runs images. @throws when it cannot be had */
export function needPrograms(): void {
  const missing = PROGRAMS.filter((name) => findProgram(name) === null && name !== 'netavark');
  const trouble = missing.length === 0 ? new Map() : installPackages(PROGRAMS);
  if (trouble.size > 0) throw new Error([...trouble].map(([name, why]) => `${name}: ${why}`).join('\n'));
}

/** Builds images without a Docker engine, in `folder` alone. */
export function imageStore(folder: string) {
  const env = { ...process.env, BUILDAH_ISOLATION: 'chroot' };
  const buildah = async (...args: string[]): Promise<string> => {
    const where = ['--root', join(folder, 'store'), '--runroot', join(folder, 'run')];
    const { stdout } = await run('buildah', [...where, ...args], { env, cwd: folder, maxBuffer: 1 << 28 });
    return stdout.trim();
  };
  /** Debian from this machine's mirror with this machine's Node, for where no registry of images can be reached. */
  async function makeBase(name: string): Promise<void> {
    const root = join(folder, 'base');
    const { stdout: sites } = await run('apt-get', ['indextargets', '--format', '$(RELEASE) $(SITE)']);
    const mirror = sites
      .split('\n')
      .find((line) => line.startsWith(`${SUITE} `))
      ?.slice(SUITE.length + 1);
    await run('debootstrap', ['--variant=minbase', SUITE, root, ...(mirror === undefined ? [] : [mirror])], { env });
    for (const left of ['var/cache/apt/archives', 'var/lib/apt/lists'])
      rmSync(join(root, left), { recursive: true, force: true });
    cpSync(realpathSync(process.execPath), join(root, 'usr/local/bin/node'));
    const npm = realpathSync(findProgram('npm')!).replace(/\/bin\/npm-cli\.js$/, '');
    cpSync(npm, join(root, 'usr/local/lib/node_modules/npm'), { recursive: true });
    symlinkSync('../lib/node_modules/npm/bin/npm-cli.js', join(root, 'usr/local/bin/npm'));
    await run('chroot', [root, 'useradd', '--create-home', '--uid', '1000', 'node']);
    writeFileSync(join(folder, 'Containerfile'), 'FROM scratch\nADD base /\n');
    await buildah('build', '--quiet', '--network', 'host', '--tag', name, '--file', 'Containerfile', folder);
    rmSync(root, { recursive: true });
  }

  return {
    /** Builds our Dockerfile as it is. @param base a base image; null: one that is made here */
    async build(base: string | null): Promise<Image> {
      mkdirSync(folder, { recursive: true });
      const from = base ?? 'localhost/komainu-base';
      if (base === null) await makeBase(from);
      const { stdout: registry } = await run('npm', ['config', 'get', 'registry']);
      const npmrc = join(folder, 'npmrc');
      const trusted = existsSync(CERTIFICATES) ? [`cafile=${CERTIFICATES}/ca-certificates.crt`] : [];
      writeFileSync(npmrc, [`registry=${registry.trim()}`, ...trusted, ''].join('\n'));
      const volumes = [
        `${npmrc}:/root/.npmrc:ro`,
        ...(trusted.length > 0 ? [`${CERTIFICATES}:${CERTIFICATES}:ro`] : []),
      ];
      await buildah(
        ...['build', '--quiet', '--network', 'host', '--layers=false', '--build-arg', `BASE=${from}`],
        ...LIMITS.flatMap((limit) => ['--ulimit', limit]),
        ...volumes.flatMap((volume) => ['--volume', volume]),
        ...['--tag', 'komainu', shipped('.')],
      );
      const container = await buildah('from', '--network', 'host', 'komainu');
      const { OCIv1 } = JSON.parse(await buildah('inspect', '--type', 'image', 'komainu'));
      const root = await buildah('mount', container);
      const { stdout: size } = await run('du', ['--summarize', '--bytes', join(root, 'app')]);
      return {
        bytes: Number.parseInt(size, 10),
        root,
        user: OCIv1.config.User,
        entrypoint: OCIv1.config.Entrypoint,
        env: OCIv1.config.Env,
      };
    },
    async remove(): Promise<void> {
      await buildah('umount', '--all');
      await buildah('rm', '--all');
      await buildah('rmi', '--all', '--force');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
