import type { CaseId } from '../../../cases/index.ts';
import { type Db, type FoldedRow, foldedRows } from '../../../store/index.ts';
import type { Messages } from '../shell/messages.ts';

/** What a row of mails that nobody can open holds, as 読めないもの 12通（PDF 8、画像 4）. */
export function foldedText({ queue: say, decide }: Messages, row: FoldedRow): string {
  const nameOf = (reason: string): string =>
    Object.hasOwn(say.foldedKinds, reason)
      ? say.foldedKinds[reason as keyof typeof say.foldedKinds]
      : say.foldedKinds['unopened-other'];
  const kinds = row.map(({ reason, mails }) => `${nameOf(reason)} ${mails}`).join(decide.separator);
  return say.folded(
    row.reduce((sum, { mails }) => sum + mails, 0),
    kinds,
  );
}

/** The same of those of these cases that are such rows, by the case's id. */
export async function foldedTexts(
  db: Db,
  cases: readonly { readonly id: CaseId }[],
  messages: Messages,
): Promise<ReadonlyMap<string, string>> {
  const rows = await foldedRows(
    db,
    cases.map(({ id }) => id),
  );
  return new Map([...rows].map(([id, row]) => [id, foldedText(messages, row)]));
}
