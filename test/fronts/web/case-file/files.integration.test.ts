import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { unzip } from '../../../../src/response/evidence/unzip.ts';
import { CARE_POINTS } from '../../../../src/response/index.ts';
import { createScreenJob } from '../../../../src/screening/job/screen-job.ts';
import { readMail } from '../../../../src/screening/pipeline.ts';
import { filesOfNotes, loadCase, mailsWithoutVerdict, newestAudit, purge } from '../../../../src/store/index.ts';
import { mail } from '../../../../src/store/schema/core.ts';
import { createLogger } from '../../../../src/util/log.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { assessmentOf } from '../support/mails.ts';

const PHOTO = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 255]);
const MAIL = {
  from: 'a@example.com',
  subject: '件名',
  body: '土下座しろ。ぶっ殺すぞ。',
  found: [{ text: 'ぶっ殺す', act: 'physical-violence' as const, points: 9 }],
};

let desk: TestDesk;
let lead: Browser;
let id: CaseId;
beforeAll(async () => {
  desk = await startDesk();
  lead = await desk.signedInAs('lead');
  id = await desk.addCase(MAIL, 'files');
});
afterAll(() => desk.stop());

type Given = readonly (readonly [string, Uint8Array])[];
function fact(files: Given, fields: Record<string, string> = {}): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: 'fact', on: '2026-07-02', words: '店頭の写真', ...fields }))
    form.set(name, value);
  for (const [name, bytes] of files) form.append('files', new File([Uint8Array.from(bytes)], name));
  return form;
}
const note = (files: Given, fields?: Record<string, string>, of = id) =>
  lead.post(`/cases/${of}/file`, fact(files, fields));

async function judge(): Promise<void> {
  const job = createScreenJob({
    db: desk.db,
    keys: { hash: (text: string) => `hash of ${text}` } as never,
    screen: async (given) => ({
      message: await readMail(given),
      assessment: await assessmentOf(given, { from: '', subject: '', body: '', band: 'urgent', found: [] }),
    }),
    counterpartyOf: () => '',
    now: () => desk.clock.now,
    log: createLogger('silent'),
  });
  for (const mailId of await mailsWithoutVerdict(desk.db, { limit: 9 }))
    await job({ mailId }, { number: 1, last: true });
}

