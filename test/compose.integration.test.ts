import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadConfig } from '../src/config/index.ts';
import { shipped } from '../src/util/paths.ts';

/** Debian's docker-compose, or the plugin of docker; `config` needs no engine. */
const compose = [['docker-compose'], ['docker', 'compose']].find(
  ([command = '', ...words]) => spawnSync(command, [...words, 'version']).status === 0,
);
function describeWithCompose(title: string, define: () => void): void {
  if (compose) describe(title, define);
  else describe.skip(`${title} [skipped: no docker compose here]`, define);
}

interface Service {
  readonly build?: { readonly dockerfile: string };
  readonly ports?: readonly { readonly host_ip: string; readonly target: number; readonly published: string }[];
  readonly networks: Readonly<Record<string, unknown>>;
  readonly volumes?: readonly { readonly type: string; readonly source: string }[];
  readonly environment: Readonly<Record<string, string>>;
}

function resolved(env: NodeJS.ProcessEnv, options: readonly string[] = []): Readonly<Record<string, Service>> {
  const [command = '', ...words] = compose!;
  const file = ['-f', shipped('docker-compose.yml'), '--profile', 'mail', 'config', '--format', 'json'];
  const run = spawnSync(command, [...words, ...options, ...file], {
    encoding: 'utf8',
    env: { ...process.env, ...env },
  });
  if (run.status !== 0) throw new Error(run.stderr);
  return JSON.parse(run.stdout).services;
}

describeWithCompose('docker-compose.yml', () => {
  it('passes the check of compose itself, without any environment', () => {
    const services = resolved({});
    expect(Object.keys(services).sort()).toEqual(['dovecot', 'intake', 'postgres', 'screen', 'valkey', 'web']);
  });

  it('opens one port, to this machine only', () => {
    const ports = Object.values(resolved({})).flatMap((service) => service.ports ?? []);
    expect(ports).toMatchObject([{ host_ip: '127.0.0.1', target: 8787, published: '8787' }]);
  });

  it('lets stores and workers reach nothing outside', () => {
    const services = resolved({});
    for (const name of ['postgres', 'valkey', 'screen', 'dovecot'])
      expect(Object.keys(services[name]!.networks)).toEqual(['inside']);
  });

  it('takes passwords as they are, whatever they hold', () => {
    const password = 'pa$$w#r/d@:%"';
    const folder = mkdtempSync(join(tmpdir(), 'komainu-compose-'));
    const file = join(folder, '.env');
    writeFileSync(
      file,
      `POSTGRES_PASSWORD='${password}'\nKOMAINU_PASSWORD_SUPPORT='${password}'\nKOMAINU_ENV=${file}\n`,
    );
    const services = resolved({}, ['--env-file', file]);
    rmSync(folder, { recursive: true });
    const { DATABASE_URL, PGPASSWORD, KOMAINU_PASSWORD_SUPPORT } = services.screen!.environment;
    expect(DATABASE_URL).toBe('postgres://komainu@postgres:5432/komainu');
    const shown = password.replaceAll('$', '$$$$'); // as \`config\` writes it, to be read again
    expect([services.postgres!.environment.POSTGRES_PASSWORD, PGPASSWORD, KOMAINU_PASSWORD_SUPPORT]).toEqual(
      Array(3).fill(shown),
    );
  });

  it('knows the passwords of the sample with the sample alone', () => {
    expect(JSON.stringify(resolved({}))).not.toContain('KOMAINU_PASSWORD_DEMO');
    const services = resolved({}, ['--env-file', shipped('docs/compose/sample.env')]);
    expect(services.intake!.environment).toMatchObject({ KOMAINU_PASSWORD_DEMO: 'sample', PGPASSWORD: 'sample' });
  });

  it('lets no part of ours write beside its data, or gain what it was not given', () => {
    const services = resolved({});
    for (const name of ['web', 'intake', 'screen'])
      expect(services[name]).toMatchObject({
        read_only: true,
        cap_drop: ['ALL'],
        security_opt: ['no-new-privileges:true'],
        volumes: [{ target: '/var/lib/komainu' }],
      });
  });

  it('names only files that are there', () => {
    const services = Object.values(resolved({}));
    const mounts = services.flatMap((service) => (service.volumes ?? []).filter((volume) => volume.type === 'bind'));
    const builds = services.flatMap((service) => (service.build ? [shipped(service.build.dockerfile)] : []));
    for (const file of [...mounts.map((mount) => mount.source), ...builds]) expect(file).toSatisfy(existsSync);
  });
});

describe('the configuration for the sample mailbox of docker-compose.yml', () => {
  it('is valid, and its password is where compose puts it', () => {
    const { config, secrets } = loadConfig(
      'docs/compose/sample.yaml',
      { KOMAINU_PASSWORD_DEMO: 'sample' },
      shipped('.'),
    );
    expect(config).toMatchObject({ dataPath: '/var/lib/komainu', web: { host: '0.0.0.0', port: 8787 } });
    expect(secrets.passwords.get(config.sources[0]!.name)).toBe('sample');
  });
});
