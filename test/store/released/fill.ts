import { sql } from 'drizzle-orm';
import { openAuditLog } from '../../../src/actions/audit-log.ts';
import { plainApproval } from '../../../src/cases/index.ts';
import {
  addConsultationNote,
  addToken,
  authSchema,
  claimCase,
  type Db,
  decide,
  handIn,
  type Reviewer,
  recordFailure,
  saveView,
  setPreferences,
  sourceState,
  usualPreferences,
} from '../../../src/store/index.ts';
import { createLogger } from '../../../src/util/log.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail, storeMail } from '../samples.ts';
import { writeUnreadable } from '../write.ts';

/** The key that seals the log of a filled store. */
export const SEAL = 'a key of the audit log';

const APPROVAL = { ...plainApproval(['summons']), severity: 2 } as never;

/** Puts something of everything into an empty store: what an update has to bring through. Only what every version has is called. */
export async function fill(db: Db, folder: string): Promise<void> {
  const [hanako, jiro] = (await reviewers(db, '花子', '次郎')) as [Reviewer, Reviewer];
  await db.execute(sql`
    insert into auth.two_factor (id, user_id, secret, backup_codes) values ('f', ${hanako.id}, 'encrypted', 'encrypted')`);
  await db.insert(authSchema.account).values({
    ...{ id: 'a', userId: hanako.id, accountId: hanako.id, providerId: 'credential', password: 'hashed' },
  });
  await db.insert(authSchema.session).values({ id: 's', userId: hanako.id, token: 't', expiresAt: at(900) });
  await addToken(db, {
    ...{ id: 'k', name: '連携', tokenHash: 'hash', roles: ['lead'], createdBy: '花子', owner: hanako.id },
    ...{ createdAt: at(0), expiresAt: at(90_000) },
  });
  await setPreferences(db, hanako.id, { ...usualPreferences, maskAll: true });
  await saveView(db, hanako.id, { name: '至急', address: '/?tab=urgent' });

  const approved = await judgedMail(db, 1, { assessment: assessment('urgent', ['summons', 'privacy']) });
  await decide(db, approved.caseId!, APPROVAL, '花子', at(20));
  const dismissed = await judgedMail(db, 2);
  const misfire = { kind: 'misfire', entry: 'insult-person.test' };
  await decide(db, dismissed.caseId!, { kind: 'dismiss', reason: 'joke', note: 'メモ' }, '次郎', at(21), {
    person: jiro.id,
    feedback: [misfire] as never,
  });
  const open = await judgedMail(db, 3, { assessment: assessment('grey') });
  await claimCase(db, open.caseId!, hanako, at(22));
  await judgedMail(db, 4, { assessment: assessment('ordinary', []) });
  await writeUnreadable(db, { mailId: await storeMail(db, { minute: 5 }), at: at(25), reason: 'too deep' });
  const mailId = await storeMail(db, { minute: 6 });
  await recordFailure(db, { mailId, attempt: 1, at: at(26), code: 'engine', message: 'it took too long' });
  await sourceState(db, 'support').report('サーバーがありません');
  const { id } = await handIn(db, newConsultation(hanako, { confidential: true, mail: true }), at(27));
  await addConsultationNote(db, hanako.id, id, '今日もありました', at(28));
  await handIn(db, newConsultation(jiro), at(29));
  for (const statement of [
    "insert into komainu.channel (name) values ('slack')",
    "insert into komainu.notice (channel, subject, kind, at) values ('slack', '1', 'urgent', '2026-10-01T00:30:00Z')",
    "insert into komainu.tally (day, band, mails) values ('2026-01-01', 'ordinary', 12)",
  ])
    await db.execute(sql.raw(statement));
  const audit = openAuditLog({ db, key: SEAL, dataPath: folder, log: createLogger('silent') });
  const who = { at: at(40), person: hanako.id, name: '花子', address: '192.0.2.1' };
  for (const target of ['case/1', 'case/2'])
    await audit.record({ ...who, action: 'case.view', target, details: { reveal: false } });
}
