import { type PGlite, protocol } from '@electric-sql/pglite';

/** As many statements are kept ready, some 30 KB each. */
const MOST = 300;
/** A longer one is written for its values, and never comes twice. Bytes. */
const LONGEST = 8_000;

/** Messages to PostgreSQL by their first byte (Frontend/Backend Protocol, Message Formats). */
const [PARSE, DESCRIBE, BIND, SYNC] = [0x50, 0x44, 0x42, 0x53];
const OF_STATEMENT = 0x53; // what a Describe is about

type Answer = Awaited<ReturnType<PGlite['execProtocolStream']>>;

interface Statement {
  readonly text: string; // the message that parsed it
  readonly name: string;
  parameters: Answer | null; // what was said of it, once it was asked for
  rows: Answer;
}

/**
 * Keeps statements that come again prepared. PGlite has each one parsed and described anew, and a page asks some sixty. They are still planned
 * for their values each time (`plan_cache_mode`): a plan for any values is chosen by an estimate that a search for words misleads a thousandfold.
 */
export async function keepPrepared(client: PGlite): Promise<void> {
  await client.exec('set plan_cache_mode = force_custom_plan');
  const send = client.execProtocolStream.bind(client);
  const seen = new Set<string>(); // once: most that come twice come often
  const prepared = new Map<string, Statement>(); // what was used last is last
  let current: Statement | null = null; // one at a time: PGlite lets no other begin before its Sync
  let refused: Statement | null = null;
  let count = 0;

  async function prepare(message: Uint8Array, options: Parameters<typeof send>[1]): Promise<Statement | null> {
    if (message.length > LONGEST) return null;
    const text = Buffer.from(message.buffer, message.byteOffset, message.length).toString('latin1');
    const known = prepared.get(text);
    prepared.delete(text);
    if (known !== undefined) prepared.set(text, known);
    else if (!seen.has(text)) {
      if (seen.size >= MOST) seen.clear();
      seen.add(text);
    } else {
      const statement = { text, name: `komainu_${++count}`, parameters: null, rows: [] };
      await send(withName(message, statement.name), options);
      prepared.set(text, statement);
      await forgetOldest();
      return statement;
    }
    return known ?? null;
  }

  async function forgetOldest(): Promise<void> {
    const [oldest] = prepared.values();
    if (prepared.size > MOST && oldest !== undefined) await forget(oldest);
  }

  async function forget({ text, name }: Statement): Promise<void> {
    prepared.delete(text);
    await send(protocol.serialize.close({ type: 'S', name }), { syncToFs: false });
  }

  /** What a table was changed under is refused once, and prepared anew. */
  async function bind(statement: Statement, ...[message, options]: Parameters<typeof send>): Promise<Answer> {
    try {
      return await send(withName(message, statement.name), options);
    } catch (error) {
      refused = statement;
      throw error;
    }
  }

  async function end(...asked: Parameters<typeof send>): Promise<Answer> {
    const answer = await send(...asked);
    if (refused !== null) await forget(refused);
    [current, refused] = [null, null];
    return answer;
  }

  client.execProtocolStream = async (message, options) => {
    if (message[0] === PARSE) {
      current = null;
      current = await prepare(message, options);
      return current === null ? send(message, options) : [];
    }
    if (current === null) return send(message, options);
    if (message[0] === SYNC) return end(message, options);
    if (message[0] === BIND) return bind(current, message, options);
    if (message[0] !== DESCRIBE) return send(message, options);
    if (message[5] !== OF_STATEMENT) return current.rows;
    if (current.parameters === null) {
      current.parameters = await send(withName(message, current.name), options);
      current.rows = current.parameters.filter(({ name }) => name === 'rowDescription');
    }
    return current.parameters;
  };
}

/** The same message about a statement with a name: it stands where the first byte of nothing but a NUL was, behind the portal's or the kind. */
function withName(message: Uint8Array, name: string): Uint8Array {
  const at = message[0] === PARSE ? 5 : 6;
  const longer = Buffer.concat([message.subarray(0, at), Buffer.from(name), message.subarray(at)]);
  longer.writeInt32BE(longer.length - 1, 1); // the first byte does not count
  return longer;
}
