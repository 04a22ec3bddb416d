const names = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements in which nothing is text. */
export const NO_TEXT = names('script style title');
export const PARAGRAPHS = names('p h1 h2 h3 h4 h5 h6 blockquote ul ol dl table pre');
export const LINES = names(
  'address article aside body caption center dd details dir div dt fieldset figcaption figure footer form header hr' +
    ' legend li main menu nav option section summary tbody tfoot thead tr',
);
export const CELLS = names('td th');
export const VOID = names('area base br col embed hr img input link meta source track wbr');
/** What stands small beside a word and says how it is read. */
export const READINGS = names('rt rp rtc');

const isBlock = (name: string): boolean => PARAGRAPHS.has(name) || LINES.has(name) || CELLS.has(name);

/** What an open element is ended by without a tag of its own (HTML, 13.1.2.4), as far as mails leave tags out. */
const ENDS: Readonly<Record<string, ReadonlySet<string>>> = {
  li: names('li'),
  dt: names('dt dd'),
  dd: names('dt dd'),
  td: names('td th'),
  th: names('td th'),
  tr: names('td th tr'),
  option: names('option'),
};

export interface OpenElements<T> {
  /** Of the innermost element; `outside` when none is open. */
  innermost(): T;
  open(name: string, value: T): void;
  close(name: string): void;
  /** Ends what a tag of that name ends by coming. */
  endImplied(name: string): void;
}

/**
 * The elements that are open, as browsers see it, in a time that does not grow with the depth: the end of an inline element is
 * looked for inside its block alone, and what was never opened ends nothing.
 *
 * @param ended told of each element that ends, innermost first, before it is gone
 */
export function openElements<T>(outside: T, ended: (name: string) => void): OpenElements<T> {
  const open: string[] = [];
  const values: T[] = [];
  const blocks: number[] = []; // where in `open`
  const inline: (Map<string, number> | undefined)[] = [undefined]; // how many are open inside each block, the page itself first
  const counts = new Map<string, number>(); // of blocks

  const count = (map: Map<string, number>, name: string, step: 1 | -1): void =>
    void map.set(name, (map.get(name) ?? 0) + step);
  const pop = (): string => {
    const name = open.at(-1)!;
    ended(name);
    open.pop();
    values.pop();
    if (blocks.at(-1) === open.length) {
      blocks.pop();
      inline.pop();
      count(counts, name, -1);
    } else count(inline.at(-1)!, name, -1);
    return name;
  };

  return {
    innermost: () => (values.length === 0 ? outside : values.at(-1)!),
    open(name, value) {
      if (isBlock(name)) {
        blocks.push(open.length);
        inline.push(undefined);
        count(counts, name, 1);
      } else {
        const inside = inline.at(-1) ?? new Map<string, number>();
        inline[inline.length - 1] = inside;
        count(inside, name, 1);
      }
      open.push(name);
      values.push(value);
    },
    close(name) {
      const there = isBlock(name) ? counts : inline.at(-1);
      if ((there?.get(name) ?? 0) > 0) while (pop() !== name);
    },
    endImplied(name) {
      const ends = ENDS[name];
      for (;;) {
        const block = open[blocks.at(-1) ?? -1];
        if (block === undefined || !(ends?.has(block) || (block === 'p' && isBlock(name)))) return;
        while (pop() !== block);
      }
    },
  };
}
