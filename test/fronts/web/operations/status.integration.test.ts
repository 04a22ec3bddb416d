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

it('every page says that nothing is deleted any more while the clock is far ahead', async () => {
  const status = async () => ({
    sources: [],
    dictionary: { version: 'test-version', problem: null },
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
