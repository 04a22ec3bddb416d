import { describe, expect, it } from 'vitest';
import { checkDictionary, compileDictionary, DictionaryError, meaningOf } from '../../src/detect/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { actFile, detectorFor, dictionaryFiles, frameContexts, oneEntry } from '../support/dictionary.ts';

const tokenize = await loadTokenizer();
const expressions = (...lines: string[]) =>
  actFile('other', `expressions:\n${lines.map((line) => `  - ${line}`).join('\n')}`);
const FRAMES = [
  'reported',
  'hearsay',
  'thought',
  'denied',
  'condition',
  'spoken-of',
  'other-thing',
  'third-party',
  'self',
];
const contexts = frameContexts(FRAMES);
const found = oneEntry(FRAMES, 5);

function complaint(fields: string): string {
  try {
    compileDictionary(
      dictionaryFiles({ 'other.yaml': expressions(`{ id: a.b, ${fields}, weight: 5, match: [例] }`) }),
      tokenize,
    );
  } catch (error) {
    expect(error).toBeInstanceOf(DictionaryError);
    return (error as DictionaryError).message;
  }
  throw new Error('nothing was wrong');
}

describe('do: an act is found', () => {
  it.each([
    'お前を殺す。',
    '殺しますよ',
    '店長を殺してやる',
    '殺されたいのか',
    '殺したいです',
    '返事がないなら殺すしかない',
  ])('in %s', async (text) => expect(await found('do: 殺す', text)).toEqual([]));

  it.each([
    ['殺すと言われました', 'reported'],
    ['店員を殺すとのことです', 'hearsay'],
    ['殺されるかと思いました', 'thought'],
    ['殺すつもりはありません', 'denied'],
    ['御社を殺す気も潰す気もありません', 'denied'],
    ['店長を殺したいとかはない', 'denied'],
    ['もしお前を殺したら捕まります', 'condition'],
    ['人を殺す話です', 'spoken-of'],
    ['プロセスを殺します', 'other-thing'],
    ['犯人を殺してやりたい', 'third-party'],
    ['自分を殺したい', 'self'],
  ])('%s is cancelled by %s, and shown', async (text, frame) => {
    expect(await found('do: 殺す', text)).toContain(`clause.${frame}`);
  });

  it.each(['殺すな', '犯人は人を殺した', '殺し文句ですね', '生かしておく'])('not in %s', async (text) =>
    expect(await found('do: 殺す', text)).toBeNull(),
  );

  it('with its object, whatever particle it has, and not with another', async () => {
    for (const text of ['火をつける', '火つけるぞ', '火もつけてやる'])
      expect(await found('do: 火をつける', text)).toEqual([]);
    expect(await found('do: 火をつける', '電気をつける')).toBeNull();
  });

  it('over several clauses', async () => {
    expect(await found('do: 持って行く, of: weapon', '包丁を持って行くぞ')).toEqual([]);
    expect(await found('do: 持って行く, of: weapon', '書類を持って行きます')).toBeNull();
  });
});

it('what is called a fool is a thing, though somebody is addressed', async () => {
  expect(await found('be: 馬鹿', '担当者様、このプリンター本当に馬鹿です')).toContain('clause.third-party');
  expect(await found('be: 馬鹿', '担当者様、本当に馬鹿です')).toEqual([]);
});

describe('who it is, told behind', () => {
  it.each(['馬鹿だったのは私のほうで、住所を間違えました', '受付の方、馬鹿なのは私、夫は知りません'])(
    'the writer: %s',
    async (text) => expect(await found('be: 馬鹿', text)).toContain('clause.self'),
  );

  it.each(['お前が馬鹿なのは俺のせいじゃない', '馬鹿なのはお前のほうだ', '担当が馬鹿なのは私の店でも有名だ'])(
    'somebody else: %s',
    async (text) => expect((await found('be: 馬鹿', text)) ?? []).not.toContain('clause.self'),
  );
});

describe('what is left unsaid was named before', () => {
  it.each([
    '魚を釣ったらすぐに殺す',
    'ネズミが出ました。毒で殺したいです。',
    'イカは生きたまま届きます。殺してから発送します。',
    '不要なセッションを確認してから殺します',
  ])('a thing: %s', async (text) => expect(await found('do: 殺す', text)).toContain('clause.other-thing'));

  it.each([
    'サーバーが落ちてる。殺すぞ',
    'アプリが動かない。殺します。',
    '魚が腐っていた。殺すからな',
    'ゲームを消した店長は許さない。殺します。',
  ])('nobody less than the reader: %s', async (text) => expect(await found('do: 殺す', text)).toEqual([]));
});

