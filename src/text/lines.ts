import type { Span } from './types.ts';

/** A line of a part: `text` without its line break, the span with it. */
export interface Line extends Span {
  readonly text: string;
}

/** Lines that together cover the text; CRLF, LF and CR end one. */
export function linesOf(text: string): Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const { 0: ending, index } of text.matchAll(/\r\n|\n|\r/g)) {
    lines.push({ start, end: index + ending.length, text: text.slice(start, index) });
    start = index + ending.length;
  }
  if (start < text.length) lines.push({ start, end: text.length, text: text.slice(start) });
  return lines;
}

export const isBlank = (line: Line | undefined): boolean => line === undefined || line.text.trim() === '';

/** A line of signs only, as drawn around signatures and between messages: -----, ====, ＿＿＿, ーーー. */
export const isRuler = ({ text }: Line): boolean =>
  text.length <= 200 &&
  /^\s*[\p{P}\p{S}ー\s]{2,}$/u.test(text) &&
  !/[!?！？。、…]/.test(text) &&
  text.trim().length >= 2;
