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
