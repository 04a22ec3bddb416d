import { unzip } from '../../../src/response/evidence/unzip.ts';
import {
  type LetterKind,
  type LetterLanguage,
  type LetterOrder,
  shippedTemplate,
  zipOf,
} from '../../../src/response/index.ts';

/** A shipped template with some of its parts changed; null takes a part away. */
export async function altered(
  change: Readonly<Record<string, string | Uint8Array | null | ((text: string) => string)>>,
  kind: LetterKind = 'notice',
  language: LetterLanguage = 'ja',
): Promise<Uint8Array> {
  const parts = new Map((await unzip(await shippedTemplate(kind, language))).map(({ path, bytes }) => [path, bytes!]));
  for (const [path, to] of Object.entries(change)) {
    if (to === null) parts.delete(path);
    else {
      const own = typeof to === 'function' ? to(Buffer.from(parts.get(path) ?? []).toString('utf8')) : to;
      parts.set(path, Buffer.from(own));
    }
  }
  return zipOf([...parts].map(([path, bytes]) => ({ path, bytes })));
}

export const DOCUMENT = 'word/document.xml';

/** Puts XML before the end of the text of a template. */
export const appended = (xml: string) => ({
  [DOCUMENT]: (text: string) => text.replace(/<w:sectPr/, `${xml}<w:sectPr`),
});

export const paragraph = (words: string): string => `<w:p><w:r><w:t xml:space="preserve">${words}</w:t></w:r></w:p>`;

const WRITTEN = {
  recipient: '株式会社サンプル\n総務部長 髙橋 一郎 様',
  sender: '株式会社みほん',
  contact: '管理部',
  staff: '窓口の担当者（2026年11月24日に対応した者）',
  facts: '11月に同じ内容のメールを8通いただきました。',
  demand: '無償での作り直し',
  answer: '契約の範囲を超える作業は有償で承ります。',
  request: '社内でご確認ください。',
};

/** An order for a letter; everything that it may have is there. */
export const order = async (
  kind: LetterKind = 'notice',
  language: LetterLanguage = 'ja',
  more: Partial<LetterOrder> = {},
): Promise<LetterOrder> => ({
  title: '通知書',
  language,
  template: await shippedTemplate(kind, language),
  written: WRITTEN,
  days: { date: '2026-11-26', 'reply-by': '2026-12-10', effective: '2026-12-31' } as LetterOrder['days'],
  quotes: [
    { at: new Date('2026-11-24T06:05:00Z'), words: '土下座しろ', told: null },
    { at: new Date('2026-11-25T15:30:00Z'), words: '【伏せ字1】を出せ', told: { channel: 'phone', about: null } },
  ],
  acts: ['不当な謝罪の要求'],
  rule: '措置の決まり 第2版、2026年10月1日',
  clause: '業務委託基本契約書（2024年4月1日）第12条',
  reference: '7',
  company: { name: '株式会社みほん', timeZone: 'Asia/Tokyo' },
  at: new Date('2026-11-26T00:00:00Z'),
  ...more,
});
