import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { loadConfig } from '../../src/config/index.ts';
import { parseMail } from '../../src/mail/index.ts';
import { startAnswerNotices } from '../../src/services/answer-notices.ts';
import { answerConsultation, handIn, openLeases, type Store } from '../../src/store/index.ts';
import { startSmtp } from '../notify/smtp.ts';
import { newConsultation } from '../store/consultations.ts';
import { reviewers } from '../store/reviewers.ts';
import { at } from '../store/samples.ts';
import { describeStores } from '../store/stores.ts';
import { eventually } from '../support/eventually.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-answers-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function start(store: Store, smtp: string): AsyncDisposable | null {
  writeFileSync(join(folder, 'komainu.yaml'), `notify: { smtp: ${smtp} }\n`);
  const { config, secrets } = loadConfig(null, {}, folder);
  const leases = openLeases(store.engine);
  const log = pino({ level: 'silent' });
  const telling = startAnswerNotices({ config, secrets, store, leases, url: 'https://desk.example.jp', log });
  if (telling === null) return null;
  return {
    async [Symbol.asyncDispose]() {
      await telling[Symbol.asyncDispose]();
      await leases[Symbol.asyncDispose]();
    },
  };
}

describeStores('whoever handed something in', (store) => {
  it('is mailed that there is an answer, and nothing of it; a refused address keeps nobody waiting', async () => {
    const { db } = store();
    await using server = await startSmtp();
    const [nobody, one] = await reviewers(db, 'nobody', 'one');
    for (const person of [nobody!, one!]) {
      const { caseId } = await handIn(db, newConsultation(person, { words: 'ひみつの言葉' }), at(1));
      await answerConsultation(db, caseId, 'ひみつの返事', { by: '窓口', at: at(2) });
    }
    const port = server.port;
    await using _telling = start(
      store(),
      `{ host: 127.0.0.1, port: ${port}, security: none, from: komainu@example.co.jp }`,
    );
    await eventually(() => server.mails.length > 0);
    const raw = server.mails[0]!;
    const { subject, parts } = await parseMail(raw, new Date());
    const text = parts.find(({ id }) => id === 'body')!.text;
    expect(raw.toString()).toMatch(/^To: one@example\.jp\r$/m);
    expect(text).toMatch(/https:\/\/desk\.example\.jp\/reports\/[\w-]+/);
    expect(`${subject}${text}`).not.toMatch(/ひみつ|窓口/);
    expect(server.mails).toHaveLength(1);
  });

  it('is told nothing where no mail server is named', () => {
    expect(start(store(), 'null')).toBeNull();
  });
});
