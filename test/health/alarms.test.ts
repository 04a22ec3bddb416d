import { describe, expect, it } from 'vitest';
import { type AlarmQuestion, alarmsOf, withAlarms } from '../../src/health/index.ts';
import type { SourceHealth } from '../../src/store/index.ts';

const minute = (n: number): Date => new Date(Date.UTC(2026, 10, 24, 0, n));
const well: SourceHealth = {
  name: 'support',
  trouble: null,
  troubleSince: null,
  lastContactAt: minute(59),
  lastMailAt: null,
  note: null,
  unaskedRows: 0,
};
const ask = (changes: Partial<AlarmQuestion>) =>
  alarmsOf({
    configured: ['support'],
    health: [well],
    waiting: [],
    startedAt: minute(0),
    now: minute(60),
    limitMs: 15 * 60_000,
    pollMs: 60_000,
    ...changes,
  });
const ill = (since: Date): SourceHealth => ({ ...well, trouble: 'The server is away.', troubleSince: since });
const waiting = (oldest: Date) => [{ source: 'support', mails: 1, bytes: 1, oldest }];

describe('an alarm is raised for a source that', () => {
  it.each([
    ['has had trouble for long', { health: [ill(minute(44))] }, [{ kind: 'down', since: minute(44) }]],
    ['has had trouble for a moment', { health: [ill(minute(46))] }, []],
    ['nobody watches', { health: [{ ...well, lastContactAt: minute(40) }] }, [{ kind: 'silent', since: minute(40) }]],
    ['has never been heard of', { health: [] }, [{ kind: 'silent', since: minute(0) }]],
    ['has never been heard of since a moment', { health: [], startedAt: minute(50) }, []],
    [
      'was last well before the service started',
      { health: [{ ...well, lastContactAt: minute(1) }], startedAt: minute(55) },
      [],
    ],
    [
      'is looked at less often than that',
      { health: [{ ...well, lastContactAt: minute(20) }], pollMs: 30 * 60_000 },
      [],
    ],
    ['says that it pauses', { health: [{ ...well, lastContactAt: minute(1), note: 'paused' }] }, []],
    ['has a mail that waits for long', { waiting: waiting(minute(30)) }, [{ kind: 'lagging', since: minute(30) }]],
    ['has a mail that waits', { waiting: waiting(minute(55)) }, []],
  ] as const)('%s', (_, changes, expected) => {
    expect(ask(changes)).toEqual(expected.map((alarm) => ({ source: 'support', ...alarm })));
  });

  it('is well: none', () => expect(ask({})).toEqual([]));
});

describe('the desk', () => {
  it('shows an alarm as trouble, and leaves trouble that is reported as it is', () => {
    const folder = { ...ill(minute(1)), name: 'support/Support' };
    const health = [{ ...well, lastContactAt: minute(1) }, folder];
    const shown = withAlarms(health, ask({ health }), ['support']);
    expect(shown[0]).toMatchObject({
      name: 'support',
      trouble: expect.stringMatching(/intake/),
      troubleSince: minute(1),
    });
    expect(shown[1]).toEqual(folder);
  });

  it('names a source that was never heard of, and drops one that is no longer configured', () => {
    const shown = withAlarms([{ ...ill(minute(1)), name: 'old' }], ask({ health: [] }), ['support']);
    expect(shown).toMatchObject([{ name: 'support', trouble: expect.any(String) }]);
  });

  it('keeps one that is no longer configured while its mails wait', () => {
    const old = { ...well, name: 'old' };
    const alarms = ask({ waiting: [{ source: 'old', mails: 1, bytes: 1, oldest: minute(1) }] });
    expect(withAlarms([well, old], alarms, ['support'])).toMatchObject([
      { name: 'support', trouble: null },
      { name: 'old', trouble: expect.stringMatching(/screen/) },
    ]);
  });
});
