import { setTimeout as pause } from 'node:timers/promises';
import { type CrashMail, crashMail } from '../crash-mails.ts';
import type { HostsStage } from './stage.ts';

/** Mails that come at a steady pace, until it is told to end. */
export function steadyMails(stage: HostsStage, perSecond: number) {
  const mails: CrashMail[] = [];
  let ended = false;
  const coming = (async () => {
    while (!ended) {
      mails.push(crashMail(mails.length));
      await stage.deliver(mails.at(-1)!);
      await pause(1_000 / perSecond);
    }
  })();
  coming.catch(() => {}); // told at the end
  return {
    async end(): Promise<readonly CrashMail[]> {
      ended = true;
      await coming;
      return mails;
    },
  };
}
