import { EventEmitter } from 'node:events';
import type { PGlite, Transaction } from '@electric-sql/pglite';
import type { PgPool, PgPoolClient, PgQueryResult } from 'bullmq';

/**
 * A pool of one: BullMQ's PostgreSQL backend on an embedded PGlite. What is odd about it:
 * - All clients share one session. Its search path is set once for all, and every client hears every notification.
 * - A transaction holds PGlite's mutex from BEGIN to COMMIT, so everyone else waits. Adding a job inside a transaction
 *   on the same PGlite never returns.
 * - bigint and numeric come back as text, as pg gives them.
 */
export class PglitePool extends EventEmitter implements PgPool {
  readonly #db: PGlite;

  constructor(db: PGlite) {
    super();
    this.#db = db;
    this.setMaxListeners(0); // one per queue and worker
  }

  async connect(): Promise<PgPoolClient> {
    return new PgliteClient(this.#db);
  }

  query<R>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<R>> {
    return run(this.#db, text, params);
  }

  /** The PGlite belongs to the store, which closes it. */
  async end(): Promise<void> {}
}

interface OpenTransaction {
  readonly on: Transaction;
  end(commit: boolean): Promise<void>;
}

class PgliteClient extends EventEmitter implements PgPoolClient {
  /** Has BullMQ believe in a kept-alive socket; else it polls every 10 s for fear of a silently lost connection. */
  readonly connection = { stream: { setKeepAlive: () => {} } };
  readonly #db: PGlite;
  readonly #stopListening: () => void;
  #transaction: OpenTransaction | null = null;

  constructor(db: PGlite) {
    super();
    this.setMaxListeners(0);
    this.#db = db;
    this.#stopListening = db.onNotification((channel, payload) => this.emit('notification', { channel, payload }));
  }

  async query<R>(text: string, params: readonly unknown[] = []): Promise<PgQueryResult<R>> {
    switch (/^\s*(\w+)/.exec(text)?.[1]?.toUpperCase()) {
      case 'BEGIN':
        this.#transaction = await begin(this.#db);
        return { rows: [], rowCount: 0 };
      case 'COMMIT':
        await this.#end(true);
        return { rows: [], rowCount: 0 };
      case 'ROLLBACK':
        await this.#end(false);
        return { rows: [], rowCount: 0 };
      default:
        return run(this.#transaction?.on ?? this.#db, text, params);
    }
  }

  release(): void {
    void this.#end(false); // a borrower that went away without COMMIT
    this.#stopListening();
    this.removeAllListeners();
  }

  async #end(commit: boolean): Promise<void> {
    const ending = this.#transaction;
    this.#transaction = null;
    await ending?.end(commit);
  }
}

class RolledBack extends Error {}

/** Holds a PGlite transaction open, inside its callback, until it is ended from outside. */
function begin(db: PGlite): Promise<OpenTransaction> {
  return new Promise((opened, failed) => {
    const whole = db.transaction(
      (on) =>
        new Promise<void>((commit, rollBack) => {
          opened({
            on,
            end: async (committed) => {
              if (committed) commit();
              else rollBack(new RolledBack());
              await whole.catch((error) => {
                if (!(error instanceof RolledBack)) throw error;
              });
            },
          });
        }),
    );
    whole.catch(failed); // BEGIN itself failed; later errors reach whoever ends the transaction
  });
}

const TEXT = { parsers: { 20: (value: string) => value, 1700: (value: string) => value } }; // int8, numeric

/** Without parameters a text may hold several statements, as migrations do. */
async function run<R>(on: PGlite | Transaction, text: string, params: readonly unknown[]): Promise<PgQueryResult<R>> {
  const result = params.length > 0 ? await on.query<R>(text, [...params], TEXT) : (await on.exec(text, TEXT)).at(-1);
  const rows = (result?.rows ?? []) as R[];
  return { rows, rowCount: rows.length || (result?.affectedRows ?? 0) };
}
