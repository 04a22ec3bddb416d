import fc from 'fast-check';
import { createColors } from 'picocolors';
import { describe, expect, it } from 'vitest';
import { table } from '../../../src/fronts/cli/terminal/table.ts';
import { clip, clipStart, columns, fold, jsonLine, printable } from '../../../src/fronts/cli/terminal/terminal.ts';

/** Mixtures of what mails hold: half and full width, emoji, combining marks, controls, lone surrogates. */
const text = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      '漢',
      'か',
      'ｶ',
      'ﾞ',
      'Ａ',
      '①',
      '…',
      '👨‍👩‍👧',
      '🇯🇵',
      '́',
      '\u001b',
      '\u202e',
      '\ud83d',
      '\n',
      ' ',
      '㈱',
    ),
    fc.string({ minLength: 1, maxLength: 1, unit: 'binary' }),
  ),
  maxLength: 60,
});

describe('text on a terminal', () => {
  it('holds no control character, direction override or lone surrogate', () => {
    fc.assert(
      fc.property(text, (given) => {
        expect(printable(given)).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Cs}]/u);
      }),
    );
  });

  it('shows where a letter is that shows nothing', () => {
    expect(printable('お\u200bは\u00adよう')).toBe('お\ufffdは\ufffdよう');
    expect(printable('👨‍👩‍👧')).toBe('👨‍👩‍👧'); // joiners inside an emoji stay
  });

  it('is cut to fit, at either side, without cutting characters in two', () => {
    fc.assert(
      fc.property(text.map(printable), fc.integer({ min: 1, max: 40 }), (given, width) => {
        expect(columns(clip(given, width))).toBeLessThanOrEqual(Math.max(width, 1));
        expect(columns(clipStart(given, width))).toBeLessThanOrEqual(Math.max(width, 1));
        expect(given.startsWith(clip(given, width).replace(/…$/, ''))).toBe(true);
        expect(given.endsWith(clipStart(given, width).replace(/^…/, ''))).toBe(true);
      }),
    );
  });

  it('stays the same when it fits', () => {
    expect(clip('要確認', 6)).toBe('要確認');
    expect(clip('要確認', 5)).toBe('要確…');
    expect(clipStart('受信箱/1.eml', 6)).toBe('…1.eml');
  });

  it('is folded without losing anything but spaces', () => {
    fc.assert(
      fc.property(text.map(printable), fc.integer({ min: 4, max: 40 }), (given, width) => {
        const lines = fold(given, width).split('\n');
        expect(lines.join('').replaceAll(' ', '')).toBe(given.replaceAll(' ', ''));
      }),
    );
  });

  it('is one line of JSON that gives the value back', () => {
    fc.assert(
      fc.property(text, (given) => {
        const line = jsonLine({ given });
        expect(line).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        expect(JSON.parse(line)).toEqual({ given });
      }),
    );
  });
});

describe('a table', () => {
  const io = { colours: createColors(false) };
  const someColumns = [
    { title: '番号 ID', align: 'right' },
    { title: '件名 Subject', most: 20 },
    { title: 'メール' },
  ] as const;

  it('keeps its columns in line whatever stands in them', () => {
    const row = fc.tuple(text, text, text).map((cells) => cells.map(printable));
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 5 }), (rows) => {
        const widths = table(someColumns, rows, io).trimEnd().split('\n').map(columns);
        expect(new Set(widths).size).toBe(1);
      }),
    );
  });

  it('has a head, a row per line and cuts what is too long', () => {
    expect(table(someColumns, [['7', '至急：土下座の要求について（再送）', '1.eml']], io)).toBe(
      [
        '┌─────────┬─────────────────────┬────────┐',
        '│ 番号 ID │ 件名 Subject        │ メール │',
        '│       7 │ 至急：土下座の要求… │ 1.eml  │',
        '└─────────┴─────────────────────┴────────┘',
        '',
      ].join('\n'),
    );
  });
});
