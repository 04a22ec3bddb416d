import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AssessedMatch } from '../../../src/detect/index.ts';
import { comparable } from '../../../src/fronts/shared/comparable.ts';
import { partView } from '../../../src/fronts/shared/evidence.ts';
import { hiddenActs, maskingOver } from '../../../src/fronts/shared/masking.ts';
import { inert, inertLine } from '../../../src/fronts/web/shell/inert.ts';
import type { Segment } from '../../../src/text/index.ts';
import { localPath } from '../../../src/util/local-path.ts';
import { assessmentWith, meant } from '../../support/assessment.ts';
import { entryId } from '../../support/ids.ts';

const LABEL = '〔暴力的な言葉〕';
const text = fc.string({ unit: 'binary', maxLength: 60 });
/** Spans lie between characters, as those of an assessment do. */
const spans = (text: string) => {
  const edges = [0];
  for (const character of text) edges.push(edges.at(-1)! + character.length);
  const edge = fc.constantFrom(...edges);
  return fc.array(
    fc.tuple(edge, edge).map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) })),
    { maxLength: 6 },
  );
};
const match = (span: { start: number; end: number }, text: string, act: AssessedMatch['act']): AssessedMatch => ({
  ...span,
  entry: entryId('a.test'),
  act,
  part: 'body',
  text: text.slice(span.start, span.end),
  ...meant(act),
});
const cases = text.chain((written) =>
  fc.record({
    written: fc.constant(written),
    marks: spans(written),
    hidden: spans(written),
    cuts: fc.array(fc.nat(written.length), { maxLength: 4 }),
  }),
);

/** Segments as the text folder gives them: in order, covering everything. */
function segmentsOf(text: string, cuts: readonly number[]): Segment[] {
  const edges = [...new Set([0, ...cuts, text.length])].sort((a, b) => a - b);
  return edges.slice(1).map((end, i) => ({ start: edges[i]!, end, kind: i % 2 ? 'quoted' : 'own' }));
}

describe('the view of a text', () => {
  it('gives the text back, whatever the spans', () => {
    fc.assert(
      fc.property(cases, ({ written, marks, hidden, cuts }) => {
        const matches = marks.map((span) => match(span, written, 'other'));
        const view = partView(
          { id: 'body', text: written },
          segmentsOf(written, cuts),
          matches,
          hidden.map((span) => ({ ...span, label: '〔〕' })),
        );
        expect(view.blocks.flatMap(({ runs }) => runs.map((run) => run.text)).join('')).toBe(written);
      }),
    );
  });

  it('starts and ends each match once, and marks exactly its words where nothing is hidden', () => {
    fc.assert(
      fc.property(cases, ({ written, marks, cuts }) => {
        const matches = marks.filter(({ start, end }) => start < end).map((span) => match(span, written, 'other'));
        const runs = partView({ id: 'body', text: written }, segmentsOf(written, cuts), matches, []).blocks.flatMap(
          (block) => block.runs,
        );
        matches.forEach((one, index) => {
          expect(runs.filter((run) => run.starting.includes(index))).toHaveLength(1);
          expect(runs.filter((run) => run.ending.includes(index))).toHaveLength(1);
          expect(
            runs
              .filter((run) => run.matches.includes(index))
              .map((run) => run.text)
              .join(''),
          ).toBe(one.text);
        });
      }),
    );
  });

  it('never shows a painful word', () => {
    fc.assert(
      fc.property(cases, ({ written, marks }) => {
        const matches = marks
          .map((span) => match(span, written, 'physical-violence'))
          .filter((one) => comparable(one.text).text.length > 1 && !LABEL.includes(one.text)); // one letter: only where found
        const sources = { acts: [], foundActs: [], words: [], assessments: [assessmentWith({ matches })] };
        const masking = maskingOver(sources, hiddenActs(false), 'ja');
        const { blocks } = partView(
          { id: 'body', text: written },
          [],
          matches,
          masking.spans(written, 'body', matches),
        );
        const shown = blocks.flatMap(({ runs }) => runs.map((run) => run.label ?? run.text)).join('');
        for (const one of matches) {
          expect(shown).not.toContain(one.text);
          expect(masking.cover(written)).not.toContain(one.text);
        }
      }),
    );
  });

  it('cuts a long text between characters', () => {
    const view = partView({ id: 'body', text: `a${'😀'.repeat(60_000)}` }, [], [], []);
    expect(view.cut).toBe(20_002);
    expect(view.blocks[0]!.runs[0]!.text).not.toMatch(/\p{Surrogate}/u);
  });
});

describe('text of a stranger', () => {
  it('loses every control, override, unseen character and lone surrogate, and nothing else', () => {
    fc.assert(
      fc.property(
        fc
          .array(fc.oneof(fc.constantFrom('\u200b', '\u2060', '\u3164'), fc.string({ unit: 'binary' })))
          .map((all) => all.join('')),
        (written) => {
          expect(inert(written)).not.toMatch(
            /(?![\n\t])[\p{Cc}\p{Bidi_Control}\p{Surrogate}\u{ad}\u{200b}\u{2060}-\u{2064}\u{3164}\u{feff}]/u,
          );
          expect(inertLine(written)).not.toMatch(/[\n\t]/);
        },
      ),
    );
    expect(inert('山田 👩‍👩‍👧 🏳️‍🌈 ﷺ é क्‍ष می‌خواهم')).toBe('山田 👩‍👩‍👧 🏳️‍🌈 ﷺ é क्‍ष می‌خواهم');
    expect(inert('死\u200dね\u200b\u200b\u200bよ')).toBe('死[U+200D]ね[U+200B×3]よ');
  });
});

describe('a path to go on to', () => {
  const pieces = [
    '/',
    '\\',
    '.',
    '..',
    '%2e',
    '%2E%2e',
    '%2f',
    '%5c',
    '\t',
    '\n',
    ' ',
    '@',
    ':',
    '?',
    '#',
    'a',
    'evil.example',
  ];

  it('never leaves the desk', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.webUrl(),
          fc.string().map((rest) => `/${rest}`),
          fc.array(fc.constantFrom(...pieces), { maxLength: 12 }).map((all) => `/${all.join('')}`),
        ),
        (path) => {
          expect(new URL(localPath(path), 'http://desk.example.jp').origin).toBe('http://desk.example.jp');
        },
      ),
      { numRuns: 1000 },
    );
  });

  it.each([
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/a/../..//evil.example',
    '/..\\\\evil.example',
    '/\t/evil.example',
    '//evil.example',
  ])('is the first page instead of %j', (path) => {
    expect(localPath(path)).toBe('/');
  });

  it('keeps what belongs to the desk', () => {
    expect(localPath('/cases/7?show=all#mail')).toBe('/cases/7?show=all#mail');
    expect(localPath('/cases/../numbers')).toBe('/numbers');
  });
});
