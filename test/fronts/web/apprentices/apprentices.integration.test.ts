import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { promoteApprentices } from '../../../../src/actions/index.ts';
import { plainApproval } from '../../../../src/cases/index.ts';
import { decide } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { writableLab } from '../tuning/lab.ts';

const FILE = 'insult-person.yaml';
const DAY = 86_400_000;

describe('apprentices in the review app', () => {
  const words = writableLab();
  let desk: TestDesk;
  let tuner: Browser;
  let lead: Browser;
  beforeAll(async () => {
    desk = await startDesk({ lab: words.lab, dictionary: words.dictionary });
    await words.begin(desk.db);
    tuner = await desk.signedInAs('tuner');
    lead = await desk.signedInAs('lead');
  });
  afterAll(async () => {
    await desk.stop();
    words.stop();
  });
  const text = () => readFileSync(join(words.home, FILE), 'utf8');
  const reload = () => words.lab.rules();

  /** Cases in which test.entry was found, decided. */
  async function decided(outcome: 'approve' | 'dismiss', count: number): Promise<void> {
    const found = [{ text: '無能', act: 'insult-person', points: 5 } as const];
    for (let i = 0; i < count; i++) {
      desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
      const mail = { from: 'x@example.com', subject: 'ないしょの件名', body: '無能だ', found };
      const id = await desk.addCase(mail, `${outcome}-${desk.clock.now.getTime()}`);
      const what =
        outcome === 'approve'
          ? plainApproval(['insult-person'])
          : ({ kind: 'dismiss', reason: 'jargon', note: '' } as const);
      await decide(desk.db, id, what, '高橋', desk.clock.now);
    }
  }

  it('are what a new entry begins as, and a tick that is taken off takes a reason', async () => {
    const form = await tuner.get('/dictionaries/new?act=insult-person');
    expect(form.text).toMatch(/name="apprentice" value="1" checked/);
    const fields = {
      kind: 'entry',
      id: 'insult.full',
      act: 'insult-person',
      section: 'expressions',
      say: '役立たず',
      weight: '3',
      match: 'この役立たず',
      base: '',
      new: '1',
    };
    const refused = await tuner.post('/dictionaries/save', fields);
    expect(refused.status).toBe(400);
    expect(refused.text).toContain('見習いを経ずに数える項目には');
    expect(refused.text).not.toMatch(/name="apprentice" value="1" checked/);
    expect(text()).not.toContain('insult.full');
    expect((await tuner.post('/dictionaries/save', { ...fields, apprentice: '1' })).status).toBe(303);
    expect(text()).toMatch(/id: insult\.full(.|\n)*apprentice: true/);
    expect(
      (await tuner.post('/dictionaries/save', { ...fields, id: 'insult.at-once', reason: '昔からの言葉' })).status,
    ).toBe(303);
    await reload();
    const list = await tuner.get('/dictionaries/apprentices');
    expect(list.text).toContain('insult.full');
    expect(list.text).not.toContain('insult.at-once');
    expect(list.text).toContain('このまま認定が続けば、あと 9件');
    expect((await tuner.get('/dictionaries/insult.full')).text).toContain('見習い中');
    expect((await tuner.get('/dictionaries?q=insult.full')).text).toContain('見習い中');
  });

  it('are made by a button, promoted by decisions, and everybody who keeps dictionaries is told', async () => {
    expect((await tuner.get('/dictionaries/test.entry')).text).toContain('見習いに戻す');
    expect((await lead.get('/dictionaries/test.entry')).text).not.toContain('/demote');
    const demoted = await tuner.post('/dictionaries/test.entry/demote', { reason: '騒がしい' });
    expect(demoted).toMatchObject({ status: 303, location: '/dictionaries/apprentices?demoted=test.entry' });
    await reload();
    expect((await tuner.get(demoted.location!)).text).toContain('test.entry を見習いに戻しました');
    expect((await tuner.get('/dictionaries/log?entry=test.entry')).text).toContain('騒がしい');
    await decided('approve', 9);
    expect(await promoteApprentices(desk.deps, words.dictionary())).toEqual(['test.entry']);
    await reload();
    expect(text()).toMatch(/id: test\.entry[^}]*match/);
    const page = await tuner.get('/dictionaries/apprentices');
    for (const said of ['最近、正式な項目になったもの', '認定 9件、却下 0件。適合率の下限は 70%'])
      expect(page.text).toContain(said);
    expect((await tuner.get('/dictionaries')).text).toContain('最近、見習いから正式な項目になったものが 1件あります');
    expect((await tuner.get('/dictionaries/log?entry=test.entry')).text).toContain('昇格');
    await tuner.post('/language', { language: 'en', back: '/' });
    const english = await tuner.get('/dictionaries/apprentices');
    expect(english.text).toContain('9 approved, 0 dismissed');
    expect(english.text).not.toContain('認定');
    await tuner.post('/language', { language: 'ja', back: '/' });
    desk.clock.now = new Date(desk.clock.now.getTime() + 31 * DAY);
    expect((await tuner.get('/dictionaries/apprentices')).text).not.toContain('適合率の下限は 70%');
  });

  it('say on the page of costly entries what costs more than it catches, as counts alone', async () => {
    expect((await tuner.get('/dictionaries/costly')).text).toContain('却下のほうが多い項目はありません');
    await decided('dismiss', 12);
    const page = await tuner.get('/dictionaries/costly');
    expect(page.text).toContain('test.entry');
    expect(page.text).toContain('href="/dictionaries/test.entry/edit"');
    expect(page.text).toContain('/dictionaries/test.entry/demote');
    expect(page.text).not.toMatch(/ないしょ|無能だ|\/cases\//);
  });

  it.each(['no.such', 'x', 'p.must', '..%2Fx', 'a'.repeat(300)])('are not made of %s', async (id) => {
    expect((await tuner.post(`/dictionaries/${id}/demote`, { reason: 'x' })).status).toBe(404);
  });

  it('are made with a reason of any length, of which no more is kept than the history takes', async () => {
    const answer = await tuner.post('/dictionaries/test.entry/demote', { reason: 'あ'.repeat(5_000) });
    expect([303, 400]).toContain(answer.status);
  });
});
