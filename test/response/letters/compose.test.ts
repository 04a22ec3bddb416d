import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { unzip } from '../../../src/response/evidence/unzip.ts';
import { composeLetter, LETTER_KINDS, LETTER_LANGUAGES, layoutOf, planOf } from '../../../src/response/index.ts';
import { allWords } from '../../../src/response/letters/blocks.ts';
import { altered, appended, DOCUMENT, order, paragraph } from './samples.ts';

const wordsIn = async (docx: Uint8Array) => allWords(await layoutOf(docx)).join('\n');

const AS_LONG_AS_USUAL = {
  recipient: '〒100-0001\n東京都千代田区1-2-3\n株式会社サンプル\n総務部長 髙橋 一郎 様',
  sender: '株式会社みほん\n取締役 営業部長 佐藤 花子',
  contact: '管理部 総務課（電話 03-0000-0000、soumu@example.jp）',
  staff: '購買窓口の担当者（2026年5月1日に対応した者）',
  facts: ['5月1日', '6月2日', '6月9日']
    .map((day) => `2026年${day}　同じ内容のご要望をいただき、お答えしました。`)
    .join('\n'),
  demand: '来期の単価を3割下げること。',
  answer:
    '契約書の別表にある単価のとおりとさせてください。ご事情をうかがえれば、段階的な改定について改めてお答えいたします。',
  request: '当社の従業員に対し、同じ言動をなさらないでください。ご用件は、当社の窓口あてに書面でお寄せください。',
};
const PLACES_ABOVE = 6; // date, recipient and sender with what stands between

