import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import kuromoji from 'kuromoji';
import { expect, inject, it } from 'vitest';
import { readCorpus } from '../../src/lab/index.ts';
import { fold, loadTokenizer } from '../../src/text/index.ts';
import { pieces } from '../../src/text/pieces.ts';
import { shipped } from '../../src/util/paths.ts';

const folder = shipped('test/corpus');
const trainingFiles = readdirSync(folder).filter((name) => /^train-.*\.jsonl$/.test(name));

// In short, other mails each time.
const seed = Date.now() % 1_000_000;
const EACH = inject('atLength') ? 1 : 8;

/** What our tokenizer shows kuromoji of training mails. */
const shown = trainingFiles
  .flatMap((name) => readCorpus(readFileSync(join(folder, name), 'utf8'), name).rows)
  .filter((_, place) => place % EACH === seed % EACH)
  .flatMap(({ subject, body }) =>
    pieces(fold(`${subject}\n${body}`).text)
      .filter(({ known }) => known)
      .map(({ text }) => text),
  );

it(`cuts as kuromoji itself does, feature for feature (seed ${seed})`, { timeout: 600_000 }, async () => {
  const dicPath = join(dirname(createRequire(import.meta.url).resolve('kuromoji/package.json')), 'dict');
  const stock = await new Promise<kuromoji.Tokenizer<kuromoji.IpadicFeatures>>((resolve, reject) => {
    kuromoji.builder({ dicPath }).build((error, tokenizer) => (error ? reject(error) : resolve(tokenizer)));
  });
  const tokenize = await loadTokenizer();
  expect(shown.length).toBeGreaterThan(1000 / EACH);
  for (const text of [...shown, ...ODD]) expect(tokenize(text), text).toEqual(tokensOf(stock, text));
});

/** Every unit of the basic plane beside words, and pictures in runs, which kuromoji counts in its own way. */
const ODD = [
  ...Array.from({ length: 0xffff }, (_, unit) => `あ${String.fromCharCode(unit + 1)}死ね`),
  ...['💢💢', '「💢💢」と', '♀💢だ', '早く💢💢💢死ね💢', '𠮷田(😏)', '(😏?💢)♀早く'],
].flatMap((text) =>
  pieces(text)
    .filter(({ known }) => known)
    .map((piece) => piece.text),
);

/** One unknown token where kuromoji throws or loses characters. */
function tokensOf(stock: kuromoji.Tokenizer<kuromoji.IpadicFeatures>, text: string): unknown[] {
  const given = (feature: string | undefined) => (feature === undefined || feature === '*' ? null : feature);
  let words: kuromoji.IpadicFeatures[] = [];
  try {
    words = stock.tokenize(text);
  } catch {}
  const unknown = [{ surface_form: text, basic_form: text, pos: text.trim() === '' ? '空白' : '未知語' }];
  const isWhole = words.map(({ surface_form }) => surface_form).join('') === text;
  let at = 0;
  return (isWhole ? words : (unknown as kuromoji.IpadicFeatures[])).map((word) => {
    const surface = word.surface_form;
    at += surface.length;
    return {
      start: at - surface.length,
      end: at,
      surface,
      lemma: given(word.basic_form) ?? surface,
      reading: given(word.reading),
      pos: [word.pos, word.pos_detail_1, word.pos_detail_2, word.pos_detail_3].filter((pos) => given(pos) !== null),
      conjugationType: given(word.conjugated_type),
      conjugation: given(word.conjugated_form),
    };
  });
}
