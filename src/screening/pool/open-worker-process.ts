import { fork } from 'node:child_process';
import { once } from 'node:events';
import { UnreadableMailError } from '../../mail/index.ts';
import { shipped } from '../../util/paths.ts';
import { type AbortCode, AbortedAttemptError } from '../aborted-attempt.ts';
import type { PackedRules } from '../packed-rules.ts';
import type { AssessedMail, HistoryOf, Mail } from '../pipeline.ts';
import { UnopenedMailError } from '../unopened.ts';
import type { FromWorkerProcess, ToWorkerProcess, WorkerProcessArguments } from './protocol.ts';

/** A process whose threads screen mails. Once dead it stays dead. Disposing kills it. */
export interface WorkerProcess extends AsyncDisposable {
  readonly isDead: () => boolean;
  /** Makes the threads ready to judge by these rules. */
  prepare(rules: PackedRules): void;
  /** @throws AbortedAttemptError, UnreadableMailError, and what `historyOf` throws */
  screen(mail: Mail, rules: PackedRules, historyOf: HistoryOf): Promise<AssessedMail>;
}

/** glibc keeps what was freed for as long as a process runs, once something large was freed, unless it is told how much it may keep (bytes). */
const GIVES_BACK = { MALLOC_TRIM_THRESHOLD_: '262144' };
/** One thread beside those that judge compiles and collects, for each keeps memory of its own; and little is left lying before it is collected (MiB). */
const SMALL = ['--v8-pool-size=1', '--max-semi-space-size=4'];

/** Starting a process and its thread takes a second, on a busy machine many. */
const READY_MS = 300_000;

export interface WorkerProcessOptions extends WorkerProcessArguments {
  readonly deadlineMs: number; // for reading a mail, and again for judging it; waiting for its history does not count
}

interface Waiting {
  begin(): void; // the deadline runs from now
  answer(reply: Answer): void;
  fail(error: Error): void;
}
type Answer = Exclude<FromWorkerProcess, { kind: 'begins' }>;

export function openWorkerProcess({ deadlineMs, ...limits }: WorkerProcessOptions): WorkerProcess {
  const child = fork(shipped('dist/screening/pool/worker-process.js'), [JSON.stringify(limits)], {
    serialization: 'advanced', // dates, maps and bytes as they are
    env: GIVES_BACK, // and no password: here mails are taken apart
    execArgv: SMALL,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'], // what V8 prints when it dies is no log line
  });
  const waiting = new Map<number, Waiting>();
  let death: AbortedAttemptError | null = null;
  let given: PackedRules | null = null;
  let attempts = 0;

  const tell = (message: ToWorkerProcess): void => void child.send(message, () => {}); // a closed channel means death, told below
  const die = (code: AbortCode): void => {
    death ??= new AbortedAttemptError(code, { withOthers: true });
    for (const { fail } of waiting.values()) fail(death);
  };
  child.on('message', (reply: FromWorkerProcess) => {
    if (reply.kind === 'begins') waiting.get(reply.id)?.begin();
    else waiting.get(reply.id)?.answer(reply);
  });
  child.on('error', () => die('crash'));
  // SIGKILL is how the process, or a kernel short of memory, ends it. V8 aborts at what is too big for it at once.
  child.on('exit', (_, signal) => die(signal === 'SIGKILL' ? 'memory' : 'crash'));

  async function ask(message: Extract<ToWorkerProcess, { kind: 'mail' | 'history' }>): Promise<Answer> {
    const { id } = message;
    let timer: NodeJS.Timeout | undefined;
    try {
      return await new Promise<Answer>((answer, fail) => {
        if (death !== null) return fail(death);
        const endIn = (ms: number) => {
          clearTimeout(timer);
          timer = setTimeout(() => {
            tell({ kind: 'kill', id });
            fail(new AbortedAttemptError('deadline'));
          }, ms);
        };
        const begin = () => endIn(deadlineMs);
        waiting.set(id, { begin, answer, fail });
        endIn(message.kind === 'mail' ? READY_MS : deadlineMs);
        tell(message);
      });
    } finally {
      clearTimeout(timer);
      waiting.delete(id);
    }
  }

  async function historyFor(id: number, about: Parameters<HistoryOf>[0], historyOf: HistoryOf) {
    try {
      return await historyOf(about);
    } catch (error) {
      tell({ kind: 'let-go', id });
      throw error;
    }
  }

  function prepare(rules: PackedRules): void {
    if (given !== rules)
      tell({
        kind: 'rules',
        tables: Uint8Array.from(new Uint8Array(rules.tables)),
        timeZone: rules.timeZone,
      });
    given = rules;
  }

  return {
    isDead: () => death !== null,
    prepare,
    async screen(mail, rules, historyOf) {
      prepare(rules);
      const id = ++attempts;
      let reply = await ask({ kind: 'mail', id, mail });
      for (;;) {
        switch (reply.kind) {
          case 'asks':
            reply = await ask({ kind: 'history', id, history: await historyFor(id, reply.about, historyOf) });
            break;
          case 'screened':
            return reply.screened;
          case 'unopened':
            throw new UnopenedMailError(reply.code, reply.message);
          case 'unreadable':
            throw new UnreadableMailError(reply.message);
          case 'died':
            throw new AbortedAttemptError(reply.code);
        }
      }
    },
    async [Symbol.asyncDispose]() {
      if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
      const gone = once(child, 'exit');
      child.kill('SIGKILL');
      await gone;
    },
  };
}
