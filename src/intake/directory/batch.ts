import type { Delivery, SourceState } from '../source.ts';
import type { FoundMail } from './folder-reader.ts';

const BATCH_MAILS = 200;
const BATCH_BYTES = 32 * 1024 * 1024;
const UID_VALIDITY = 1n;

/** Collects mails of a directory source and commits them together. */
export interface Batch {
  add(mail: FoundMail): Promise<void>;
  flush(): Promise<void>;
}

/**
 * The cursor says "everything up to this uid is committed", not "the newest uid": a file that got its uid before a
 * crash may be readable only later. So only what the cursor covers needs not be committed again after a start.
 */
export async function createBatch(state: SourceState): Promise<Batch> {
  let settled = (await state.cursor())?.lastUid ?? 0;
  const ahead = new Set<number>(); // committed uids above `settled`
  let waiting: Delivery[] = [];
  let bytes = 0;

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const deliveries = waiting;
    waiting = [];
    bytes = 0;
    for (const { uid } of deliveries) ahead.add(uid);
    while (ahead.delete(settled + 1)) settled++;
    await state.commit(deliveries, { uidValidity: UID_VALIDITY, lastUid: settled });
  }

  return {
    async add({ key, raw, receivedAt }) {
      const uid = await state.uidOf(key);
      if (uid <= settled || ahead.has(uid)) return;
      waiting.push({ uidValidity: UID_VALIDITY, uid, receivedAt, raw });
      bytes += raw.byteLength;
      if (waiting.length >= BATCH_MAILS || bytes >= BATCH_BYTES) await flush();
    },
    flush,
  };
}
