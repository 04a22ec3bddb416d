import { pino } from 'pino';
import { expect, it } from 'vitest';
import { type Alarm, watchAlarms } from '../../src/health/index.ts';
import { eventually } from '../support/eventually.ts';

it('warns once when an alarm begins, and says when it is over', async () => {
  const lines: { level: number; msg: string; source?: string; kind?: string }[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const alarm: Alarm = { source: 'support/Shared', kind: 'down', since: new Date(0) };
  let alarms: readonly Alarm[] | Error = [];
  let looks = 0;
  const look = async () => {
    looks++;
    if (alarms instanceof Error) throw alarms;
    return alarms;
  };
  const looked = async () => {
    const seen = looks;
    await eventually(() => looks > seen + 2);
  };
  using _watching = watchAlarms(look, log, 5);
  await looked();
  expect(lines).toEqual([]);
  alarms = [alarm];
  await looked();
  alarms = [];
  await looked();
  expect(lines).toMatchObject([
    { level: 40, msg: 'a source needs a hand', source: 'support', kind: 'down' },
    { level: 30, msg: 'the source needs no hand any more', source: 'support' },
  ]);
  alarms = new Error('the store is away');
  await eventually(() => lines.length > 2);
  expect(lines[2]).toMatchObject({ level: 40, error: 'Error' });
});
