import { describe, expect, it } from 'vitest';
import { oneEntry } from '../support/dictionary.ts';

const found = oneEntry(['denied', 'spoken-of', 'other-thing', 'third-party', 'self'], 3);

describe('what is done to a thing that was named before', () => {
  it.each([
    'この関数、どこからも呼ばれていないので殺します。',
    '軒先に毛虫がたくさんいます。毎朝殺します。',
    'にわに むしが います。まいあさ ころします。',
    '納屋にネズミが出た。腹が立つ。見つけ次第殺す。',
    '沖でヒラマサが釣れました。船の上で殺します。',
    '台所は蚊が多いです。夕方に殺します。',
    '一日に八百本殺す覚悟の人が要ります。',
    'ヒルに血を吸われたとき、塩で殺すか教えてください。',
    '枝の茎を焼いて殺してから水に入れます。',
  ])('is no harm to anybody: %s', async (text) =>
    expect(await found('do: 殺す', text)).toContain('clause.other-thing'),
  );

  it.each([
    '弁当に虫が入っていました。殺します。',
    'ネズミが出た。殺すぞ。',
    'ネズミが出た。殺してやる。',
    'ゴキブリが出た。許せない。殺す。',
    'ゴキブリが出た。店長、見つけ次第殺す。',
    'アプリが動かないので殺します。',
    '店長は毎日います。見つけ次第殺す。',
    '夜道で見つけ次第殺す。',
    'お前を殺して犬に食わせる。',
    '殺して豚に食わせる。',
  ])('a threat beside a thing stays one: %s', async (text) => expect(await found('do: 殺す', text)).toEqual([]));
});

describe('who does it', () => {
  it.each(['この坂は人を殺します', '高速で破裂して人を殺します', 'ブロック塀が倒れて子どもを殺します'])(
    'a thing: %s',
    async (text) => expect((await found('do: 殺す', text)) ?? ['null']).not.toEqual([]),
  );

  it.each(['今日は人を殺します', '次は人を殺す', '倒れても這って行って人を殺します'])('no thing: %s', async (text) =>
    expect(await found('do: 殺す', text)).toEqual([]),
  );

  it("a child that was named first, unless it is the reader's", async () => {
    expect(await found('do: 蹴る', '三歳の子なんですが、暴れて蹴るかもしれません')).not.toEqual([]);
    expect(await found('do: 蹴る', 'お前の娘だが、蹴るかもしれないぞ')).toEqual([]);
  });

  it('nobody where something nearly happened', async () => {
    expect(await found('do: 轢く', '坂道で人を轢くところでした')).toBeNull();
    expect(await found('do: 轢く', 'お前を轢くところだった')).toEqual([]);
  });
});

describe('what the writer suffers', () => {
  it.each(['また来月殺されに行くよ', '遅れたら親方に殺されるだろうから急ぎます', '編集に殺されます'])(
    'is no threat: %s',
    async (text) => expect(await found('do: 殺される', text)).not.toEqual([]),
  );

  it.each(['そのうち誰かに殺されるぞ', 'うちの若い衆に殺されるぞ', '殺されに来い', 'お前は親方に殺されるだろう'])(
    'a warning is one: %s',
    async (text) => expect(await found('do: 殺す', text)).toEqual([]),
  );
});

describe('what an act is spoken of for', () => {
  it.each([
    '氷に沈める、切る、茹でる、といろいろあります',
    '切るとは何ですか',
    '人を切れそうな硬い板です',
    '切るには小さい枝です',
    '枝を切るのに使う鋏です',
    '太い枝だと切るのに一時間かかります',
    '枝を切れる長さの鋏をください',
  ])('is not done: %s', async (text) => expect((await found('do: 切る', text)) ?? ['null']).not.toEqual([]));

  it('what somebody believed to have done is past', async () => {
    expect(await found('do: 殺す', '昨夜殺したつもりが、まだ生きていました')).toBeNull();
    expect(await found('do: 殺す', '今夜殺すつもりです')).toEqual([]);
    expect(await found('do: 切る', 'お前を切るのに使う包丁だ')).toEqual([]);
  });
});
