import { userInfo } from 'node:os';
import { createColors } from 'picocolors';

type Colours = ReturnType<typeof createColors>;

/** The outside of a command: everything it reads from and writes to its process. */
export interface Io {
  readonly out: NodeJS.WritableStream;
  readonly err: NodeJS.WritableStream;
  readonly stdin: AsyncIterable<Uint8Array>;
  readonly env: NodeJS.ProcessEnv;
  readonly cwd: string;
  readonly outIsTerminal: boolean;
  readonly errIsTerminal: boolean;
  readonly colours: Colours;
  readonly osUser: string;
  /** Resolves when the process is asked to end: Ctrl-C, or SIGTERM. A second time ends it at once. */
  readonly stopped: () => Promise<void>;
}

export function processIo(): Io {
  const outIsTerminal = process.stdout.isTTY === true;
  return {
    out: process.stdout,
    err: process.stderr,
    stdin: process.stdin,
    env: process.env,
    cwd: process.cwd(),
    outIsTerminal,
    errIsTerminal: process.stderr.isTTY === true,
    colours: createColors(wantsColour(process.env, outIsTerminal)),
    osUser: operatorOf(process.env),
    stopped,
  };
}

/** NO_COLOR (https://no-color.org) wins over everything, FORCE_COLOR over what the terminal is. */
export function wantsColour(env: NodeJS.ProcessEnv, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return isTerminal && env.TERM !== 'dumb';
}

/** Who types: on a server the script for commands says which administrator it is, for all of them run as the service's user. */
export function operatorOf({ KOMAINU_OPERATOR }: NodeJS.ProcessEnv): string {
  if (KOMAINU_OPERATOR) return KOMAINU_OPERATOR;
  try {
    return userInfo().username;
  } catch {
    return `uid-${process.getuid?.() ?? 'unknown'}`; // a container may run under a number without a name
  }
}

function stopped(): Promise<void> {
  return new Promise((resolve) => {
    const stop = () => {
      process.off('SIGINT', stop).off('SIGTERM', stop);
      resolve();
    };
    process.on('SIGINT', stop).on('SIGTERM', stop);
  });
}
