import type { CaseDetail, Feedback } from '../../../cases/index.ts';
import type { FrontDeps } from '../../shared/index.ts';

type Missed = Feedback & { readonly kind: 'missed' };

/** Finds words in the mails of a case, the newest mail first. */
export async function findMissed(
  { read }: Pick<FrontDeps, 'read'>,
  { items }: CaseDetail,
  words: readonly string[],
): Promise<{ readonly found: readonly Missed[]; readonly nowhere: readonly string[] }> {
  if (words.length === 0) return { found: [], nowhere: [] };
  const parts: { readonly mailId: string; readonly id: Missed['part']; readonly text: string }[] = [];
  for (const item of items.toReversed()) {
    const message = item.raw === null ? null : await read(item).catch(() => null);
    for (const { id, text } of message?.parts ?? []) parts.push({ mailId: item.mailId, id, text });
  }
  const found: Missed[] = [];
  const nowhere: string[] = [];
  for (const one of words) {
    const place = parts.find(({ text }) => text.includes(one));
    if (place === undefined) {
      nowhere.push(one);
      continue;
    }
    const start = place.text.indexOf(one);
    found.push({ kind: 'missed', mailId: place.mailId, part: place.id, start, end: start + one.length, words: one });
  }
  return { found, nowhere };
}
