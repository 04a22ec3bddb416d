import { setTimeout as pause } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.ts';
import { memoryState } from '../../../support/memory-state.ts';
import { type ScriptedImap, startScriptedImap } from '../../../support/scripted-imap.ts';
import { mail, subjectsOf, watch } from './watch.ts';

const OFTEN = 60; // a poll opens the folder anew
const GENERATION = 2n ** 32n;

describe('an IMAP source whose server gives its uids anew', () => {
  let server: ScriptedImap;
  beforeEach(async () => {
    server = await startScriptedImap();
    server.deliver(mail('one'), mail('two'));
  });
  afterEach(() => server.stop());

  const behind = () => memoryState({ cursor: { uidValidity: 7n, lastUid: 0 }, lastContactAt: new Date() });

  it('misses no mail when UIDNEXT goes back without another UIDVALIDITY', async () => {
    const state = behind();
    await using _watching = watch(server, state, { pollMs: OFTEN });
    await eventually(() => state.mails.length === 2);
    server.folder.mails.splice(0);
    server.folder.uidNext = 1; // restored, without a word
    await eventually(async () => (await state.cursor())?.uidValidity === 7n + GENERATION);
    server.deliver(mail('three'));
    await eventually(() => state.mails.length === 3);
    expect(state.mails.map(({ uid, uidValidity }) => [uid, uidValidity])).toEqual([
      [1, 7n],
      [2, 7n],
      [1, 7n + GENERATION],
    ]);
    expect(subjectsOf(state)).toEqual(['one', 'two', 'three']);
  });

  it('reads nothing anew when UIDNEXT is merely wrong', async () => {
    const state = behind();
    server.lie = ({ command, tag }) =>
      command === 'EXAMINE'
        ? `* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 1] x\r\n${tag} OK [READ-ONLY] x\r\n`
        : null;
    await using _watching = watch(server, state, { pollMs: OFTEN });
    await eventually(() => server.said.filter((command) => command === 'EXAMINE').length > 5);
    expect(subjectsOf(state)).toEqual(['one', 'two']);
    expect(await state.cursor()).toEqual({ uidValidity: 7n, lastUid: 2 });
  });

  it('finds back from a uid that was a lie', async () => {
    const state = behind();
    server.lie = ({ command, tag, rest }) => {
      if (command === 'UID SEARCH' && rest.includes(':*')) return `* SEARCH 1 2 4294967295\r\n${tag} OK x\r\n`;
      return null;
    };
    await using _watching = watch(server, state, { pollMs: OFTEN });
    await eventually(async () => (await state.cursor())?.lastUid === 4294967295);
    server.lie = () => null;
    server.deliver(mail('three'));
    await eventually(() => subjectsOf(state).includes('three'));
    expect(new Set(subjectsOf(state))).toEqual(new Set(['one', 'two', 'three']));
  });

  it('says so when uids are other ones whenever the folder is opened, and reads the mails no more', async () => {
    const state = behind();
    let validity = 100;
    server.lie = ({ command }, folder) => {
      if (command === 'EXAMINE') folder.uidValidity = validity++;
      return null;
    };
    await using _watching = watch(server, state, { pollMs: OFTEN });
    await eventually(() => typeof state.trouble() === 'string');
    expect(state.trouble()).toMatch(/UIDVALIDITY.*Courier/);
    const bodies = state.mails.length;
    expect(bodies).toBe(6);
    const opened = validity;
    await pause(500);
    expect([state.mails.length, validity]).toEqual([bodies, opened]);
  });

  it('reads what came since the last contact whenever UIDVALIDITY is another one', async () => {
    const state = behind();
    await using _watching = watch(server, state, { pollMs: OFTEN });
    await eventually(() => state.mails.length === 2);
    server.folder.uidValidity = 3; // RFC 3501 wants it to grow
    server.folder.mails.splice(0);
    server.folder.uidNext = 1;
    server.deliver(mail('three'));
    await eventually(() => state.mails.length === 3);
    expect(subjectsOf(state)).toEqual(['one', 'two', 'three']);
    expect(await state.cursor()).toEqual({ uidValidity: 3n, lastUid: 1 });
  });
});
