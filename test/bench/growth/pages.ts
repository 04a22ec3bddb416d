import { performance } from 'node:perf_hooks';
import { WEB_ACCESS } from '../../../src/fronts/shared/access-web.ts';
import type { Browser } from '../../fronts/web/support/browser.ts';
import { PAGES } from '../desk.ts';
import { quantile, rounds } from '../figures.ts';

/** Nothing of the store, a file to be saved, or an answer of another server. */
const NO_PAGE = /^\/(assets|healthz|sign-in|welcome)|\/export$/;

/** Every page that has an address of its own, and what the bench of the desk looks at besides. */
export const pagesOf = (): readonly string[] => {
  const plain = Object.keys(WEB_ACCESS)
    .filter((route) => route.startsWith('GET ') && !route.includes(':'))
    .map((route) => route.slice('GET '.length))
    .filter((path) => !NO_PAGE.test(path));
  return [...new Set([...plain, ...PAGES.map(([, path]) => path)])];
};

/** The median time of each page, in milliseconds at the server; asked `times` times, after some for nothing. @throws Error when one is answered with an error */
export async function timesOf(browser: Browser, times: number): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const path of pagesOf()) {
    const look = async () => {
      const began = performance.now();
      const { status } = await browser.get(path);
      if (status >= 400) throw new Error(`${path} was answered with ${status}`);
      return performance.now() - began;
    };
    const taken = times === 1 ? [await look()] : await rounds(times, look); // once: nobody wants to know how long
    found.set(
      path,
      quantile(
        taken.sort((a, b) => a - b),
        0.5,
      ),
    );
  }
  return found;
}
