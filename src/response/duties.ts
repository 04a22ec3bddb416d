import type { Day } from './care.ts';

/** What is known of a company's records, of the last year where it is a number of things. Confidential cases are in none of these. */
export interface DutyFacts {
  readonly policy: { readonly number: number; readonly from: string } | null; // the version in force; null: a template, or a file nobody has read
  readonly policyFile: boolean; // there is a text of the company's own
  readonly policySays: { readonly noHarm: boolean; readonly privacy: boolean; readonly desk: boolean };
  readonly people: number; // whose account works
  readonly readers: number; // of them, of the version in force
  readonly learners: number; // who finished a lesson
  readonly desk: number; // people at the consultation desk
  readonly addresses: number; // to which mails may be forwarded
  readonly consultations: { readonly handedIn: number; readonly seen: number; readonly medianHours: number };
  readonly decided: {
    readonly approved: number;
    readonly dismissed: number;
    readonly flaggedApproved: number;
    readonly flaggedDismissed: number;
    readonly medianHours: number;
    readonly p90Hours: number;
  };
  readonly care: {
    readonly approved: number;
    readonly open: number; // cases with a point that nobody saw to
    readonly points: number; // of the care lists of approved cases
    readonly confirmed: number; // of them, which whoever is concerned says they received or declined
    readonly followUps: number;
    readonly recurrence: number;
  };
  readonly ladder: { readonly version: number; readonly from: Day } | null; // rules of measures in force; null: none were written
  readonly objections: { readonly received: number; readonly answered: number; readonly late: number }; // late: waiting beyond their day
  readonly cooperation: {
    readonly received: number;
    readonly sent: number;
    readonly answered: number; // of both
    readonly late: number;
  };
  readonly packs: number; // made for people outside
  readonly experts: number; // outside, with a contact
  readonly retention: { readonly dismissedDays: number; readonly approvedDays: number };
  readonly readersOfCases: number; // people who may read mails
  readonly factors: number; // accounts with a second factor
  readonly recall: { readonly low: number; readonly high: number; readonly read: number } | null; // of harassment, the share that is found, 0 to 1, and of how many mails that were read; null: nobody knows
  readonly anchoredElsewhere: boolean; // the end of the audit log is noted outside this machine
}

/** The duties that the law and its guideline are understood to name, in the order of the page. */
export const DUTIES = [
  'policy',
  'known',
  'desk',
  'facts',
  'care',
  'outside',
  'recurrence',
  'deterrence',
  'privacy',
  'no-detriment',
  'cooperation',
  'own-conduct',
  'accuracy',
] as const;
export type DutyId = (typeof DUTIES)[number];

/** Duties whose wording was not checked against a source, or that no law names. */
export const UNVERIFIED: ReadonlySet<DutyId> = new Set(['recurrence', 'deterrence', 'cooperation', 'accuracy']);

/** A sentence that the facts fill in. */
export const RECORDS = [
  'policyInForce',
  'policyRead',
  'lessons',
  'deskPeople',
  'addresses',
  'consultations',
  'seen',
  'decided',
  'careDone',
  'followUps',
  'packs',
  'experts',
  'recurrence',
  'ladder',
  'objections',
  'cooperation',
  'retention',
  'readersOfCases',
  'audit',
  'factors',
  'anchored',
  'privacySaid',
  'noHarmPage',
  'noHarmSaid',
  'draft',
  'precision',
  'recall',
] as const;
export type RecordId = (typeof RECORDS)[number];

/** What is missing, with what to do about it. */
export const GAPS = [
  'noPolicy',
  'policyUnnoted',
  'unread',
  'noLessons',
  'noDesk',
  'deskUnsaid',
  'unseen',
  'undecided',
  'careOpen',
  'careUnconfirmed',
  'noExperts',
  'noRecurrence',
  'noLadder',
  'privacyUnsaid',
  'fewFactors',
  'notAnchored',
  'objectionsLate',
  'noHarmUnsaid',
  'noCooperation',
  'cooperationLate',
  'noDecisions',
  'recallUnknown',
] as const;
export type GapId = (typeof GAPS)[number];

export interface Duty {
  readonly id: DutyId;
  readonly unverified: boolean;
  readonly records: readonly RecordId[];
  readonly gaps: readonly GapId[];
}

/** Each duty beside what is there and what is missing. Nothing here says that it is enough. */
export const dutiesOf = (facts: DutyFacts): Duty[] =>
  DUTIES.map((id) => ({ id, unverified: UNVERIFIED.has(id), ...RULES[id](facts) }));

type Found = Pick<Duty, 'records' | 'gaps'>;

const when = <T>(so: boolean, ...ids: readonly T[]): readonly T[] => (so ? ids : []);

