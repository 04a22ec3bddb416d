import { describe, expect, it } from 'vitest';
import { oneEntry } from '../support/dictionary.ts';

const found = oneEntry(['denied', 'condition', 'spoken-of', 'third-party'], 3);

describe('an act that something is held out for', () => {
  const demanded = 'do: [脱ぐ, 座る, 謝る], as: [order, demand], who: theirs';

  it.each([
    '脱いだら許してやる',
    '脱いで謝ったら許してやるよ',
    '膝の上に座ってくれたら発注を増やします',
    '謝るまで許さない',
    '社長が謝るまで帰りません',
    '謝ったら水に流してやる',
    '泣いて謝れば考えてあげる',
    '謝れば?',
  ])('is demanded: %s', async (text) => expect(await found(demanded, text)).toEqual([]));

  it.each(['脱いだら寒かった', '座ったら腰が痛いです', '私が謝ったら許してくれました', '子どもが座るまで待ちました'])(
    'is not demanded: %s',
    async (text) => expect(await found(demanded, text)).toBeNull(),
  );
});

describe('an act that nobody answers for', () => {
  it('is threatened', async () => {
    expect(await found('do: 殴る', '次は殴らない自信がありません')).toEqual([]);
    expect(await found('do: 殴る', '二度と殴らないと約束します')).not.toEqual([]);
  });

  it('is threatened where nobody is to doubt it, or where it is bound to come', async () => {
    expect(await found('do: 殴る', 'まさか殴らないとでも思っているのか')).toEqual([]);
    expect(await found('do: 殴る, as: [oblige]', 'お前を殴ることになるぞ')).toEqual([]);
    expect(await found('do: 殴る, as: [oblige]', '息子は友達を殴ることになりました')).toBeNull();
  });

  it('is not what something is likened to', async () => {
    expect(await found('do: 首を絞める', '首を絞めるようなきつい襟です')).toContain('clause.spoken-of');
  });

  it('is wished of the reader where a favour is wished', async () => {
    expect(await found('do: キスする, as: [wish]', 'キスしてほしい')).toEqual([]);
    expect(await found('do: キスする, as: [wish]', '妻にキスしてほしい')).toBeNull();
  });

  it('is meant where somebody looks forward to it, and not where others do', async () => {
    expect(await found('do: 叩き込む, as: [wish]', 'お前の面に拳を叩き込むのが楽しみだ')).toEqual([]);
    expect(await found('do: 叩き込む, as: [wish]', '選手が球を叩き込むのを見ました')).toBeNull();
  });

  it('is what must be done where nothing less will do', async () => {
    expect(await found('do: へし折る, as: [oblige]', '骨をへし折らないと気が済まない')).toEqual([]);
    expect(await found('do: へし折る, as: [oblige]', '枝をへし折らないと通れない')).toBeNull();
  });

  it('is meant where it makes something so', async () => {
    expect(await found('do: へし折る', '両腕をへし折って働けないようにしてやる')).toEqual([]);
  });
});

describe('a name that is thrown at somebody', () => {
  const noun = 'noun: ハゲ, to: [addressee]';

  it.each(['ハゲが口を出すな', 'ハゲに言われたくない'])('is meant for the reader in %s', async (text) =>
    expect(await found(noun, text)).toEqual([]),
  );

  it.each(['ハゲが治りました', 'ハゲに効く薬をください'])('and for nobody in %s', async (text) =>
    expect(await found(noun, text)).toContain('aim.nobody-addressed'),
  );

  it('so is what one who is asked is said to be', async () => {
    expect(await found('be: 頭が弱い', '頭の弱い方には難しいですか')).toEqual([]);
  });
});
