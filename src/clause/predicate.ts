import type { Phrase } from './bunsetsu.ts';
import type { Head } from './heads/index.ts';
import type { Argument, Predicate } from './types.ts';

const LIGHT: ReadonlySet<string> = new Set(['する', 'なる', 'やる']);
const PARTICLES: Readonly<Partial<Record<Argument['role'], string>>> = {
  object: 'を',
  to: 'に',
  with: 'と',
  at: 'で',
  subject: 'が',
  from: 'から',
};

/** する as polite letters say it: 人質にいたしました, 立てないように致します. */
export const plainly = (lemma: string): string => (lemma === 'いたす' || lemma === '致す' ? 'する' : lemma);

/** クビにする is a word of its own; 火をつける is listed beside つける, 痛い目に遭う beside 遭う. */
export function predicateOf(head: Head, args: readonly Phrase[], before: Head | undefined): Predicate {
  const { kind, start, end } = head;
  const lemma = plainly(head.lemma);
  const ahead = args.filter((phrase) => phrase.start < start);
  const phrases = ahead.flatMap(({ head: noun, text, role, start: at, reach }) => {
    const particle = role === 'bare' && reach === start ? '' : PARTICLES[role]; // 気持ち悪い, 馬鹿野郎
    if (particle === undefined) return [];
    const attribute = before?.kind === 'adjective' && before.endings.end === at ? [before.lemma + noun] : [];
    return [...new Set([...attribute, text, noun])].map((words) => `${words}${particle}${lemma}`);
  });
  const goal = ahead.at(-1);
  const light =
    kind === 'verb' && LIGHT.has(lemma) && goal?.reach === start && (goal.role === 'to' || goal.role === 'object');
  return { lemma: light ? phrases.at(-1)! : lemma, phrases, start, end, kind };
}
