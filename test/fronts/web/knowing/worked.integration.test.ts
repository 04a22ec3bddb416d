import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { lessonOn } from '../../../../src/actions/index.ts';
import { ACTS } from '../../../../src/detect/index.ts';
import { lessonDone } from '../../../../src/store/schema/knowing.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('invented mails for new reviewers', () => {
  let desk: TestDesk;
  let browser: Browser;
  beforeAll(async () => {
    desk = await startDesk();
    browser = await desk.signedInAs('reviewer');
  });
  afterAll(() => desk.stop());

  it('are there for every act, one to approve and one to dismiss, in both languages', () => {
    for (const language of ['ja', 'en'] as const)
      for (const act of ACTS) {
        const { mails } = lessonOn(act, language);
        expect(mails.map(({ decide }) => decide).sort()).toEqual(['approve', 'dismiss']);
        for (const { mail, why } of mails) expect([mail.length, why.length].every((n) => n > 20)).toBe(true);
      }
  });

  it.each(ACTS)('are decided before anything speaks for a decision: %s', async (act) => {
    const path = `/lessons/${act}/mails`;
    const [one, other] = lessonOn(act, 'ja').mails;
    const asked = (await browser.get(`/policy?tab=lessons&act=${act}&mails=1`)).text;
    expect(asked).toContain(one.mail);
    expect(asked).toContain(other.mail);
    expect(asked).not.toContain(one.why);
    expect((await browser.post(path, { 'answer-0': 'approve' })).status).toBe(400);
    const answered = await browser.post(path, { 'answer-0': 'unsure', 'answer-1': 'dismiss' });
    expect(answered.status).toBe(200);
    expect(answered.text).toContain(one.why);
    expect(answered.text).toContain(other.why);
    expect(answered.text).toContain('迷うのは自然なことです');
  });

  it('leave nothing behind', async () => {
    const rows = () => desk.db.$count(lessonDone);
    const before = await rows();
    await browser.post('/lessons/privacy/mails', { 'answer-0': 'approve', 'answer-1': 'dismiss' });
    expect(await rows()).toEqual(before);
    expect((await browser.post('/lessons/nothing/mails')).status).toBe(404);
    expect((await browser.get('/policy?tab=lessons&act=privacy')).text).toContain('act=privacy&amp;mails=1');
  });
});
