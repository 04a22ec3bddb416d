import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../fronts/web/support/browser.ts';
import { type Figure, measured } from './figures.ts';

const EVERY_MS = 10;

/** How long `/healthz` takes while `work` goes on, with the wait for its turn. */
export async function meanwhile(browser: Browser, work: () => Promise<unknown>): Promise<Figure> {
  const state = { goesOn: true };
  const waits: number[] = [];
  const asking = (async () => {
    while (state.goesOn) {
      const due = performance.now() + EVERY_MS;
      await pause(EVERY_MS);
      const { status } = await browser.get('/healthz');
      if (status !== 200) throw new Error(`/healthz was answered with ${status}`);
      waits.push(performance.now() - due);
    }
  })();
  await work();
  state.goesOn = false;
  await asking;
  return measured('/healthz meanwhile', 'ms', waits);
}
