import { sql } from 'drizzle-orm';
import { startDesk } from '../fronts/web/support/desk.ts';
import { type Figure, measured, type Part, rounds } from './figures.ts';
import { meanwhile } from './meanwhile.ts';

const MAILS = 90;
const READ = 1_000_000; // bytes of text that a mail begins with
const BYTES = 11_700_000; // of a mail: 90 are 1 GB
const VIEWERS = 10;
const ROUNDS = 10;

/** Somebody fills a thread with mails as long as a server takes them. */
export const largeCasePart: Part = {
  about: `the page of a case of ${MAILS} mails of ${BYTES / 1e6} MB text each, on PGlite, at the server`,
  async measure() {
    const desk = await startDesk({}, null);
    try {
      const body = `本当に無能ですね。${'あ'.repeat(READ / 3)}`;
      let id = '';
      for (let n = 0; n < MAILS; n++) {
        desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
        const found = [{ text: '無能', act: 'insult-person', points: 6 }] as const;
        id = await desk.addCase({ from: 'a@example.com', subject: `件名${n}`, body, found }, 'large');
      }
      // What lies behind the text that is read is only stored: nobody waits for it to be parsed here.
      await desk.db.execute(
        sql`update komainu.mail set size = ${BYTES}::int, raw = raw || convert_to(repeat('>', ${BYTES}::int - length(raw)), 'UTF8')`,
      );
      const browser = await desk.signedInAs('lead');
      const timed = async () => {
        const began = performance.now();
        const { status } = await browser.get(`/cases/${id}`);
        if (status !== 200) throw new Error(`the case was answered with ${status}`);
        return performance.now() - began;
      };
      const first = measured('the case, looked at for the first time', 'ms', [await timed()]);
      const alone = measured('the case', 'ms', await rounds(ROUNDS, timed));
      const spent = process.cpuUsage();
      for (let n = 0; n < ROUNDS; n++) await timed();
      const { user, system } = process.cpuUsage(spent);
      const worked = measured('of it, work of the processor', 'ms', [(user + system) / 1000 / ROUNDS]);
      const together: number[] = [];
      const waited = await meanwhile(browser, async () => {
        for (let n = 0; n < 3; n++) together.push(...(await Promise.all(Array.from({ length: VIEWERS }, timed))));
      });
      const figures: Figure[] = [first, alone, worked];
      return [...figures, measured(`the case, ${VIEWERS} viewers at once`, 'ms', together), waited];
    } finally {
      await desk.stop();
    }
  },
};
