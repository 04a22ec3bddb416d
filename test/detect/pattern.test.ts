import { beforeAll, describe, expect, it } from 'vitest';
import { parsePhrase } from '../../src/detect/dictionary/parse-phrase.ts';
import { compilePhrase } from '../../src/detect/dictionary/pattern.ts';
import { PhraseError } from '../../src/detect/dictionary/phrase.ts';
import type { PhraseContext } from '../../src/detect/dictionary/shape-of.ts';
import { kana } from '../../src/detect/kana.ts';
import { fold, loadTokenizer } from '../../src/text/index.ts';

let context: PhraseContext;
beforeAll(async () => {
  context = {
    tokenize: await loadTokenizer(),
    shapes: new Map(),
    words: new Map([['お前', [parsePhrase('お前'), parsePhrase('てめえ')]]]),
  };
});

/** The stretch of `text` that the phrase matches, folded and kana-levelled; null for none. */
function found(phrase: string, text: string): string | null {
  const { ends, literals } = compilePhrase(parsePhrase(phrase), context);
  const written = fold(text).text;
  const searched = { text: kana(written), written };
  const starts = [...written].map((_, start) => start);
  const start = starts.find((at) => ends(searched, at).length > 0);
  const match = start === undefined ? null : searched.text.slice(start, ends(searched, start)[0]);
  if (match !== null)
    expect(
      [literals.rarest, ...literals.others].every((set) => set.some((literal) => match.includes(literal))),
      'a literal of the prefilter',
    ).toBe(true);
  return match;
}

describe('a phrase in dictionary form', () => {
  it.each([
    ['五段', '金を返す', ['金を返せ', '金を返してください', '金を返さない', '金を返そう']],
    ['五段 with っ', '殴る', ['殴った', '殴られたい', '殴れ', '殴ろう']],
    ['五段 with ん', '頼む', ['頼んだ', '頼まない', '頼め']],
    ['行く', '家に行く', ['家に行った', '家に行って', '家に行くぞ']],
    ['一段', '金を見せる', ['金を見せろ', '金を見せて', '金を見せない', '金を見せなさい']],
    ['する', '土下座する', ['土下座しろ', '土下座せよ', '土下座して', '土下座させる']],
    ['来る', '家に来る', ['家に来い', '家に来て', '家に来られる']],
    ['形容詞', '頭が悪い', ['頭が悪くて', '頭が悪かった', '頭が悪すぎる']],
    ['ない', '使えない', ['使えねえ', '使えん', '使えなかった', '使えへん']],
    ['ている', '黙っている', ['黙ってる', '黙っていて', '黙っとる']],
  ])('matches every form of %s', (_, phrase, texts) => {
    for (const text of texts) expect(found(phrase, text), text).not.toBeNull();
  });

  it('matches no other word that begins alike', () => {
    expect(found('殴る', '殴り書き')).toBe('殴り'); // told apart by the word's edges
    expect(found('返す', '返事')).toBeNull();
  });
});

describe('a phrase that may begin with words left out', () => {
  it.each([
    ['(もっと|もう少し)?(お)?安くしろ', 'もっとお安くしろ', 'もっとお安くしろ'],
    ['(もっと|もう少し)?(お)?安くしろ', 'ねえ、お安くしろ', 'お安くしろ'],
    ['(もっと|もう少し)?(お)?安くしろ', '全部安くしろ', '安くしろ'],
    ['(すぐ…)?金返せ', 'すぐにでも金返せ', 'すぐにでも金返せ'],
    ['(!早く)(すぐ)?金返せ', '早く金返せ', '金返せ'],
    ['{文頭}(この)?{お前}が悪い', 'このお前が悪い', 'このお前が悪い'],
    ['{文頭}(この)?{お前}が悪い', 'てめえが悪い', 'てめえが悪い'],
    ['(((金)?を)?今)?返せ', 'を今返せ', 'を今返せ'],
  ])('%s in %s', (phrase, text, match) => {
    expect(found(phrase, text)).toBe(match);
  });
});

describe('a phrase in another form', () => {
  it('is taken as written', () => {
    expect(found('土下座しろ', '土下座しろ')).toBe('土下座しろ');
    expect(found('土下座しろ', '土下座して')).toBeNull();
  });
});

describe('classes of a verb', () => {
  it.each([
    ['詫びる{命令}', ['詫びろ', '詫びなさい', '詫びてくれ', '詫びやがれ', '詫びんかい'], ['詫びます', '詫びた']],
    [
      '払う{命令}',
      ['払え', '払いなさい', '払わんかい', '払ってもらおう'],
      ['払いました', '払わない', '払えない', '払えば'],
    ],
    [
      '払う{否定条件}',
      ['払わないなら', '払わなければ', '払わんかったら', '払わへんのやったら', '払いませんと'],
      ['払うなら', '払わない'],
    ],
    ['殴る{意志}', ['殴ってやる', '殴るぞ', '殴りに行く', '殴ろう', '殴ったろか'], ['殴られた', '殴った']],
    ['謝罪する{命令}', ['謝罪しろ', '謝罪せよ', '謝罪しなさい', '謝罪していただきます'], ['謝罪します']],
  ])('%s', (phrase, matching, others) => {
    for (const text of matching) expect(found(phrase, text), text).not.toBeNull();
    for (const text of others) expect(found(phrase, text), text).toBeNull();
  });
});

describe('what folding and kana do not tell apart', () => {
  it.each([
    ['ばか', 'バカ'],
    ['バカ', 'ﾊﾞｶ'],
    ['{お前}は最低', 'お前は最低'],
    ['誠意…見せろ', '誠意をきちんと見せろ'],
    ['お前(は|、)最低', 'お前、最低'],
  ])('%s matches %s', (phrase, text) => {
    expect(found(phrase, text)).not.toBeNull();
  });

  it('punctuation in a phrase stands for itself', () => {
    expect(found('お前(、|は)最低', 'お前が最低')).toBeNull();
  });

  it('a joint spans a particle, a comma or nothing, and no other word', () => {
    for (const text of ['写真を送れ', '写真、送れ', '写真は、送れ', '写真送れ', '写真のを送れ'])
      expect(found('写真・送れ', text), text).not.toBeNull();
    for (const text of ['写真はもう送れ', '写真。送れ']) expect(found('写真・送れ', text), text).toBeNull();
  });

  it('a gap ends with the sentence and after twelve characters', () => {
    expect(found('誠意…見せろ', '誠意だ。見せろ')).toBeNull();
    expect(found('誠意…見せろ', '誠意いろはにほへとちりぬるをわ見せろ')).toBeNull();
  });
});

describe('a phrase is refused', () => {
  it.each([
    ['a list that is not there', '{誰か}は馬鹿'],
    ['a class without a verb', '馬鹿{命令}'],
    ['a class that stands alone', '{命令}'],
    ['nothing certain', '(馬鹿)?'],
  ])('with %s', (_, phrase) => {
    expect(() => compilePhrase(parsePhrase(phrase), context)).toThrow(PhraseError);
  });
});
