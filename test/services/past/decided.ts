import { eq } from 'drizzle-orm';
import { pino } from 'pino';
import { type CaseId, plainApproval } from '../../../src/cases/index.ts';
import type { DictionaryFile } from '../../../src/detect/index.ts';
import { compileInThread, rulesOver, screen } from '../../../src/screening/index.ts';
import { createScreenJob } from '../../../src/screening/job/index.ts';
import { type Db, decide, mailsWithoutVerdict, sourceState } from '../../../src/store/index.ts';
import { caseMail } from '../../../src/store/schema/core.ts';
import { loadTokenizer } from '../../../src/text/index.ts';
import { actFile, dictionaryFiles } from '../../support/dictionary.ts';

export const keys = { hash: (value: string) => `h ${value}` };

/** What was in force when the mails came: it finds what either version finds, and 馬鹿者. */
export const dictionaryOfThen = (): DictionaryFile[] =>
  dictionaryFiles({
    'apology-demand.yaml': actFile(
      'apology-demand',
      'expressions:\n  - { id: apology.dogeza, say: [土下座しろ], weight: 5, match: [例] }',
    ),
    'insult-person.yaml': actFile(
      'insult-person',
      'expressions:\n  - { id: insult.useless, say: [無能, 馬鹿者], weight: 4, match: [例] }',
    ),
  });

let uid = 0;

/** Has mails judged one after the other, as a worker does. @returns the case of each, null: it was ordinary */
export async function judged(db: Db, bodies: readonly string[], from = new Date(Date.now() - 3 * 86_400_000)) {
  const packed = await compileInThread({ dictionary: dictionaryOfThen(), classifier: null, timeZone: 'Asia/Tokyo' });
  const rules = { ...rulesOver(packed), tokenize: await loadTokenizer() };
  const job = createScreenJob({
    ...{ db, keys, counterpartyOf: (address: string) => address, now: () => new Date() },
    log: pino({ level: 'silent' }),
    screen: (mail, historyOf) => screen(mail, rules, historyOf),
  });
  const cases: (CaseId | null)[] = [];
  for (const body of bodies) {
    uid += 1;
    const raw = Buffer.from(
      `From: kyaku${uid}@example.com\r\nTo: support@example.jp\r\nSubject: ${uid}\r\nMessage-ID: <d${uid}@example.com>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n${body}\r\n`,
    );
    const receivedAt = new Date(from.getTime() + uid * 60_000);
    await sourceState(db, 'support').commit([{ uidValidity: 1n, uid, receivedAt, raw }], {
      uidValidity: 1n,
      lastUid: uid,
    });
    const [mailId] = await mailsWithoutVerdict(db, { limit: 1 });
    await job({ mailId: mailId! }, { number: 1, last: true });
    const [row] = await db.select({ id: caseMail.caseId }).from(caseMail).where(eq(caseMail.mailId, mailId!));
    cases.push(row?.id ?? null);
  }
  return cases;
}

export const approve = (db: Db, id: CaseId) => decide(db, id, plainApproval(['insult-person']), 'x', new Date());
export const dismiss = (db: Db, id: CaseId) =>
  decide(db, id, { kind: 'dismiss', reason: 'mention', note: '' }, 'x', new Date());
