import { setTimeout as pause } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ConfigFile } from '../../src/config/file.ts';
import { openDoor } from '../../src/services/index.ts';

const web = ConfigFile.parse({ web: { port: 0 } }).web as Parameters<typeof openDoor>[0]['web'];

it('a door that closes takes no more, and answers what it was asked', async () => {
  const door = await openDoor({ web });
  const url = `http://127.0.0.1:${door.address.port}`;
  let answer = (_: Response): void => {};
  const asked = new Promise<void>((begun) => {
    door.serve(() => {
      begun();
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
  });
  const answered = fetch(url);
  await asked;
  const closed = door[Symbol.asyncDispose]();
  await pause(100);
  await expect(fetch(url)).rejects.toThrow();
  answer(new Response('done'));
  expect(await (await answered).text()).toBe('done');
  await closed; // not after the seconds that it would wait for an answer: the test would take too long
}, 4_000);
