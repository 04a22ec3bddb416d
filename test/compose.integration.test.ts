import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
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

function resolved(env: NodeJS.ProcessEnv): Readonly<Record<string, Service>> {
  const [command = '', ...words] = compose!;
  const file = ['-f', shipped('docker-compose.yml'), '--profile', 'mail', 'config', '--format', 'json'];
  const run = spawnSync(command, [...words, ...file], { encoding: 'utf8', env: { ...process.env, ...env } });
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

  it('takes the database password from the environment', () => {
    const services = resolved({ POSTGRES_PASSWORD: 'hunter2' });
    expect(services.postgres!.environment.POSTGRES_PASSWORD).toBe('hunter2');
    expect(services.screen!.environment.DATABASE_URL).toBe('postgres://komainu:hunter2@postgres:5432/komainu');
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
