import type { CaseInList } from '../../../cases/index.ts';
import { isNamedIn } from '../../../cases/index.ts';
import { type Db, type Excerpt, excerptsOf } from '../../../store/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Where the text of a case says what was looked for; `hidden`: it does, and is not shown. */
export type FoundText = { readonly kind: 'shown'; readonly excerpt: Excerpt } | { readonly kind: 'hidden' };

interface Looker {
  readonly name: string;
  readonly email: string | null;
}

/**
 * What the texts of a page of cases say of what was looked for. Nothing is shown of a case with words that hurt or that is hidden, nor of one whose
 * texts speak of whoever looks: neither would its page show it.
 */
export async function foundTexts(
  db: Db,
  cases: readonly CaseInList[],
  asked: string,
  { who, isSilent }: { readonly who: Looker; readonly isSilent: (row: CaseInList) => boolean },
): Promise<ReadonlyMap<string, FoundText>> {
  const excerpts = await excerptsOf(
    db,
    cases.map(({ id }) => id),
    asked,
  );
  return new Map(
    cases.flatMap((row) => {
      const found = excerpts.get(row.id);
      if (found === undefined) return [];
      const { excerpt, texts } = found;
      const hidden = isSilent(row) || texts === null || texts.some((text) => isNamedIn(text, who));
      return [[row.id, hidden ? { kind: 'hidden' } : { kind: 'shown', excerpt }] as const];
    }),
  );
}

export function Found({
  messages: { queue: say },
  found,
}: {
  readonly messages: Messages;
  readonly found: FoundText | undefined;
}) {
  if (found === undefined) return null;
  if (found.kind === 'hidden') return <p class="row-found muted">{say.foundHidden}</p>;
  const { text, isStart, isEnd } = found.excerpt;
  return (
    <p class="row-found">
      {say.foundIn} <bdi>{`${isStart ? '' : '…'}${inertLine(text, 100)}${isEnd ? '' : '…'}`}</bdi>
    </p>
  );
}