describe('a letter', { timeout: 60_000 }, () => {
  it('says what was written, the quotes with their times where the company is, and leaves no place unfilled', async () => {
    const said = await wordsIn((await composeLetter(await order())).docx);
    for (const words of [
      '2026年11月26日',
      '株式会社サンプル\n総務部長 髙橋 一郎 様',
      '当社が該当すると判断した行為：不当な謝罪の要求',
      '2026年11月24日 15:05',
      '「土下座しろ」',
      '2026年11月26日 00:30',
      '「【伏せ字1】を出せ」',
      '2026年12月10日までに',
    ])
      expect(said).toContain(words);
    expect(said).not.toMatch(/[{}]/);
  });

  it.each(LETTER_KINDS.flatMap((kind) => LETTER_LANGUAGES.map((language) => [kind, language] as const)))(
    'can be made of each shipped template, with all and with the least: %s in %s',
    async (kind, language) => {
      const full = await composeLetter(await order(kind, language, { written: AS_LONG_AS_USUAL }));
      expect(await wordsIn(full.docx)).not.toMatch(/[{}]|[A-Z]{6}/); // no place and no name of a constant
      expect(
        Buffer.from(full.pdf)
          .toString('latin1')
          .match(/\/Type\s*\/Page\b/g),
      ).toHaveLength(1);
      const days = { date: '2026-11-26', 'reply-by': null, effective: null };
      const { needs } = planOf(kind);
      const written = Object.fromEntries(
        Object.entries(AS_LONG_AS_USUAL).map(([field, words]) => [field, needs.includes(field as never) ? words : '']),
      ) as typeof AS_LONG_AS_USUAL;
      const bare = { ...(needs.includes('quotes') ? {} : { quotes: [] }), acts: [], clause: null, rule: null };
      const least = await layoutOf(
        (await composeLetter(await order(kind, language, { ...bare, written, days: days as never }))).docx,
      );
      expect(allWords(least).join('\n')).not.toMatch(/[{}]|undefined|null/);
      const gaps = least.body.map((one) => one.kind === 'paragraph' && one.runs.length === 0);
      const beneath = gaps.lastIndexOf(false, gaps.length - 1); // who it is for and from stand apart, and are never empty
      expect(gaps.slice(PLACES_ABOVE, beneath).some((gap, place, all) => gap && all[place + 1])).toBe(false);
    },
  );

  it('names neither a label nor a procedure that whoever drafted it has not', async () => {
    for (const kind of ['warning', 'termination', 'immediate-termination'] as const) {
      const full = await wordsIn((await composeLetter(await order(kind))).docx);
      expect(full).toContain('あらかじめ定めた手順（措置の決まり 第2版、2026年10月1日）により');
      expect(full).toContain('権利を留保いたします');
      expect(full).toContain('ご異議がある場合は、2026年12月10日までに、お知らせください');
      const bare = await wordsIn((await composeLetter(await order(kind, 'ja', { acts: [], rule: null }))).docx);
      expect(bare).not.toMatch(/手順|該当すると判断/);
    }
    expect(await wordsIn((await composeLetter(await order('cooperation'))).docx)).not.toMatch(
      /該当すると判断|だけに用い/,
    );
  });

  it('is the same to the byte when it is made again', async () => {
    const [one, two] = [await composeLetter(await order()), await composeLetter(await order())];
    expect([two.docxSha256, two.pdfSha256]).toEqual([one.docxSha256, one.pdfSha256]);
    const other = await composeLetter(await order('notice', 'ja', { reference: '8' }));
    expect(other.docxSha256).not.toBe(one.docxSha256);
  });

  it('takes words of strangers as words: braces, XML and signs that turn text round', async () => {
    const words = '{差出人}{#引用}<w:br/>&amp;</w:t>\u202e逆\u200b\u0000\u{e0041} {/引用}';
    const made = await composeLetter(await order('notice', 'ja', { quotes: [{ at: new Date(0), words, told: null }] }));
    const said = await wordsIn(made.docx);
    expect(said).toContain('{差出人}{#引用}<w:br/>&amp;</w:t>〓逆〓〓〓 {/引用}');
    const parts = new Map((await unzip(made.docx)).map(({ path, bytes }) => [path, Buffer.from(bytes!).toString()]));
    expect(parts.get(DOCUMENT)).not.toContain('\u202e');
  });

  it('names nobody of ours in the properties of its file', async () => {
    const template = await altered({
      'docProps/core.xml': '<cp:coreProperties xmlns:dc="x"><dc:creator>山田 花子</dc:creator></cp:coreProperties>',
    });
    const made = await composeLetter(await order('notice', 'ja', { template }));
    for (const { bytes } of await unzip(made.docx)) expect(Buffer.from(bytes!).toString('utf8')).not.toContain('花子');
  });

  it('says which letters the PDF cannot set', async () => {
    const made = await composeLetter(
      await order('notice', 'ja', { quotes: [{ at: new Date(0), words: '死ね😡️🔪髙﨑𠮷①㈱', told: null }] }),
    );
    expect(made.unset).toEqual(['😡', '🔪']);
  });

  it('reads lists, headings, headers and page numbers of the company’s own template', async () => {
    const template = await altered({
      ...appended(
        '<w:p><w:pPr><w:sectPr><w:headerReference r:id="rheader9"/><w:footerReference w:type="default" r:id="rfooter9"/></w:sectPr></w:pPr></w:p>' +
          '<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val="40"/></w:rPr><w:t>見出し</w:t></w:r></w:p>' +
          '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="9"/></w:numPr></w:pPr><w:r><w:t>一つめ</w:t></w:r></w:p>'.repeat(
            2,
          ) +
          '<mc:AlternateContent><mc:Choice><w:p><w:r><w:t>一度だけ</w:t></w:r></w:p></mc:Choice><mc:Fallback><w:p><w:r><w:t>一度だけ</w:t></w:r></w:p></mc:Fallback></mc:AlternateContent>',
      ),
      'word/numbering.xml':
        '<w:numbering><w:abstractNum w:abstractNumId="3"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="第%1"/></w:lvl></w:abstractNum><w:num w:numId="9"><w:abstractNumId w:val="3"/></w:num></w:numbering>',
      'word/header9.xml': `<w:hdr>${paragraph('株式会社みほん 総務部')}</w:hdr>`,
      'word/footer9.xml':
        '<w:ftr><w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p></w:ftr>',
      'word/_rels/document.xml.rels': (text) =>
        text
          .replace(/<Relationship [^>]*numbering[^>]*\/>/, '')
          .replace(
            '</Relationships>',
            `${['numbering', 'header9', 'footer9']
              .map(
                (name) => `<Relationship Id="r${name}" Type="http://x/${name.replace('9', '')}" Target="${name}.xml"/>`,
              )
              .join('')}</Relationships>`,
          ),
    });
    const layout = await layoutOf(template);
    expect(layout.body).toContainEqual(
      expect.objectContaining({
        align: 'center',
        runs: [expect.objectContaining({ bold: true, size: 20, text: '見出し' })],
      }),
    );
    expect(layout.body.flatMap((one) => (one.kind === 'paragraph' ? (one.marker ?? []) : []))).toEqual(['第1', '第2']);
    expect(
      allWords(layout)
        .join('|')
        .match(/一度だけ/g),
    ).toHaveLength(1);
    expect(allWords({ ...layout, body: [] })).toEqual(['株式会社みほん 総務部', '']);
    expect(layout.footer).toMatchObject([{ runs: [{ page: 'PAGE' }] }]);
  });
});

