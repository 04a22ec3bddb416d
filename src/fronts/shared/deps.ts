import type { BlockList } from 'node:net';
import type { ActionDeps } from '../../actions/index.ts';
import type { Accounts } from '../../actions/sign-in/index.ts';
import type { RetentionDays, Role, SpotSettings } from '../../cases/index.ts';
import type { Assessment, Dictionary, Explanation } from '../../detect/index.ts';
import type { JobCounts, JobName, QueueTrouble } from '../../jobs/index.ts';
import type { Policy } from '../../policy/index.ts';
import type { AssessedMail } from '../../screening/index.ts';
import type { RunningHost, SourceHealth, StorageUse } from '../../store/index.ts';
import type { Logger } from '../../util/log.ts';
import type { ACT_LABELS } from './act-labels.ts';
import type { Language } from './language.ts';

/** A way to reach people, and how it is. */
export interface ReachableChannel {
  readonly name: string;
  readonly kind: string;
  readonly trouble: string | null; // null when well
  readonly troubleSince: Date | null;
  readonly lastToldAt: Date | null;
  readonly urgent: boolean; // what is urgent is told there
}

/** How a source was when it was tried. */
export interface CheckedSource {
  readonly name: string;
  readonly ok: boolean;
  readonly sentence: string; // what was found, or what to do
}

/** Why nobody would learn of something: of what is urgent (no channel, nobody who decides), or of a confidential consultation. */
export type Untold = 'no-channel' | 'no-decider' | 'no-desk';

/** How the service is, without any mail text. */
export interface ServiceStatus {
  readonly sources: readonly SourceHealth[];
  readonly dictionary: {
    readonly version: string; // here
    readonly problem: string | null;
    readonly hosts: readonly Pick<RunningHost, 'host' | 'dictionary'>[]; // that differ; none: all are alike
  };
  readonly queue: { readonly trouble: QueueTrouble; readonly since: Date } | null; // null: well
  readonly backlog: number; // mails without verdict
  readonly channels: readonly ReachableChannel[];
  readonly untold: readonly Untold[];
  readonly clockAheadOf: Date | null; // when the clock was believed last, if it has jumped ahead since; null: all is well
}

/** What runs behind the review app, for whoever looks after it. Sizes are bytes. */
export interface Operations {
  readonly queues: readonly { readonly name: JobName; readonly jobs: JobCounts | null }[]; // null: the queue does not answer
  readonly foreign: number; // mails of the last 30 days in no language with a judge
  readonly lags: ReadonlyMap<string, Date>; // by source: since when its oldest mail without verdict waits
  readonly storage: StorageUse & { readonly disk: { readonly free: number; readonly size: number } }; // of the data folder
  readonly versions: {
    readonly komainu: string;
    readonly node: string;
    readonly dictionary: string;
    readonly classifier: string | null; // null: there is none
    readonly store: { readonly kind: 'pglite' | 'postgres'; readonly version: string };
    readonly queue: string | null; // of a server of its own
  };
}

/** A text that somebody wants to see judged. */
export interface TriedText {
  readonly subject: string;
  readonly body: string;
}

/** `busy`: too many are tried at the moment; `ended`: it took too long, or too much memory. */
export type Tried =
  | { readonly kind: 'judged'; readonly screened: AssessedMail }
  | { readonly kind: 'busy' }
  | { readonly kind: 'ended' };

/** Invented people of sample mode: whoever looks around signs in as one of them. */
export interface SamplePeople {
  readonly people: readonly { readonly name: string; readonly email: string; readonly roles: readonly Role[] }[];
  readonly password: string;
}

/** What the review app stands on. */
export interface FrontDeps extends ActionDeps {
  readonly accounts: Accounts;
  /** What the company says about customer harassment. */
  readonly policy: (language: Language) => Promise<Policy>;
  /** Sentences quote nothing but the texts of the assessment they are given, so that hidden ones stay hidden. */
  readonly explain: (assessment: Assessment, language: Language) => Explanation;
  /** The one in force. */
  readonly dictionary: () => Dictionary;
  /** The decoded bytes of an attachment of a mail, taken out away from this thread; null when there is none, or it took too long. */
  readonly attachment: (mail: Uint8Array, index: number) => Promise<Uint8Array | null>;
  /** Judges a text as a mail of a stranger who never wrote before, away from this thread; nothing of it is kept. */
  readonly tryOut: (text: TriedText) => Promise<Tried>;
  /** Somebody is about to try a text. */
  readonly prepareTry: () => void;
  readonly status: () => Promise<ServiceStatus>;
  readonly operations: () => Promise<Operations>;
  /** Sends a message that says only that it arrived; the outcome shows in the status. False: there is no such channel. */
  readonly testChannel: (name: string) => Promise<boolean>;
  readonly configFile: string | null; // null: there is none, sample mode
  readonly company: { readonly name: string; readonly timeZone: string };
  readonly acts: typeof ACT_LABELS; // for what leaves the house
  /** What people are told of consultations; `addresses`: to which mails may be forwarded. */
  readonly consultation: {
    readonly answerDays: number | null;
    readonly callNow: string | null;
    readonly addresses: readonly string[];
    readonly confidentialAddresses: readonly string[];
  };
  readonly anchoredElsewhere: boolean; // the end of the audit log is noted outside this machine, or told to somebody
  readonly spotChecks: SpotSettings; // of ordinary mails
  readonly dailyCap: number; // cases a day after which a person is asked to rest
  readonly sharedDomains: readonly string[]; // where everybody may have an address
  readonly hash: (value: string) => string; // keyed, as verdicts remember who wrote
  readonly retention: RetentionDays;
  readonly sample: boolean;
  readonly samplePeople: SamplePeople | null; // null: not in sample mode, or others reach it too
  readonly baseUrl: string; // links begin with it, whatever a request calls us
  readonly hosts: readonly string[]; // that requests may name: see `hostsOf`
  readonly url: string | null; // as people reach the review app when a proxy stands before it, else null
  readonly trustedProxies: BlockList | null; // whose X-Forwarded-For is believed; null: who is near, when `url` is given
  readonly secureCookies: boolean; // reached over HTTPS
  readonly log: Logger;
}

/** The address behind a one-time token, as the configuration says that people reach the review app: whoever asks has no say. */
export const linkTo = ({ baseUrl }: Pick<FrontDeps, 'baseUrl'>, token: string): string =>
  new URL(`/welcome/${token}`, baseUrl).href;
