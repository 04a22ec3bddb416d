import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lessonOn } from '../../../../src/actions/index.ts';
import { ACTS } from '../../../../src/detect/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const shownIn = (text: string): string => /name="shown" value="([^"]+)"/.exec(text)?.[1] ?? '';

describe('knowing the policy', () => {
  let desk: TestDesk;
  let lead: Browser;
  let employee: Browser;
  let file = '# 方針\n\n怒鳴る電話は切ります。';
  beforeAll(async () => {
    desk = await startDesk({ policy: async () => ({ kind: 'own', text: file }) });
    lead = await desk.signedInAs('lead');
    employee = await desk.signedInAs('employee');
  });
  afterAll(() => desk.stop());

  const publish = (fields: Record<string, string>) =>
    lead.post('/policy/edit', { text: '# 新しい方針', note: '作り直した', from: '2026-07-03', ...fields });

  it('begins with the file: whoever has read it makes it the first version, once', async () => {
    const { text } = await employee.get('/policy');
    expect(text).toContain('怒鳴る電話は切ります');
    expect((await employee.post('/policy/read', { shown: shownIn(text) })).location).toBe('/policy?read=1#company');
    await employee.post('/policy/read', { shown: shownIn(text) });
    const after = (await employee.get('/policy')).text;
    expect(after).toContain('この版を読んだことを記録しました');
    expect(after).toContain('第1版');
    const log = (await (await desk.signedInAs('auditor')).get('/audit/export?action=policy.read')).text;
    expect(log.match(/policy\/1/g)).toHaveLength(1);
  });

  it('does not take a reading of what holds no more', async () => {
    const { text } = await employee.get('/policy');
    file = '# 方針\n\n直しました。';
    const shown = shownIn((await (await desk.signedInAs('reviewer')).get('/policy')).text);
    expect(shown).not.toBe('');
    expect((await employee.post('/policy/read', { shown: 'old' })).location).toBe('/policy?changed=1#company');
    expect((await employee.get('/policy?changed=1')).text).toContain('もう一度読んでから');
    expect(text).not.toContain('直しました');
    file = '# 方針\n\n怒鳴る電話は切ります。';
  });

  it.each([
    ['nothing', { text: ' ' }],
    ['a day that is over', { from: '2026-07-02' }],
    ['no day', { from: '2026-02-30' }],
    ['a note that is too long', { note: 'あ'.repeat(301) }],
  ])('does not publish %s', async (_, fields) => {
    expect((await publish(fields)).status).toBe(400);
    expect((await lead.get('/policy')).text).not.toContain('新しい方針');
  });

  it('publishes a version from its day on; what was published stays as it was', async () => {
    expect((await publish({ text: '# 来月の方針', from: '2026-08-01' })).status).toBe(303);
    expect((await employee.get('/policy')).text).not.toContain('来月の方針');
    expect((await publish({})).status).toBe(303);
    const { text } = await employee.get('/policy');
    expect(text).toContain('新しい方針');
    expect(text).toContain('この方針を読みました'); // the reading of another version does not count
    expect((await employee.get('/policy?version=1')).text).toContain('怒鳴る電話は切ります');
    const versions = (await employee.get('/policy')).text;
    expect(versions).toMatch(/第3版.*適用中/s);
    expect(versions).not.toContain('href="/policy/edit"');
    desk.clock.now = new Date('2026-08-01T00:00:00+09:00');
    expect((await employee.get('/policy')).text).toContain('来月の方針');
    desk.clock.now = new Date('2026-07-03T09:00:00+09:00');
  });

  it('shows admin and lead who has read what, and the log says that they looked', async () => {
    await employee.post('/policy/read', { shown: shownIn((await employee.get('/policy')).text) });
    const { text } = await lead.get('/policy/edit');
    expect(text).toMatch(/読んだ人：\d+人中 1人/);
    expect((await employee.get('/policy/edit')).status).toBe(403);
    expect((await (await desk.signedInAs('auditor')).get('/audit?action=knowing.view')).text).toContain('確認者1');
  });

  it('keeps of a lesson that it was finished, and no wrong answer', async () => {
    const { which } = lessonOn('privacy', 'ja').check;
    expect((await employee.post('/lessons/privacy', {})).status).toBe(400);
    const wrong = await employee.post('/lessons/privacy', { answer: String(1 - which) });
    expect(wrong.text).toContain('もう一方です');
    expect((await employee.get('/policy?tab=lessons')).text).toContain('18件中 0件');
    expect((await employee.post('/lessons/privacy', { answer: String(which) })).text).toContain('そのとおりです');
    expect((await employee.get('/policy?tab=lessons')).text).toContain('18件中 1件');
    expect((await lead.get('/policy/edit')).text).toContain('18件中 1件');
    const log = (await (await desk.signedInAs('auditor')).get('/audit/export?action=lesson.finish')).text;
    expect(log.match(/lesson\.finish/g)).toHaveLength(1);
    for (const gone of ['tab=lessons&act=none', 'version=99'])
      expect((await employee.get(`/policy?${gone}`)).status).toBe(404);
  });

  it('has the same answer to every lesson in both languages, and two sentences that differ', () => {
    for (const act of ACTS) {
      const [ja, en] = [lessonOn(act, 'ja').check, lessonOn(act, 'en').check];
      expect({ act, which: ja.which }).toEqual({ act, which: en.which });
      for (const { sentences } of [ja, en]) expect(sentences[0]).not.toBe(sentences[1]);
    }
  });

  it('is nothing to be read while there is only a template', async () => {
    const other = await startDesk();
    try {
      const person = await other.signedInAs('employee');
      expect(shownIn((await person.get('/policy')).text)).toBe('');
      expect((await person.post('/policy/read', { shown: 'x' })).location).toBe('/policy?changed=1#company');
    } finally {
      await other.stop();
    }
  });
});