describe('an opinion, an urge, what is not settled', () => {
  it.each([
    ['be: 無能', '担当者は無能だと思います'],
    ['be: 無能', '担当者は無能と言わざるを得ません'],
    ['be: 頭が悪い', 'お前は頭が悪いな'],
    ['be: 馬鹿', 'バカはお前だ'],
    ['do: 殺す', '殺されたくなければ謝れ'],
    ['do: 殺す', '殺される前に金を返せ'],
    ['do: 倒産させる', '倒産させるまで止めません'],
    ['do: 殺す', '全員殺してやる'],
  ])('%s counts in %s', async (fields, text) => expect(await found(fields, text)).toEqual([]));

  it('what is said of the writer is their own', async () => {
    expect(await found('be: 頭が悪い', '私は頭が悪い')).toContain('clause.self');
  });

  it('an auxiliary of the entry is asked for', async () => {
    expect(await found('do: 送り続ける', '毎日送り続けてやる')).toEqual([]);
    expect(await found('do: 送り続ける', '明日送ります')).toBeNull();
  });

  it('what it is done with is no other thing', async () => {
    expect(await found('do: 轢き殺す, not_of: [vehicle]', 'お前を車で轢き殺す')).toEqual([]);
  });
});

describe('words that are not what they look like', () => {
  it.each([
    ['do: 殺す', '嫁と子どもも一緒に殺してやる'],
    ['do: 死ぬ, as: order', 'お前ら皆死ね'],
    ['do: 死ぬ, as: order', '皆死ね'],
    ['do: 家に行く, to: addressee', 'お前の家行くぞ'],
    ['do: 呪い殺す', '呪い殺してやる'],
    ['do: 引く, as: order', '三割引け'],
    ['do: 潰す, to: company, as: state', 'お前の会社なんか電話一本で潰せる'],
    ['do: 殺す', 'このままだと人を殺してしまいそうです'],
    ['do: 殺す', '殺すぞって言ってるのがわからないのか'],
    ['be: 使えない, to: addressee', 'ほんと使えないなお前'],
    ['be: 頭が悪い', 'お前どんだけ頭悪いの'],
  ])('%s is found in %s', async (fields, text) => {
    expect(await found(fields, text)).toEqual([]);
  });

  it.each([
    ['be: 猿', '猿よけに窓へ格子を付けました'],
    ['be: お荷物', '荷物のけん、きょうも来なかった'],
    ['be: 阿呆', 'あほほど食べた'],
    ['do: 殴る, as: demand', '受付で殴られたほうがましでした'],
  ])('%s is not found in %s', async (fields, text) => {
    expect(await found(fields, text)).toBeNull();
  });

  it('what is not meant, and what is only arranged for, is cancelled', async () => {
    expect(await found('do: クビにする', '先生をクビにしたいとかじゃない')).toEqual(['clause.denied']);
    expect(await found('do: クビにする', '先生をクビにしたいとか、そういうことではありません')).toEqual([
      'clause.denied',
    ]);
    expect(await found('be: 使えない, to: staff', '田中さん、あれ使えません')).toContain('clause.self');
    expect(await found('be: 使えない', '直るまで使えないようにしておいて')).toContain('clause.third-party');
  });
});

