import { expect, it } from 'vitest';
import { type CaseId, plainApproval, type Severity } from '../../../src/cases/index.ts';
import {
  addCaseNote,
  additionsTo,
  additionsToTell,
  type Db,
  decide,
  demandsAround,
  fileDeeds,
  joinableFor,
  joinDecided,
  listCases,
  loadCase,
  noteTold,
  purge,
} from '../../../src/store/index.ts';
import { assessment, at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const USUAL = { seesConfidential: false };
const who = (minute: number) => ({ person: null, by: '花子', at: at(minute), ...USUAL });
const mail = (db: Db, minute: number, thread: string, values: Parameters<typeof judgedMail>[2] = {}) =>
  judgedMail(db, minute, { references: [thread], assessment: assessment('review', ['discount-demand']), ...values });

describeStores('further mails of a decided case', (store) => {
  async function decided(db: Db, severity: Severity = 2): Promise<CaseId> {
    const id = (await mail(db, 1, 'a')).caseId!;
    await decide(db, id, { ...plainApproval(['discount-demand']), severity, note: '理由' }, '花子', at(2));
    return id;
  }

  it('join it, and what was decided stands untouched', async () => {
    const { db } = store();
    const id = await decided(db);
    const before = (await loadCase(db, id))!;
    const further = (await mail(db, 5, 'a')).caseId!;
    expect(further).not.toBe(id);
    expect(await additionsTo(db, id)).toMatchObject([{ kind: 'mail', further, by: '', at: at(5) }]);
    expect(await joinableFor(db, further, USUAL)).toEqual([
      { id, acts: ['discount-demand'], decidedBy: '花子', decidedAt: at(2) },
    ]);
    expect(await joinDecided(db, further, id, ['discount-demand'], who(6))).toBeNull();
    const after = (await loadCase(db, id))!;
    expect(after).toMatchObject({ status: 'approved', mails: 2, decidedBy: '花子' });
    for (const same of ['decisions', 'acts', 'band', 'decidedAt', 'entries'] as const)
      expect(after[same as keyof typeof after]).toEqual(before[same as keyof typeof before]);
    expect(await loadCase(db, further)).toMatchObject({ status: 'merged' });
    expect((await listCases(db, { limit: 9, offset: 0, status: 'open' })).total).toBe(0);
    expect(await additionsTo(db, id)).toEqual([]);
    expect((await fileDeeds(db, id, [further])).filter(({ kind }) => kind === 'further')).toMatchObject([
      { did: 'came', further, at: at(5) },
      { did: 'joined', further, by: '花子', at: at(6) },
    ]);
  });

  it.each([
    ['the acts that were confirmed', ['discount-demand' as const], 2],
    ['none', [], 1],
  ])('count as made again by %s', async (_, acts, times) => {
    const { db } = store();
    const id = await decided(db);
    await joinDecided(db, (await mail(db, 5, 'a')).caseId!, id, acts, who(6));
    const { demands } = await demandsAround(db, id, null);
    expect(demands.filter((one) => one.acts.includes('discount-demand'))).toHaveLength(times);
  });

  it('stay a question of their own where they are graver, or the case is not approved', async () => {
    const { db } = store();
    const id = await decided(db);
    const urgent = (await mail(db, 5, 'a', { assessment: assessment('urgent', ['physical-violence']) })).caseId!;
    expect(await joinDecided(db, urgent, id, [], who(6))).toBe('graver');
    expect(await loadCase(db, urgent)).toMatchObject({ status: 'open', band: 'urgent' });
    await decide(db, id, { kind: 'reopen', note: '' }, '花子', at(7));
    expect(await joinDecided(db, urgent, id, [], who(8))).toBe('not-decided');
    await decide(db, id, { ...plainApproval(['discount-demand']), severity: 3 }, '花子', at(9));
    expect(await joinDecided(db, urgent, id, [], who(10))).toBeNull(); // nothing is graver than that
  });

  it('are told of as facts are, once, and go with the case', async () => {
    const { db } = store();
    const id = await decided(db);
    await addCaseNote(db, id, { kind: 'fact', on: null, words: '録音があった' }, { by: '太郎', at: at(4) });
    await addCaseNote(db, id, { kind: 'judgement', words: '考え' }, { by: '太郎', at: at(4) });
    await mail(db, 5, 'a');
    const told = await additionsToTell(db, 'leads', at(9));
    expect(told).toEqual([expect.stringMatching(new RegExp(`^${id} added \\d+$`))]);
    expect(await additionsToTell(db, 'leads', at(3))).toEqual([]);
    await noteTold(db, 'leads', { kind: 'added', subjects: told, at: at(9) });
    expect(await additionsToTell(db, 'leads', at(9))).toEqual([]);
    const days = {
      verdictDays: 1,
      greyDays: 1,
      dismissedDays: 1,
      approvedDays: 1,
      unopenedDays: 14,
      reportDays: 1,
      registerDays: 1,
    };
    await purge(db, days, at(60 * 24 * 40));
    expect(await loadCase(db, id)).toBeNull();
    expect(await additionsTo(db, id)).toEqual([]);
  });
});
