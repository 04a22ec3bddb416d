import { createHash } from 'node:crypto';
import type { Cursor, Delivery, SourceState } from '../../src/intake/index.ts';

/** What the store keeps of one source, in memory; `mails` in the order in which they were committed. */
export interface MemoryState extends SourceState {
  readonly mails: readonly Delivery[];
  readonly reports: readonly (string | null)[];
  readonly notes: readonly (string | null)[];
  readonly parts: ReadonlyMap<string, MemoryState>; // by folder
  readonly commits: number;
  readonly unaskedRows: number;
  /** The last report; undefined before the first. */
  trouble(): string | null | undefined;
}

export function memoryState({
  name = 'support',
  cursor = null,
  lastContactAt = null,
}: {
  readonly name?: string;
  readonly cursor?: Cursor | null;
  readonly lastContactAt?: Date | null;
} = {}): MemoryState {
  let position = cursor;
  let contact = lastContactAt;
  const mails: Delivery[] = [];
  const keys = new Set<string>();
  const reports: (string | null)[] = [];
  const notes: (string | null)[] = [];
  const parts = new Map<string, MemoryState>();
  const uids = new Map<string, number>();
  let commits = 0;
  let unaskedRows = 0;
  return {
    name,
    mails,
    reports,
    notes,
    parts,
    get commits() {
      return commits;
    },
    get unaskedRows() {
      return unaskedRows;
    },
    trouble: () => reports.at(-1),
    cursor: async () => position,
    lastContactAt: async () => contact,
    async commit(deliveries, cursor) {
      for (const delivery of deliveries) {
        createHash('sha256').update(delivery.raw); // as the store does: throws for what are no bytes
        const key = `${delivery.uidValidity}/${delivery.uid}`;
        if (!keys.has(key)) mails.push(delivery);
        keys.add(key);
      }
      position = cursor;
      contact = new Date();
      commits++;
    },
    async report(trouble) {
      reports.push(trouble);
      if (trouble === null) contact = new Date();
    },
    async note(sentence) {
      notes.push(sentence);
    },
    async unasked(rows) {
      unaskedRows += rows;
    },
    part(folder) {
      const part = parts.get(folder) ?? memoryState({ name: `${name}/${folder}` });
      parts.set(folder, part);
      return part;
    },
    async uidsOf(fileKeys) {
      return fileKeys.map((key) => {
        const uid = uids.get(key) ?? uids.size + 1;
        uids.set(key, uid);
        return uid;
      });
    },
  };
}
