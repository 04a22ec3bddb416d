import { sourceOfPart } from '../store/index.ts';
import type { Logger } from '../util/log.ts';
import type { Alarm } from './alarms.ts';

const LOOK_EVERY_MS = 30_000;

/** Says in the log when an alarm begins and when it is over. Disposing ends it. */
export function watchAlarms(look: () => Promise<readonly Alarm[]>, log: Logger, everyMs = LOOK_EVERY_MS): Disposable {
  let raised = new Map<string, Alarm>();
  async function check(): Promise<void> {
    const alarms = new Map((await look()).map((alarm) => [`${alarm.kind} ${alarm.source}`, alarm]));
    for (const [key, { source, kind, since }] of alarms)
      if (!raised.has(key)) log.warn({ source: sourceOfPart(source), kind, since }, 'a source needs a hand');
    for (const [key, { source, kind }] of raised)
      if (!alarms.has(key)) log.info({ source: sourceOfPart(source), kind }, 'the source needs no hand any more');
    raised = alarms;
  }
  const timer = setInterval(() => {
    check().catch((error: Error) => log.warn({ error: error.name }, 'the health of the sources is not known'));
  }, everyMs);
  timer.unref();
  return { [Symbol.dispose]: () => clearInterval(timer) };
}
