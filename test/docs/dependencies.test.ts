import { readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { shipped } from '../../src/util/paths.ts';
import { expectGenerated, markdownTable } from './generated.ts';

/** Why each package is there that comes with Komainu. */
const REASONS: Readonly<Record<string, string>> = {
  '@electric-sql/pglite': 'the embedded store',
  '@embedpdf/fonts-jp': 'the Japanese font that letters are set in',
  '@embedpdf/pdfium': 'the words of attached PDFs',
  '@holiday-jp/holiday_jp': 'Japanese holidays, for days by which somebody acts',
  '@hono/node-server': 'serves pages over HTTP',
  '@hono/zod-openapi': 'the API and its description from one declaration',
  'age-encryption': 'encrypted backups that the tool age opens, too',
  asn1js: 'time stamps and signed mails',
  'better-auth': 'accounts, second factor, sign-in over others',
  bullmq: 'the queue, on PostgreSQL or Redis',
  'cli-progress': 'how far a long command is',
  'cli-table3': 'tables of commands, with wide letters in line',
  commander: 'commands, their options and help',
  'drizzle-orm': 'SQL and migrations with types, for both stores',
  'easy-template-x': 'fills Word templates of letters',
  fontkit: 'whether the font has a letter',
  hono: 'routes, pages and the middleware before them',
  htmlparser2: 'HTML of mails, XML of documents',
  'htmx.org': 'pages that change in part, in the browser',
  'ical.js': 'calendars that come with mails',
  'iconv-lite': 'Japanese encodings',
  imapflow: 'mailboxes over IMAP',
  ioredis: 'Redis and Valkey',
  jose: 'tokens of sign-in and of service accounts',
  kuromoji: 'Japanese words, with the dictionary IPADIC',
  mailparser: 'MIME',
  nodemailer: 'mails to people who are told',
  oauth4webapi: 'mailboxes over OAuth',
  pdfmake: 'letters and records as PDF',
  pg: 'PostgreSQL',
  picocolors: 'colours of commands',
  pino: 'the log',
  'prom-client': 'metrics',
  'rate-limiter-flexible': 'how often a program may ask the API',
  stemmer: 'English words by their stem',
  'string-width': 'how wide a line is on a terminal',
  uqr: 'the picture that an authenticator app reads',
  yaml: 'settings and dictionaries, with the line of a mistake',
  yauzl: 'reads zip: office documents, packs of evidence',
  yazl: 'writes zip: packs of evidence',
  zod: 'checks what comes from outside',
};

interface Locked {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

const { packages } = JSON.parse(readFileSync(shipped('package-lock.json'), 'utf8')) as {
  packages: Record<string, Locked>;
};
const DIRECT = Object.keys(packages['']!.dependencies!);

const above = (path: string): string => path.slice(0, Math.max(0, path.lastIndexOf('/node_modules/')));

/** Where Node finds what the package at `path` asks for by `name`: beside it, or above. Null: nowhere. */
function find(path: string, name: string): string | null {
  const at = `${path === '' ? '' : `${path}/`}node_modules/${name}`;
  if (packages[at] !== undefined) return at;
  return path === '' ? null : find(above(path), name);
}

const found = (path: string, name: string): string => find(path, name)!;

/** Everything that these packages need, with themselves. */
function neededBy(names: readonly string[]): Set<string> {
  const needed = new Set<string>();
  const add = (path: string): void => {
    if (needed.has(path)) return;
    needed.add(path);
    for (const name of Object.keys(packages[path]!.dependencies ?? {})) add(found(path, name));
  };
  for (const name of names) add(found('', name));
  return needed;
}

/** Bytes of a package without what lies installed in it. */
function sizeOf(path: string): number {
  return readdirSync(path, { withFileTypes: true }).reduce((bytes, entry) => {
    if (entry.name === 'node_modules') return bytes;
    const inner = join(path, entry.name);
    return bytes + (entry.isDirectory() ? sizeOf(inner) : statSync(inner).size);
  }, 0);
}

const megabytes = (paths: Iterable<string>): string =>
  ([...paths].reduce((bytes, path) => bytes + sizeOf(shipped(path)), 0) / 1e6).toFixed(1);

it('docs/licences.md says of every package that is asked for why, and what it brings', async () => {
  expect(Object.keys(REASONS).sort()).toEqual([...DIRECT].sort());
  const rows = DIRECT.map((name) => {
    const others = neededBy(DIRECT.filter((one) => one !== name));
    const alone = [...neededBy([name])].filter((path) => !others.has(path));
    return [name, REASONS[name]!, String(alone.length), megabytes(alone)];
  });
  const all = neededBy(DIRECT);
  rows.push(['all together', '', String(all.size), megabytes(all)]);
  await expectGenerated('docs/licences.md', {
    packages: markdownTable(['package', 'why', 'packages that it alone brings', 'MB'], rows),
  });
});

// npm 9 (Debian 13) and 10 (Node 20 and 22) refuse a lock else, for they would put another version beside it; npm 11 does not mind.
it('the lock gives nobody a peer that it does not accept, an optional one neither', () => {
  const { satisfies } = createRequire(import.meta.url)('semver') as {
    satisfies(version: string, range: string): boolean;
  };
  const refused = Object.entries(packages).flatMap(([path, { peerDependencies = {} }]) =>
    Object.entries(peerDependencies).flatMap(([name, range]) => {
      const peer = find(above(path), name);
      if (peer === null || satisfies(packages[peer]!.version, range)) return [];
      return [`${path} asks for ${name} ${range}, and finds ${packages[peer]!.version}`];
    }),
  );
  expect(refused).toEqual([]);
});
