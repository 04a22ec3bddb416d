import type { MailId } from '../../cases/index.ts';
import { clean } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { failure } from '../schema/jobs.ts';

const MESSAGE_LIMIT = 500; // characters

/** Writes down that an attempt to screen a mail failed. `message` must not quote the mail. */
export async function recordFailure(
  db: Db,
  failed: {
    readonly mailId: MailId;
    readonly attempt: number;
    readonly at: Date;
    readonly code: string;
    readonly message: string;
  },
): Promise<void> {
  await db.insert(failure).values({ ...failed, message: clean(failed.message.slice(0, MESSAGE_LIMIT)) });
}
