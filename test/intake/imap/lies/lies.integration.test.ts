import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { eventually } from '../../../support/eventually.ts';
import { memoryState } from '../../../support/memory-state.ts';
import { honest, type Lie, row, type ScriptedImap, startScriptedImap } from '../../../support/scripted-imap.ts';
import { mail, subjectsOf, watch } from './watch.ts';

const asksForBodies = (command: string, rest: string): boolean => command === 'UID FETCH' && rest.includes('BODY');

/** Once only: the first time that `when` holds. */
const once = (when: (command: string, rest: string) => boolean, lie: Lie): Lie => {
  let done = false;
  return (said, folder) => {
    if (done || !when(said.command, said.rest)) return null;
    done = true;
    return lie(said, folder);
  };
};

const cut = (text: string, end: string): string => text.slice(0, text.lastIndexOf(end));

/** Everything before the tagged line that completes a command. */
const untagged: Lie = (said, folder) => cut(honest(said, folder), `${said.tag} OK`);

const swapped = (text: string, from: string | RegExp, to: string): string => text.replaceAll(from, to);

describe('an IMAP source whose server lies', () => {
  let server: ScriptedImap;
  beforeEach(async () => {
    server = await startScriptedImap();
    server.deliver(mail('one'), mail('two'), mail('three'));
  });
  afterEach(() => server.stop());

  const ALL = ['one', 'two', 'three'];
  const behind = () => memoryState({ cursor: { uidValidity: 7n, lastUid: 0 } });

  it.each<[string, Lie]>([
    [
      'sends mails in any order, a row at a time and a row for flags between',
      (said) =>
        asksForBodies(said.command, said.rest)
          ? `${row(3, 3, said.rest, mail('three'))}* 2 FETCH (UID 2 FLAGS (\\Seen))\r\n${row(1, 1, said.rest, mail('one'))}` +
            `* 1 FETCH (UID 1 FLAGS ())\r\n${row(2, 2, said.rest, mail('two'))}${said.tag} OK done\r\n`
          : null,
    ],
    [
      'gives every uid twice',
      (said) => (said.command === 'UID SEARCH' ? `* SEARCH 1 1 2 3 3\r\n* SEARCH 2 2\r\n${said.tag} OK x\r\n` : null),
    ],
    [
      'sends every mail twice',
      (said, folder) => (asksForBodies(said.command, said.rest) ? untagged(said, folder) + honest(said, folder) : null),
    ],
    [
      'says that mails are far smaller than they are',
      (said, folder) =>
        said.command === 'UID FETCH' ? swapped(honest(said, folder), /RFC822.SIZE \d+/g, 'RFC822.SIZE 1') : null,
    ],
    [
      'says that mails are far larger than they are',
      (said, folder) =>
        said.command === 'UID FETCH'
          ? swapped(honest(said, folder), /RFC822.SIZE \d+/g, 'RFC822.SIZE 4294967295')
          : null,
    ],
    [
      'does not say how large mails are',
      (said) => (said.rest.includes('RFC822.SIZE') ? `${said.tag} OK nothing to say\r\n` : null),
    ],
    [
      'leaves UIDNEXT out',
      (said, folder) =>
        said.command === 'EXAMINE' ? swapped(honest(said, folder), /\* OK \[UIDNEXT.*\r\n/g, '') : null,
    ],
    [
      'says that there are no mails, then a great many',
      (said, folder) =>
        said.command === 'EXAMINE'
          ? swapped(honest(said, folder), /\* \d+ EXISTS/g, '* 0 EXISTS\r\n* 1999999 EXISTS')
          : null,
    ],
    [
      'talks nonsense between its answers',
      (said, folder) => `* \u0000\r\n* 5\r\n)(\r\n* OK [\r\n* FETCH\r\n* 0 FETCH (UID)\r\n${honest(said, folder)}`,
    ],
    ['answers commands that nobody gave', (said, folder) => `ZZZ9 OK done\r\n${honest(said, folder)}`],
    [
      'leaves one mail out the first time',
      once(asksForBodies, (said, folder) => swapped(honest(said, folder), row(2, 2, said.rest, mail('two')), '')),
    ],
    [
      'says NIL for a body the first time',
      once(asksForBodies, (said, folder) =>
        swapped(honest(said, folder), row(2, 2, said.rest, mail('two')), '* 2 FETCH (UID 2 BODY[]<0> NIL)\r\n'),
      ),
    ],
    ['refuses mails the first time', once(asksForBodies, ({ tag }) => `${tag} NO [SERVERBUG] not now\r\n`)],
    [
      'hangs up inside a mail the first time',
      once(asksForBodies, (said, folder) => {
        setTimeout(said.hangUp, 50);
        return cut(honest(said, folder), 'hello');
      }),
    ],
    [
      'says BYE inside an answer the first time',
      once(asksForBodies, (said, folder) => `${cut(honest(said, folder), '* 3 FETCH')}* BYE out of memory\r\n`),
    ],
    [
      'lets in and throws out the first time',
      once(
        (command) => command === 'EXAMINE',
        ({ hangUp }) => {
          hangUp();
          return '';
        },
      ),
    ],
    ['says garbage in place of OK the first time', once(asksForBodies, ({ tag }) => `${tag} WHATEVER you say\r\n`)],
    ['ends a command with BAD and no tag the first time', once(asksForBodies, () => 'BAD unknown command\r\n')],
  ])('has every mail once: it %s', async (_, lie) => {
    server.lie = lie;
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => state.mails.length === 3 && state.trouble() === null);
    expect(subjectsOf(state).toSorted()).toEqual(ALL.toSorted());
    expect(state.mails.map(({ uid }) => uid)).toEqual([1, 2, 3]);
    expect(await state.cursor()).toEqual({ uidValidity: 7n, lastUid: 3 });
  });

  const nilFor =
    (uid: number): Lie =>
    (said, folder) =>
      asksForBodies(said.command, said.rest)
        ? swapped(
            honest(said, folder),
            row(uid, uid, said.rest, mail('two')),
            `* ${uid} FETCH (UID ${uid} BODY[]<0> NIL)\r\n`,
          )
        : null;

  it('goes past a mail whose body is NIL because it was expunged meanwhile', async () => {
    server.lie = (said, folder) => {
      const answer = nilFor(2)(said, folder);
      if (answer !== null) folder.mails.splice(1, 1);
      return answer;
    };
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => state.trouble() === null);
    expect(subjectsOf(state)).toEqual(['one', 'three']);
    expect(state.reports).toEqual([null]);
    expect(await state.cursor()).toMatchObject({ lastUid: 3 });
  });

  it('gives a mail without bytes to people when its body is NIL and it is still listed', async () => {
    server.lie = nilFor(2);
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => state.trouble() === null);
    expect(subjectsOf(state)).toEqual(['one', '', 'three']);
    expect(state.mails.map(({ raw }) => raw.length > 0)).toEqual([true, false, true]);
  });

  it('is told nothing where STARTTLS is wanted and not offered', async () => {
    const state = behind();
    await using _watching = watch(server, state, {}, { security: 'starttls' });
    await eventually(() => typeof state.trouble() === 'string');
    expect(state.trouble()).toMatch(/TLSで通信できません.*security/);
    expect(server.said).not.toContain('LOGIN');
  });

  it('counts rows for mails that it did not ask for, and takes none of them in', async () => {
    server.lie = (said, folder) =>
      asksForBodies(said.command, said.rest)
        ? row(9, 99, said.rest, mail('evil')) + row(9, 4, said.rest, mail('evil')) + honest(said, folder)
        : null;
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => state.trouble() === null);
    expect(subjectsOf(state)).toEqual(ALL);
    expect(state.unaskedRows).toBe(2);
  });

  it('holds up a mail whose literal ends early, reports it, and has it when the server is honest again', async () => {
    server.lie = (said, folder) =>
      asksForBodies(said.command, said.rest) ? swapped(honest(said, folder), /\{\d+\}/g, '{5000}') : null;
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => server.said.filter((command) => command === 'UID FETCH').length === 2);
    server.lie = () => null;
    server.hangUpAll();
    await eventually(() => state.mails.length === 3 && state.trouble() === null);
    expect(state.reports[0]).toMatch(/との通信に失敗/);
    expect(subjectsOf(state)).toEqual(ALL);
  });

  it('asks no mail of a server again and again that closes each connection', async () => {
    const state = behind();
    server.lie = ({ command, hangUp }) => {
      if (command !== 'IDLE') return null;
      hangUp();
      return '';
    };
    await using _watching = watch(server, state);
    await eventually(() => server.connections === 3);
    expect(subjectsOf(state)).toEqual(ALL);
    expect(state.reports.filter((one) => one?.includes('サインインの直後に接続を切ります')).length).toBeGreaterThan(1);
  });

  it('looks a few times for mail that is announced and never there, then waits for its poll', async () => {
    const state = behind();
    await using _watching = watch(server, state);
    await eventually(() => state.trouble() === null);
    const looks = () => server.said.filter((command) => command === 'UID SEARCH').length;
    const before = looks();
    let told = 4;
    const cry = setInterval(() => server.tellIdlers(`* ${told++} EXISTS\r\n`), 5);
    await eventually(() => looks() - before >= 10);
    const at = told;
    await eventually(() => told > at + 100);
    clearInterval(cry);
    expect(looks() - before).toBeLessThanOrEqual(11); // one may have been announced during the tenth
    expect(state.mails).toHaveLength(3);
  });
});
