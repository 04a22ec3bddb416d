import type { Tag } from 'easy-template-x';
import { type DocxParts, openDocx, partText, relationsOf, type UnreadableDocx } from './docx-file.ts';
import { type LetterField, type LetterKind, planOf } from './kinds.ts';
import { fieldOfPlaceholder, isQuotePlaceholder } from './placeholders.ts';

/** Why a template is not taken. */
export type TemplateProblem =
  | { readonly kind: UnreadableDocx }
  | { readonly kind: 'macros' }
  | { readonly kind: 'external'; readonly targets: readonly string[] } // it would load or open something from elsewhere
  | { readonly kind: 'embedded' } // another file within it, a control, or a field that reads one
  | { readonly kind: 'remarks' } // comments or tracked changes, which would go out with it
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

/** Fields that read a file or run a program when Word opens it. */
const READING_FIELD =
  /\b(?:DDE|DDEAUTO|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK|EMBED|MACROBUTTON|DATABASE|RD)\b/i;

const OTHER_FILES = new Set(['aFChunk', 'oleObject', 'package', 'control', 'activeXControlBinary', 'subDocument']);
const REMARK = /<w:(?:ins|del|moveFrom|moveTo)\s/;

function dangersIn(parts: DocxParts): TemplateProblem[] {
  const paths = [...parts.keys()];
  const xml = paths.filter((path) => /\.(?:xml|rels)$/i.test(path)).map((path) => partText(parts, path));
  if (xml.some((text) => /<!DOCTYPE|<!ENTITY/i.test(text))) return [{ kind: 'not-docx' }];
  const relations = paths.flatMap((path) => {
    const [, folder, name] = /^(.*)_rels\/(.*)\.rels$/.exec(path) ?? [];
    return name === undefined ? [] : relationsOf(parts, `${folder}${name}`);
  });
  const types = partText(parts, '[Content_Types].xml');
  const problems: TemplateProblem[] = [];
  if (/macroEnabled|vbaProject/i.test(types) || paths.some((path) => /vba(?:Project|Data)/i.test(path)))
    problems.push({ kind: 'macros' });
  const fields = xml.flatMap((text) => [
    ...[...text.matchAll(/<w:instrText[^>]*>([^<]*)</g)].map(([, words]) => words!),
    ...[...text.matchAll(/w:instr="([^"]*)"/g)].map(([, words]) => words!),
  ]);
  const targets = [
    ...relations.filter(({ external }) => external).map(({ target }) => target),
    ...fields.flatMap((words) => /\bHYPERLINK\s+"?([^"]+)/i.exec(words)?.[1] ?? []),
  ];
  if (targets.length > 0) problems.push({ kind: 'external', targets: [...new Set(targets)] });
  const embeds = paths.some((path) => /(?:^|\/)(?:embeddings|activeX)\//i.test(path));
  if (embeds || relations.some(({ type }) => OTHER_FILES.has(type)) || READING_FIELD.test(fields.join('')))
    problems.push({ kind: 'embedded' });
  if (paths.some((path) => /\/comments\w*\.xml$/i.test(path)) || xml.some((text) => REMARK.test(text)))
    problems.push({ kind: 'remarks' });
  return problems;
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
