import type { Act } from '../assessment.ts';
import { byLine } from '../by-line.ts';
import { isTheirs } from '../clause-arguments.ts';
import type { BesideRule, ContextRule, Dictionary, Entry } from '../dictionary/index.ts';
import type { Hit, Line } from '../match.ts';
import { behindBracket, closingMark } from './quoted.ts';

/** Ids of the context rules that apply to a match: any of them says that it is not meant. */
export type Surroundings = readonly string[];

/** Answers for each entry hit which context rules apply to it. */
export function createSurroundings(dictionary: Dictionary, hits: readonly Hit[]) {
  const standing = hits.filter((hit): hit is Hit<ContextRule> => hit.rule.kind === 'context');
  const standingIn = byLine(standing, ({ line }) => line.index);
  const anywhere = new Set(standing.map(({ rule }) => rule).filter(({ where }) => where === 'mail'));
  return function surroundings(hit: Hit<Entry>): Surroundings {
    const act = actOf(hit.rule);
    const named = hit.reading !== null && isTheirs(hit.reading.target);
    const quoted = closingMark(hit.line.text, hit.start, hit.end) !== null;
    const rules = new Map<string, ContextRule>();
    const consider = (rule: ContextRule, applies: () => boolean) => {
      if (rule.acts && (act === null || !rule.acts.has(act))) return;
      if (rule.entries && !rule.entries.has(hit.rule.id)) return;
      if ((rule.unnamed && named) || (rule.quoted && !quoted)) return;
      if (!rules.has(rule.id) && applies()) rules.set(rule.id, rule);
    };
    for (const rule of dictionary.beside) consider(rule, () => standsBeside(rule, hit));
    for (const rule of anywhere) consider(rule, () => true);
    for (const distance of [-1, 0, 1])
      for (const { rule } of standingIn.get(hit.line.index + distance) ?? [])
        consider(rule, () => reaches(rule, distance));
    for (const frame of hit.reading?.frames ?? []) {
      const rule = dictionary.frames.get(frame);
      if (rule !== undefined) consider(rule, () => true);
    }
    return [...rules.keys()];
  };
}

/** What a context may be limited to: an act, or the worries; null for other grammar. */
function actOf({ role }: Entry): Act | 'worry' | null {
  if (role.kind !== 'grammar') return role.act;
  return role.group === 'worry' ? 'worry' : null;
}

function reaches(rule: ContextRule, lines: number): boolean {
  switch (rule.where) {
    case 'sentence':
      return lines === 0;
    case 'near':
      return true;
    case 'previous':
      return lines === -1;
    case 'next':
      return lines === 1;
    case 'mail': // considered already
    case 'after':
    case 'before':
    case 'quoted':
    case 'closing': // looked for beside the match
    case 'clause': // read in the match's own clause
      return false;
  }
}

function standsBeside(rule: BesideRule, { line, start, end }: Hit<Entry>): boolean {
  switch (rule.where) {
    case 'after':
      return followedBy(rule, line, end);
    case 'before':
      return precededBy(rule, line, start);
    case 'quoted': {
      const behind = behindBracket(line.text, start, end);
      return behind !== null && followedBy(rule, line, behind);
    }
    case 'closing': {
      const mark = closingMark(line.text, start, end);
      return mark !== null && followedBy(rule, line, mark);
    }
  }
}

const followedBy = (rule: ContextRule, line: Line, at: number): boolean =>
  rule.patterns.some(({ ends }) => ends(line, at).length > 0);

/** Looks back no further than a phrase with its gaps can be long. */
const LOOK_BACK = 40;

function precededBy(rule: ContextRule, line: Line, at: number): boolean {
  for (let start = at - 1; start >= Math.max(0, at - LOOK_BACK); start--)
    if (rule.patterns.some(({ ends }) => ends(line, start).includes(at))) return true;
  return false;
}
