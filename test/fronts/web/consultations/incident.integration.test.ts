import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { createScreenJob } from '../../../../src/screening/job/screen-job.ts';
import { readMail } from '../../../../src/screening/pipeline.ts';
import { listCases, loadCase, mailsWithoutVerdict, newestAudit, purge } from '../../../../src/store/index.ts';
import { consultation } from '../../../../src/store/schema/consultation.ts';
import { mail, verdict } from '../../../../src/store/schema/core.ts';
import { reading } from '../../../../src/store/schema/reading.ts';
import { createLogger } from '../../../../src/util/log.ts';
import { standingFeedback } from '../../../store/standing-feedback.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { assessmentOf } from '../support/mails.ts';

let desk: TestDesk;
let employee: Browser;
let lead: Browser;
let report: string;
let id: CaseId;

const PHOTO = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 255]);
const CALL = {
  channel: 'phone',
  when: '2026-07-02',
  otherSide: '佐藤と名乗る人',
  words: '「おまえを刺しに行く」と言われました。\nこわいです。',
};
const FOUND = { text: '刺しに行く', act: 'intimidation-person', points: 9 } as const;

const incident = (files: readonly (readonly [string, Uint8Array, string])[], fields: Record<string, string> = {}) => {
  const form = new FormData();
  for (const [name, value] of Object.entries({ ...CALL, ...fields })) form.set(name, value);
  for (const [name, bytes, type] of files) form.append('files', new File([Uint8Array.from(bytes)], name, { type }));
  return form;
};

async function judge(): Promise<void> {
  const job = createScreenJob({
    db: desk.db,
    keys: { hash: (text: string) => `hash of ${text}` } as never,
    screen: async (given) => ({
      message: await readMail(given),
      assessment: await assessmentOf(given, { from: '', subject: '', body: '', band: 'urgent', found: [FOUND] }),
    }),
    counterpartyOf: () => '',
    now: () => desk.clock.now,
    log: createLogger('silent'),
  });
  for (const mailId of await mailsWithoutVerdict(desk.db, { limit: 9 }))
    await job({ mailId }, { number: 1, last: true });
}

beforeAll(async () => {
  desk = await startDesk();
  employee = await desk.signedInAs('employee');
  lead = await desk.signedInAs('lead');
});
afterAll(() => desk.stop());

it('an incident takes a photo, a recording and a saved mail, and says what happens now, by when and whom to call', async () => {
  const page = await employee.post(
    '/hand-in',
    incident([
      ['写真.png', PHOTO, 'image/png'],
      ['録音.m4a', Uint8Array.from([1, 2, 3]), 'audio/mp4'],
      ['メール.msg', Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0]), 'multipart/mixed; boundary=x'],
    ]),
  );
  expect(page.status).toBe(303);
  report = page.location!;
  const { text } = await employee.get(report);
  expect(text).toContain('ファイルを3個預かりました');
  expect(text).toContain('3営業日以内に、最初の返事をします');
  expect(text).toContain('いま話したいとき');
  id = (await listCases(desk.db, { limit: 1, offset: 0 })).cases[0]!.id;
  const [entry] = await newestAudit(desk.db, { action: 'report.hand-in' }, { below: null, limit: 1 });
  expect(entry!.details).toEqual({ channel: 'phone', files: 3 });
});

it('its words are judged to sort it, which its case says', async () => {
  expect((await listCases(desk.db, { limit: 1, offset: 0 })).cases[0]).toMatchObject({ id, band: 'review' });
  await judge();
  expect((await listCases(desk.db, { limit: 1, offset: 0 })).cases[0]).toMatchObject({
    id,
    kind: 'report',
    band: 'urgent',
    acts: ['intimidation-person'],
    from: '佐藤と名乗る人',
  });
  expect((await employee.get(report)).text).toContain('写真.png');
  const { text } = await lead.get(`/cases/${id}`);
  expect(text).toContain('この案件は、相談した人が書いた言葉を判定して並べています');
  expect(text).toContain('出来事の言葉');
  expect(text).toContain('言われた言葉：'); // what is only reported counts for nothing
  expect(text).not.toContain('メール 1 / 1');
  const [item] = (await loadCase(desk.db, id))!.items;
  expect(item!.receivedAt).toEqual(new Date('2026-07-02T12:00:00+09:00')); // the hour is unknown: not the middle of a night
});

