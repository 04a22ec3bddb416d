import type { Tag } from 'easy-template-x';
import { type Danger, dangersIn } from './dangers.ts';
import { openDocx, type UnreadableDocx } from './docx-file.ts';
import { type LetterField, type LetterKind, planOf } from './kinds.ts';
import { fieldOfPlaceholder, isQuotePlaceholder } from './placeholders.ts';

/** Why a template is not taken. */
export type TemplateProblem =
  | { readonly kind: UnreadableDocx }
  | Danger
  | { readonly kind: 'broken' } // a brace without its other one, a repetition that does not end
  | { readonly kind: 'unknown'; readonly names: readonly string[] } // placeholders that stand for nothing here
  | { readonly kind: 'missing'; readonly fields: readonly LetterField[] };

/**
 * All that speaks against a file as a template for such letters; empty for a good one. What it is as a file is said first and
 * alone.
 *
 * @example
 * await checkTemplate(Buffer.from('no docx'), 'notice') // → [{ kind: 'not-docx' }]
 */
export async function checkTemplate(bytes: Uint8Array, kind: LetterKind): Promise<TemplateProblem[]> {
  const parts = await openDocx(bytes);
  if (typeof parts === 'string') return [{ kind: parts }];
  const dangers = dangersIn(parts);
  if (dangers.length > 0) return dangers;
  const { handler, packed, tryFill } = await import('./fill.ts'); // large, and every command would load it
  let tags: readonly Tag[];
  try {
    tags = await handler().parseTags(await packed(parts));
  } catch {
    return [{ kind: 'broken' }];
  }
  const problems = placeholderProblems(tags, kind);
  if (problems.length > 0) return problems;
  return (await tryFill(parts)) ? [] : [{ kind: 'broken' }];
}

/** Whether each placeholder stands for something in such a letter, at a place where it does, and none is missing. */
function placeholderProblems(tags: readonly Tag[], kind: LetterKind): TemplateProblem[] {
  const { needs, may } = planOf(kind);
  const allowed = new Set<LetterField>([...needs, ...may]);
  const unknown = new Set<string>();
  const found = new Set<LetterField>();
  const open: string[] = [];
  let wordsQuoted = false;
  for (const { name = '', disposition, rawText, options } of tags) {
    const field = fieldOfPlaceholder(name);
    const inQuotes = open.some((one) => fieldOfPlaceholder(one) === 'quotes');
    if (disposition === 'Close') {
      const opened = open.pop();
      if (opened === undefined || (name !== '' && name !== opened)) return [{ kind: 'broken' }];
      continue;
    }
    if (options !== undefined) unknown.add(rawText);
    if (disposition === 'Open') open.push(name);
    if (field !== null && allowed.has(field)) {
      // Quotes are repeated, and have no words outside; all else is repeated never, and may only ask whether it is there.
      if (field === 'quotes' && disposition !== 'Open') unknown.add(name);
      if (field === 'quotes' || disposition !== 'Open') found.add(field);
    } else if (isQuotePlaceholder(name) && inQuotes && disposition !== 'Open') {
      wordsQuoted ||= name === '言葉' || name === 'words';
    } else unknown.add(name === '' ? rawText : name);
  }
  if (open.length > 0) return [{ kind: 'broken' }];
  if (found.has('quotes') && !wordsQuoted) found.delete('quotes');
  const missing = needs.filter((field) => !found.has(field));
  return [
    ...(unknown.size > 0 ? [{ kind: 'unknown', names: [...unknown] } as const] : []),
    ...(missing.length > 0 ? [{ kind: 'missing', fields: missing } as const] : []),
  ];
}
