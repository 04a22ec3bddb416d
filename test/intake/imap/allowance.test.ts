import { EventEmitter } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { type BoundedClient, withinAllowance } from '../../../src/intake/imap/allowance.ts';

/** A client whose commands end when it is closed. */
function bounded() {
  const events = new EventEmitter();
  const client = Object.assign(events, {
    received: 0,
    closed: false,
    stats: () => ({ sent: 0, received: client.received }),
    close() {
      client.closed = true;
      events.emit('close');
    },
  });
  const untilClosed = (): Promise<never> =>
    new Promise((_, reject) => events.once('close', () => reject(new Error('Connection not available'))));
  return { client: client as typeof client & BoundedClient, untilClosed };
}

const ROOM = { bytes: 1_000, ms: 60_000 };

describe('a command within its allowance', () => {
  it('answers, whatever came before it', async () => {
    const { client } = bounded();
    client.received = 5_000;
    expect(await withinAllowance(client, ROOM, async () => 'done')).toBe('done');
    await pause(250);
    expect(client.closed).toBe(false);
    expect(client.listenerCount('error') + client.listenerCount('exists')).toBe(0);
  });

  it('is ended when more comes than it may bring', async () => {
    const { client, untilClosed } = bounded();
    const command = withinAllowance(client, ROOM, untilClosed);
    client.received = 1_001;
    await expect(command).rejects.toMatchObject({ code: 'flood' });
    expect(client.closed).toBe(true);
  });

  it('is ended when it does not end, although something comes all the time', async () => {
    const { client, untilClosed } = bounded();
    const drip = setInterval(() => client.received++, 10);
    await expect(withinAllowance(client, { bytes: 1_000, ms: 300 }, untilClosed)).rejects.toMatchObject({
      code: 'unfinished',
    });
    clearInterval(drip);
  });

  it('is ended when the folder grows beyond what folders hold', async () => {
    const { client, untilClosed } = bounded();
    const command = withinAllowance(client, ROOM, untilClosed);
    client.emit('exists', { count: 4_000_000 });
    await expect(command).rejects.toMatchObject({ code: 'flood' });
  });

  it.each(['LineTooLarge', 'LiteralTooLarge', 'ResponseTooLarge', 'TooManyTokens', 'TooManyResponses'])(
    'says which response was too large: %s',
    async (code) => {
      const { client, untilClosed } = bounded();
      const command = withinAllowance(client, ROOM, untilClosed);
      const cause = Object.assign(new Error('too large'), { code });
      client.emit('error', cause);
      client.close();
      await expect(command).rejects.toMatchObject({ code: 'flood', cause });
    },
  );

  it('fails also where a lost connection is answered with false', async () => {
    const { client } = bounded();
    const command = withinAllowance(client, ROOM, async () => {
      client.emit('error', Object.assign(new Error('too large'), { code: 'LineTooLarge' }));
      return false;
    });
    await expect(command).rejects.toMatchObject({ code: 'flood' });
  });

  it('leaves other errors as they are', async () => {
    const { client } = bounded();
    const error = new Error('Command failed');
    await expect(withinAllowance(client, ROOM, () => Promise.reject(error))).rejects.toBe(error);
  });
});
