import { z } from 'zod';
import { ACTS } from '../detect/index.ts';
import { addressOf } from '../mail/index.ts';
import { matchesPatterns } from '../util/address-patterns.ts';

const Label = z.enum(['harassment', 'ok']);
export type Label = z.output<typeof Label>;

const Row = z.object({
  id: z.string().min(1),
  from: z.string(),
  to: z.string(),
  date: z.iso.datetime({ offset: true }),
  subject: z.string(),
  body: z.string(),
  label: Label,
  categories: z.array(z.enum(ACTS)),
  severity: z.int().min(0).max(3),
  note: z.string().default(''),
  pair: z.string().optional(), // two mails alike but for what matters
  marked: z.array(z.string().min(1)).optional(), // sentences of a harassing mail that carry it, as a reader marked them
  thread: z.string().optional(),
  message_id: z.string().optional(),
  in_reply_to: z.string().nullable().optional(),
});

const ThreadLabel = z.object({ thread: z.string(), thread_label: Label });

/** A labelled mail; `test/corpus/README.md` explains the fields. */
export type CorpusRow = Readonly<z.output<typeof Row>>;

/** A file of labelled mails, in file order, and what its threads are as a sequence. */
export interface CorpusFile {
  readonly rows: readonly CorpusRow[];
  readonly threadLabels: ReadonlyMap<string, Label>;
}

/** A line is no labelled mail. Names file, line and field, never what the line says. */
export class CorpusError extends Error {
  override readonly name = 'CorpusError';
  readonly code = 'corpus';
}

/**
 * Reads JSON Lines; empty lines are skipped.
 *
 * @throws CorpusError for the first line that is neither a mail nor a thread label.
 */
export function readCorpus(text: string, file: string): CorpusFile {
  const rows: CorpusRow[] = [];
  const threadLabels = new Map<string, Label>();
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .entries()) {
    if (line.trim() === '') continue;
    const where = `${file}:${index + 1}`;
    const value = parseLine(line, where);
    const label = ThreadLabel.safeParse(value);
    if (label.success) {
      threadLabels.set(label.data.thread, label.data.thread_label);
      continue;
    }
    const row = Row.safeParse(value);
    if (!row.success) throw new CorpusError(`${where}: ${row.error.issues[0]?.path.join('.') || 'line'} is wrong.`);
    rows.push(row.data);
  }
  return { rows, threadLabels };
}

function parseLine(line: string, where: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    throw new CorpusError(`${where}: the line is not JSON.`); // the parser's own words would quote the mail
  }
}

const domainOf = (mailbox: string): string => addressOf(mailbox).split('@').at(-1) ?? '';

/** The domain most rows are addressed to: the company whose inbox the file shows. Null for an empty file. */
export function companyDomain(rows: readonly CorpusRow[]): string | null {
  const counts = new Map<string, number>();
  for (const row of rows) counts.set(domainOf(row.to), (counts.get(domainOf(row.to)) ?? 0) + 1);
  return (
    [...counts].reduce<[string, number] | null>((top, next) => (top && top[1] >= next[1] ? top : next), null)?.[0] ??
    null
  );
}

/** Whether an address belongs to the company that the file is about. */
export function isCompanyAddress(rows: readonly CorpusRow[]): (address: string) => boolean {
  const domain = companyDomain(rows);
  return (address) => domain !== null && domainOf(address) === domain;
}

/** The same by configured patterns: an exact address, or `*.domain` for a domain and all below it. */
export function matchesAddress(patterns: readonly string[]): (address: string) => boolean {
  const matches = matchesPatterns(patterns);
  return (address) => matches(addressOf(address));
}
