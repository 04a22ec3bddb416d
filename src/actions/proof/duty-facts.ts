import { mayWith, type RetentionDays, type SpotSettings } from '../../cases/index.ts';
import type { PolicyInForce } from '../../policy/index.ts';
import { type DutyFacts, type MeasureRules, saidIn, todayIn } from '../../response/index.ts';
import {
  careFigures,
  consultationTimes,
  cooperationFigures,
  currentRules,
  type Db,
  decidedCases,
  listPeople,
  objectionFigures,
  packsMade,
  secondFactors,
  standingExperts,
  whoKnows,
} from '../../store/index.ts';
import { auditActorOf, type PersonActor, requireRight } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { missedReport } from '../missed-report.ts';

/** What the configuration says of it. */
export interface ProofSettings {
  readonly addresses: number; // to which mails may be forwarded
  readonly retention: RetentionDays;
  readonly spotChecks: SpotSettings;
  readonly anchoredElsewhere: boolean;
  readonly timeZone: string;
}

const YEAR_MS = 365 * 86_400_000;

/**
 * What a company has on record for its duties, of the last year.
 *
 * @param how whether it is looked at or saved as a file
 * @throws Refusal `not-allowed`
 */
export async function dutyFacts(
  { db, audit, now }: Pick<ActionDeps, 'db' | 'audit' | 'now'>,
  actor: PersonActor,
  policy: PolicyInForce,
  settings: ProofSettings,
  how: 'view' | 'export',
): Promise<DutyFacts> {
  requireRight(actor, 'proof.read');
  const at = now();
  await audit.record({ ...auditActorOf(actor, at), action: `proof.${how}`, target: '', details: {} });
  return gather(db, policy, settings, new Date(at.getTime() - YEAR_MS), at);
}

async function gather(
  db: Db,
  { kind, text, version }: PolicyInForce,
  { addresses, retention, spotChecks, anchoredElsewhere, timeZone }: ProofSettings,
  since: Date,
  at: Date,
): Promise<DutyFacts> {
  const people = await listPeople(db);
  const knowing = await whoKnows(db, version?.id ?? null);
  const rules = await currentRules<MeasureRules>(db, 'measures');
  const { estimate } = await missedReport(db, { spotChecks, retention }, at);
  const [decided] = await decidedCases(db, [since, at]);
  return {
    policy: version && { number: version.number, from: version.from },
    policyFile: kind === 'own',
    policySays: saidIn(kind === 'own' ? text : ''),
    people: people.length,
    readers: knowing.filter(({ readAt }) => readAt !== null).length,
    learners: knowing.filter(({ lessons }) => lessons > 0).length,
    desk: people.filter(({ roles }) => roles.includes('desk')).length,
    addresses,
    consultations: await consultationTimes(db, since),
    decided:
      decided === undefined
        ? NOTHING_DECIDED
        : { ...decided, medianHours: decided.hours.median, p90Hours: decided.hours.p90 },
    care: await careFigures(db, since),
    ladder: rules && { version: rules.version, from: todayIn(timeZone, rules.at) },
    objections: await objectionFigures(db, since, todayIn(timeZone, at)),
    cooperation: await cooperationFigures(db, since, todayIn(timeZone, at)),
    packs: await packsMade(db, since),
    experts: (await standingExperts(db)).length,
    retention,
    readersOfCases: people.filter(({ roles }) => mayWith(roles, 'cases.read')).length,
    factors: await secondFactors(db),
    recall:
      estimate === null || estimate.read === 0 ? null : estimate.recall && { ...estimate.recall, read: estimate.read },
    anchoredElsewhere,
  };
}

const NOTHING_DECIDED = {
  approved: 0,
  dismissed: 0,
  flaggedApproved: 0,
  flaggedDismissed: 0,
  medianHours: 0,
  p90Hours: 0,
} as const;
