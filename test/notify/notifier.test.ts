import { describe, expect, it } from 'vitest';
import { type Channel, createNotifier, type News, type NewsBook, NotifyError } from '../../src/notify/index.ts';

const START = new Date('2026-10-01T01:00:00Z');
const later = (seconds: number) => new Date(START.getTime() + seconds * 1000);

type Of<K extends News['kind']> = News & { kind: K };

function setUp(about: Channel['about'] = ['urgent', 'digest', 'care', 'alarms']) {
  const sent: string[] = [];
  const state = {
    fails: false,
    urgent: ['1'],
    digest: ['2'],
    care: [] as Of<'care'>[],
    pressing: [] as Of<'late' | 'reminder'>[],
    clocks: [] as Of<'late' | 'reminder'>[],
    due: [] as Of<'due'>[],
    added: [] as Of<'added'>[],
    held: [] as Of<'held'>[],
    alarms: [] as Of<'alarm'>[],
    ends: [] as Of<'audit'>[],
  };
  const troubles: (string | null)[] = [];
  const channel = (name: string, send: Channel['send']): Channel => ({ name, about, send });
  const book: NewsBook = {
    casesToTell: async (_, { kind }) => state[kind],
    careToTell: async () => state.care,
    clocksToTell: async (_, { pressing }) => (pressing ? state.pressing : state.clocks),
    dueToTell: async () => state.due,
    addedToTell: async () => state.added,
    heldToTell: async () => state.held,
    alarmsToTell: async () => state.alarms,
    auditEndToTell: async () => state.ends,
    told: async (_, news) => {
      if (news.kind === 'urgent' || news.kind === 'digest') state[news.kind] = [];
      if (news.kind === 'care') state.care = [];
      if (news.kind === 'late' || news.kind === 'reminder') state.pressing = state.clocks = [];
      if (news.kind === 'due') state.due = [];
      if (news.kind === 'added') state.added = [];
      if (news.kind === 'held') state.held = [];
      if (news.kind === 'alarm') state.alarms = [];
      if (news.kind === 'audit') state.ends = [];
    },
    trouble: async (_, sentence) => void troubles.push(sentence),
  };
  const failures: string[] = [];
  const tell = createNotifier({
    channels: [
      channel('leads', async ({ kind }) => {
        if (state.fails) throw new NotifyError('no');
        sent.push(kind);
      }),
    ],
    book,
    url: 'https://desk.example.jp',
    lastDigest: () => START,
    onFailure: (name) => failures.push(name),
  });
  return { tell, sent, state, troubles, failures };
}

describe('telling', () => {
  it('tells each thing once', async () => {
    const { tell, sent, state } = setUp();
    state.care = [{ kind: 'care', key: '3 2026-10-01', cases: ['3'], days: ['3 2026-10-01'] }];
    state.alarms = [{ kind: 'alarm', key: 'down support', source: 'support', sentence: 'x' }];
    await tell(START);
    await tell(later(5));
    expect(sent).toEqual(['urgent', 'digest', 'care', 'alarm']);
  });

  it('tells of answers that are due, and of mails that wait for the consultation desk, with the digest', async () => {
    for (const about of [['digest'], ['urgent']] as const) {
      const { tell, sent, state } = setUp(about);
      state.due = [{ kind: 'due', key: '1', subjects: ['1 expert 1 2026-10-01 soon'], late: 0 }];
      state.held = [{ kind: 'held', key: 'held 1', subjects: ['held 1'] }];
      state.added = [{ kind: 'added', key: '7 added 1', subjects: ['7 added 1'] }];
      await tell(START);
      await tell(later(5));
      expect(sent).toEqual(about[0] === 'digest' ? ['digest', 'due', 'added', 'held'] : ['urgent']);
    }
  });

  it('tells what is late with what it belongs to: with the urgent cases at once, or with the digest', async () => {
    const late = { kind: 'late', key: '1 look 0', cases: ['1'], subjects: ['1 look 0'], delayed: 0 } as const;
    const urgent = setUp(['urgent']);
    urgent.state.pressing = [late];
    urgent.state.clocks = [{ ...late, kind: 'reminder' }];
    await urgent.tell(START);
    expect(urgent.sent).toEqual(['urgent', 'late']);
    const digest = setUp(['digest']);
    digest.state.pressing = [late];
    digest.state.clocks = [{ ...late, kind: 'reminder' }];
    await digest.tell(START);
    expect(digest.sent).toEqual(['digest', 'reminder']);
  });

  it('tells a channel only what it is for', async () => {
    const { tell, sent } = setUp(['digest']);
    await tell(START);
    expect(sent).toEqual(['digest']);
  });

  it('tells the end of the audit log only where it was asked for', async () => {
    for (const [about, told] of [
      [['alarms'], []],
      [['alarms', 'audit'], ['audit']],
    ] as const) {
      const { tell, sent, state } = setUp(about);
      state.ends = [{ kind: 'audit', key: 'audit 2026-10-01', seq: 7, hash: 'ab' }];
      await tell(START);
      await tell(later(5));
      expect(sent).toEqual(told);
    }
  });

  it('forgets nothing when a channel fails, and asks it less and less often', async () => {
    const { tell, sent, state, troubles, failures } = setUp(['urgent']);
    state.fails = true;
    for (let second = 0; second <= 100; second += 5) await tell(later(second));
    expect(failures).toHaveLength(3); // at 0, 15 and 45 seconds
    expect(troubles).toEqual(['no']);
    state.fails = false;
    await tell(later(105));
    expect(sent).toEqual(['urgent']);
    expect(troubles).toEqual(['no', null]);
  });
});
