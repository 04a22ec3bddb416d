import { beforeAll, expect, it } from 'vitest';
import { noHistory, type Rules, screen } from '../../../src/screening/index.ts';
import { docx, odt, pdf, pptx, xlsx } from '../../support/documents.ts';
import { file, mail, multipart, text } from '../../support/mime.ts';
import { shippedRules } from '../../support/shipped-rules.ts';
import { THREATS } from './wrapping.ts';

let rules: Rules;
beforeAll(async () => {
  rules = await shippedRules();
});

const judge = async (name: string, content: Buffer, body: string) => {
  const bytes = mail(multipart('mixed', [text(body), file(name, content)]));
  const received = { bytes, receivedAt: new Date('2026-11-24T10:00:00+09:00'), source: 'inbox' };
  return screen(received, rules, noHistory);
};

const DOCUMENTS = [
  ['a.pdf', pdf],
  ['a.docx', docx],
  ['a.xlsx', xlsx],
  ['a.pptx', pptx],
  ['a.odt', odt],
] as const;
const tried = DOCUMENTS.flatMap(([name, make]) => THREATS.map((threat) => ({ name, make, threat })));

it.each(tried)(
  'a threat that is all that is in $name is urgent: $threat',
  { timeout: 60_000 },
  async ({ name, make, threat }) => {
    const { message, assessment } = await judge(name, make(threat), '\n');
    expect([assessment.band, message.parts.at(-1)]).toEqual(['urgent', { id: 'att-1', text: threat }]);
  },
);

it('a scan from a telephone is opened, for its signature says nothing', { timeout: 60_000 }, async () => {
  expect((await judge('a.pdf', pdf(THREATS[0]), '\niPhoneから送信\n')).assessment.band).toBe('urgent');
});

it('a document beside words is not opened', { timeout: 60_000 }, async () => {
  const { message, assessment } = await judge('a.pdf', pdf(THREATS[0]), '書類をお送りいたします。');
  expect([assessment.band, message.parts.map(({ id }) => id)]).toEqual(['ordinary', ['subject', 'body']]);
});
