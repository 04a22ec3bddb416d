import { describe, expect, it } from 'vitest';
import { listsIn, plainPhrase } from '../../../../src/fronts/web/dictionaries/plain-phrase.ts';
import { messagesOf } from '../../../../src/fronts/web/shell/messages.ts';

describe('a phrase in plain words', () => {
  it.each([
    ['土下座しろ', '土下座しろ'],
    ['土下座して(詫びる|謝る)', '土下座して〔詫びる／謝る〕'],
    ['（お）？詫び…{命令}', '〔お／なし〕詫び…〈命令〉'],
    ['{お前}?が(悪い|)', '〔〈お前〉／なし〕が〔悪い／なし〕'],
    ['死ね(!ば|る)', '死ね［後に「ば／る」が続くときを除く］'],
    ['殺す(>気)', '殺す［後に「気」が続くときだけ］'],
    ['写真・(送れ|出せ)', '写真・〔送れ／出せ〕'],
    ['本当\\?', '本当?'],
  ])('%s', (say, plain) => {
    expect(plainPhrase(say, messagesOf('ja'))).toBe(plain);
  });

  it('names the shared lists it refers to, once', () => {
    const lists = new Map([['お前', []]]);
    expect(listsIn(['{お前}が詫びる{命令}', '｛お前｝'], lists)).toEqual(['お前']);
  });
});