it('its files are for who may read the case: after a warning, as bytes without a type, with their hash', async () => {
  const { mailId, message } = (await loadCase(desk.db, id))!.items[0]!;
  expect(message!.attachments.map(({ filename, contentType }) => [filename, contentType])).toEqual([
    ['写真.png', 'image/png'],
    ['録音.m4a', 'audio/mp4'],
    ['メール.msg', 'application/octet-stream'],
  ]);
  const path = `/cases/${id}/mails/${mailId}/files/0`;
  expect((await lead.get(path)).text).toContain(createHash('sha256').update(PHOTO).digest('hex'));
  const file = await lead.post(path);
  expect(file.headers.get('content-type')).toBe('application/octet-stream');
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect((await newestAudit(desk.db, { action: 'file.download' }, { below: null, limit: 1 }))[0]!.target).toBe(
    `case/${id}/mail/${mailId}/file/0`,
  );
  expect((await lead.get(`/cases/${id}`)).text).not.toContain('<img src="/cases');
  for (const other of [employee, await desk.signedInAs('admin')]) {
    expect((await other.get(path)).status).toBe(403);
    expect((await other.post(path)).status).toBe(403);
  }
});

it('no dictionary learns from it', async () => {
  const { text } = await lead.get(`/cases/${id}`);
  expect(text).not.toContain('name="misfires"');
  expect(text).not.toContain('name="missed"');
  expect((await lead.post(`/cases/${id}/dismiss`, { reason: 'other', misfires: 'test.entry' })).status).toBe(303);
  expect(await standingFeedback(desk.db)).toEqual([]);
});

it('all of it goes when its time is over', async () => {
  const days = {
    verdictDays: 180,
    greyDays: 30,
    dismissedDays: 90,
    approvedDays: 1826,
    unopenedDays: 14,
    reportDays: 90,
    registerDays: 1826,
  };
  await purge(desk.db, days, new Date(desk.clock.now.getTime() + 91 * 86_400_000));
  for (const table of [mail, reading, consultation, verdict]) expect(await desk.db.$count(table)).toBe(0);
});

it.each([
  ['too many', Array.from({ length: 11 }, (_, i) => [`${i}.txt`, PHOTO, ''] as const), 400, 'ファイルは10個まで'],
  ['too large', [['a.mp4', new Uint8Array(20 * 1024 * 1024 + 1), 'video/mp4'] as const], 400, '合わせて20MBまで'],
  ['far too large', [['a.mp4', new Uint8Array(60 * 1024 * 1024), 'video/mp4'] as const], 413, '合わせて20MBまで'],
])('files that are %s are refused, and what was written stays', async (_, files, status, message) => {
  const page = await employee.post('/hand-in', incident(files));
  expect(page.status).toBe(status);
  expect(page.text).toContain(message);
  if (status === 400) expect(page.text).toContain('佐藤と名乗る人');
});

it('files that fill what is allowed are all read', { timeout: 120_000 }, async () => {
  expect(
    (await employee.post('/hand-in', incident([['a.mp4', new Uint8Array(20 * 1024 * 1024), 'video/mp4']]))).status,
  ).toBe(303);
  await judge();
  const newest = (await listCases(desk.db, { limit: 1, offset: 0 })).cases[0]!.id;
  expect((await loadCase(desk.db, newest))!.items[0]!.message!.attachments).toMatchObject([{ size: 20 * 1024 * 1024 }]);
});