const RULES: Readonly<Record<DutyId, (facts: DutyFacts) => Found>> = {
  policy: ({ policy, policyFile }) => ({
    records: when(policy !== null, 'policyInForce'),
    gaps: [...when<GapId>(!policyFile, 'noPolicy'), ...when<GapId>(policyFile && policy === null, 'policyUnnoted')],
  }),
  known: ({ policy, people, readers, learners }) => ({
    records: [...when<RecordId>(readers > 0, 'policyRead'), ...when<RecordId>(learners > 0, 'lessons')],
    gaps: [
      ...when<GapId>(policy === null || readers < people, 'unread'),
      ...when<GapId>(learners < people, 'noLessons'),
    ],
  }),
  desk: ({ desk, addresses, consultations, policySays }) => ({
    records: [
      ...when<RecordId>(desk > 0, 'deskPeople'),
      ...when<RecordId>(addresses > 0, 'addresses'),
      ...when<RecordId>(consultations.handedIn > 0, 'consultations'),
    ],
    gaps: [...when<GapId>(desk === 0, 'noDesk'), ...when<GapId>(!policySays.desk, 'deskUnsaid')],
  }),
  facts: ({ consultations, decided }) => ({
    records: [
      ...when<RecordId>(consultations.seen > 0, 'seen'),
      ...when<RecordId>(decided.approved + decided.dismissed > 0, 'decided'),
    ],
    gaps: [
      ...when<GapId>(consultations.seen < consultations.handedIn, 'unseen'),
      ...when<GapId>(decided.approved + decided.dismissed === 0, 'undecided'),
    ],
  }),
  care: ({ care }) => ({
    records: [...when<RecordId>(care.confirmed > 0, 'careDone'), ...when<RecordId>(care.followUps > 0, 'followUps')],
    gaps: [...when<GapId>(care.open > 0, 'careOpen'), ...when<GapId>(care.confirmed < care.points, 'careUnconfirmed')],
  }),
  outside: ({ experts }) => ({
    records: ['packs', ...when<RecordId>(experts > 0, 'experts')],
    gaps: when<GapId>(experts === 0, 'noExperts'),
  }),
  recurrence: ({ care }) => ({
    records: when(care.recurrence > 0, 'recurrence'),
    gaps: when(care.recurrence < care.approved, 'noRecurrence'),
  }),
  deterrence: ({ ladder, objections }) => ({
    records: [...when<RecordId>(ladder !== null, 'ladder'), ...when<RecordId>(objections.received > 0, 'objections')],
    gaps: [...when<GapId>(ladder === null, 'noLadder'), ...when<GapId>(objections.late > 0, 'objectionsLate')],
  }),
  privacy: ({ people, factors, anchoredElsewhere, policySays }) => ({
    records: [
      'readersOfCases',
      'retention',
      'audit',
      ...when<RecordId>(factors > 0, 'factors'),
      ...when<RecordId>(anchoredElsewhere, 'anchored'),
      ...when<RecordId>(policySays.privacy, 'privacySaid'),
    ],
    gaps: [
      ...when<GapId>(factors < people, 'fewFactors'),
      ...when<GapId>(!anchoredElsewhere, 'notAnchored'),
      ...when<GapId>(!policySays.privacy, 'privacyUnsaid'),
    ],
  }),
  'no-detriment': ({ policySays }) => ({
    records: ['noHarmPage', ...when<RecordId>(policySays.noHarm, 'noHarmSaid')],
    gaps: when<GapId>(!policySays.noHarm, 'noHarmUnsaid'),
  }),
  cooperation: ({ cooperation: { received, sent, late } }) => ({
    records: when(received + sent > 0, 'cooperation'),
    gaps: [...when<GapId>(received + sent === 0, 'noCooperation'), ...when<GapId>(late > 0, 'cooperationLate')],
  }),
  'own-conduct': ({ learners, people }) => ({
    records: ['draft', ...when<RecordId>(learners > 0, 'lessons')],
    gaps: when<GapId>(learners < people, 'noLessons'),
  }),
  accuracy: ({ decided: { flaggedApproved, flaggedDismissed }, recall }) => ({
    records: [
      ...when<RecordId>(flaggedApproved + flaggedDismissed > 0, 'precision'),
      ...when<RecordId>(recall !== null, 'recall'),
    ],
    gaps: [
      ...when<GapId>(flaggedApproved + flaggedDismissed === 0, 'noDecisions'),
      ...when<GapId>(recall === null, 'recallUnknown'),
    ],
  }),
};

/** What a policy's text seems to say, by words that every such text has. A person reads whether it says so rightly. */
export const saidIn = (policy: string): DutyFacts['policySays'] => ({
  noHarm: /不利益|detriment|disadvantage|retaliat/i.test(policy),
  privacy: /プライバシ|個人情報|秘密|privacy|confidential/i.test(policy),
  desk: /相談窓口|相談先|consultation desk|contact/i.test(policy),
});
