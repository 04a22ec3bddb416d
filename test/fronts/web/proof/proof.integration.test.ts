import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { handIn, listPeople, noteSeen } from '../../../../src/store/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('the proof of duties', () => {
  let desk: TestDesk;
  let auditor: Browser;
  beforeAll(async () => {
    desk = await startDesk({ policy: async () => ({ kind: 'own', text: '# 方針\n\n<b>相談窓口</b>' }) });
    auditor = await desk.signedInAs('auditor');
  });
  afterAll(() => desk.stop());

  it('lays records beside duties, says what is missing, and calls nothing sufficient', async () => {
    const { text } = await auditor.get('/proof');
    expect(text).toContain('これは法的な助言ではありません');
    expect(text).toContain('相談窓口の担当がいません');
    expect(text).toContain('未確認');
    expect(text).not.toMatch(/十分です|適法です|満たしています/);
    const lead = await desk.signedInAs('lead', 'desk');
    await lead.post('/policy/read', {
      shown: /name="shown" value="([^"]+)"/.exec((await lead.get('/policy')).text)![1]!,
    });
    const after = (await auditor.get('/proof')).text;
    expect(after).toContain('方針の第1版。2026-07-03から適用。');
    expect(after).toContain('相談窓口の担当：1人');
    expect(after).toMatch(/読んだと記録した人：\d+人中 1人/);
  });

  it('counts consultations and how soon somebody looked, confidential ones never', async () => {
    const [person] = await listPeople(desk.db);
    const at = (hours: number) => new Date(desk.clock.now.getTime() + hours * 3_600_000);
    const open = await handIn(desk.db, newConsultation(person!), at(-10));
    await noteSeen(desk.db, open.caseId, at(-7));
    await handIn(desk.db, newConsultation(person!, { confidential: true }), at(-10));
    const { text } = await auditor.get('/proof');
    expect(text).toContain('この1年の相談：1件');
    expect(text).toContain('中央値 3時間（1件）');
  });

  it('is saved as one file that loads nothing, names nobody, and stands in the log', async () => {
    const file = await auditor.get('/proof/export');
    expect(file.headers.get('content-disposition')).toBe('attachment; filename="komainu-duties-2026-07-03.html"');
    expect(file.text).toMatch(/^<!doctype html>\n<html lang="ja">/);
    expect(file.text).not.toMatch(/src=|href=|<script|@import|url\(/);
    expect(file.text).not.toMatch(/確認者\d|@example/);
    const log = (await auditor.get('/audit/export')).text;
    expect(log).toContain('proof.export');
    expect(log).toContain('proof.view');
  });
});
