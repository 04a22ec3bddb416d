import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { chronologyOf } from '../../../src/response/dossier/chronology.ts';
import { policyOn } from '../../../src/response/dossier/dossier.ts';
import { dossierLayout } from '../../../src/response/dossier/layout.ts';
import { DOSSIER_WORDS } from '../../../src/response/dossier/writing.ts';
import { unzip } from '../../../src/response/evidence/unzip.ts';
import {
  DOSSIER_RECIPIENTS,
  type Dossier,
  type DossierRecipient,
  makeDossier,
  TRADING_TAGS,
  verifyPack,
} from '../../../src/response/index.ts';
import { allWords } from '../../../src/response/letters/blocks.ts';
import { discountCase, discountDossier, dossierOrder, LETTER_PDF } from './samples.ts';

const textFor = (recipient: DossierRecipient, language: 'ja' | 'en' = 'ja', dossier: Dossier = discountDossier()) =>
  allWords(dossierLayout(language, dossier, dossierOrder({ recipient }))).join('\n');

/** Written out apart from the program's own table: who reads what is a promise. */
const THEIRS = [
  '半額にしないなら',
  '注意のあとも続いた',
  '書面でお願いします',
  '通常の交渉だった',
  '電話でも半額を',
  '来期の単価の協議',
  '話すことはないと言われた',
];
const OURS = [
  '値引きの覚え書き',
  '社内で確かめた条項',
  '意見書の中身',
  '弁護士の答え',
  '警告の前に聞いたこと',
  '社内の評価',
];
const NEVER = ['体調のメモ', '被害 花子', '本人のこと'];
const STAFF = ['責任 者子', '起案 一郎', '承認 二郎', '確定 五郎'];

describe('the PDF of a record', { timeout: 120_000 }, () => {
  it.for(Array.from({ length: 6 }, (_, more) => more * 3))(
    'leaves no heading at the foot of a page: %i facts more',
    async (more, context) => {
      const entry = discountCase().entries[0]!;
      const one = discountCase({ entries: Array.from({ length: 1 + more }, () => entry) });
      const { files } = await makeDossier(discountDossier({ cases: [one] }), dossierOrder({ recipient: 'court' }));
      const pdf = files.find(({ path }) => path === 'dossier.ja.pdf')!.bytes;
      const { stdout, error } = spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' });
      if (error) return context.skip('pdftotext cannot be had here');
      const headings = new Set(Object.values(DOSSIER_WORDS.ja.chapters));
      const feet = stdout.split('\f').map((page) =>
        page
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean)
          .slice(0, -2)
          .at(-1),
      );
      expect(feet.length).toBeGreaterThan(3);
      for (const last of feet) expect(headings.has(last ?? '') || /^日時\s+案件/.test(last ?? '')).toBe(false);
    },
  );
});