describe('files of a fact in a case file', { timeout: 30_000 }, () => {
  it('are kept as the attachments of one mail of the case, and told apart from what came in', async () => {
    const before = (await loadCase(desk.db, id))!;
    expect((await lead.get(`/cases/${id}?tab=history`)).text).toContain('accept=".jpg,');
    expect(
      (
        await note([
          ['写真.png', PHOTO],
          ['ぶっ殺す.txt', Buffer.from('メモ')],
        ])
      ).status,
    ).toBe(303);
    await judge();
    const [{ mailId, files }] = (await filesOfNotes(desk.db, id)) as [Awaited<ReturnType<typeof filesOfNotes>>[0]];
    expect(files).toMatchObject([{ filename: '写真.png', size: PHOTO.byteLength }, { filename: 'ぶっ殺す.txt' }]);
    const page = (await lead.get(`/cases/${id}?tab=history`)).text;
    expect(page).toContain(`href="/cases/${id}/mails/${mailId}/files/0"`);
    expect(page).toContain('写真.png');
    expect(page).not.toContain('ぶっ殺す.txt'); // hidden as elsewhere
    const shown = (await lead.get(`/cases/${id}`)).text;
    expect(shown).toContain('案件のファイルに加えた資料');
    const after = (await loadCase(desk.db, id))!;
    expect(after).toMatchObject({ band: before.band, from: before.from, subject: before.subject, acts: before.acts });
    const [entry] = await newestAudit(desk.db, { action: 'case.note' }, { below: null, limit: 1 });
    expect(entry!.details).toMatchObject({ kind: 'fact', files: 2 });
    expect(page.match(/メール 2/g)).toBeNull(); // the fact stands in the timeline, not its files
  });

  it('are saved after a warning, as bytes without a type, with their hash, by whoever may read the case', async () => {
    const [given] = await filesOfNotes(desk.db, id);
    const path = `/cases/${id}/mails/${given!.mailId}/files/0`;
    expect((await lead.get(path)).text).toContain(createHash('sha256').update(PHOTO).digest('hex'));
    const file = await lead.post(path);
    expect(Buffer.from(file.bytes)).toEqual(Buffer.from(PHOTO));
    expect(file.headers.get('content-type')).toBe('application/octet-stream');
    expect(file.headers.get('content-disposition')).toContain('attachment');
    expect(file.headers.get('x-content-type-options')).toBe('nosniff');
    expect((await (await desk.signedInAs('employee')).post(path)).status).toBe(403);
  });

  it.each([
    ['a program', [['setup.exe', Buffer.from('MZ')]], '「setup.exe」は加えられません'],
    ['a page that calls itself a photo', [['a.png', Buffer.from('<html>')]], '「a.png」は加えられません'],
    ['too many', Array.from({ length: 11 }, (_, n) => [`${n}.png`, PHOTO]), '一度に10個'],
  ] as [string, Given, string][])('are refused with a sentence, and nothing is noted: %s', async (_, files, said) => {
    const mails = await desk.db.$count(mail);
    const { status, text } = await note(files, { words: 'この事実' });
    expect({ status, said: text.includes(said), back: text.includes('この事実') }).toEqual({
      status: 400,
      said: true,
      back: true,
    });
    expect(await desk.db.$count(mail)).toBe(mails);
  });

  it('of two gigabytes are refused before they are read', async () => {
    let read = 0;
    const body = new ReadableStream({
      pull(controller) {
        read += 1;
        controller.enqueue(new Uint8Array(1_000_000));
      },
    });
    const cookie = [...lead.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = {
      cookie,
      origin: 'http://desk.example.jp',
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(2 * 2 ** 30),
    };
    const address = `http://desk.example.jp/cases/${id}/file`;
    const env = { incoming: { socket: { remoteAddress: '192.0.2.9' } } };
    const told = await desk.app.request(address, { method: 'POST', headers, body, duplex: 'half' } as RequestInit, env);
    expect(told.status).toBe(413);
    expect(read).toBeLessThan(3);
    const { 'content-length': _, ...untold } = headers; // one that does not say how much it is
    const streamed = { method: 'POST', headers: { ...untold, 'transfer-encoding': 'chunked' }, body, duplex: 'half' };
    expect((await desk.app.request(address, streamed as RequestInit, env)).status).toBe(413);
    expect(read).toBeLessThan(30);
  });

  it('are for those who are given what was told within the house, and for no other', async () => {
    await lead.post(`/cases/${id}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    for (const point of CARE_POINTS)
      await lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'declined', note: '' });
    const packFor = async (recipient: string, purpose: string) => {
      const { bytes } = await lead.post(`/cases/${id}/evidence`, {
        recipient,
        purpose,
        redactions: '',
        namesConfirmed: '1',
      });
      return new Map((await unzip(bytes)).map(({ path, bytes: own }) => [path, Buffer.from(own!).toString('latin1')]));
    };
    const own = await packFor('lawyer', 'advice');
    expect(own.get('originals/mail-002.eml')).toContain(Buffer.from(PHOTO).toString('base64'));
    expect(JSON.parse(own.get('mails.json')!)).toMatchObject([{ kind: 'received' }, { kind: 'incident' }]);
    const theirs = await packFor('company', 'notice');
    expect(JSON.parse(theirs.get('mails.json')!)).toHaveLength(1);
  });

  it('go with their case, and leave nothing', async () => {
    await purge(desk.db, desk.deps.retention, new Date(desk.clock.now.getTime() + 4000 * 86_400_000));
    expect(await filesOfNotes(desk.db, id)).toEqual([]);
    expect((await desk.db.select({ source: mail.source }).from(mail)).map(({ source }) => source)).not.toContain(
      '@hand-in',
    );
  });
});
