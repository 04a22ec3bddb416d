import { type Declarations, declarationsOf, NOTHING, over, withoutComments } from './declarations.ts';
import { type Attributes, readTags } from './html-tags.ts';

/** The style sheets of a page, asked for what they declare of an element. */
export type StyleSheet = (name: string, attributes: Attributes) => Declarations;

interface Rule {
  readonly name: string; // what an element must at least be called: #id, .class, a tag or *
  readonly tag: string; // '' for any
  readonly id: string;
  readonly classes: readonly string[];
  readonly weight: number; // what counts more stands above what counts less
  declared: Declarations;
}

const RULES = 5_000; // more of one selector are one
const RULES_OF_A_NAME = 100; // compounds that ask for the same class, id or tag
const KNOWN_ELEMENTS = 10_000; // whose declarations are remembered

/** Properties by which something is hidden; rules without them are left out. */
const TELLING =
  /display|visibility|opacity|font|height|width|overflow|indent|margin|left|top|color|background|clip|transform/i;

/**
 * Reads the `<style>` elements of a page, wherever they stand. Of a selector its last compound counts, of media those that a
 * screen of an office has: a rule too many moves words to what is judged beside, a rule too few leaves hidden letters between
 * those that are shown.
 */
export function styleSheetOf(html: string): StyleSheet {
  if (!/<style/i.test(html)) return () => NOTHING;
  const rules = new Map<string, Rule>();
  for (const { selectors, block } of rulesIn(cssOf(html))) {
    const declared = declarationsOf(block);
    for (const selector of selectors.split(',', 50)) add(rules, selector, declared);
  }
  if (rules.size === 0) return () => NOTHING;
  const byName = new Map<string, Rule[]>();
  for (const rule of rules.values()) {
    const named = byName.get(rule.name) ?? [];
    if (named.length < RULES_OF_A_NAME) byName.set(rule.name, [...named, rule]);
  }
  const known = new Map<string, Declarations>();
  return (tag, attributes) => {
    const key = `${tag} ${attributes.id} ${attributes.class}`;
    const found = known.get(key) ?? declaredOf(byName, tag, attributes);
    if (known.size < KNOWN_ELEMENTS) known.set(key, found);
    return found;
  };
}

function declaredOf(
  byName: ReadonlyMap<string, readonly Rule[]>,
  tag: string,
  { id, class: list }: Attributes,
): Declarations {
  const classes = new Set(list.split(/\s+/, 50));
  const names = ['*', tag, `#${id}`, ...[...classes].map((one) => `.${one}`)];
  return names
    .flatMap((name) => byName.get(name) ?? [])
    .filter(
      (rule) =>
        (rule.tag === '' || rule.tag === tag) &&
        (rule.id === '' || rule.id === id) &&
        rule.classes.every((one) => classes.has(one)),
    )
    .sort((a, b) => a.weight - b.weight)
    .reduce((below, { declared }) => over(below, declared), NOTHING);
}

function cssOf(html: string): string {
  const css: string[] = [];
  let inside = false;
  readTags(html, {
    text(text) {
      if (inside) css.push(text);
    },
    open(name) {
      inside = name === 'style';
    },
    close() {
      inside = false;
    },
  });
  return withoutComments(css.join('\n').replace(/<!--|-->/g, ' '));
}

/** Blocks in their order, those of media that apply as if they stood alone. One pass: the text is hostile. */
function* rulesIn(css: string): Generator<{ selectors: string; block: string }> {
  const skipped: boolean[] = []; // of each brace that is open
  let from = 0;
  for (const { 0: brace, index } of css.matchAll(/[{}]/g)) {
    const text = css
      .slice(from, index)
      .replace(/^[\s\S]*;/, '')
      .trim();
    from = index + 1;
    if (brace === '}') {
      skipped.pop();
      continue;
    }
    const isRule = !text.startsWith('@');
    if (isRule && skipped.at(-1) !== true) {
      const end = css.indexOf('}', from);
      const block = css.slice(from, end < 0 ? css.length : end);
      if (TELLING.test(block)) yield { selectors: text, block };
    }
    skipped.push(skipped.at(-1) === true || isRule || !applies(text));
  }
}

/** Whether an at-rule holds rules for a screen of an office. */
function applies(rule: string): boolean {
  if (/^@(?:supports|layer)/i.test(rule)) return true;
  if (!/^@media/i.test(rule)) return false;
  return rule.split(',').some((query) => {
    if (/\b(?:print|speech|not)\b|prefers-|orientation/i.test(query)) return false;
    const narrowest = Number(/min-(?:device-)?width\s*:\s*(\d{1,6})/i.exec(query)?.[1] ?? 0);
    const widest = Number(/max-(?:device-)?width\s*:\s*(\d{1,6})/i.exec(query)?.[1] ?? Number.POSITIVE_INFINITY);
    return narrowest <= 1_200 && widest >= 1_200;
  });
}

function add(rules: Map<string, Rule>, selector: string, declared: Declarations): void {
  const compound = /[^\s>+~]{1,200}$/.exec(selector.trim().slice(-200))?.[0] ?? '';
  const parts = /^(\*|[\w-]+)?((?:[.#][\w\u0080-\uffff-]+)*)$/.exec(compound);
  if (parts === null || compound === '') return; // :hover and the like
  const known = rules.get(compound);
  if (known !== undefined) {
    known.declared = over(known.declared, declared);
    return;
  }
  if (rules.size >= RULES) return;
  const names = parts[2]!.match(/[.#][^.#]+/g) ?? [];
  const named = (sign: string): string[] => names.filter((one) => one[0] === sign).map((one) => one.slice(1));
  const tag = parts[1] === '*' ? '' : (parts[1] ?? '').toLowerCase();
  const [ids, classes] = [named('#'), named('.')];
  const last = names.at(-1) ?? (tag === '' ? '*' : tag);
  const weight = ids.length * 10_000 + classes.length * 100 + (tag === '' ? 0 : 1);
  rules.set(compound, { name: last, tag, id: ids[0] ?? '', classes, weight, declared });
}
