import { existsSync, readFileSync } from 'node:fs';
import { ImapFlow } from 'imapflow';
import { Redis } from 'ioredis';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { chromiumPath, describeWithServer, startDovecot, startPostgres, startRedis } from './servers.ts';
import { freePort } from './system.ts';

describe('freePort', () => {
  it('stays below the range of outgoing connections', async () => {
    expect(await freePort()).toBeLessThan(32_768);
  });
});

describeWithServer('redis', 'startRedis', () => {
  it('keeps port and data over a kill and a restart, and is gone after stop', async () => {
    const server = await startRedis();
    await ask(server.url, (redis) => redis.set('key', 'value'));
    await server.kill();
    await server.restart();
    expect(await ask(server.url, (redis) => redis.get('key'))).toBe('value');
    await server.stop();
    await expect(ask(server.url, (redis) => redis.get('key'))).rejects.toThrow();
  });

  async function ask<T>(url: string, question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(url, { retryStrategy: () => null, lazyConnect: true });
    redis.on('error', () => {});
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }
});

describeWithServer('postgres', 'startPostgres', () => {
  it('keeps port and data over a kill and a restart, and is gone after stop', async () => {
    const server = await startPostgres();
    await ask(server.url, 'create table t as select 42 as n');
    await server.kill();
    await server.restart();
    expect(await ask(server.url, 'select n from t')).toEqual([{ n: 42 }]);
    await server.stop();
    await expect(ask(server.url, 'select 1')).rejects.toThrow();
  });

  async function ask(connectionString: string, question: string): Promise<unknown[]> {
    const client = new pg.Client({ connectionString });
    client.on('error', () => {});
    await client.connect();
    const { rows } = await client.query(question);
    await client.end();
    return rows;
  }
});

describeWithServer('dovecot', 'startDovecot', () => {
  it('shows delivered mails over TLS, also after a kill and a restart', async () => {
    const server = await startDovecot({ users: ['taro', 'hanako'] });
    await server.deliver(Buffer.from('Subject: one\r\n\r\nbody\r\n'));
    await server.deliver(Buffer.from('Subject: two\r\n\r\nbody\r\n'), 'Archive');
    await server.deliver(Buffer.from('Subject: three\r\n\r\nbody\r\n'), 'INBOX', 'hanako');
    expect(await countMails('taro', 'INBOX')).toBe(1);
    await server.kill();
    await server.restart();
    expect(await countMails('taro', 'Archive')).toBe(1);
    expect(await countMails('hanako', 'INBOX')).toBe(1);
    await server.stop();
    expect(existsSync(server.maildir)).toBe(false);

    async function countMails(user: string, folder: string): Promise<number> {
      const { host, port, caFile, password: pass } = server;
      const tls = { ca: readFileSync(caFile) };
      const client = new ImapFlow({ host, port, secure: true, tls, auth: { user, pass }, logger: false });
      client.on('error', () => {});
      await client.connect();
      const status = await client.status(folder, { messages: true });
      await client.logout();
      return status ? (status.messages ?? 0) : 0;
    }
  });
});

describeWithServer('chromium', 'chromiumPath', () => {
  it('names an existing program', () => {
    expect(existsSync(chromiumPath())).toBe(true);
  });
});
