import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import type { MailId } from '../../src/cases/index.ts';
import {
  beginShadow,
  currentShadow,
  endShadow,
  forgetDifferences,
  noteFindings,
  noteTrouble,
  type ShadowRule,
  shadowCounts,
  shadowDifferences,
} from '../../src/store/index.ts';
import { entryId } from '../support/ids.ts';
import { assessment, at, judgedMail } from './samples.ts';
import { describeStores } from './stores.ts';

const rule = (id: string): ShadowRule => ({
  entry: entryId(id),
  act: 'other',
  section: 'expressions',
  before: null,
  after: `- id: ${id}\n`,
});

describeStores('a shadow', (store) => {
  const begin = (ids: readonly string[]) =>
    store().db.transaction((tx) =>
      beginShadow(tx, (before) => ({
        at: at(1),
        person: null,
        by: '辞書 花子',
        rules: [...(before?.rules ?? []), ...ids.map(rule)],
      })),
    );
  const found = (compared: readonly { mailId: MailId; band: 'ordinary' | 'grey'; would: 'ordinary' | 'grey' }[]) => ({
    compared,
    skipped: 1,
    failed: 2,
  });

  it('is one at a time, and takes over the rules of the one before', async () => {
    const { db } = store();
    const first = await begin(['a.x']);
    const second = await begin(['a.y']);
    expect(second).not.toBe(first);
    expect(await currentShadow(db)).toMatchObject({ id: second, rules: [{ entry: 'a.x' }, { entry: 'a.y' }] });
    await Promise.all([begin(['a.z']), begin(['a.w'])]);
    expect((await currentShadow(db))!.rules).toHaveLength(4);
  });

  it('adds up what processes found, refers to mails whose band differs alone, and forgets it in time', async () => {
    const { db } = store();
    const id = await begin(['a.x']);
    const grey = await judgedMail(db, 1, { assessment: assessment('grey') });
    const ordinary = await judgedMail(db, 2, { assessment: assessment('ordinary', []) });
    await noteFindings(db, id, at(5), found([{ mailId: grey.mailId, band: 'grey', would: 'grey' }]));
    await Promise.all([
      noteFindings(db, id, at(6), found([{ mailId: grey.mailId, band: 'grey', would: 'ordinary' }])),
      noteFindings(db, id, at(7), found([{ mailId: ordinary.mailId, band: 'ordinary', would: 'grey' }])),
    ]);
    expect(await currentShadow(db)).toMatchObject({ skipped: 3, failed: 6 });
    expect((await shadowCounts(db, id)).toSorted((a, b) => (a.band + a.would < b.band + b.would ? -1 : 1))).toEqual([
      { band: 'grey', would: 'grey', mails: 1 },
      { band: 'grey', would: 'ordinary', mails: 1 },
      { band: 'ordinary', would: 'grey', mails: 1 },
    ]);
    expect(await shadowDifferences(db, id, 9)).toMatchObject([
      { band: 'ordinary', would: 'grey', caseId: null, source: 'support' },
      { band: 'grey', would: 'ordinary', caseId: grey.caseId },
    ]);
    await forgetDifferences(db, at(7));
    expect(await shadowDifferences(db, id, 9)).toHaveLength(1);
    expect(await shadowCounts(db, id)).toHaveLength(3);
  });

  it('names no confidential case, and no mail that is gone', async () => {
    const { db } = store();
    const id = await begin(['a.x']);
    const { mailId, caseId } = await judgedMail(db, 1, { assessment: assessment('grey') });
    await db.execute(sql`update komainu.case_file set confidential = true where id = ${caseId}`);
    await noteFindings(db, id, at(5), found([{ mailId, band: 'grey', would: 'ordinary' }]));
    expect(await shadowDifferences(db, id, 9)).toMatchObject([{ caseId: null }]);
    const gone = '999999' as MailId;
    await noteFindings(db, id, at(5), found([{ mailId: gone, band: 'ordinary', would: 'grey' }]));
    expect(await shadowDifferences(db, id, 9)).toHaveLength(1);
  });

  it('that has ended takes nothing more', async () => {
    const { db } = store();
    const id = await begin(['a.x']);
    expect(await db.transaction((tx) => endShadow(tx, id))).toBe(true);
    expect(await db.transaction((tx) => endShadow(tx, id))).toBe(false);
    const { mailId } = await judgedMail(db, 1, { assessment: assessment('grey') });
    await noteFindings(db, id, at(5), found([{ mailId, band: 'grey', would: 'ordinary' }]));
    await noteTrouble(db, id, 'x');
    expect(await currentShadow(db)).toBeNull();
    expect(await shadowCounts(db, id)).toEqual([]);
  });

  it('says why it does not run', async () => {
    const { db } = store();
    const id = await begin(['a.x']);
    await noteTrouble(db, id, 'broken');
    expect((await currentShadow(db))!.trouble).toBe('broken');
    await noteTrouble(db, id, null);
    expect((await currentShadow(db))!.trouble).toBeNull();
  });
});