describe('the fields of an entry', () => {
  it('who: what the reader is told to do, not what the writer does', async () => {
    expect(await found('do: 土下座する, who: addressee', '土下座しろ')).toEqual([]);
    expect(await found('do: 土下座する, who: addressee', '土下座させるぞ')).toEqual([]);
    expect(await found('do: 土下座する, who: theirs', '社長は土下座して謝ってください')).toEqual([]);
    expect(await found('do: 土下座する, who: addressee', '私が土下座します')).toBeNull();
  });

  it('as: moods, or what is added to the usual ones and taken from them', async () => {
    expect(await found('do: 爆弾を仕掛ける', '爆弾を仕掛けた')).toBeNull();
    expect(await found('do: 爆弾を仕掛ける, as: +did', '爆弾を仕掛けた')).toEqual([]);
    expect(await found('do: 返金する, who: addressee, as: [order]', '返金しろ')).toEqual([]);
    expect(await found('do: 返金する, who: addressee, as: [order]', '返金してください')).toBeNull();
  });

  it('to: only where a person is named', async () => {
    expect(await found('do: 埋める, to: [addressee, staff]', 'お前を埋めるぞ')).toEqual([]);
    expect(await found('do: 埋める, to: [addressee, staff]', '埋めるぞ')).toContain('clause.third-party');
  });

  it("not_of: nouns of the entry's own", async () => {
    expect(await found('do: 火をつける, not_of: [ストーブ]', 'ストーブに火をつける')).toContain('clause.other-thing');
  });

  it('when: only on a condition', async () => {
    expect(await found('do: 公開する, when: condition', '返金しないなら公開します')).toEqual([]);
    expect(await found('do: 公開する, when: condition', '明日公開します')).toBeNull();
  });

  it('a denied word is found denied, and a plain one either way where polarity says so', async () => {
    expect(await found('do: 許さない', 'お前を許さない')).toEqual([]);
    expect(await found('do: 許さない', 'お前を許す')).toBeNull();
    expect(await found('do: 帰す, polarity: either', '今日は帰さないぞ')).toEqual([]);
  });

  it("be: said of the reader's side, whatever the form", async () => {
    for (const text of ['担当者は無能だ', '無能な担当者', 'お前は無能か'])
      expect(await found('be: 無能', text)).toEqual([]);
    expect(await found('be: 無能', '私は無能です')).toContain('clause.self');
    expect(await found('be: 無能', '担当者は無能ではない')).toContain('clause.denied');
  });

  it('noun: used of somebody', async () => {
    for (const text of ['お前は給料泥棒だ', '担当者は給料泥棒か'])
      expect(await found('noun: 給料泥棒', text), text).toEqual([]);
    expect(await found('noun: クズ', 'クズの店員がいる')).toEqual([]);
    expect(await found('noun: 給料泥棒', '私は給料泥棒です')).toContain('clause.self');
    expect(await found('noun: 給料泥棒', '担当者は給料泥棒ではない')).toContain('clause.denied');
    expect(await found('noun: 給料泥棒', '給料泥棒を題にした本')).toEqual(['aim.nobody-addressed']);
  });
});

describe('an entry that contradicts itself is refused with its place', () => {
  it.each([
    ['say: 例, who: addressee', /who is about do or be/],
    ['note: x', /write do, be, noun or say/],
    ['do: 殺す, as: [+did, ask]', /before all or none/],
    ['do: 殺す, of: [weapon], not_of: [weapon]', /weapon stands under of too/],
    ['do: 殺す, of: [wepon]', /expressions\.0\.of/],
    ['do: 殺す, lang: en', /for Japanese/],
    ['do: ああああ', /not read as a predicate/],
    ['do: いる', /no word of its own/],
    ['do: 殺す, floor: ordinary', /expressions\.0\.floor/],
  ])('%s', (fields, message) => {
    expect(complaint(fields)).toMatch(message);
    expect(complaint(fields)).toMatch(/^other\.yaml:5:/);
  });
});

it('gaps are counted, and told once they are closed', async () => {
  const line = '{ id: a.b, do: 殺す, weight: 5, match: [殺すぞ], gaps: [命が惜しくないようですね, 殺してやる] }';
  const { dictionary } = await detectorFor({ 'other.yaml': expressions(line), 'grammar/contexts.yaml': contexts });
  const { gaps, problems } = checkDictionary(dictionary, tokenize);
  expect(gaps.known).toBe(2);
  expect(gaps.closed).toMatchObject([{ file: 'other.yaml', path: 'expressions.0.gaps.1' }]);
  expect(problems.filter(({ file }) => file === 'other.yaml')).toEqual([]);
});

it('an entry reads as a sentence', async () => {
  const line = '{ id: a.b, do: [土下座する], who: addressee, as: [order, request], weight: 5, match: [土下座しろ] }';
  const { dictionary } = await detectorFor({ 'other.yaml': expressions(line) });
  const rule = dictionary.rules.get('a.b')!;
  expect(rule.kind === 'entry' && meaningOf(rule)).toBe('相手が誰かに「土下座する」と命じる、頼む。見つけたら至急。');
});
