import type { History } from '../../detect/index.ts';
import type { Unopened } from '../../mail/index.ts';
import type { AbortCode } from '../aborted-attempt.ts';
import type { PackedRules } from '../packed-rules.ts';
import type { AssessedMail, Correspondence, Mail } from '../pipeline.ts';
import type { ReadMessage } from '../read-message.ts';

/** What a thread is told. `id` names an attempt, and no id is used twice in a process. */
export type ToThread =
  | { readonly kind: 'rules'; readonly rules: PackedRules } // for the mails that come after
  | { readonly kind: 'mail'; readonly id: number; readonly mail: Mail }
  | { readonly kind: 'history'; readonly id: number; readonly history: History }; // the answer to `asks`

export type FromThread =
  | { readonly kind: 'ready' } // to judge by the rules last given
  | { readonly kind: 'asks'; readonly id: number; readonly about: Correspondence }
  | { readonly kind: 'screened'; readonly id: number; readonly screened: AssessedMail }
  | { readonly kind: 'unopened'; readonly id: number; readonly code: Unopened; readonly message: ReadMessage }
  | { readonly kind: 'unreadable'; readonly id: number; readonly message: string };

/** What the process is told: things for a thread, and what becomes of the thread of an attempt. */
export type ToWorkerProcess =
  | Exclude<ToThread, { kind: 'rules' }>
  | {
      readonly kind: 'rules';
      readonly tables: Uint8Array; // no memory is shared with a process
      readonly timeZone: string;
    }
  | { readonly kind: 'let-go'; readonly id: number } // no history will come; the thread is free
  | { readonly kind: 'kill'; readonly id: number };

export type FromWorkerProcess =
  | Exclude<FromThread, { kind: 'ready' }>
  | { readonly kind: 'begins'; readonly id: number } // a thread has the mail
  | { readonly kind: 'died'; readonly id: number; readonly code: AbortCode };

export interface WorkerProcessLimits {
  readonly threads: number; // at most; one is made ready beforehand, others when there are mails for them
  readonly heapMb: number; // of one thread
  readonly processMb: number; // of all threads together, with all that lies outside their heaps
  readonly idleMs: number; // a thread ends when it has had nothing to do for so long
}

export interface WorkerProcessArguments extends WorkerProcessLimits {
  readonly thread: string; // file that a thread runs
}
