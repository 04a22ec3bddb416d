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
  let waiting: FoundMail[] = [];
  let bytes = 0;

  async function flush(): Promise<void> {
    if (waiting.length === 0) return;
    const found = waiting;
    waiting = [];
    bytes = 0;
    const uids = await state.uidsOf(found.map(({ key }) => key));
    const deliveries: Delivery[] = [];
    for (const [i, { raw, receivedAt }] of found.entries()) {
      const uid = uids[i]!;
      if (uid <= settled || ahead.has(uid)) continue;
      ahead.add(uid);
      deliveries.push({ uidValidity: UID_VALIDITY, uid, receivedAt, raw });
    }
    if (deliveries.length === 0) return;
    while (ahead.delete(settled + 1)) settled++;
    await state.commit(deliveries, { uidValidity: UID_VALIDITY, lastUid: settled });
  }

  return {
    async add(mail) {
      waiting.push(mail);
      bytes += mail.raw.byteLength;
      if (waiting.length >= BATCH_MAILS || bytes >= BATCH_BYTES) await flush();
    },
    flush,
  };
}
