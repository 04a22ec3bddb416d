import { type Logger, pino } from 'pino';

export type { Logger };

/** The parts that log. Mail text, addresses and query parameters stay out of every line. */
export type LogPart = 'app' | 'intake' | 'jobs' | 'screen' | 'notify' | 'store' | 'audit' | 'web';

/** One JSON line per event on standard error, so that commands keep standard output for their answer. */
export function createLogger(level: string): Logger {
  return pino(
    { level, base: null, timestamp: pino.stdTimeFunctions.isoTime },
    pino.destination({ dest: 2, sync: true }),
  );
}

export const logFor = (logger: Logger, part: LogPart): Logger => logger.child({ part });