describe('what a record of rules and deeds tells', () => {
  it.each([
    ['lawyer', [...THEIRS, ...OURS, ...STAFF], NEVER],
    ['court', [...THEIRS, ...STAFF], [...OURS, ...NEVER]],
    ['labour-office', [], [...THEIRS, ...OURS, ...NEVER, ...STAFF]],
  ] as const)('%s', (recipient, told, not) => {
    const text = textFor(recipient);
    for (const words of told) expect(text).toContain(words);
    for (const words of not) expect(text).not.toContain(words);
    for (const all of [
      '「警告書」',
      '措置の決まり：第1版',
      '内容証明郵便',
      '医師・保健師',
      'warning の基準',
      '協議を申入れ（電話、返事の期限 2026-10-20）',
      '応じないとの返事',
    ])
      expect(text).toContain(all);
  });

  it('says in both languages what it leaves out, and has each chapter in its table of contents', () => {
    for (const language of ['ja', 'en'] as const) {
      const { body } = dossierLayout(language, discountDossier(), dossierOrder({ recipient: 'court' }));
      const chapters = body.filter((block) => block.kind === 'paragraph' && block.chapter);
      expect(chapters).toHaveLength(Object.keys(DOSSIER_WORDS[language].chapters).length);
      expect(body.some((block) => block.kind === 'paragraph' && block.contents)).toBe(true);
      expect(textFor('court', language)).toContain(DOSSIER_WORDS[language].leftOut.ours);
      expect(textFor('court', language)).not.toContain(DOSSIER_WORDS[language].leftOut.names);
    }
  });

  it('names laws of fair trading to a lawyer alone, as points to look at', () => {
    for (const language of ['ja', 'en'] as const) {
      expect(textFor('lawyer', language)).toContain(DOSSIER_WORDS[language].trading.lead);
      expect(textFor('lawyer', language)).toContain(TRADING_TAGS['no-talks'].look[language]);
      for (const other of ['court', 'labour-office'] as const)
        expect(textFor(other, language)).not.toContain(TRADING_TAGS['no-talks'].where[language]);
    }
  });

  it('says how many cases of a counterparty it does not tell of, and why', () => {
    const leftOut = { open: 1, dismissed: 2, care: 3, wish: 0, consent: 0, others: 4, older: 0 };
    const text = textFor('lawyer', 'ja', discountDossier({ leftOut }));
    for (const line of [
      'まだ判断していない案件 1件',
      '却下した案件 2件',
      '済んでいない案件 3件',
      '別の人が扱う案件 4件',
    ])
      expect(text).toContain(line);
    expect(text).not.toContain('同意を確かめていない案件');
  });

  it('says of a rule whether it is older than the case to which it was applied', () => {
    expect(textFor('court')).toContain('決まりは案件より前からあります');
    const cases = [discountCase({ openedAt: new Date('2026-08-01T00:00:00Z') })];
    expect(textFor('court', 'ja', discountDossier({ cases }))).toContain('決まりは案件が始まったあとに作られています');
  });

  it('names the version of the policy that held when it was decided, not a later one', () => {
    expect(textFor('court')).toContain('方針：第1版（2026-09-01から）');
    expect(policyOn(discountDossier().policies, '2026-08-31')).toBeNull();
  });
});

describe('its chronology', () => {
  const events = chronologyOf(discountDossier(), dossierOrder(), DOSSIER_WORDS.ja);
  const places = (starts: readonly string[]) =>
    starts.map((start) => events.findIndex(({ what }) => what.startsWith(start)));

  it('is in the order in which things happened, as the clocks of the company show it', () => {
    expect(events.find(({ what }) => what === 'メールを受信')!.when).toBe('2026-10-05 09:30'); // 00:30 in UTC
    const found = places([
      '事実の記録',
      'メールを受信',
      '当社から返信',
      '会社の判断',
      '弁護士に相談',
      '措置「警告書」（決まり 第1版）を提案',
      '文書1「警告」を承認',
      '文書1「警告」を発送',
      '文書1「警告」への返答',
      '相手方から異議',
      '異議への答え',
    ]);
    expect(found).not.toContain(-1);
    expect(found).toEqual(found.toSorted((a, b) => a - b));
  });

  it('has the day on which a letter went out, not that on which somebody wrote it down', () => {
    expect(events.find(({ what }) => what.includes('発送'))!.when).toBe('2026-10-10');
  });
});

it('tells what was struck as struck, with the reason', () => {
  const events = chronologyOf(discountDossier(), dossierOrder(), DOSSIER_WORDS.ja);
  const struck = events.find(({ words }) => words.includes('面会を求められた'))!;
  expect(struck.what).toContain('取り消し線');
  expect(struck.words).toContain('取り消した理由：別の会社のこと');
});

describe('as a pack', () => {
  it.each(DOSSIER_RECIPIENTS)(
    'for %s it is whole, and the same when it is made again of the same',
    async (recipient) => {
      const order = dossierOrder({ recipient });
      const [one, two] = [await makeDossier(discountDossier(), order), await makeDossier(discountDossier(), order)];
      expect(one.bytes.equals(two.bytes)).toBe(true);
      expect(await verifyPack(one.bytes, two.sha256)).toMatchObject({
        problems: [],
        manifest: { recipient, case: '7' },
      });
    },
  );

  it('shows a changed byte, and has the letters that went out as they are', async () => {
    const { bytes } = await makeDossier(discountDossier(), dossierOrder());
    const files = await unzip(bytes);
    expect(files.map(({ path }) => path)).toContain('dossier.ja.pdf');
    expect(files.find(({ path }) => path === 'letters/case-7-letter-1.pdf')!.bytes).toEqual(LETTER_PDF);
    const changed = Buffer.from(bytes);
    changed[changed.indexOf('%PDF-1.7 letter') + 3]! ^= 1;
    const { problems } = await verifyPack(changed, null);
    expect(problems).toContainEqual(expect.objectContaining({ kind: 'changed', path: 'letters/case-7-letter-1.pdf' }));
  });
});
