import { expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../src/cases/index.ts';
import type { Day } from '../../../src/response/index.ts';
import {
  approveLetter,
  type Db,
  decide,
  handIn,
  holdForLetter,
  letterFile,
  lettersOf,
  loadLetter,
  loadOwnTemplate,
  type NewLetter,
  noteReply,
  noteSent,
  ownTemplates,
  purge,
  setTemplatesAside,
  withdrawLetter,
  writeLetter,
  writeTemplate,
} from '../../../src/store/index.ts';
import { personId } from '../../support/ids.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const who = { by: '花子\0', at: at(5) };
const sending = { day: '2026-10-02' as Day, way: 'post', note: '追跡 1\0' } as const;

const newLetter = (caseId: CaseId, more: Partial<NewLetter> = {}): NewLetter => ({
  caseId,
  kind: 'notice',
  language: 'ja',
  clause: null,
  unset: ['😡'],
  decisions: 1,
  template: { name: null, sha256: 'aa' },
  written: { recipient: '宛先\0', sender: '', contact: '', staff: '', facts: '', demand: '', answer: '', request: '' },
  days: { date: '2026-10-01' as Day, 'reply-by': null, effective: null },
  quotes: [{ at: at(1), words: '土下座\0', told: null }],
  drafted: { person: personId('p1'), by: '太郎', at: at(4) },
  docx: new Uint8Array([1, 2]),
  pdf: new Uint8Array([3]),
  docxSha256: 'dd',
  pdfSha256: 'ff',
  ...more,
});

async function approved(db: Db, minute = 1): Promise<CaseId> {
  const { caseId } = await judgedMail(db, minute);
  await decide(db, caseId!, plainApproval(['insult-person']), '花子', at(minute + 1));
  return caseId!;
}

describeStores('letters of a case', (store) => {
  it('are numbered within their case, and keep what they say and their files', async () => {
    const { db } = store();
    const [one, two] = [await approved(db, 1), await approved(db, 20)];
    const first = await writeLetter(db, newLetter(one));
    expect([first.number, (await writeLetter(db, newLetter(one))).number]).toEqual([1, 2]);
    expect((await writeLetter(db, newLetter(two))).number).toBe(1);
    const letter = (await loadLetter(db, one, first.id))!;
    expect(letter).toMatchObject({
      ...{ number: 1, unset: ['😡'], docxSha256: 'dd', decisions: 1, approved: null, sent: null },
      written: { recipient: '宛先\uFFFD' },
      days: { date: '2026-10-01', effective: null },
      quotes: [{ at: at(1), words: '土下座\uFFFD', told: null }],
      drafted: { person: 'p1', by: '太郎', at: at(4) },
    });
    expect(await letterFile(db, one, first.id, 'docx')).toEqual(new Uint8Array([1, 2]));
    expect(await letterFile(db, one, first.id, 'pdf')).toEqual(new Uint8Array([3]));
    expect(await loadLetter(db, two, first.id)).toBeNull(); // not through another case
    expect(await letterFile(db, two, first.id, 'pdf')).toBeNull();
  });

  it('go one way: approved once, sent once, answered after that, withdrawn only before', async () => {
    const { db } = store();
    const id = await approved(db);
    const { id: which } = await writeLetter(db, newLetter(id));
    const { id: other } = await writeLetter(db, newLetter(id));
    expect(await noteSent(db, which, sending, who)).toBe(false);
    expect(await noteReply(db, which, { day: sending.day, note: '' }, who)).toBe(false);
    expect(await approveLetter(db, which, { ...who, person: personId('p2') })).toBe(true);
    expect(await approveLetter(db, which, { by: '次郎', person: personId('p2'), at: at(6) })).toBe(false);
    expect(await noteSent(db, which, sending, who)).toBe(true);
    expect(await noteSent(db, which, { ...sending, way: 'fax' }, who)).toBe(false);
    expect(await withdrawLetter(db, which, who)).toBe(false);
    expect(await noteReply(db, which, { day: sending.day, note: '一' }, who)).toBe(true);
    expect(await noteReply(db, which, { day: sending.day, note: '二' }, who)).toBe(true);
    expect(await withdrawLetter(db, other, who)).toBe(true);
    expect(await approveLetter(db, other, { ...who, person: personId('p2') })).toBe(false);
    expect(await lettersOf(db, id)).toMatchObject([
      {
        approved: { by: '花子\uFFFD', at: at(5) },
        sent: { day: '2026-10-02', way: 'post', note: '追跡 1\uFFFD' },
        reply: { note: '二' },
      },
      { withdrawn: { by: '花子\uFFFD' }, approved: null },
    ]);
  });

  it('of a confidential case are for the consultation desk alone', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, 'employee');
    const { caseId: id } = await handIn(db, newConsultation(employee!, { confidential: true }), at(1));
    const { id: which } = await writeLetter(db, newLetter(id));
    expect(await lettersOf(db, id)).toEqual([]);
    expect(await loadLetter(db, id, which)).toBeNull();
    expect(await letterFile(db, id, which, 'pdf')).toBeNull();
    expect(await holdForLetter(db, id)).toBeNull();
    const sees = { seesConfidential: true };
    expect(await lettersOf(db, id, sees)).toHaveLength(1);
    expect(await letterFile(db, id, which, 'pdf', sees)).toEqual(new Uint8Array([3]));
    expect(await holdForLetter(db, id, sees)).toEqual({ status: 'open', decisions: 0 });
  });

  it('go with their case when its time is over; templates stay', async () => {
    const { db } = store();
    const id = await approved(db);
    const { id: which } = await writeLetter(db, newLetter(id));
    await writeTemplate(db, template('一'));
    const days = {
      verdictDays: 1,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    expect((await purge(db, days, new Date(at(1).getTime() + 9 * 86_400_000))).approved).toBe(1);
    expect(await loadLetter(db, id, which)).toBeNull();
    expect(await ownTemplates(db)).toHaveLength(1);
  });
});

const template = (name: string): Parameters<typeof writeTemplate>[1] => ({
  kind: 'notice',
  language: 'ja',
  name,
  sha256: 'aa',
  bytes: Buffer.from(name),
  by: '花子',
  at: at(1),
});

describeStores('templates of letters', (store) => {
  it('are the newest of their kind and language, until they are set aside', async () => {
    const { db } = store();
    expect(await loadOwnTemplate(db, { kind: 'notice', language: 'ja' })).toBeNull();
    for (const name of ['一', '二\0']) await writeTemplate(db, template(name));
    await writeTemplate(db, { ...template('en'), language: 'en' });
    expect((await ownTemplates(db)).map(({ language, name }) => [language, name])).toEqual([
      ['en', 'en'],
      ['ja', '二\uFFFD'],
    ]);
    const one = await loadOwnTemplate(db, { kind: 'notice', language: 'ja' });
    expect(Buffer.from(one!.bytes).toString()).toBe('二\0');
    expect(await setTemplatesAside(db, { kind: 'notice', language: 'ja' }, at(9))).toBe(true);
    expect(await setTemplatesAside(db, { kind: 'notice', language: 'ja' }, at(9))).toBe(false);
    expect(await loadOwnTemplate(db, { kind: 'notice', language: 'ja' })).toBeNull();
    expect(await ownTemplates(db)).toHaveLength(1);
    await writeTemplate(db, template('三'));
    expect((await loadOwnTemplate(db, { kind: 'notice', language: 'ja' }))!.name).toBe('三');
  });
});
