import { describe, expect, it } from 'vitest';
import { noHistory, screen } from '../../../src/screening/index.ts';
import { docx, odt, pdf, pptx, xlsx } from '../../support/documents.ts';
import { attachedMail, file, mail, multipart, type Part, text } from '../../support/mime.ts';
import { shippedRules } from '../../support/shipped-rules.ts';
import { judge as judgeMail } from './judged.ts';
import { DOCUMENTS, WORDS } from './threatening-documents.ts';
import { everyday, lines, THREATS } from './wrapping.ts';

const screened = async (...parts: Part[]) => {
  const bytes = mail(multipart('mixed', parts));
  const received = { bytes, receivedAt: new Date('2026-11-24T10:00:00+09:00'), source: 'inbox' };
  return screen(received, await shippedRules(), noHistory);
};

const ALONE = [
  ['a.pdf', pdf],
  ['a.docx', docx],
  ['a.xlsx', xlsx],
  ['a.pptx', pptx],
  ['a.odt', odt],
] as const;
const alone = ALONE.flatMap(([name, make]) => THREATS.map((threat) => ({ name, make, threat })));

it.each(alone)(
  'a threat that is all that is in $name is urgent: $threat',
  { timeout: 60_000 },
  async ({ name, make, threat }) => {
    const { message, assessment } = await screened(text('\n'), file(name, make(threat)));
    expect([assessment.band, message.parts.at(-1)]).toEqual(['urgent', { id: 'att-1', text: threat, file: name }]);
  },
);

it('a scan from a telephone is opened, for its signature says nothing', { timeout: 60_000 }, async () => {
  const { assessment } = await screened(text('\niPhoneから送信\n'), file('a.pdf', pdf(THREATS[0])));
  expect(assessment.band).toBe('urgent');
});

it.each(WORDS)('%s is not ordinary as a mail', async (words) => {
  expect((await judgeMail(mail(text(words)))).band).not.toBe('ordinary');
});

const named = DOCUMENTS.map(([name, make, type = 'application/octet-stream']) => ({ name, make, type }));

describe.each(named)('in $name, beside a greeting,', ({ name, make, type }) => {
  it.each(WORDS)('%s is not ordinary, and the document is named', { timeout: 60_000 }, async (words) => {
    const { assessment } = await screened(text('お世話になっております。'), file(name, make(words), type));
    expect(assessment).toMatchObject({ file: name, band: expect.not.stringMatching('ordinary') });
  });
});

describe('beside words of its own', { timeout: 60_000 }, () => {
  it('a threat of the mail comes first, and no document takes it away', async () => {
    const calm = file('a.docx', docx('納品書をお送りします。'));
    for (const parts of [[calm], [file('a.docx', docx(THREATS[1]))]]) {
      const { assessment } = await screened(text(THREATS[0]), ...parts);
      expect([assessment.band, assessment.file]).toEqual(['urgent', undefined]);
    }
  });

  it('however much everyday text stands around a threat, in mail or document, it stays one', async () => {
    const much = lines(300, everyday);
    expect((await screened(text(THREATS[0]), file('a.txt', Buffer.from(much)))).assessment.band).toBe('urgent');
    expect((await screened(text(much), file('a.docx', docx(THREATS[0])))).assessment.band).toBe('urgent');
  });

  it('a document that hangs on an attached mail is read', async () => {
    const inner = mail(multipart('mixed', [text('転送します。'), file('a.docx', docx(THREATS[0]))]));
    expect((await screened(text('ご確認ください。'), attachedMail(inner))).assessment).toMatchObject({
      band: 'urgent',
      file: 'a.docx',
    });
  });

  it('what is called by another name or type is known by its bytes', async () => {
    for (const [name, type] of [
      ['a.dat', 'application/octet-stream'],
      ['a.bin', 'application/x-unknown'],
      ['a.doc', 'application/msword'],
    ] as const)
      expect((await screened(text('書類です。'), file(name, docx(THREATS[0]), type))).assessment.band).toBe('urgent');
  });

  it('more documents than are opened leave a mail grey, which says so', async () => {
    const many = Array.from({ length: 11 }, (_, at) => file(`${at}.docx`, docx(`第${at}号の納品書です。`)));
    const { message, assessment } = await screened(text('書類です。'), ...many);
    expect([assessment.band, message.warnings]).toEqual(['grey', ['too-many-parts']]);
  });
});
