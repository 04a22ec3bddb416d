import { describe, expect, it } from 'vitest';
import { readForwarded } from '../../src/cases/index.ts';
import { parseMail } from '../../src/mail/index.ts';
import { matchesPatterns } from '../../src/util/address-patterns.ts';
import { attachedMail, file, mail, type Part, multipart as parts, text } from '../support/mime.ts';

const company = matchesPatterns(['*.example.co.jp']);
const read = (raw: Uint8Array) => readForwarded(raw, new Date(0), company);
const customer = mail(text('責任者を出せ。'), { From: 'Sato <sato@example.com>', Subject: 'claim' });
const attached = (raw: Buffer): Part => attachedMail(raw);
const multipart = (kind: string, ...all: Part[]): Part => parts(kind, all);
const bodyOf = async (raw: Uint8Array) =>
  (await parseMail(raw, new Date(0))).parts.find(({ id }) => id === 'body')?.text;

describe('what was forwarded', () => {
  it('is the attached mail, byte by byte, and the words beside it', async () => {
    const raw = mail(multipart('mixed', text('困っています。'), attached(customer)), { Subject: 'FW' });
    const found = await read(raw);
    expect(found).toMatchObject({ words: '困っています。', files: [] });
    expect(found?.mails).toHaveLength(1);
    expect(Buffer.from(found!.mails[0]!.raw).toString()).toBe(customer.toString().trimEnd());
    expect(found?.mails[0]).toMatchObject({ from: 'Sato <sato@example.com>', subject: 'claim' });
  });

  it('are all attached mails, .eml files too; other files are named', async () => {
    const all = [
      text('3通です。'),
      attached(customer),
      file('second.eml', customer),
      file('note.txt.eml.png', Buffer.from('x'), 'image/png'),
    ];
    const found = await read(mail(multipart('mixed', ...all)));
    expect(found?.mails).toHaveLength(2);
    expect(found?.words).toBe('3通です。\n\n[note.txt.eml.png]');
  });

  it('is no .eml file that is no mail', async () => {
    const found = await read(mail(multipart('mixed', text('見てください。'), file('a.eml', Buffer.from([0, 1, 2])))));
    expect(found).toMatchObject({ mails: [], files: [{ name: 'a.eml' }] });
  });

  it('is written anew where it stands in the text, with its attachments', async () => {
    const inline =
      'お願いします。\n\n---------- Forwarded message ---------\nFrom: 佐藤 <sato@example.com>\nDate: 2026年11月20日\nSubject: 納期の件\nTo: <support@example.co.jp>\n\n責任者を出せ。';
    const found = await read(
      mail(multipart('mixed', text(inline), file('a.pdf', Buffer.from('pdf'), 'application/pdf'))),
    );
    const [forwarded] = found!.mails;
    const message = await parseMail(forwarded!.raw, new Date(0));
    expect(message).toMatchObject({
      from: { name: '佐藤', address: 'sato@example.com' },
      subject: '納期の件',
      attachments: [{ filename: 'a.pdf', size: 3 }],
    });
    expect(await bodyOf(forwarded!.raw)).toBe('責任者を出せ。');
    expect(found?.words).toMatch(/^お願いします。\n\nFrom: 佐藤 <sato@example.com>\n/);
  });

  it('is the customer’s mail behind a colleague’s', async () => {
    const inner =
      '-------- 転送されたメッセージ --------\n件名: 納期\n差出人: 佐藤 <sato@example.com>\n宛先: support@example.co.jp\n\n急げ。';
    const outer = `一番\n\n-------- 転送されたメッセージ --------\n件名: Fwd: 納期\n差出人: 同僚 <doryo@example.co.jp>\n宛先: hanako@example.co.jp\n\n二番\n\n${inner}`;
    const found = await read(mail(text(outer)));
    expect(found?.mails).toMatchObject([{ from: '佐藤 <sato@example.com>' }]);
    expect(found?.words).toMatch(/^一番\n\n件名: Fwd.*二番\n\n件名: 納期/s);
  });

  it('is nothing but own words where none is there', async () => {
    expect(await read(mail(text('電話で怒鳴られました。'), { Subject: 'x' }))).toMatchObject({
      words: '電話で怒鳴られました。',
      subject: 'x',
      mails: [],
    });
    expect(await read(mail(text(''), { Subject: 'x' }))).toMatchObject({ words: '', mails: [] });
  });

  it('is read from HTML where a mail has nothing else', async () => {
    const raw = mail({
      headers: { 'Content-Type': 'text/html; charset=utf-8' },
      body: Buffer.from(
        '<div>相談です</div><hr><div><b>差出人:</b> 佐藤 &lt;sato@example.com&gt;<br><b>送信日時:</b> 2026年11月20日<br><b>宛先:</b> support@example.co.jp<br><b>件名:</b> 納期</div><p>急げ。</p>',
      ),
    });
    expect(await read(raw)).toMatchObject({ mails: [{ from: '佐藤 <sato@example.com>', subject: '納期' }] });
  });

  it('is the mail itself where it holds more than is taken apart', async () => {
    const many = Array.from({ length: 21 }, () => attached(customer));
    expect(await read(mail(multipart('mixed', ...many)))).toBeNull();
  });

  it('stays one level deep, however deep mails are nested', async () => {
    let raw = customer;
    for (let depth = 0; depth < 50; depth++) raw = mail(multipart('mixed', attached(raw)));
    const found = await read(raw);
    expect(found?.mails).toHaveLength(1);
    expect(found!.mails[0]!.raw.byteLength).toBeLessThan(raw.byteLength);
  });
});
