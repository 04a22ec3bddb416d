import { type CaseMail, type CaseMessage, keptReading } from '../cases/index.ts';
import { readMail } from '../screening/index.ts';
import { type Db, loadMail, saveReading } from '../store/index.ts';

/** A mail that is not larger keeps whatever else its process does waiting for a few milliseconds only. Bytes. */
const MOST = 1024 * 1024;

/**
 * Reads mails of cases that have no verdict yet, or one from before readings were kept, and keeps the reading. The others
 * are as they were read; one that cannot be read, or is too large to be read beside other work, is null.
 */
export const lateReading =
  (db: Db) =>
  async ({ mailId, receivedAt, size, kept, message, failure }: CaseMail): Promise<CaseMessage | null> => {
    if (message !== null || !kept || failure !== null || size > MOST) return message;
    const bytes = (await loadMail(db, mailId))?.raw ?? null;
    if (bytes === null) return null;
    try {
      const read = await readMail({ bytes, receivedAt });
      await saveReading(db, mailId, keptReading(read));
      return read;
    } catch {
      return null; // shown as unreadable
    }
  };
