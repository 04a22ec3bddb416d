import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type LoadedConfig, loadConfig } from '../../../src/config/index.ts';
import type { DictionaryFile } from '../../../src/detect/index.ts';
import { smallDictionary } from '../../support/dictionary.ts';
import type { TestDovecot } from '../../support/servers.ts';

export const DAY_MS = 86_400_000;

/** In every mail, and nowhere else: what is found of it has been kept. */
export const MARKER = '目印の言葉';

/** A folder with a configuration that reads a mailbox, and what was sent from it. */
export function pastFolder(server: TestDovecot): LoadedConfig & { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'komainu-past-'));
  const { host, port, user, caFile, password } = server;
  const box = `kind: imap, host: ${host}, port: ${port}, user: ${user}, ca: ${caFile}`;
  writeFileSync(
    join(path, 'komainu.yaml'),
    `sources:
  - { name: support, ${box} }
  - { name: sent, ${box}, folder: Sent, direction: sent }
settings: { dictionaries: words }
store: { path: data }
`,
  );
  writeDictionary(join(path, 'words'), smallDictionary());
  const env = { KOMAINU_PASSWORD_SUPPORT: password, KOMAINU_PASSWORD_SENT: password };
  return { path, ...loadConfig(null, env, path), remove: () => rmSync(path, { recursive: true, force: true }) };
}

function writeDictionary(folder: string, files: readonly DictionaryFile[]): void {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

/** The n-th mail of a mailbox: every 10th is grave. */
export function pastMail(n: number): Buffer {
  const words = n % 10 === 0 ? '今すぐ土下座しろ。' : '資料をお送りします。';
  return Buffer.from(
    [
      `From: himitsu-kyaku-${n}@example.com`,
      'To: support@example.jp',
      `Subject: ${MARKER} ${n}`,
      `Message-ID: <past-${n}@example.com>`,
      'Content-Type: text/plain; charset=utf-8',
      '',
      `${MARKER}。${words}`,
      '',
    ].join('\r\n'),
  );
}

/** Delivers mails one a minute, the last of them an hour ago, and one that is older than anybody looks. */
export async function fillMailbox(server: TestDovecot, mails: number): Promise<void> {
  const last = Date.now() - 3_600_000;
  await server.deliver(pastMail(0), 'INBOX', server.user, new Date(last - 400 * DAY_MS));
  for (let n = 1; n <= mails; n++)
    await server.deliver(pastMail(n), 'INBOX', server.user, new Date(last - (mails - n) * 60_000));
  const answer = `From: support@example.jp\r\nTo: kyaku@example.com\r\nMessage-ID: <answer@example.jp>\r\nIn-Reply-To: <past-1@example.com>\r\nSubject: ${MARKER}\r\n\r\n${MARKER}\r\n`;
  await server.deliver(Buffer.from(answer), 'Sent', server.user, new Date(last - 60_000));
}
