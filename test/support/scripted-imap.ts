import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

/** A mailbox with one folder, INBOX, as an honest server would keep it. */
export interface ScriptedFolder {
  uidValidity: number;
  uidNext: number;
  readonly mails: { readonly uid: number; readonly raw: string }[];
}

/** What a client has said, and the connection it said it on. */
export interface Said {
  readonly tag: string;
  readonly command: string; // in capitals, UID before SEARCH and FETCH included; GREETING before anything is said
  readonly rest: string;
  readonly connection: number; // counted from 1
  hangUp(): void;
}

/**
 * Answers a command in place of the honest server: text as it goes over the wire, or a flood in pieces that are written as
 * fast as the client takes them. `null` leaves the command to the honest server.
 */
export type Lie = (said: Said, folder: ScriptedFolder) => string | Generator<string> | null;

export interface ScriptedImap {
  readonly port: number;
  readonly folder: ScriptedFolder;
  readonly connections: number; // so far
  readonly sent: number; // bytes, over all connections
  readonly said: readonly string[]; // commands, in their order
  lie: Lie;
  deliver(...raws: readonly string[]): void;
  /** Says something to all that idle. */
  tellIdlers(text: string | (() => Generator<string>)): void;
  hangUpAll(): void;
  stop(): Promise<void>;
}

