// Takes out of node_modules what nothing reads at run time: source maps, types, sources, and the tests and demos of packages. For images and packed
// installs, after `npm ci --omit=dev --omit=optional`: the optional packages are test runners and compilers that the sign-in library could
// work with (peers), and faster variants of others. Plain JavaScript: it runs where nothing is built.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2] ?? 'node_modules';
if (existsSync(join(folder, 'typescript'))) {
  process.stderr.write(`${folder} has what development needs; nothing was taken out.\n`);
  process.exit(2);
}

const NOT_READ = /\.(map|[cm]?tsx?|tsbuildinfo)$|\/(CHANGELOG|HISTORY)\.md$/;
const FOLDERS = [
  ...['kuromoji/test', 'kuromoji/demo', 'kuromoji/example', 'kuromoji/build'],
  ...['pdfmake/build', 'pdfmake/fonts', 'pdfmake/src', 'pdfkit/.yarn', 'pdfkit/js/pdfkit.standalone.js'],
  ...['easy-template-x/src', 'bintrees/test', 'doublearray/test', 'fontkit/src', 'ical.js/lib', 'luxon/src'],
  ...['', 'imapflow/node_modules/'].flatMap((at) => [`${at}pino/test`, `${at}pino/docs`]),
  // The build has unpacked the dictionary; what would do so at a start goes with it.
  ...(existsSync(join(folder, '../dist/data/ipadic.bin')) ? ['kuromoji/dict', 'kuromoji/src', 'zlibjs/bin'] : []),
];
/** Weights of the font that no letter is set in. */
const OTHER_WEIGHTS = /NotoSansJP-(?!Regular|Bold)\w+\.otf$/;

for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (NOT_READ.test(name) || OTHER_WEIGHTS.test(name)) rmSync(join(folder, name), { force: true });
for (const name of FOLDERS) rmSync(join(folder, name), { recursive: true, force: true });
