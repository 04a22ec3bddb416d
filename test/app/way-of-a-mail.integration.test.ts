import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeSmallDictionary } from '../support/dictionary.ts';
import { eventually } from '../support/eventually.ts';
import { mail, text, words } from '../support/mime.ts';
import { createDatabase, describeWithServer, startDovecot, startRedis, type TestDovecot } from '../support/servers.ts';
import { createService, type TestService } from '../support/service.ts';

const FLAGGED = '土下座の件';
const ASK_EVERY_MS = 500; // by a command, which is a process each time
const mails: readonly { subject: string; body: string; charset: string }[] = [
  {
    subject: '見積書のお願い',
    body: 'お世話になっております。保守の見積書を一部お送りください。',
    charset: 'iso-2022-jp',
  },
  { subject: FLAGGED, body: '社長を連れて来て、全員で土下座しろ。今すぐだ。', charset: 'iso-2022-jp' },
  {
    subject: '納品書を受け取りました',
    body: '本日、納品書を受け取りました。ありがとうございました。',
    charset: 'utf-8',
  },
  { subject: `${FLAGGED}（二通目）`, body: '誠意がない。担当のお前が土下座しろ。', charset: 'utf-8' },
];

interface Servers {
  readonly env: Readonly<Record<string, string>>;
  readonly stop: () => Promise<void>;
}

const stopAll = (servers: readonly { stop(): Promise<void> }[]) => async () => {
  for (const server of servers) await server.stop();
};

const backends: readonly {
  label: string;
  needs: readonly ('postgres' | 'redis')[];
  dictionary: 'shipped' | 'small'; // a start with the shipped dictionaries takes seconds of every processor: once is enough
  servers: () => Promise<Servers>;
}[] = [
  { label: 'PGlite alone', needs: [], dictionary: 'shipped', servers: async () => ({ env: {}, stop: async () => {} }) },
  {
    label: 'PostgreSQL alone',
    needs: ['postgres'],
    dictionary: 'small',
    servers: async () => {
      const postgres = await createDatabase();
      return { env: { DATABASE_URL: postgres.url }, stop: stopAll([postgres]) };
    },
  },
  {
    label: 'Redis and PostgreSQL',
    needs: ['postgres', 'redis'],
    dictionary: 'small',
    servers: async () => {
      const [postgres, redis] = [await createDatabase(), await startRedis()];
      return { env: { DATABASE_URL: postgres.url, REDIS_URL: redis.url }, stop: stopAll([postgres, redis]) };
    },
  },
];

describeWithServer('dovecot', 'a mail on its way from a mailbox to the desk', () => {
  let dovecot: TestDovecot;
  beforeAll(async () => {
    dovecot = await startDovecot({ users: ['pglite', 'postgres', 'redis'] });
  });
  afterAll(() => dovecot.stop());

  const users = { 'PGlite alone': 'pglite', 'PostgreSQL alone': 'postgres', 'Redis and PostgreSQL': 'redis' } as Record<
    string,
    string
  >;
  for (const { label, needs, dictionary, servers } of backends) {
    const define = () => {
      it(`${label}: the flagged mails wait on the desk, the others leave no text, and \\Seen is untouched`, async () => {
        const user = users[label]!;
        const { env, stop } = await servers();
        const yaml = configFor(dovecot, user, dictionary);
        const service = createService(yaml, { ...env, KOMAINU_PASSWORD_SUPPORT: dovecot.password });
        if (dictionary === 'small') writeSmallDictionary(join(service.folder, 'small'));
        try {
          const running = await service.start();
          await eventually(() => isWatching(service), ASK_EVERY_MS);
          for (const { subject, body, charset } of mails)
            await dovecot.deliver(
              mail(text(body, { charset, transfer: '7bit' === charset ? '7bit' : 'base64' }), {
                From: 'kyaku@example.com',
                To: 'support@example.co.jp',
                Subject: words(charset, subject),
                'Message-ID': `<${mails.findIndex((one) => one.subject === subject)}@example.com>`,
              }),
              'INBOX',
              user,
            );
          await eventually(async () => verdicts(await status(service)) === mails.length, ASK_EVERY_MS);

          const flagged = (await service.cases()).filter(({ band }) => band === 'review' || band === 'urgent');
          expect(flagged.map(({ subject }) => subject).sort()).toEqual([FLAGGED, `${FLAGGED}（二通目）`].sort());
          expect(await deskText(running.url!, running.firstLink!)).toContain(FLAGGED);
          expect((await fetch(new URL('/api/v1/openapi.json', running.url!))).status).toBe(200);
          expect((await fetch(new URL('/api/v1/cases', running.url!))).status).toBe(401);
          expect(
            readdirSync(join(dovecot.maildir, '..', '..', user, 'Maildir', 'cur')).filter((name) =>
              /:2,.*S/.test(name),
            ),
          ).toEqual([]);
          expect(await running.stop()).toBe(0);
        } finally {
          service.remove();
          await stop();
        }
      });
    };
    const guarded = needs.reduceRight((inner, kind) => () => describeWithServer(kind, `on ${kind}`, inner), define);
    guarded();
  }
});

const configFor = ({ host, port, caFile }: TestDovecot, user: string, dictionary: 'shipped' | 'small'): string => `
company: { name: みほん商会, addresses: ['*.example.co.jp'] }
sources:
  - { name: support, kind: imap, host: ${host}, port: ${port}, user: ${user}, ca: ${caFile} }
settings: { pollSeconds: 5, sweepSeconds: 5${dictionary === 'small' ? ', dictionaries: small' : ''} }
`;

interface Status {
  readonly verdicts: Readonly<Record<string, number>>;
  readonly sources: readonly { name: string; trouble: string | null; lastContactAt: string | null }[];
}

const status = async (service: TestService): Promise<Status> => JSON.parse(await service.cli('status', '--json'));
const verdicts = ({ verdicts: counts }: Status): number => Object.values(counts).reduce((sum, count) => sum + count, 0);
const isWatching = async (service: TestService): Promise<boolean> =>
  (await status(service)).sources.some(({ trouble, lastContactAt }) => trouble === null && lastContactAt !== null);

/** What the first person to sign in sees on the first page. */
async function deskText(url: string, firstLink: string): Promise<string> {
  const password = 'nagai-aikotoba-desu';
  const form = new URLSearchParams({ name: '審査 花子', password, again: password });
  const welcomed = await fetch(firstLink, { method: 'POST', body: form, headers: { origin: url }, redirect: 'manual' });
  const cookie = welcomed.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  const page = await fetch(url, { headers: { cookie } });
  return page.text();
}
