import { parseEndings } from '../endings/index.ts';
import { fold } from '../words/index.ts';
import type { Head, Scan } from './head.ts';
import { isNoun } from './tokens.ts';

const GOES = /^(?:行く|いく|来る|くる|伺う|参る|上がる|向かう|出かける|駆けつける)$/;
const I_ROW = 'いきぎしちにびみり';
const U_ROW = 'うくぐすつぬぶむる';
const E_ROW = 'えけげせてねべめれ';

/** 火をつけに行く, 頭を下げに来い: a verb's joining form that kuromoji takes for a noun. */
export function purpose({ text, tokens, isBoundary }: Scan, i: number): Head | null {
  const token = tokens[i]!;
  if (!isNoun(token) || tokens[i - 1]?.surface !== 'を' || tokens[i + 1]?.surface !== 'に') return null;
  if (!GOES.test(tokens[i + 2]?.lemma ?? '')) return null;
  const last = token.surface.at(-1)!;
  const row = I_ROW.indexOf(last);
  if (row < 0 && !E_ROW.includes(last)) return null;
  const endings = parseEndings(text, token.end, [['', 'I']], isBoundary);
  if (endings === null || endings.names.length < 2) return null;
  const lemma = row < 0 ? `${token.surface}る` : token.surface.slice(0, -1) + U_ROW[row];
  return { start: token.start, end: token.end, lemma: fold(lemma), kind: 'verb', endings };
}
