import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.ts';
import { memoryState } from '../../../support/memory-state.ts';
import { type Lie, type ScriptedImap, startScriptedImap } from '../../../support/scripted-imap.ts';
import { bodies, FLOODS, on } from './floods.ts';
import { mail, subjectsOf, watch } from './watch.ts';

const MIB = 1024 * 1024;
const UNREAD = 12 * MIB; // what comes between two looks (2), and what the system's buffers hold (10 on Linux)

describe('an IMAP source whose server floods it', () => {
  let server: ScriptedImap;
  let honestServer: ScriptedImap;
  beforeEach(async () => {
    [server, honestServer] = [await startScriptedImap(), await startScriptedImap()];
    server.deliver(mail('one'), mail('two'));
  });
  afterEach(() => Promise.all([server.stop(), honestServer.stop()]));

  const behind = () => memoryState({ cursor: { uidValidity: 7n, lastUid: 0 } });
  const isFlooded = (trouble: string | null | undefined): boolean =>
    trouble?.includes('頼んだ量をはるかに超える') ?? false;

  it.each(FLOODS)(
    'takes no more than it allows of %s without end, says so, and loses no mail',
    { timeout: 60_000 },
    async (_, lie, mib) => {
      server.lie = lie;
      const state = behind();
      const other = memoryState();
      await using _watching = watch(server, state);
      await using _beside = watch(honestServer, other);
      await eventually(() => other.trouble() === null);
      honestServer.deliver(mail('beside'));
      await eventually(() => other.mails.length === 1 && isFlooded(state.trouble()));
      expect(server.sent).toBeLessThan((mib * MIB + UNREAD) * server.connections);
      server.lie = () => null;
      await eventually(() => state.mails.length === 2 && state.trouble() === null);
      expect(subjectsOf(state)).toEqual(['one', 'two']);
    },
  );

  it.each<[string, Lie]>([
    ['a literal of four gigabytes', on('UID FETCH', () => '* 1 FETCH (UID 1 BODY[]<0> {4294967295}\r\n', bodies)],
    ['a literal of an absurd size', on('EXAMINE', () => `* OK {${'9'.repeat(400)}}\r\n`)],
    ['a folder of four billion mails', on('EXAMINE', ({ tag }) => `* 4294967295 EXISTS\r\n${tag} OK done\r\n`)],
  ])('refuses %s before it comes', async (_, lie) => {
    server.lie = lie;
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => isFlooded(state.trouble()));
    server.lie = () => null;
    await eventually(() => state.mails.length === 2 && state.trouble() === null);
  });

  it('expands no set of uids for a folder that grows to millions while it is asked', async () => {
    server.lie = ({ command, tag }) =>
      command === 'UID SEARCH'
        ? `* 16777216 EXISTS\r\n* ESEARCH (TAG "${tag}") UID ALL 1:16777216\r\n${tag} OK x\r\n`
        : null;
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => isFlooded(state.trouble()));
    expect(state.mails).toEqual([]);
  });

  it('is not called to a flooding server again at once', async () => {
    server.lie = FLOODS[0]![1];
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => server.connections === 3);
    await pause(1_000); // the third pause is three seconds at least
    expect(server.connections).toBe(3);
  });

  it('watches no more folders than it has connections for, and says so', { timeout: 60_000 }, async () => {
    server.lie = ({ command, tag, rest }) =>
      command === 'LIST' && /\*"?$/.test(rest)
        ? `${Array.from({ length: 400 }, (_, n) => `* LIST () "/" F${n}\r\n`).join('')}${tag} OK done\r\n`
        : null;
    const state = memoryState();
    await using _watching = watch(server, state, {}, { folders: ['*'] });
    await eventually(() => typeof state.trouble() === 'string');
    expect(state.trouble()).toMatch(/400 のうち 50/);
    expect(state.parts.size).toBe(50);
    expect(server.connections).toBeLessThan(55);
  });
});
