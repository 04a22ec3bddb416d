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
    queue: null,
    hosts: [],
    watchedSince: () => minute(0),
    now: minute(60),
    limitMs: 15 * 60_000,
    pollMs: 60_000,
    ...changes,
  });
const ill = (since: Date): SourceHealth => ({ ...well, trouble: 'The server is away.', troubleSince: since });
const waiting = (oldest: Date) => [{ source: 'support', mails: 1, bytes: 1, oldest }];

describe('an alarm is raised for a service', () => {
  const host = (name: string, dictionary: string, settled = true) => ({
    host: name,
    dictionary,
    since: minute(50),
    settled,
  });
  it.each([
    ['whose queue is away for long', { queue: { trouble: 'away' as const, since: minute(40) } }, ['queue-away']],
    ['whose queue is full for long', { queue: { trouble: 'refuses' as const, since: minute(40) } }, ['queue-refuses']],
    ['whose queue is away for a moment', { queue: { trouble: 'away' as const, since: minute(59) } }, []],
    ['whose hosts judge alike', { hosts: [host('a', '1'), host('b', '1')] }, []],
    ['whose hosts take a change over', { hosts: [host('a', '1'), host('b', '2', false)] }, []],
    ['whose hosts differ', { hosts: [host('a', '1'), host('b', '2')] }, ['differing']],
  ])('%s', (_, changes, kinds) => expect(ask(changes).map(({ kind }) => kind)).toEqual(kinds));

  it('with the hosts by name', () => {
    const [alarm] = ask({ hosts: [host('a', '1'), host('b', '2')] });
    expect(alarm).toEqual({ kind: 'differing', source: 'a (1), b (2)', since: minute(50) });
  });
});

describe('an alarm is raised for a source that', () => {
  it.each([
    ['has had trouble for long', { health: [ill(minute(44))] }, [{ kind: 'down', since: minute(44) }]],
    ['has had trouble for long, and was taken out', { configured: [], health: [ill(minute(44))] }, []],
    ['has had trouble for a moment', { health: [ill(minute(46))] }, []],
    ['nobody watches', { health: [{ ...well, lastContactAt: minute(40) }] }, [{ kind: 'silent', since: minute(40) }]],
    ['has never been heard of', { health: [] }, [{ kind: 'silent', since: minute(0) }]],
    ['has never been heard of since a moment', { health: [], watchedSince: () => minute(50) }, []],
    [
      'was last well before the service started',
      { health: [{ ...well, lastContactAt: minute(1) }], watchedSince: () => minute(55) },
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
