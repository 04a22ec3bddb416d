import { chmodSync, chownSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDovecot, type TestDovecot } from '../support/dovecot.ts';
import { eventually } from '../support/eventually.ts';
import { mail, text } from '../support/mime.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRedis } from '../support/redis.ts';
import { freePort, temporaryFolder } from '../support/system.ts';
import { type Image, imageStore, needPrograms } from './buildah.ts';
import { type Container, startContainer, userOf } from './container.ts';

// `npm run test:image`: the Dockerfile as it is, built and run as docker-compose.yml runs it, by part and with nothing it need not have.
// KOMAINU_IMAGE_BASE names the base that the Dockerfile would take; without it, one is made of Debian and this machine's Node.

const MOST_BYTES = 150e6; // of what is ours in the image
const BUILT_WITHIN_MS = 30 * 60_000;

describe('the image', () => {
  const folder = mkdtempSync('/var/tmp/komainu-image-');
  const store = imageStore(join(folder, 'images'));
  const data = mkdtempSync(join(temporaryFolder(), 'komainu-image-data-'));
  const running: Container[] = [];
  let image: Image;
  let servers: { readonly dovecot: TestDovecot; readonly stop: () => Promise<void> };
  let start: (part: 'web' | 'intake' | 'screen') => Promise<Container>;
  let port: number;

  beforeAll(async () => {
    needPrograms();
    image = await store.build(process.env.KOMAINU_IMAGE_BASE ?? null);
    const [dovecot, postgres, redis] = await Promise.all([startDovecot(), startPostgres(), startRedis()]);
    servers = {
      dovecot,
      stop: async () => void (await Promise.all([dovecot, postgres, redis].map((server) => server.stop()))),
    };
    port = await freePort();
    const { uid, gid } = userOf(image);
    for (const path of [data, join(data, 'komainu')]) {
      mkdirSync(path, { recursive: true });
      chmodSync(path, path === data ? 0o755 : 0o700);
      chownSync(path, uid, gid);
    }
    writeFileSync(
      join(data, 'komainu.yaml'),
      [
        'company: { name: 株式会社みほんクラウド, addresses: ["*.mihon-cloud.example.jp"] }',
        `sources: [{ name: support, kind: imap, host: ${dovecot.host}, port: ${dovecot.port}, ca: /etc/komainu/ca.pem, user: ${dovecot.user}, backfill: 1d }]`,
        'store: { path: /var/lib/komainu }',
        `web: { host: 127.0.0.1, port: ${port} }`,
        '',
      ].join('\n'),
    );
    start = async (part) => {
      const container = await startContainer(image, {
        ...{ name: part, folder, args: ['start', '--part', part] },
        env: { DATABASE_URL: postgres.url, REDIS_URL: redis.url, KOMAINU_PASSWORD_SUPPORT: dovecot.password },
        mounts: {
          '/var/lib/komainu': { from: join(data, 'komainu'), rw: true },
          '/etc/komainu/komainu.yaml': { from: join(data, 'komainu.yaml') },
          '/etc/komainu/ca.pem': { from: dovecot.caFile },
        },
      });
      running.push(container);
      return container;
    };
  }, BUILT_WITHIN_MS);
  afterAll(async () => {
    for (const container of running) await container.stop();
    await servers?.stop();
    await store.remove();
    for (const path of [folder, data]) rmSync(path, { recursive: true, force: true });
  }, 300_000);

  it('has little that is ours', () => {
    process.stdout.write(`ours in the image: ${Math.round(image.bytes / 1e5) / 10} MB\n`);
    expect(image.bytes).toBeLessThan(MOST_BYTES);
    expect(image.user).toBe('node');
  });

  it('judges a mail through each part, as nobody with nothing to write to but its data', {
    timeout: 300_000,
  }, async () => {
    const web = await start('web');
    const answers = async () => {
      if (web.hasEnded()) throw new Error(web.output());
      return (await fetch(`http://127.0.0.1:${port}/healthz`).catch(() => null))?.ok === true;
    };
    await eventually(answers, 200);
    await start('intake');
    await start('screen');
    const raw = mail(text('社長を連れて来て全員で土下座しろ。できないなら殺すぞ。'), {
      From: 'kyaku@example.com',
      Subject: 'fuyukai',
      'Message-ID': '<1@example.com>',
    });
    await servers.dovecot.deliver(raw);
    let cases = '';
    await eventually(async () => {
      for (const container of running) if (container.hasEnded()) throw new Error(container.output());
      cases = await web.exec('cases', 'list', '--json');
      return cases.trim() !== '';
    }, 500);
    expect(JSON.parse(cases)).toMatchObject({ band: 'urgent', mails: 1 });
    const said = await web.status();
    expect(said).toMatch(/^Uid:\s+1000\s+1000/m);
    for (const set of ['CapPrm', 'CapEff', 'CapBnd', 'CapAmb'])
      expect(said).toMatch(new RegExp(`^${set}:\\s+0+$`, 'm'));
    expect(said).toMatch(/^NoNewPrivs:\s+1$/m);
    for (const container of running) expect(container.output()).not.toMatch(/EROFS|EACCES|土下座/);
    expect(await Promise.all(running.splice(0).map((container) => container.stop()))).toEqual([0, 0, 0]);
  });
});
