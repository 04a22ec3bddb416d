import { beforeAll, describe, expect, it } from 'vitest';
import { summaryLayout } from '../../../src/response/evidence/summary.ts';
import {
  composePack,
  isShared,
  makePack,
  type PackFile,
  PURPOSES,
  RECIPIENTS,
  type Recipient,
  SHARES,
  senderOf,
  suits,
  verifyPack,
} from '../../../src/response/index.ts';
import { allWords } from '../../../src/response/letters/blocks.ts';
import { evidenceCase, packOrder, RAW } from './samples.ts';

const made = new Map<string, readonly PackFile[]>();
const keyOf = (recipient: Recipient, redactions: readonly string[]) => `${recipient} ${redactions.length}`;
const filesFor = (recipient: Recipient, redactions: readonly string[] = ['山田 花子']) =>
  made.get(keyOf(recipient, redactions))!;
const pathsFor = (recipient: Recipient, redactions?: readonly string[]) =>
  filesFor(recipient, redactions)
    .map(({ path }) => path)
    .filter((path) => !/^(README|cover|summary)/.test(path))
    .sort();
const textOf = (recipient: Recipient, path: string): string =>
  Buffer.from(filesFor(recipient).find((one) => one.path === path)!.bytes).toString('utf8');
const allText = (recipient: Recipient): string =>
  filesFor(recipient)
    .map(({ bytes }) => Buffer.from(bytes).toString('utf8'))
    .join('\n');

/** Written out apart from the program's own table: who sees what is a promise. */
const SEEN: Readonly<Record<Recipient, readonly string[]>> = {
  lawyer: [
    'assessment.json',
    'care.json',
    'consultation.json',
    'custody.json',
    'decisions.json',
    'headers/mail-001.txt',
    'headers/mail-003.txt',
    'mails.json',
    'originals/mail-001.eml',
    'originals/mail-003.eml',
    'redacted/mail-001.txt',
    'redacted/mail-002.txt',
    'redacted/mail-003.txt',
  ],
  police: [
    'consultation.json',
    'custody.json',
    'decisions.json',
    'headers/mail-001.txt',
    'headers/mail-003.txt',
    'mails.json',
    'originals/mail-001.eml',
    'originals/mail-003.eml',
    'redacted/mail-001.txt',
    'redacted/mail-002.txt',
    'redacted/mail-003.txt',
  ],
  prefecture: [
    'custody.json',
    'decisions.json',
    'headers/mail-001.txt',
    'mails.json',
    'originals/mail-001.eml',
    'redacted/mail-001.txt',
    'redacted/mail-002.txt',
  ],
  'labour-office': ['care.json', 'decisions.json', 'mails.json'],
  court: [
    'care.json',
    'consultation.json',
    'custody.json',
    'decisions.json',
    'headers/mail-001.txt',
    'headers/mail-003.txt',
    'mails.json',
    'originals/mail-001.eml',
    'originals/mail-003.eml',
    'redacted/mail-001.txt',
    'redacted/mail-002.txt',
    'redacted/mail-003.txt',
  ],
  company: ['decisions.json', 'mails.json', 'redacted/mail-001.txt', 'redacted/mail-002.txt'],
};

beforeAll(async () => {
  for (const recipient of RECIPIENTS)
    for (const redactions of [['山田 花子'], []])
      made.set(
        keyOf(recipient, redactions),
        await composePack(
          evidenceCase(),
          packOrder({ recipient, purpose: SHARES[recipient].purposes[0]!, redactions }),
        ),
      );
});

