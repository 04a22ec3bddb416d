import { describe, expect, it } from 'vitest';
import { VERB_FORMS, verbForm } from '../../../src/lab/functional/verbs.ts';

describe('the forms of a verb', () => {
  it.each([
    ['godan in す', '殺す', '殺し 殺して 殺した 殺さ 殺そう 殺せ 殺せ 殺され'],
    ['godan in る', '殴る', '殴り 殴って 殴った 殴ら 殴ろう 殴れ 殴れ 殴られ'],
    ['godan in う', '襲う', '襲い 襲って 襲った 襲わ 襲おう 襲え 襲え 襲われ'],
    ['godan in く', '叩く', '叩き 叩いて 叩いた 叩か 叩こう 叩け 叩け 叩かれ'],
    ['godan in ぐ', '騒ぐ', '騒ぎ 騒いで 騒いだ 騒が 騒ごう 騒げ 騒げ 騒がれ'],
    ['godan in む', '踏む', '踏み 踏んで 踏んだ 踏ま 踏もう 踏め 踏め 踏まれ'],
    [
      'godan 行く',
      '客先に行く',
      '客先に行き 客先に行って 客先に行った 客先に行か 客先に行こう 客先に行け 客先に行け 客先に行かれ',
    ],
    [
      'godan in kana',
      '引きちぎる',
      '引きちぎり 引きちぎって 引きちぎった 引きちぎら 引きちぎろう 引きちぎれ 引きちぎれ 引きちぎられ',
    ],
    ['ichidan', '埋める', '埋め 埋めて 埋めた 埋め 埋めよう 埋めろ 埋めれ 埋められ'],
    ['ichidan in one kanji', '寝る', '寝 寝て 寝た 寝 寝よう 寝ろ 寝れ 寝られ'],
    ['ichidan する behind a noun', '拡散する', '拡散し 拡散して 拡散した 拡散し 拡散しよう 拡散しろ 拡散すれ 拡散され'],
    ['causative', 'やらせる', 'やらせ やらせて やらせた やらせ やらせよう やらせろ やらせれ やらせられ'],
    ['来る', '家に来る', '家に来 家に来て 家に来た 家に来 家に来よう 家に来い 家に来れ 家に来られ'],
    ['くる', 'ついてくる', 'ついてき ついてきて ついてきた ついてこ ついてこよう ついてこい ついてくれ ついてこられ'],
  ])('%s', (_, phrase, forms) => {
    expect(VERB_FORMS.map((form) => verbForm(phrase, form)).join(' ')).toBe(forms);
  });

  it('has none for what is no verb', () => {
    expect(verbForm('包丁', 'て')).toBeNull();
  });
});
