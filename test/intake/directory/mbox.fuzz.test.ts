import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMboxSplitter } from '../../../src/intake/directory/mbox.ts';

const FROM_LINE = 'From taro@example.jp Mon Nov 23 10:00:00 2026\n';

const line = fc.oneof(
  fc.constantFrom('', 'From here on all is well', '>From a quote', FROM_LINE.trim(), 'Subject: x', '>', '>>From'),
  fc.string({ unit: 'grapheme', maxLength: 20 }).map((text) => text.replaceAll('\n', ' ')),
);
/** As a mail is after its blank lines at the end are gone. */
const body = fc.array(line, { minLength: 1, maxLength: 8 }).map((lines) => `${lines.join('\n')}x\n`);

const escaped = (text: string): string => text.replaceAll(/^(>*From )/gm, '>$1');

function split(file: Buffer, cuts: readonly number[]): string[] {
  const splitter = createMboxSplitter(0);
  const mails: string[] = [];
  let at = 0;
  for (const cut of [...cuts, file.length]) {
    const end = Math.max(at, Math.min(cut, file.length));
    for (const { raw } of splitter.push(file.subarray(at, end))) mails.push(Buffer.from(raw).toString());
    at = end;
  }
  for (const { raw } of splitter.end()) mails.push(Buffer.from(raw).toString());
  return mails;
}

describe('an mbox splitter', () => {
  it('gives back the mails that were written, however the file is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(body, { maxLength: 5 }), fc.array(fc.nat(600), { maxLength: 6 }), (bodies, cuts) => {
        const file = Buffer.from(bodies.map((text) => `${FROM_LINE}${escaped(text)}\n`).join(''));
        expect(
          split(
            file,
            cuts.toSorted((a, b) => a - b),
          ),
        ).toEqual(bodies);
      }),
    );
  });

  it('never throws, and names offsets at which a From line stands', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.constant(FROM_LINE), fc.constant('\n'), fc.string()), { maxLength: 20 }),
        (parts) => {
          const file = Buffer.from(parts.join(''));
          const splitter = createMboxSplitter(0);
          for (const { start } of [...splitter.push(file), ...splitter.end()])
            expect(file.toString('latin1', start, start + 5)).toBe('From ');
        },
      ),
    );
  });
});
