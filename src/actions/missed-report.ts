import { chanceOf, type RetentionDays, type SpotSettings, STRATA } from '../cases/index.ts';
import { type Db, foundMails, type SpotFigures, spotFigures, spotsUnread } from '../store/index.ts';
import { type MissedEstimate, missedEstimate, type ReadingPlan, readingPlan } from '../tuning/index.ts';
import { type PersonActor, requireRight } from './actor.ts';
import type { ActionDeps } from './deps.ts';

/** How much is missed, as far as reading shows. */
export interface MissedReport {
  readonly on: boolean; // mails are kept to be read
  readonly since: Date; // mails judged since then are looked at
  readonly strata: readonly SpotFigures[];
  readonly estimate: MissedEstimate | null; // null: nothing was kept, ever
  readonly plan: readonly ReadingPlan[];
  readonly unread: number; // mails that wait for a reader
}

type MissedSettings = { readonly spotChecks: SpotSettings; readonly retention: RetentionDays };

const DAY_MS = 86_400_000;
const YEAR_DAYS = 365;

/** The report, with all numbers and no mail. @throws Refusal `not-allowed` */
export async function missedFor(
  { db, now }: Pick<ActionDeps, 'db' | 'now'>,
  actor: PersonActor,
  settings: MissedSettings,
): Promise<MissedReport> {
  requireRight(actor, 'quality.read');
  return missedReport(db, settings, now());
}

/** Of a year, or of as long as approved cases are kept: what was found is counted by them. */
export async function missedReport(db: Db, { spotChecks, retention }: MissedSettings, at: Date): Promise<MissedReport> {
  const since = new Date(at.getTime() - Math.min(YEAR_DAYS, retention.approvedDays) * DAY_MS);
  const strata = [...(await spotFigures(db, since))];
  const on = spotChecks.oneIn !== null;
  if (on)
    for (const stratum of STRATA)
      if (!strata.some((one) => one.stratum === stratum))
        strata.push(noneOf(stratum, chanceOf(stratum, spotChecks.oneIn!)));
  strata.sort((a, b) => STRATA.indexOf(b.stratum) - STRATA.indexOf(a.stratum) || b.chance - a.chance);
  const found = await foundMails(db, since);
  const measured = STRATA.flatMap((stratum) => withUnread(strata.filter((one) => one.stratum === stratum)));
  const known = strata.some(({ kept }) => kept > 0);
  return {
    on,
    since,
    strata,
    estimate: known ? missedEstimate(measured, found) : null,
    plan: known ? readingPlan(measured, found) : [],
    unread: await spotsUnread(db, at),
  };
}

/** None was kept there, though some would have been. */
const noneOf = (stratum: SpotFigures['stratum'], chance: number): SpotFigures => ({
  stratum,
  chance,
  kept: 0,
  read: 0,
  missed: 0,
  unsure: 0,
});

/**
 * Groups of one stratum. One of which nothing was read yet, because the setting has changed, counts as being like the others: they then stand for
 * its mails too. Else each change would mean that nothing is known any more.
 */
function withUnread(groups: readonly SpotFigures[]): readonly SpotFigures[] {
  const read = groups.filter((one) => one.read > 0);
  if (read.length === 0) return groups;
  const mails = (some: readonly SpotFigures[]) => some.reduce((sum, { kept, chance }) => sum + kept / chance, 0);
  const share = mails(read) / mails(groups);
  return read.map((one) => ({ ...one, chance: one.chance * share }));
}
