import { screenAll } from '../faults/screen-all.ts';
import type { Browser } from '../fronts/web/support/browser.ts';
import { startDesk } from '../fronts/web/support/desk.ts';
import { type Figure, measured, missing, type Part } from './figures.ts';
import { meanwhile } from './meanwhile.ts';

const BYTES = 22_000_000;
const AT_ONCE = 4;

/** What a sender and an employee once stopped the service with. */
export const stallsPart: Part = {
  about: `a mail of ${BYTES / 1e6} MB, screened by the part \`screen\` and handed in at the desk, on PGlite`,
  async measure() {
    return [await quotedLines(), ...(await handedIn())];
  },
};

/** A threat, and quoted lines up to the limit behind it. */
async function quotedLines(): Promise<Figure> {
  const name = 'quoted lines behind a threat, from the spool to the verdict';
  const began = performance.now();
  const raw = () => mail('お前を殺しに行くからな。\r\n', '> \r\n');
  const { surfaced, unreadable } = await screenAll([{ name, raw }]);
  const took = performance.now() - began;
  return surfaced === 1
    ? measured(name, 'ms', [took])
    : missing(name, `surfaced ${surfaced}, unreadable ${unreadable}`);
}

async function handedIn(): Promise<readonly Figure[]> {
  const desk = await startDesk({}, null);
  try {
    const bytes = mail('ご確認ください。\r\n', `${'あ'.repeat(20)}\r\n`);
    const people: Browser[] = [];
    for (let n = 0; n < AT_ONCE; n++) people.push(await desk.signedInAs('employee'));
    const handIn = async (nth: number) => {
      const form = new FormData();
      form.set('mail', new File([bytes], 'mail.eml'));
      const began = performance.now();
      const { status } = await people[nth]!.post('/hand-in', form);
      if (status !== 303) throw new Error(`the mail was answered with ${status}`);
      return performance.now() - began;
    };
    await handIn(0); // for nothing, so that the compiler has seen the code
    const spent = process.cpuUsage();
    const alone = measured('handing in a mail', 'ms', [await handIn(0)]);
    const { user, system } = process.cpuUsage(spent);
    const worked = measured('of it, work of the processor', 'ms', [(user + system) / 1000]);
    const together: number[] = [];
    const waited = await meanwhile(people[0]!, async () => {
      together.push(...(await Promise.all(people.map((_, nth) => handIn(nth)))));
    });
    return [alone, worked, measured(`handing in, ${AT_ONCE} people at once`, 'ms', together), waited];
  } finally {
    await desk.stop();
  }
}

/** A mail of `BYTES` bytes: `first`, then `line` again and again. */
function mail(first: string, line: string): Buffer<ArrayBuffer> {
  const head = Buffer.from(
    `From: a@example.com\r\nTo: b@example.jp\r\nSubject: a\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${first}`,
  );
  return Buffer.concat([head, Buffer.alloc(BYTES - head.length, line)]);
}
