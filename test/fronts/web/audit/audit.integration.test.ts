import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AuditRow } from '../../../../src/audit/index.ts';
import { auditRows } from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { PASSWORD, startDesk, type TestDesk } from '../support/desk.ts';

const SECRETS = /ひみつ|himitsu|@example|狛犬は門|メモ/; // mail text, addresses, notes, passwords

const mail = (reference: string) => ({
  from: 'himitsu@example.com',
  subject: `ひみつ ${reference}`,
  headers: 'Content-Type: multipart/mixed; boundary=b\r\n',
  body: '--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nひみつの本文\r\n--b\r\nContent-Disposition: attachment; filename=himitsu.txt\r\n\r\nhimitsu\r\n--b--',
});

describe('the audit log', () => {
  let desk: TestDesk;
  let reviewer: Browser;
  let auditor: Browser;
  let id: string;
  beforeAll(async () => {
    desk = await startDesk();
    id = await desk.addCase(mail('one'), 'one');
    reviewer = await desk.signedInAs('reviewer');
    auditor = await desk.signedInAs('auditor');
  });
  afterAll(() => desk.stop());

  const rows = async (): Promise<AuditRow[]> => {
    const all: AuditRow[] = [];
    for await (const row of auditRows(desk.db, {})) all.push(row);
    return all;
  };
  /** What an act leaves in the log. */
  async function written(act: () => Promise<unknown>) {
    const before = (await rows()).length;
    await act();
    return (await rows()).slice(before).map(({ action, target, details }) => ({ action, target, details }));
  }
  const row = (action: string, target: string, details: object = {}) => ({ action, target, details });

  it('keeps who made an account, who opened it and who signed in', async () => {
    const found = (await rows()).filter(({ action }) => !action.startsWith('case'));
    expect(found.slice(0, 5).map(({ action, name }) => [action, name])).toEqual([
      ['account.invite', 'cli:test'],
      ['account.open', '最初の人'],
      ['account.invite', 'cli:test'],
      ['account.open', '確認者1'],
      ['sign-in', '確認者1'],
    ]);
    expect(found[2]!.details).toEqual({ roles: ['reviewer'] });
    expect(found[4]).toMatchObject({ address: reviewer.address, person: expect.stringMatching(/^[\w-]{36}$/) });
  });

  it('names whom something was done to, where the log keeps their number', async () => {
    const [, target] = /<td title="(account\/[^"]+)">確認者1<\/td>/.exec((await auditor.get('/audit')).text)!;
    expect((await rows()).map((one) => one.target)).toContain(target);
  });

  it.each([
    ['a view of a case', () => reviewer.get(`/cases/${id}`), () => [row('case.view', `case/${id}`)]],
    ['hidden words asked for', () => reviewer.get(`/cases/${id}?reveal=1`), () => [row('case.reveal', `case/${id}`)]],
    [
      'near-duplicates',
      () => reviewer.get(`/cases/${id}?tab=body&similar=1`),
      () => [row('case.view', `case/${id}`), row('case.similar', `case/${id}`)],
    ],
    ['an original', () => reviewer.post(`/cases/${id}/mails/1`), () => [row('file.download', `case/${id}/mail/1`)]],
    [
      'an attachment',
      () => reviewer.post(`/cases/${id}/mails/1/files/0`),
      () => [row('file.download', `case/${id}/mail/1/file/0`)],
    ],
    [
      'a setting',
      () => reviewer.post('/settings', { mask: 'all', keys: 'on' }),
      () => [row('settings.change', expect.stringMatching(/^account\//) as never, { maskAll: true, keys: true })],
    ],
    [
      'a dismissal without its note',
      () => reviewer.post(`/cases/${id}/dismiss`, { reason: 'joke', note: 'ひみつのメモ' }),
      () => [row('case.dismiss', `case/${id}`, { reason: 'joke' })],
    ],
    [
      'an undone decision, and the case that is shown again',
      async () => reviewer.get((await reviewer.post(`/cases/${id}/reopen`)).location!),
      () => [row('case.reopen', `case/${id}`), row('case.view', `case/${id}`)],
    ],
    [
      'an approval',
      () =>
        reviewer.post(`/cases/${id}/approve`, {
          acts: 'privacy',
          severity: '2',
          declaration: '1',
          ownCause: 'no',
          note: 'ひみつのメモ',
        }),
      () => [
        row('case.approve', `case/${id}`, {
          acts: ['privacy'],
          elements: ['customer:undecided', 'beyond:undecided', 'harmed:undecided'],
          declaration: true,
          ownCause: 'no',
          severity: 2,
        }),
      ],
    ],
    ['a skipped case', () => reviewer.post(`/cases/${id}/skip`), () => [row('case.skip', `case/${id}`)]],
    ['what someone may not do', () => auditor.get(`/cases/${id}`), () => [row('access.refuse', 'GET /cases/:id')]],
    [
      'a wrong password, with the account that was tried',
      () => desk.browser('192.0.2.9').post('/sign-in', { email: 'first@example.jp', password: 'ひみつの言葉' }),
      () => [row('sign-in.fail', expect.stringMatching(/^account\//) as never)],
    ],
    [
      'an address nobody has, without the address',
      () => desk.browser('192.0.2.9').post('/sign-in', { email: 'himitsu@example.jp', password: 'x' }),
      () => [row('sign-in.fail', '')],
    ],
    [
      'a sign-in and a sign-out',
      async () => {
        const browser = desk.browser('192.0.2.9');
        await browser.post('/sign-in', { email: 'first@example.jp', password: PASSWORD });
        await browser.post('/sign-out');
      },
      () => [row('sign-in', expect.stringMatching(/^account\//) as never), row('sign-out', '')],
    ],
  ])('keeps %s', async (_, act, expected) => {
    expect(await written(act)).toEqual(expected());
  });

  it.each([
    ['a case that is not there', () => reviewer.get('/cases/999')],
    ['a decision that was not made', () => reviewer.post('/cases/999/dismiss', { reason: 'joke', note: '' })],
    ['a file that is not there', () => reviewer.post(`/cases/${id}/mails/1/files/7`)],
    ['a skipped case that is not there', () => reviewer.post('/cases/999/skip')],
  ])('keeps nothing of %s', async (_, act) => {
    expect(await written(act)).toEqual([]);
  });

  it('holds no mail text, address, note or password', async () => {
    const stored = await desk.db.execute(sql`select audit::text as line from komainu.audit`);
    const lines = (stored as unknown as { rows: { line: string }[] }).rows.map(({ line }) => line);
    expect(lines.length).toBeGreaterThan(15);
    expect(lines.filter((line) => SECRETS.test(line))).toEqual([]);
  });

  it('is shown to an auditor, newest first, who can narrow it', async () => {
    const { text } = await auditor.get('/audit');
    expect(text).toContain('案件の閲覧');
    expect(text).toContain(reviewer.address);
    expect(text).not.toMatch(SECRETS);
    const numbers = [...text.matchAll(/<th scope="row">(\d+)</g)].map(([, n]) => Number(n));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
    const count = (page: { text: string }) => page.text.match(/<th scope="row">/g)?.length ?? 0;
    expect(count(await auditor.get('/audit?action=case.reveal'))).toBe(1);
    expect(count(await auditor.get(`/audit?target=case/${id}&action=file.download`))).toBe(2);
    expect(count(await auditor.get('/audit?to=2026-07-02'))).toBe(0);
    expect(count(await auditor.get('/audit?from=2026-07-03&to=2026-07-03&action=case.reveal'))).toBe(1);
    expect(count(await auditor.get("/audit?person=nobody'--&action=bogus"))).toBe(0);
  });

  it('pages through more than a hundred rows', async () => {
    for (let n = 0; n < 101; n++) await desk.audit.record({ ...desk.by(), ...row('audit.view', '') } as never);
    const first = await auditor.get('/audit');
    const [, next] = /rel="next" href="([^"]+)"/.exec(first.text)!;
    const second = await auditor.get(next!.replaceAll('&amp;', '&'));
    const numbers = (text: string) => [...text.matchAll(/<th scope="row">(\d+)</g)].map(([, n]) => Number(n));
    expect(numbers(first.text)).toHaveLength(100);
    expect(numbers(second.text)[0]).toBe(numbers(first.text).at(-1)! - 1);
  });

  it('is exported as CSV and JSON, and that is kept too', async () => {
    const csv = await auditor.get('/audit/export?format=csv');
    expect(csv.headers.get('content-disposition')).toBe('attachment; filename="komainu-audit.csv"');
    expect(csv.text.split('\r\n')[1]).toMatch(/^1,2026-07-03T00:00:00\.000Z,,cli:test,,account\.invite,/);
    const { text } = await auditor.get('/audit/export?format=json&action=audit.export');
    const lines = text.trimEnd().split('\n');
    expect(lines.map((line) => JSON.parse(line).details)).toEqual([
      { format: 'csv' },
      { format: 'json', action: 'audit.export' },
    ]);
  });

  it('holds after all this', async () => {
    expect(await desk.audit.verify()).toEqual({ kind: 'whole', rows: (await rows()).length, head: 'reached' });
  });

  it('is a condition: what cannot be written down is not shown and not done', async () => {
    const other = await desk.addCase(mail('two'), 'two');
    await desk.db.execute(sql`alter table komainu.audit rename to audit_away`);
    try {
      for (const page of [
        await reviewer.get(`/cases/${other}`),
        await reviewer.post(`/cases/${other}/mails/2`),
        await reviewer.post(`/cases/${other}/dismiss`, { reason: 'joke', note: '' }),
      ]) {
        expect(page.status).toBe(500);
        expect(page.text).not.toMatch(SECRETS);
      }
    } finally {
      await desk.db.execute(sql`alter table komainu.audit_away rename to audit`);
    }
    expect((await reviewer.get(`/cases/${other}`)).text).toContain('却下する');
  });
});
