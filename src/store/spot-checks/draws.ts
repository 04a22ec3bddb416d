import type { MailId, Toss } from '../../cases/index.ts';
import { clean, cleanJson } from '../engine/clean.ts';
import type { Db } from '../engine/db.ts';
import { type SpotDisplay, spotCheck } from '../schema/spot-check.ts';

interface Draw {
  readonly mailId: MailId;
  readonly toss: Toss;
  readonly sender: string | null; // keyed hash
  readonly display: SpotDisplay;
  readonly screenedAt: Date;
}

/** Notes the ordinary mails that the coin keeps, in the transaction of their verdicts: each once, whoever judges them again. */
export async function keepSpotChecks(tx: Db, draws: readonly Draw[]): Promise<void> {
  if (draws.length === 0) return;
  await tx.insert(spotCheck).values(
    draws.map(({ mailId, toss: { stratum, chance, place, until }, sender, display, screenedAt }) => ({
      mailId,
      stratum,
      chance,
      place,
      until,
      drawnAt: screenedAt,
      senderHash: sender === null ? null : clean(sender),
      display: cleanJson(display),
    })),
  );
}
