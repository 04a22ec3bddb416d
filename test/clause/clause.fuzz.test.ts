import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, it } from 'vitest';
import { analyse, type Clause, predicatesAmong } from '../../src/clause/index.ts';
import { fold, loadTokenizer, type Tokenize } from '../../src/text/index.ts';
import { readGolden } from './golden.ts';

let tokenize: Tokenize;
beforeAll(async () => {
  tokenize = await loadTokenizer();
});
const read = (text: string): Clause[] => analyse(text, tokenize(text));

const SENTENCES = [
  'お前を殺す。',
  '早く返金して。',
  '返金しないなら店に火をつけるからな。',
  '「殺すぞ」と言われました。',
  '土下座して謝れ。',
  '殺されたいのか?',
  'プロセスを殺すコマンドを教えてください。',
  '担当者は無能だ。',
  'しばいたろか!',
  'ご連絡いただけますでしょうか。',
];
const word = fc.constantFrom(
  ...'お前 社長 を は が に で と の 殺す 殺し 殺さ 殺せ て た たい ない なかっ れる せる ます ません か な ぞ よ ね から なら ば ても つもり こと 「 」 、 。 ! ? 死ね しね 火 つける とか って と言っ つもりは ん だ です コロス ころ'.split(
    ' ',
  ),
);
const text = fc.oneof(
  fc.array(word, { maxLength: 20 }).map((parts) => parts.join('')),
  fc.string({ unit: 'binary', maxLength: 80 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .tuple(fc.constantFrom('っ', 'れる', 'たい', '殺して', 'ない', 'か', '「', '\ud800', 'と言われた'), fc.nat(60))
    .map(([part, times]) => part.repeat(times)),
);

it('gives spans and indices that fit, in order, whatever the text', () => {
  fc.assert(
    fc.property(text, (written) => {
      const clauses = read(written);
      let last = -1;
      for (const { start, end, predicate, args, frames } of clauses) {
        expect(predicate.start).toBeGreaterThan(last);
        expect(predicate.end).toBeGreaterThan(predicate.start);
        expect(start).toBeLessThanOrEqual(predicate.start);
        expect(end).toBeGreaterThanOrEqual(predicate.end);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeLessThanOrEqual(written.length);
        last = predicate.start;
        for (const argument of args) {
          expect(written.slice(argument.start, argument.end)).toBe(argument.text);
          expect(argument.start).toBeGreaterThanOrEqual(start);
          expect(argument.end).toBeLessThanOrEqual(end);
        }
        for (const frame of frames) {
          if ('main' in frame && frame.main !== null) expect(clauses[frame.main]).toBeDefined();
          if (frame.kind === 'conditioned') expect(clauses[frame.by]).toBeDefined();
        }
      }
    }),
    { numRuns: 1500 },
  );
});

const golden = readGolden(join(import.meta.dirname, 'golden.txt')).map(({ sentence }) => sentence);
const found = (written: string): Set<string> => new Set(read(written).map(({ predicate }) => predicate.lemma));
const among = (wanted: ReadonlySet<string>, written: string) => predicatesAmong(wanted, written, tokenize(written));

it('finds no predicate that was not among those the tokens allow', () => {
  const check = (written: string) => {
    const lemmas = found(written);
    expect([...among(lemmas, written)].sort(), written).toEqual([...lemmas].sort());
  };
  for (const sentence of golden) check(sentence);
  const piece = fc.tuple(fc.constantFrom(...golden), fc.nat(), fc.integer({ min: 1, max: 12 }));
  const mixed = fc.array(
    piece.map(([sentence, at, length]) => sentence.slice(at % sentence.length, (at % sentence.length) + length)),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        mixed.map((pieces) => pieces.join('')),
      ),
      check,
    ),
    { numRuns: 3000 },
  );
});

it('reads each of two sentences as if it stood alone', () => {
  fc.assert(
    fc.property(fc.constantFrom(...SENTENCES), fc.constantFrom(...SENTENCES), (first, second) => {
      const alone = read(first);
      const shift = first.length;
      const moved = read(second).map((clause) => shifted(clause, shift, alone.length));
      const tokens = [
        ...tokenize(first),
        ...tokenize(second).map((token) => ({ ...token, start: token.start + shift, end: token.end + shift })),
      ];
      expect(analyse(first + second, tokens)).toEqual([...alone, ...moved]);
    }),
    { numRuns: 100 },
  );
});

it('reads full width, half width and folded text alike', () => {
  const wide = (half: string): string =>
    half.replace(/[!?]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0));
  for (const sentence of SENTENCES) {
    expect(read(wide(sentence)).map(({ predicate, mood }) => [predicate.lemma, mood])).toEqual(
      read(sentence).map(({ predicate, mood }) => [predicate.lemma, mood]),
    );
    expect(read(fold(wide(sentence)).text)).toEqual(read(sentence));
  }
});

it('reads a sentence that is said two hundred times two hundred times', () => {
  const sentence = '返金しないなら店長を刺すぞ。';
  const once = read(sentence).map(({ predicate, mood, target }) => [predicate.lemma, mood, target]);
  const all = read(sentence.repeat(200)).map(({ predicate, mood, target }) => [predicate.lemma, mood, target]);
  expect(all).toEqual(Array.from({ length: 200 }, () => once).flat());
});

function shifted(clause: Clause, by: number, from: number): Clause {
  const move = <T extends { readonly start: number; readonly end: number }>(span: T): T => ({
    ...span,
    start: span.start + by,
    end: span.end + by,
  });
  return {
    ...move(clause),
    predicate: move(clause.predicate),
    args: clause.args.map(move),
    frames: clause.frames.map((frame) => {
      if ('main' in frame && frame.main !== null) return { ...frame, main: frame.main + from };
      return frame.kind === 'conditioned' ? { ...frame, by: frame.by + from } : frame;
    }),
  };
}