describe('what a recipient is given', () => {
  it.each(RECIPIENTS)('%s', (recipient) => {
    expect(pathsFor(recipient)).toEqual(SEEN[recipient]);
  });

  it('has copies beside originals only where something is covered', () => {
    expect(pathsFor('police', []).some((path) => path.startsWith('redacted/'))).toBe(false);
    expect(pathsFor('company', []).some((path) => path.startsWith('redacted/'))).toBe(true);
    expect(isShared('labour-office', 'redacted', true)).toBe(false);
  });

  it('has the original as it was received, to the byte, and its headers', () => {
    const files = filesFor('police');
    expect(files.find(({ path }) => path === 'originals/mail-001.eml')!.bytes).toEqual(RAW);
    expect(textOf('police', 'headers/mail-001.txt')).toBe(
      'From: tanaka@example.com\r\nTo: hanako@example.jp\r\nSubject: x\r\n',
    );
  });

  it.each(['labour-office', 'company'] as const)('has no name of our own staff for %s', (recipient) => {
    expect(allText(recipient)).not.toContain('責任 者子');
  });

  it.each(['police', 'prefecture', 'court', 'labour-office', 'company'] as const)(
    'has no note, wish or own cause for %s',
    (recipient) => {
      const text = allText(recipient);
      for (const own of ['内部のメモ', '体調のメモ', '異動したい', 'ownCause', '内部の引き継ぎ'])
        expect(text).not.toContain(own);
    },
  );

  it('has notes of decisions for the lawyer, and no note of care or wish even there', () => {
    const text = allText('lawyer');
    expect(text).toContain('内部のメモ');
    for (const own of ['体調のメモ', '異動したい', '申し出 太郎']) expect(text).not.toContain(own);
  });

  it('tells the company of the other side what was found and when, and not how grave', () => {
    expect(JSON.parse(textOf('company', 'decisions.json'))).toEqual([
      { kind: 'approve', at: '2026-10-02T00:00:00.000Z', acts: ['apology-demand'], declaration: true },
    ]);
    expect(textOf('company', 'cover.ja.txt')).not.toContain('重さ');
    expect(textOf('police', 'cover.ja.txt')).toContain('重さ（3が最も重い）: 2');
  });

  it('covers third parties in the copy, and says that it is none of the originals', () => {
    const copy = textOf('company', 'redacted/mail-001.txt');
    expect(copy).toContain('原本ではありません');
    expect(copy).toContain('【伏せ字1】を出せ');
    expect(copy).not.toMatch(/山田\s*花子/);
  });

  it('says that names are covered in copies only where there are copies', () => {
    expect(textOf('company', 'cover.en.txt')).toContain('are replaced by 【伏せ字】');
    expect(textOf('labour-office', 'cover.en.txt')).not.toContain('【伏せ字】');
    expect(textOf('labour-office', 'cover.ja.txt')).not.toContain('【伏せ字】');
  });

  it('tells a mail that is no longer kept from one that could not be read', async () => {
    expect(textOf('company', 'redacted/mail-002.txt')).toContain('no longer kept');
    const mails = evidenceCase().mails.map((mail) => ({ ...mail, raw: RAW, message: null }));
    const files = await composePack(
      { ...evidenceCase(), mails },
      packOrder({ recipient: 'company', purpose: 'notice' }),
    );
    const copy = files.find(({ path }) => path === 'redacted/mail-002.txt')!;
    expect(Buffer.from(copy.bytes).toString('utf8')).toContain('could not be read');
  });

  it.each(['prefecture', 'labour-office', 'company'] as const)('has no trace of an incident for %s', (recipient) => {
    expect(JSON.parse(textOf(recipient, 'mails.json'))).toHaveLength(2);
    expect(allText(recipient)).not.toMatch(/従業員の言葉|怒鳴られた|incident"/);
    expect(textOf(recipient, 'cover.ja.txt')).toContain('メール 2通');
  });

  it('tells a mail that is no longer kept, and one that is not what was noted at receipt', () => {
    expect(JSON.parse(textOf('company', 'mails.json'))).toMatchObject([
      { number: 1, kept: true, unchanged: false },
      { number: 2, kept: false, unchanged: null },
    ]);
  });
});

describe('the summary', () => {
  const summaryFor = (recipient: Recipient, language: 'ja' | 'en' = 'ja') => {
    const order = packOrder({ recipient, purpose: SHARES[recipient].purposes[0]! });
    return allWords(summaryLayout(language, evidenceCase(), order, filesFor(recipient))).join('\n');
  };

  it.each(RECIPIENTS)('is a PDF in both languages for %s, and says no more than the other files', (recipient) => {
    for (const language of ['ja', 'en']) {
      const file = filesFor(recipient).find(({ path }) => path === `summary.${language}.pdf`)!;
      expect(Buffer.from(file.bytes).toString('latin1', 0, 5)).toBe('%PDF-');
      expect(file.what).toBe('summary');
    }
    const words = summaryFor(recipient);
    expect(words).toContain(SHARES[recipient].staffNames ? '例示商事 責任 者子' : '例示商事');
    expect(words.includes('責任 者子')).toBe(SHARES[recipient].staffNames);
    expect(words.includes('重さ')).toBe(recipient !== 'company');
    expect(words.includes('引き継ぎ')).toBe(recipient === 'lawyer');
    for (const own of ['内部のメモ', '体調のメモ', '異動したい', '怒鳴られた', '山田花子', 'tanaka'])
      expect(words).not.toContain(own);
  });

  it('names every mail with its hash, in parts that can be read, and the first ones of many', () => {
    expect(summaryFor('company', 'en')).toContain(`${'f'.repeat(32)}\n${'f'.repeat(32)}`);
    const mails = Array.from({ length: 300 }, () => evidenceCase().mails[0]!);
    const many = allWords(summaryLayout('ja', { ...evidenceCase(), mails }, packOrder(), [])).join('\n');
    expect(many).toContain('メール 300通');
    expect(many).toContain('はじめの200通です');
  });
});

describe('where a mail came in', () => {
  const mails = evidenceCase().mails.slice(0, 1);
  const whole = { ...evidenceCase(), mails: [{ ...mails[0]!, kind: 'handed-in' as const, source: '@hand-in' }] };
  it.each([
    ['lawyer', true],
    ['police', true],
    ['prefecture', false],
    ['labour-office', false],
    ['court', true],
    ['company', false],
  ] as const)('%s is told: %s', async (recipient, told) => {
    const files = await composePack(whole, packOrder({ recipient, purpose: SHARES[recipient].purposes[0]! }));
    const [mail] = JSON.parse(Buffer.from(files.find(({ path }) => path === 'mails.json')!.bytes).toString('utf8'));
    expect(mail.kind).toBe(told ? 'handed-in' : 'received');
    for (const key of ['source', 'uid', 'uidValidity']) expect(key in mail).toBe(told);
    const data = files.filter(({ what }) => what !== 'read-me').map(({ bytes }) => Buffer.from(bytes).toString('utf8'));
    expect(data.join('\n').includes('hand-in')).toBe(told);
  });
});

describe('of packs made before', () => {
  const rows = (['police', 'prefecture', 'lawyer'] as const).map((recipient, nth) => ({
    ...evidenceCase().custody[0]!,
    seq: nth,
    action: 'case.evidence',
    details: { recipient, purpose: 'report', sha256: 'f'.repeat(64), redactions: 0, consent: true },
  }));
  const [police, prefecture, lawyer] = rows.map(({ details }) => details);
  const { consent: _, ...own } = prefecture!;
  it.each([
    ['lawyer', [police, prefecture, lawyer]],
    ['police', [police, {}, {}]],
    ['prefecture', [{}, own, {}]],
  ] as const)('%s is told what concerns it', async (recipient, told) => {
    const files = await composePack({ ...evidenceCase(), custody: rows }, packOrder({ recipient, purpose: 'advice' }));
    const custody = files.find(({ path }) => path === 'custody.json')!;
    const found: { details: object; hash: string }[] = JSON.parse(Buffer.from(custody.bytes).toString('utf8'));
    expect(found.map(({ details }) => details)).toEqual(told);
    expect(found.map(({ hash }) => hash)).toEqual(rows.map(({ hash }) => hash));
  });
});

describe('what a pack says of itself', () => {
  const NIGHT = new Date('2026-09-30T15:00:00Z'); // midnight in Tokyo
  const [mail, , incident] = evidenceCase().mails;
  const textsOf = async (whole: Partial<ReturnType<typeof evidenceCase>>, order: Parameters<typeof packOrder>[0]) => {
    const files = await composePack({ ...evidenceCase(), ...whole }, packOrder(order));
    const read = (path: string) => Buffer.from(files.find((one) => one.path === path)!.bytes).toString('utf8');
    return { read, cover: (language: 'ja' | 'en') => read(`cover.${language}.txt`) };
  };

  it('counts the places that were covered, and says so where none was', async () => {
    const company = { recipient: 'company', purpose: 'notice' } as const;
    const { cover } = await textsOf({ mails: [mail!] }, company);
    expect(cover('ja')).toContain('氏名などを1か所、【伏せ字】に置き換えています');
    expect(cover('en')).toContain('at 1 place.');
    const none = await textsOf({ mails: [mail!] }, { ...company, redactions: ['鈴木'] });
    expect(none.cover('ja')).toContain('本文の写しで置き換えた言葉はありません');
    expect(none.cover('ja')).not.toContain('【伏せ字】');
    expect(none.cover('en')).toContain('nothing was replaced');
  });

  it('never calls what was reported a mail as it was received', async () => {
    const { read, cover } = await textsOf({ mails: [incident!] }, { recipient: 'police', purpose: 'report' });
    expect(cover('ja')).toContain('■ 届け出（メールではないもの） 1件');
    expect(cover('ja')).not.toMatch(/受信|メール \d/);
    expect(cover('en')).not.toMatch(/as they were received|Mails:|Received:/);
    expect(read('redacted/mail-001.txt')).toContain('届け出の日時 / Handed in: 2026-10-01 09:00:00 (Asia/Tokyo)');
    expect(read('redacted/mail-001.txt')).not.toMatch(/受信|差出人/);
    const both = await textsOf({ mails: [mail!, incident!] }, { recipient: 'police', purpose: 'report' });
    expect(both.cover('ja')).toContain('■ メール 1通、届け出（メールではないもの） 1件');
  });

  it('tells a day as a day, and never an hour that nobody named', async () => {
    const [report] = evidenceCase().reports;
    const reports = [{ ...report!, happenedAt: NIGHT, happenedAbout: 'day' as const }];
    const { read } = await textsOf({ reports }, { recipient: 'lawyer', purpose: 'advice' });
    const told = JSON.parse(read('consultation.json'));
    expect(told).toMatchObject({ happenedOn: '2026-10-01', happenedAbout: 'day', timeZone: 'Asia/Tokyo' });
    expect(told).not.toHaveProperty('happenedAt');
  });

  it('has times as the clocks of the company show them, and names whose they are', async () => {
    const { read, cover } = await textsOf({ mails: [mail!] }, { recipient: 'police', purpose: 'report' });
    for (const language of ['ja', 'en'] as const) {
      expect(cover(language)).toContain('2026-10-01 09:00:00 (Asia/Tokyo)');
      expect(cover(language)).not.toMatch(/\d{2}:\d{2}(?:\.\d+)?Z/);
    }
    expect(read('redacted/mail-001.txt')).toContain('日時 / Date: 2026-10-01 09:00:00 (Asia/Tokyo)');
    expect(read('redacted/mail-001.txt')).not.toMatch(/T\d{2}:\d{2}:\d{2}/);
  });

  it('has what was added and answered later in its words', async () => {
    const [report] = evidenceCase().reports;
    const at = new Date('2026-10-01T05:00:00Z');
    const notes = [
      { author: 'answerer' as const, by: '窓口', words: 'いつのことですか。', at },
      { author: 'reporter' as const, by: '', words: '月曜の夕方です。', at },
    ];
    const { read } = await textsOf({ reports: [{ ...report!, notes }] }, { recipient: 'lawyer', purpose: 'advice' });
    expect(JSON.parse(read('consultation.json')).added).toMatchObject([
      { from: 'answerer', words: 'いつのことですか。' },
      { from: 'reporter', words: '月曜の夕方です。' },
    ]);
  });

  it('names who hands it over: the company, and whoever made it where they may be named', () => {
    const order = packOrder({ recipient: 'police' });
    expect(senderOf(order)).toBe('例示商事 責任 者子');
    expect(senderOf({ ...order, company: { ...order.company, name: '' } })).toBe('責任 者子');
    expect(senderOf({ ...order, recipient: 'company', company: { ...order.company, name: '' } })).toBe('');
  });
});

describe('for what somebody is given evidence', () => {
  it.each([
    ['lawyer', ['advice', 'claim', 'report', 'notice']],
    ['police', ['advice', 'report']],
    ['labour-office', ['advice', 'inspection']],
    ['prefecture', ['advice', 'report', 'inspection']],
    ['court', ['claim']],
    ['company', ['notice']],
  ] as const)('%s', (recipient, purposes) => {
    expect(PURPOSES.filter((one) => suits(recipient, one))).toEqual(purposes);
  });
});

describe('a pack', () => {
  it.each(RECIPIENTS)('for %s is whole, and the same when it is made again of the same', async (recipient) => {
    const order = packOrder({ recipient, purpose: SHARES[recipient].purposes[0]! });
    const [one, two] = [await makePack(evidenceCase(), order), await makePack(evidenceCase(), order)];
    expect(one.bytes.equals(two.bytes)).toBe(true);
    expect(await verifyPack(one.bytes, two.sha256)).toMatchObject({ problems: [], manifest: { recipient } });
  });

  it('has paths that every system can write', async () => {
    for (const { path } of filesFor('lawyer')) expect(path).toMatch(/^[\w.-]+(?:\/[\w.-]+)?$/);
  });
});
