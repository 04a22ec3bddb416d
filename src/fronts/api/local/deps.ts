import type { ActionDeps } from '../../../actions/index.ts';
import type { RetentionDays } from '../../../cases/index.ts';
import type { Store } from '../../../store/index.ts';
import type { Logger } from '../../../util/log.ts';
import type { CheckedSource, FrontDeps } from '../../shared/index.ts';

/** What the local API stands on. */
export interface LocalApiDeps
  extends Pick<ActionDeps, 'db' | 'audit' | 'accounts' | 'read' | 'refill' | 'now' | 'lab'> {
  readonly store: Pick<Store, 'db' | 'engine'>;
  readonly company: FrontDeps['company'];
  readonly acts: FrontDeps['acts'];
  readonly sharedDomains: FrontDeps['sharedDomains'];
  readonly baseUrl: string; // as people reach the review app
  /** Mails that wait in the queue; rejects with a sentence when the queue cannot be reached. */
  readonly backlog: () => Promise<number>;
  readonly retention: RetentionDays;
  /** Tries what was set up in the browser; the file and the environment are known to whoever asks. */
  readonly checkSetUp: () => Promise<readonly CheckedSource[]>;
  /** Channels by which what is urgent is told. */
  readonly urgentChannels: () => readonly string[];
  readonly log: Logger;
}
