import { compileDictionary } from '../../src/detect/index.ts';
import { loadTokenizer } from '../../src/text/index.ts';
import { startDesk } from '../fronts/web/support/desk.ts';
import { actFile, dictionaryFiles } from '../support/dictionary.ts';
import { findPostgres, startPostgres } from '../support/postgres.ts';
import { seedCases } from './desk-seed.ts';
import { type Figure, measured, missing, orMissing, type Part, rounds } from './figures.ts';

const CASES = Number(process.env.KOMAINU_BENCH_CASES ?? 100_000);
const ROUNDS = 20;

/** What people look at, and how they come to it. */
export const PAGES: readonly (readonly [string, string])[] = [
  ['the list', '/'],
  ['its last page', '/?page=9999'],
  ['tab urgent', '/?tab=urgent'],
  ['tab unreadable, empty', '/?tab=unreadable'],
  ['tab dismissed', '/?tab=dismissed'],
  ['tab dismissed, last page', '/?tab=dismissed&page=9999'],
  ['search, found everywhere', '/?q=見積'],
  ['search, found rarely', '/?q=納期'],
  ['search, found nowhere', '/?q=見つからない言葉'],
  ['search, found in one text in three', '/?q=返金'],
  ['search, found in one text in three, a large tab without such a text', '/?q=返金&tab=review'],
  ['search, found in one text in a thousand', '/?q=土下座'],
  ['act, rare', '/?act=summons'],
  ['mailbox', '/?source=sales'],
  ['counterparty', '/?counterparty=c7.example.com'],
  ['a day', '/?from=2026-02-01&to=2026-02-01'],
  ['assigned to nobody', '/?assignee=nobody'],
  ['all filters', '/?q=件&act=insult-person&source=support&assignee=nobody&from=2026-01-02&to=2026-03-01'],
  ['a case', '/cases/7'],
  ['its near-duplicates', '/cases/7?tab=body&similar=1'],
  ['what follows from an approved one', '/cases/10?tab=response'],
  ['its papers', '/cases/10?tab=papers'],
  ['its history', '/cases/10?tab=history'],
  ['care and deadlines', '/?tab=tasks'],
  ['one’s own cases', '/?tab=mine'],
  ['worrying mails', '/?tab=worry'],
  ['the list beside a case', '/list/pane?current=7'],
  ['counterparties', '/counterparties'],
  ['those that are watched', '/counterparties?tab=watches'],
  ['measures in force', '/counterparties?tab=measures'],
  ['the dictionaries', '/dictionaries'],
  ['an entry', '/dictionaries/entry.7'],
  ['entries that cost', '/dictionaries?tab=costly'],
  ['what reviewers marked', '/dictionaries?tab=work'],
  ['changes of the dictionaries', '/dictionaries?tab=log'],
  ['numbers by week', '/numbers?per=week&last=2026-03-09'],
  ['numbers by month', '/numbers?per=month&last=2026-03-01'],
  ['duties and records', '/proof'],
  ['times and measures', '/escalation'],
  ['status', '/status'],
  ['asking for help', '/reports'],
];

export const deskPart: Part = {
  about: `a page of the desk from request to last byte, at the server, with ${CASES.toLocaleString('en')} cases`,
  async measure() {
    const onPglite = await orMissing('PGlite', () => pageTimes('PGlite', null, CASES, ROUNDS));
    if (findPostgres() === null) return [...onPglite, missing('PostgreSQL', 'it is not installed')];
    const server = await startPostgres();
    try {
      return [
        ...onPglite,
        ...(await orMissing('PostgreSQL', () => pageTimes('PostgreSQL', server.url, CASES, ROUNDS))),
      ];
    } finally {
      await server.stop();
    }
  },
};

/**
 * @param url of PostgreSQL, or null for PGlite
 * @param count of cases
 * @throws when a page is answered with an error
 */
export async function pageTimes(
  engine: string,
  url: string | null,
  count: number,
  times: number,
): Promise<readonly Figure[]> {
  const dictionary = await entriesOfTheSeed();
  const desk = await startDesk({ dictionary: () => dictionary }, url);
  try {
    await seedCases(desk.db, count);
    const browser = await desk.signedInAs('lead');
    const timed = async (name: string, request: () => Promise<{ status: number }>) =>
      measured(
        `${engine}: ${name}`,
        'ms',
        await rounds(times, async () => {
          const began = performance.now();
          const { status } = await request();
          if (status >= 400) throw new Error(`${name} was answered with ${status}`);
          return performance.now() - began;
        }),
      );
    const figures: Figure[] = [];
    for (const [name, path] of PAGES) figures.push(await timed(name, () => browser.get(path)));
    figures.push(await timed('the dictionaries, counted anew', () => countedAnew(desk, browser)));
    figures.push(await timed('go on with the next case', () => browser.post('/next')));
    figures.push(await timed('skip it and go on', () => skipped(browser)));
    return figures;
  } finally {
    await desk.stop();
  }
}

/** The dictionary whose entries the seeded cases name. */
export async function entriesOfTheSeed() {
  const entries = Array.from(
    { length: 40 },
    (_, n) => `  - { id: entry.${n}, say: [言葉${n}], weight: 3, match: [言葉${n}] }`,
  );
  const other = actFile('other', `expressions:\n${entries.join('\n')}`);
  return compileDictionary(dictionaryFiles({ 'other.yaml': other }), await loadTokenizer());
}

type Desk = Awaited<ReturnType<typeof startDesk>>;
type Browser = Awaited<ReturnType<Desk['signedInAs']>>;

/** The list of entries when nobody has looked at it lately. */
function countedAnew(desk: Desk, browser: Browser) {
  desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
  return browser.get('/dictionaries');
}

/** Skips the case the person is at. */
async function skipped(browser: Browser) {
  const { location } = await browser.post('/next');
  return browser.post(`${location?.split('?')[0]}/skip`);
}
