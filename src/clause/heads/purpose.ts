import { type Forms, parseEndings } from '../endings/index.ts';
import { fold } from '../words/index.ts';
import type { Head, Scan } from './head.ts';
import { isNoun } from './tokens.ts';

const JOINING: Forms = [['', 'I']];
const GOES = /^(?:行く|いく|来る|くる|伺う|参る|上がる|向かう|出かける|駆けつける)$/;
const I_ROW = 'いきぎしちにびみり';
const U_ROW = 'うくぐすつぬぶむる';
const E_ROW = 'えけげせてねべめれ';

/** 火をつけに行く, 頭を下げに来い: a verb's joining form that kuromoji takes for a noun. */
export function purpose({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const token = tokens[i]!;
  if (!isNoun(token) || tokens[i - 1]?.surface !== 'を' || tokens[i + 1]?.surface !== 'に') return null;
  if (!GOES.test(tokens[i + 2]?.lemma ?? '')) return null;
  const lemma = plainFormOf(token.surface);
  if (lemma === null) return null;
  const endings = parseEndings(text, token.end, JOINING, isBoundary);
  if (endings === null || endings.names.length < 2) return null;
  return { start: token.start, end: token.end, lemma, kind: 'verb', endings };
}

/** つけ → つける, 下げ → 下げる, 謝り → 謝る; null for what is no joining form. */
export function plainFormOf(joining: string): string | null {
  const last = joining.at(-1)!;
  const row = I_ROW.indexOf(last);
  if (row >= 0) return fold(joining.slice(0, -1) + U_ROW[row]);
  return E_ROW.includes(last) ? fold(`${joining}る`) : null;
}
