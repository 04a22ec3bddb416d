import { setTimeout as pause } from 'node:timers/promises';
import type { Browser } from '../fronts/web/support/browser.ts';
import { type Figure, measured } from './figures.ts';

/** How long `path` takes, asked again and again while `work` goes on, with the wait for its turn. */
export async function meanwhile(
  browser: Browser,
  work: () => Promise<unknown>,
  {
    path = '/healthz',
    everyMs = 10,
    name = `${path} meanwhile`,
  }: { readonly path?: string; readonly everyMs?: number; readonly name?: string } = {},
): Promise<Figure> {
  const state = { goesOn: true };
  const waits: number[] = [];
  const asking = (async () => {
    while (state.goesOn) {
      const due = performance.now() + everyMs;
      await pause(everyMs);
      const { status } = await browser.get(path);
      if (status !== 200) throw new Error(`${path} was answered with ${status}`);
      waits.push(performance.now() - due);
    }
  })();
  await work();
  state.goesOn = false;
  await asking;
  return measured(name, 'ms', waits);
}