describe('the PDF of a letter', { timeout: 60_000 }, () => {
  const hasPoppler = spawnSync('pdftoppm', ['-v']).error === undefined;

  /** Black pixels of each row of a page, of a picture with one byte a pixel. */
  function ink(pdf: Uint8Array): number[] {
    const folder = mkdtempSync(join(tmpdir(), 'komainu-letter-'));
    try {
      writeFileSync(join(folder, 'a.pdf'), pdf);
      spawnSync('pdftoppm', ['-gray', '-r', '100', '-singlefile', join(folder, 'a.pdf'), join(folder, 'a')]);
      const picture = readFileSync(join(folder, 'a.pgm'));
      const [head, width, height] = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(picture.toString('latin1', 0, 40))!;
      const pixels = picture.subarray(head.length);
      return Array.from({ length: Number(height) }, (_, row) =>
        pixels
          .subarray(row * Number(width), (row + 1) * Number(width))
          .reduce((sum, one) => sum + (one < 128 ? 1 : 0), 0),
      );
    } finally {
      rmSync(folder, { recursive: true });
    }
  }
  const pdfWith = async (answer: string) => {
    const plain = await order('refusal', 'ja');
    return (await composeLetter({ ...plain, quotes: [], written: { ...plain.written, answer } })).pdf;
  };

  const LINES_AFTER = 5; // of a refusal, behind its answer

  // Text can be taken out of a PDF whose letters are blank: only a picture tells.
  it('shows its letters, each of them, in a picture', async (context) => {
    if (!hasPoppler) return context.skip('pdftoppm cannot be had here');
    const letters = ['', '漢', 'あ', 'ア', 'ﾊ', '髙', '𠮷', '①', '㈱', '～', '「', 'A', 'é', '〓', '—', '们', '嘅'];
    const rows = ink(await pdfWith(letters.map((letter) => `国${letter.repeat(8)}`).join('\n')));
    const lines: number[] = []; // ink of each line of the page
    for (const [row, dots] of rows.entries()) {
      if (dots === 0) continue;
      if (rows[row - 1] === 0) lines.push(0);
      lines.push(lines.pop()! + dots);
    }
    const first = lines.findIndex((_, place) => lines.length - place === letters.length + LINES_AFTER);
    const plain = lines[first]!;
    letters.slice(1).forEach((letter, place) => {
      expect({ letter, shown: lines[first + place + 1]! - plain > 20 }).toEqual({ letter, shown: true });
    });
  });

  it('breaks Japanese lines without a hyphen, and begins none with a sign that ends a sentence', async (context) => {
    if (!hasPoppler) return context.skip('pdftoppm cannot be had here');
    const folder = mkdtempSync(join(tmpdir(), 'komainu-letter-'));
    try {
      for (const shift of [0, 1, 2, 3]) {
        const answer = `${'あ'.repeat(shift)}${'お問い合わせの件ですが、「契約」の範囲を超えるため、お受けできません。'.repeat(8)}`;
        writeFileSync(join(folder, 'a.pdf'), await pdfWith(answer));
        const { stdout } = spawnSync('pdftotext', ['-layout', join(folder, 'a.pdf'), '-'], { encoding: 'utf8' });
        const lines = stdout.split('\n').map((line) => line.trim());
        expect(lines.filter((line) => line.includes('契約') && line.length > 30).length).toBeGreaterThan(3);
        for (const line of lines) {
          expect(line).not.toMatch(/^[、。」）ー]/);
          expect(line).not.toMatch(/[「（]$|-$/);
        }
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
