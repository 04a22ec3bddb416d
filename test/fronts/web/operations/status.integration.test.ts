import { expect, it } from 'vitest';
import { sourceState } from '../../../../src/store/index.ts';
import { startDesk } from '../support/desk.ts';

it('the status page says what a source is doing, and what is wrong with one', async () => {
  const desk = await startDesk();
  try {
    await sourceState(desk.db, 'support').note('判定待ちが多い <b>');
    await sourceState(desk.db, 'sales').report('サーバーがありません');
    const { text } = await (await desk.signedInAs('admin')).get('/status');
    expect(text).toContain('判定待ちが多い &lt;b&gt;');
    expect(text).toContain('サーバーがありません');
  } finally {
    await desk.stop();
  }
});

it.each([
  ['the queue is away', { queue: 'away' as const }, 'キューのサーバー（Redis）が応答しません'],
  ['the queue is full', { queue: 'refuses' as const }, 'maxmemory'],
  ['hosts judge by different dictionaries', { hosts: true }, 'web-1 (aaaa), web-2 (bbbb)'],
])('every page says that %s, and nowhere that all is well', async (_, what, sentence) => {
  const hosts = [
    { host: 'web-1', dictionary: 'aaaa' },
    { host: 'web-2', dictionary: 'bbbb' },
  ];
  const desk = await startDesk({
    status: async () => ({
      sources: [],
      dictionary: { version: 'aaaa', problem: null, hosts: 'hosts' in what ? hosts : [] },
      queue: 'queue' in what ? { trouble: what.queue, since: new Date() } : null,
      backlog: 0,
      channels: [],
      untold: [],
      clockAheadOf: null,
    }),
  });
  try {
    const lead = await desk.signedInAs('lead');
    for (const path of ['/', '/status']) {
      const { text } = await lead.get(path);
      expect(text).toContain(sentence);
      expect(text).not.toMatch(/pill-good">正常/);
      if ('hosts' in what) expect(text).not.toContain('問題なし');
    }
  } finally {
    await desk.stop();
  }
});

it('every page says that nothing is deleted any more while the clock is far ahead', async () => {
  const status = async () => ({
    sources: [],
    dictionary: { version: 'test-version', problem: null, hosts: [] },
    queue: null,
    backlog: 0,
    channels: [],
    untold: [],
    clockAheadOf: new Date('2026-07-01T00:00:00Z'),
  });
  const desk = await startDesk({ status });
  try {
    const lead = await desk.signedInAs('lead');
    for (const path of ['/', '/status']) {
      const { text } = await lead.get(path);
      expect(text).toContain('保存期間による削除を止めました');
      expect(text).toContain('2026-07-01');
      expect(text).toContain('komainu purge --really');
    }
  } finally {
    await desk.stop();
  }
});