/** A small IMAP server in plain text, with a lie for whatever it shall not do honestly. It takes every password. */
export async function startScriptedImap(lie: Lie = () => null): Promise<ScriptedImap> {
  const folder: ScriptedFolder = { uidValidity: 7, uidNext: 1, mails: [] };
  const state = { lie, connections: 0, sent: 0 };
  const said: string[] = [];
  const sockets = new Set<Socket>();
  const idlers = new Map<Socket, string>(); // and the tag of their IDLE
  const known = new WeakMap<Socket, number>(); // how many mails a client knows of

  async function write(socket: Socket, answer: string | Generator<string>): Promise<void> {
    for (const piece of typeof answer === 'string' ? [answer] : answer) {
      if (socket.destroyed) return;
      state.sent += piece.length;
      const isTaken = socket.write(piece, 'latin1');
      if (isTaken)
        await new Promise(setImmediate); // the client lives in this process
      else await untilTaken(socket);
    }
  }

  function speak(socket: Socket, connection: number, line: string): void {
    if (line.toUpperCase() === 'DONE') {
      const tag = idlers.get(socket);
      idlers.delete(socket);
      const one = { tag: tag ?? '', command: 'DONE', rest: '', connection, hangUp: () => socket.destroy() };
      void write(socket, state.lie(one, folder) ?? `${tag} OK idled\r\n`);
      return;
    }
    const [, tag = '', command = '', rest = ''] = /^(\S+) ((?:UID )?\S+) ?(.*)$/i.exec(line) ?? [];
    const one = { tag, command: command.toUpperCase(), rest, connection, hangUp: () => socket.destroy() };
    said.push(one.command);
    if (one.command === 'IDLE') idlers.set(socket, tag);
    if (['SELECT', 'EXAMINE'].includes(one.command)) known.set(socket, folder.mails.length);
    void write(socket, state.lie(one, folder) ?? honest(one, folder)).then(() => tellOfMails(socket));
    if (one.command === 'LOGOUT') socket.end();
  }

  function tellOfMails(socket: Socket): void {
    const count = folder.mails.length;
    if (!idlers.has(socket) || known.get(socket) === count) return;
    known.set(socket, count);
    void write(socket, `* ${count} EXISTS\r\n`);
  }

  function hangUpAll(): void {
    for (const socket of sockets) socket.destroy();
  }

  const server = createServer((socket) => {
    const connection = ++state.connections;
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      sockets.delete(socket);
      idlers.delete(socket);
    });
    const greeting = { tag: '*', command: 'GREETING', rest: '', connection, hangUp: () => socket.destroy() };
    void write(socket, state.lie(greeting, folder) ?? '* OK ready\r\n');
    let pending = '';
    socket.on('data', (chunk) => {
      const lines = (pending + chunk.toString('latin1')).split('\r\n');
      pending = lines.pop() ?? '';
      for (const line of lines) speak(socket, connection, line);
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');

  return {
    port: (server.address() as AddressInfo).port,
    folder,
    said,
    get connections() {
      return state.connections;
    },
    get sent() {
      return state.sent;
    },
    set lie(next) {
      state.lie = next;
    },
    get lie() {
      return state.lie;
    },
    deliver(...raws) {
      for (const raw of raws) folder.mails.push({ uid: folder.uidNext++, raw });
      for (const socket of idlers.keys()) tellOfMails(socket);
    },
    tellIdlers(text) {
      for (const socket of idlers.keys()) void write(socket, typeof text === 'string' ? text : text());
    },
    hangUpAll,
    async stop() {
      hangUpAll();
      server.close();
      await once(server, 'close');
    },
  };
}

/** Resolves when a socket takes more, or never will. */
const untilTaken = (socket: Socket): Promise<void> =>
  new Promise((resolve) => {
    const done = (): void => {
      socket.off('drain', done).off('close', done);
      resolve();
    };
    if (socket.destroyed) resolve();
    else socket.on('drain', done).on('close', done);
  });

/** What RFC 3501 asks for, of the commands that Komainu says while it reads. */
export function honest({ tag, command, rest }: Pick<Said, 'tag' | 'command' | 'rest'>, folder: ScriptedFolder): string {
  switch (command) {
    case 'CAPABILITY':
      return `* CAPABILITY IMAP4rev1 IDLE\r\n${tag} OK done\r\n`;
    case 'LIST':
    case 'LSUB':
      return `* ${command} () "/" ${/ ""$/.test(rest) ? '""' : 'INBOX'}\r\n${tag} OK done\r\n`;
    case 'SELECT':
    case 'EXAMINE':
      return [
        '* FLAGS (\\Seen)',
        `* ${folder.mails.length} EXISTS`,
        `* OK [UIDVALIDITY ${folder.uidValidity}] valid`,
        `* OK [UIDNEXT ${folder.uidNext}] next`,
        `${tag} OK [READ-ONLY] done\r\n`,
      ].join('\r\n');
    case 'UID SEARCH': {
      const uids = folder.mails.filter(({ uid }) => isWithin(uid, rest, folder)).map(({ uid }) => uid);
      return `* SEARCH${uids.map((uid) => ` ${uid}`).join('')}\r\n${tag} OK done\r\n`;
    }
    case 'UID FETCH':
      return `${folder.mails
        .filter(({ uid }) => isWithin(uid, rest, folder))
        .map((mail) => row(folder.mails.indexOf(mail) + 1, mail.uid, rest, mail.raw))
        .join('')}${tag} OK done\r\n`;
    case 'IDLE':
      return '+ idling\r\n';
    default:
      return `${tag} OK done\r\n`;
  }
}

/** The row of a FETCH that asks for the size or for the body. */
export function row(seq: number, uid: number, asked: string, raw: string): string {
  if (!asked.includes('BODY')) return `* ${seq} FETCH (UID ${uid} RFC822.SIZE ${raw.length})\r\n`;
  const date = '"01-Jan-2026 00:00:00 +0000"';
  return `* ${seq} FETCH (UID ${uid} INTERNALDATE ${date} BODY[]<0> {${raw.length}}\r\n${raw})\r\n`;
}

/** Whether a uid is in the first set of numbers of a command; where there is none, all are meant. */
function isWithin(uid: number, rest: string, { mails }: ScriptedFolder): boolean {
  const set = /(?:^|UID )([\d:*,]+)/.exec(rest)?.[1];
  if (set === undefined) return true;
  const newest = Math.max(0, ...mails.map((one) => one.uid));
  return set.split(',').some((part) => {
    const [from = 0, to = from] = part.split(':').map((end) => (end === '*' ? newest : Number(end)));
    return uid >= Math.min(from, to) && uid <= Math.max(from, to);
  });
}
