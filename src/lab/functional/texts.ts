import type { FunctionalTest, TemplatePart } from './file.ts';

/** Dictionary authors see what fails of `develop`; `hold` is only counted. */
export const USES = ['develop', 'hold'] as const;
export type Use = (typeof USES)[number];

/** A generated mail. */
export interface FunctionalText {
  readonly use: Use;
  readonly frame: string;
  readonly text: string; // what is tested, without its frame
  readonly subject: string;
  readonly body: string;
}

const LONGEST_SUBJECT = 32; // UTF-16 units; nobody writes more into a subject line

/**
 * The texts of a function, at most `most`: templates take turns, and each walks through its words and frames in wide
 * strides, so that all of them are met early. The same file gives the same texts in the same order.
 */
export function textsOf(test: FunctionalTest): FunctionalText[] {
  const held = heldOut(test);
  const walks = test.templates.map(({ source, parts }) => walk(test, held, source, parts));
  const found = new Map<string, FunctionalText>();
  let alive = walks;
  while (alive.length > 0 && found.size < test.most) {
    alive = alive.filter((one) => {
      if (found.size >= test.most) return false;
      const next = one.next();
      if (next.done) return false;
      found.set(`${next.value.subject}\n${next.value.body}`, next.value);
      return true;
    });
  }
  return [...found.values()];
}

function* walk(
  test: FunctionalTest,
  held: ReadonlySet<string>,
  source: string,
  parts: readonly TemplatePart[],
): Generator<FunctionalText> {
  const slots = parts.flatMap((part) => (typeof part === 'string' ? [] : [part]));
  const size = slots.reduce((product, { words }) => product * words.length, test.frames.length);
  const step = stride(size);
  let at = hash(`${test.id}\n${source}`) % size;
  for (let count = 0; count < size; count++, at = (at + step) % size) {
    let rest = at;
    const pick = (among: number): number => {
      const index = rest % among;
      rest = Math.floor(rest / among);
      return index;
    };
    const frame = test.frames[pick(test.frames.length)]!;
    const keys = [`\n${source}`];
    let text = '';
    for (const part of parts) {
      if (typeof part === 'string') {
        text += part;
        continue;
      }
      const index = pick(part.words.length);
      text += part.words[index];
      if (!part.shared) keys.push(`${part.name}\n${part.plain[index]}`);
    }
    if (frame.subject.includes('<text>') && (text.length > LONGEST_SUBJECT || text.includes('\n'))) continue;
    yield {
      use: keys.some((key) => held.has(key)) ? 'hold' : 'develop',
      frame: frame.id,
      text,
      subject: frame.subject.replace('<text>', () => text.replace(/[。.]$/, '')),
      body: frame.body.replace('<text>', () => text),
    };
  }
}

/**
 * What is held out: of the templates, and of each list of the function's own words, so many that about two thirds of
 * the texts hold none of it. The hash chooses, never a person.
 */
function heldOut({ id, templates }: FunctionalTest): ReadonlySet<string> {
  const lists = new Map([['', templates.map(({ source }) => source)]]);
  for (const { parts } of templates)
    for (const part of parts)
      if (typeof part !== 'string' && !part.shared && part.plain.length > 1) lists.set(part.name, [...part.plain]);
  const share = 1 - (2 / 3) ** (1 / lists.size);
  return new Set(
    [...lists].flatMap(([name, all]) => {
      const keys = all.map((one) => `${name}\n${one}`);
      const rank = new Map(keys.map((key) => [key, hash(`${id}\n${key}`)]));
      return keys.sort((a, b) => rank.get(a)! - rank.get(b)!).slice(0, Math.round(all.length * share));
    }),
  );
}

/** About the golden part of `size`, and without a common divisor, so that a walk meets everything once. */
function stride(size: number): number {
  for (let step = Math.max(1, Math.round(size * 0.618)); ; step++) if (divisor(step, size) === 1) return step;
}

const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));

/** FNV-1a over UTF-16 units with the last mixing of MurmurHash3; 32 bits, unsigned. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
