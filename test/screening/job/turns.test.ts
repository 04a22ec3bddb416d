import { expect, it } from 'vitest';
import { createTurns } from '../../../src/screening/job/turns.ts';
import type { AssessedMail, AssessMail, Mail } from '../../../src/screening/pipeline.ts';
import { noHistory } from '../../../src/screening/pipeline.ts';
import type { Lane } from '../../../src/store/index.ts';

/** Mails that end when they are told to. */
function desk(places: number) {
  const turns = createTurns(places);
  const begun: string[] = [];
  const ends = new Map<string, (error?: Error) => void>();
  const screen: AssessMail = ({ source }) =>
    new Promise((resolve, reject) => {
      begun.push(source);
      ends.set(source, (error) => (error ? reject(error) : resolve({} as AssessedMail)));
    });
  const settled = () => new Promise((done) => setImmediate(done));
  async function put(lane: Exclude<Lane, 'slow'>, ...names: string[]): Promise<void> {
    for (const source of names) turns(lane, screen)({ source } as Mail, noHistory).catch(() => {});
    await settled();
  }
  return {
    begun,
    put,
    async end(name: string, error?: Error) {
      ends.get(name)!(error);
      await settled();
    },
  };
}

it('lets a living mail go before a hundred of the backlog that wait', async () => {
  const { begun, put, end } = desk(1);
  await put('backlog', 'b1', 'b2', 'b3');
  await put('screen', 'living');
  await end('b1');
  await end('living');
  expect(begun).toEqual(['b1', 'living', 'b2']);
});

it('gives the backlog a turn now and then, however many living mails wait', async () => {
  const { begun, put, end } = desk(1);
  await put('screen', ...Array.from({ length: 12 }, (_, n) => `l${n}`));
  await put('backlog', 'b0', 'b1');
  for (let n = 0; n < 11; n++) await end(begun.at(-1)!);
  expect(begun.filter((name) => name.startsWith('b'))).toEqual(['b0', 'b1']);
  expect(begun.indexOf('b0')).toBe(5);
});

it('lets as many run as there are places, and frees the place of one that fails', async () => {
  const { begun, put, end } = desk(2);
  await put('backlog', 'b1', 'b2', 'b3', 'b4');
  expect(begun).toEqual(['b1', 'b2']);
  await end('b2', new Error('crash'));
  expect(begun).toEqual(['b1', 'b2', 'b3']);
  await end('b1');
  await end('b3');
  expect(begun).toHaveLength(4);
});
