import type { EntryId, SiteRule } from '../../detect/index.ts';
import { lockDictionaries, siteRules, writeSiteRule } from '../../store/index.ts';
import { inFormOfToday, rulesIn } from '../../tuning/index.ts';
import { type Actor, auditActorOf, nameOf, personIdOf, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';

export type TakeDeps = Pick<ActionDeps, 'audit' | 'now'> & { readonly lab: Pick<ActionDeps['lab'], 'shipped'> };

/**
 * `fill`: what the store has stays as it is. `over`: what the files say takes its place. `exactly`: and what they have not is taken out.
 */
export const TAKE_MODES = ['fill', 'over', 'exactly'] as const;
export type TakeMode = (typeof TAKE_MODES)[number];

/** What became of the rules of some files. */
export interface Taken {
  readonly changed: readonly EntryId[];
  readonly gone: readonly EntryId[];
  readonly other: readonly EntryId[]; // that the store has as something else, and that stay so
  readonly left: readonly EntryId[]; // of the site, and not in the files; they stay
}

/**
 * Takes rules of files into the store in the form of today, each that is another than the one in force as a change of its own. They are not compiled here:
 * whoever reads the files has done that, and a broken one would be left out and shown.
 *
 * @throws Refusal `not-allowed`
 */
export async function takeRules(
  { audit, now, lab }: TakeDeps,
  actor: Actor,
  rules: readonly SiteRule[],
  { mode, reason }: { readonly mode: TakeMode; readonly reason: string },
): Promise<Taken> {
  if (actor.kind !== 'service') requireRight(actor, 'dictionaries.write');
  const below = new Map(rulesIn(await lab.shipped()).map(({ entry, text }) => [entry, text]));
  const at = now();
  const told = { at, person: personIdOf(actor), by: nameOf(actor), kind: 'by-hand', reason } as const;
  return audit.during(
    async (tx) => {
      await lockDictionaries(tx);
      const own = new Map((await siteRules(tx)).map((rule) => [rule.entry, rule]));
      const changed: EntryId[] = [];
      const gone: EntryId[] = [];
      const [other, left]: [EntryId[], EntryId[]] = [[], []];
      const write = async ({ text, ...rule }: SiteRule, after: string | null) => {
        const before = own.get(rule.entry)?.text ?? below.get(rule.entry) ?? null;
        const change = { ...told, ...rule, before, after, effect: null, reverts: null };
        await writeSiteRule(tx, change, after === (below.get(rule.entry) ?? null));
      };
      for (const rule of rules) {
        const mine = own.get(rule.entry);
        const after = inFormOfToday(rule.text, rule.section);
        if ([rule.text, after].includes(mine?.text ?? below.get(rule.entry) ?? '')) continue;
        if (mine !== undefined && mode === 'fill') other.push(rule.entry);
        else {
          await write(rule, after);
          changed.push(rule.entry);
        }
      }
      const named = new Set(rules.map(({ entry }) => entry));
      for (const rule of [...own.values()].filter(({ entry }) => !named.has(entry))) {
        if (mode === 'exactly') {
          await write(rule, below.get(rule.entry) ?? null);
          gone.push(rule.entry);
        } else left.push(rule.entry);
      }
      return { changed, gone, other, left };
    },
    ({ changed, gone }) =>
      changed.length + gone.length === 0
        ? null
        : {
            ...auditActorOf(actor, at),
            action: 'dictionary.import',
            target: '',
            details: { changed: changed.length, gone: gone.length },
          },
  );
}
