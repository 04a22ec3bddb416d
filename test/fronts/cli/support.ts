import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { createColors } from 'picocolors';
import { ACTS } from '../../../src/detect/index.ts';
import { type Io, run } from '../../../src/fronts/cli/index.ts';
import { shipped } from '../../../src/util/paths.ts';

export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, as the bin would. */
export async function komainu(
  argv: readonly string[],
  {
    cwd,
    stdin = '',
    chunk = 65_536,
    colour = false,
    env = {},
  }: { cwd: string; stdin?: string; chunk?: number; colour?: boolean; env?: NodeJS.ProcessEnv },
): Promise<Ran> {
  const out = collecting();
  const err = collecting();
  const io: Io = {
    out: out.stream,
    err: err.stream,
    stdin: Readable.from(inChunks(Buffer.from(stdin), chunk)),
    env,
    cwd,
    outIsTerminal: false,
    errIsTerminal: false,
    colours: createColors(colour),
    osUser: '検査 taro',
    stopped: async () => {},
  };
  const code = await run(argv, io);
  return { code, out: out.text(), err: err.text() };
}

function* inChunks(bytes: Buffer, size: number): Generator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

export function collecting() {
  const chunks: string[] = [];
  const stream = new Writable({
    write(chunk, _encoding, done) {
      chunks.push(String(chunk));
      done();
    },
  });
  return { stream, text: () => chunks.join('') };
}

export interface Workspace extends AsyncDisposable {
  readonly path: string;
}

/** A temporary folder with a small dictionary, a configuration that uses it, and the given files. */
export async function workspace(files: Readonly<Record<string, string>> = {}): Promise<Workspace> {
  const path = await mkdtemp(join(tmpdir(), 'komainu-cli-'));
  const config = 'settings: { dictionaries: words }\nstore: { path: data }\n';
  for (const [name, text] of Object.entries({ 'komainu.yaml': config, ...dictionary(), ...files })) {
    await mkdir(dirname(join(path, name)), { recursive: true });
    await writeFile(join(path, name), text);
  }
  await copyFile(shipped('dictionaries/scoring.yaml'), join(path, 'words/scoring.yaml'));
  return { path, [Symbol.asyncDispose]: () => rm(path, { recursive: true, force: true }) };
}

/** One expression that is enough by itself; the other acts have no entries. */
function dictionary(): Record<string, string> {
  const entry = `
  - id: apology.dogeza
    say: [土下座しろ]
    weight: 5
    match: [今すぐ土下座しろ]
    not: [土下座像の写真です]`;
  return Object.fromEntries(
    ACTS.map((act) => [
      `words/${act}.yaml`,
      `act: ${act}
label: { ja: ${act}の見出し, en: about ${act} }
guideline: { ja: 指針, en: guideline }
expressions: ${act === 'apology-demand' ? entry : '[]'}
`,
    ]),
  );
}

/** A mail as a file: headers, then a plain body in UTF-8. */
export const mail = ({ subject = '件名', body = '本文です。', id = 'm1@example.jp' }): string =>
  [
    `Message-ID: <${id}>`,
    'From: =?utf-8?B?5bGx55Sw?= <yamada@example.co.jp>',
    'To: support@example.jp',
    'Date: Thu, 01 Oct 2026 09:00:00 +0900',
    `Subject: =?utf-8?B?${Buffer.from(subject).toString('base64')}?=`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(body).toString('base64'),
    '',
  ].join('\r\n');

export const linesOf = (out: string): string[] => out.trimEnd().split('\n');
