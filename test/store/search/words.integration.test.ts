import { sql } from 'drizzle-orm';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type CaseId, keepingOf, keptReading } from '../../../src/cases/index.ts';
import { folded, wordGrams } from '../../../src/store/engine/search.ts';
import {
  countCases,
  type Db,
  decide,
  excerptsOf,
  handIn,
  listCases,
  mailsWithoutVerdict,
  purge,
  standingOf,
} from '../../../src/store/index.ts';
import { newConsultation } from '../consultations.ts';
import { reviewers } from '../reviewers.ts';
import { at, judgedMail, verdictOf } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeVerdict } from '../write.ts';

const DAYS = {
  verdictDays: 180,
  greyDays: 30,
  dismissedDays: 90,
  approvedDays: 1826,
  unopenedDays: 14,
  reportDays: 90,
  registerDays: 1826,
};

/** How a mail with this body is read. */
const saying = (text: string) => () =>
  keptReading({
    from: { name: '佐藤', address: 'sato@shop.example.com' },
    to: [],
    cc: [],
    subject: '件名',
    date: null,
    headers: [],
    attachments: [],
    parts: [{ id: 'body', text }],
    segments: new Map(),
  });

const display = { from: '佐藤 <sato@shop.example.com>', subject: '件名', counterparty: 'みほん商店' };
let n = 0;
const caseSaying = async (db: Db, text: string): Promise<CaseId> =>
  (await judgedMail(db, 1, { references: [`thread-${++n}`], messageId: `m-${n}`, display, reading: saying(text) }))
    .caseId!;

const found = async (db: Db, words: string, seesConfidential = false): Promise<CaseId[]> =>
  (await listCases(db, { words, limit: 50, offset: 0 }, { seesConfidential })).cases.map(({ id }) => id);

describeStores('words looked for', (store) => {
  it.each([
    ['a word of two characters', '返金'],
    ['one character', '雷'],
    ['a longer word', '返金を求め'],
    ['a word over the end of a line', '雷が落ちる'],
    ['full width for half width', 'ＡＢＣ－１'],
    ['another letter case', 'abc-1'],
    ['several words in any order', '落ちる 返金'],
    ['one word of the text and one of the subject', '返金 件名'],
  ])('are found in the text of mails: %s', async (_, words) => {
    const { db } = store();
    const id = await caseSaying(db, 'Abc-1 の返金を求めます。雷が\n落ちるまで待ちます。');
    await caseSaying(db, '納期を教えてください。');
    expect(await found(db, words)).toEqual([id]);
    expect(await countCases(db, undefined, { words })).toMatchObject({ review: 1 });
  });

  it('are not found where only their pairs of characters stand', async () => {
    const { db } = store();
    await caseSaying(db, '返金。金を。を求。求め。');
    expect(await found(db, '返金を求め')).toEqual([]);
  });

  it('are the number of a case, too, however it is written', async () => {
    const { db } = store();
    const id = await caseSaying(db, '一つめ');
    await caseSaying(db, '二つめ');
    for (const words of [id, `#${id}`, `案件${id}`, `案件 ${id}`, `Case ${id}`, '１'])
      expect([words, await found(db, words)]).toEqual([words, [id]]);
    expect(await found(db, '999999999999999')).toEqual([]);
  });

  it('are a counterparty by its name', async () => {
    const { db } = store();
    const id = await caseSaying(db, '本文');
    expect(await found(db, 'みほん商店')).toEqual([id]);
    expect(await found(db, 'shop.example.com')).toEqual([id]);
  });

  it('are found in a confidential mail by the consultation desk alone', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, 'employee');
    const { caseId } = await handIn(db, newConsultation(employee!, { confidential: true, mail: true }), at(1));
    const [mailId] = await mailsWithoutVerdict(db, { limit: 1 });
    await writeVerdict(db, verdictOf(mailId!, { reading: saying('門外不出の言葉') }));
    expect(await found(db, '門外不出')).toEqual([]);
    expect(await found(db, caseId)).toEqual([]);
    expect(await countCases(db, undefined, { words: '門外不出' })).toMatchObject({ review: 0, report: 0 });
    expect(await found(db, '門外不出', true)).toEqual([caseId]);
  });

  it('are gone with the mail', async () => {
    const { db } = store();
    const id = await caseSaying(db, '消える言葉');
    await decide(db, id, { kind: 'dismiss', reason: 'joke', note: '' }, 'a', at(600));
    const { times } = (await standingOf(db, [id])).get(id)!;
    const keeping = keepingOf(times, DAYS);
    const end = keeping.kind === 'until' ? keeping.at.getTime() : 0;
    await purge(db, DAYS, new Date(end));
    expect(await found(db, '消える')).toEqual([id]);
    await purge(db, DAYS, new Date(end + 1)); // exactly as long as the list says
    expect(await found(db, '消える')).toEqual([]);
  });

  it('are shown with what stands around them', async () => {
    const { db } = store();
    const id = await caseSaying(db, `${'前置きです。'.repeat(20)}返金してください。${'あとがきです。'.repeat(20)}`);
    const other = await caseSaying(db, '雷が\n落ちる');
    const excerpts = await excerptsOf(db, [id, other], '返金 雷が落');
    expect(excerpts.get(id)!.excerpt).toMatchObject({ isStart: false, isEnd: false });
    expect(excerpts.get(id)!.excerpt.text).toContain('前置きです。返金してください。あとがき');
    expect(excerpts.get(other)!.excerpt.text).toContain('雷が落ちる');
    expect(excerpts.get(other)!.texts).toHaveLength(1);
  });

  it('have all their grams in the grams that the database makes of a text', async () => {
    const { db } = store();
    const text = fc.string({ unit: 'binary', maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(text, text, text, async (before, word, after) => {
        const [whole, part] = [folded(before + word + after), folded(word).replaceAll('\n', '')];
        fc.pre(whole.replaceAll('\n', '').includes(part));
        const { rows } = (await db.execute(
          sql`select komainu.grams(${whole}) @> ${sql`array[${sql.join(
            ['', ...wordGrams(part)].map((gram) => sql`${gram}`).slice(1),
            sql`, `,
          )}]::text[]`} as holds`,
        )) as unknown as { rows: { holds: boolean }[] };
        expect(rows).toEqual([{ holds: true }]);
      }),
      { numRuns: 100 },
    );
  });
});

describeStores('where cases stand', (store) => {
  it('is the decision that stands, and the times their keeping goes by', async () => {
    const { db } = store();
    const [one, two] = [await caseSaying(db, '一'), await caseSaying(db, '二')];
    await decide(db, one, { kind: 'dismiss', reason: 'joke', note: '' }, 'a', at(600));
    await decide(db, one, { kind: 'reopen', note: '' }, 'a', at(601));
    await decide(db, one, { kind: 'dismiss', reason: 'jargon', note: '' }, 'b', at(602));
    const standing = await standingOf(db, [one, two]);
    expect(standing.get(one)).toMatchObject({
      decided: { decision: { kind: 'dismiss', reason: 'jargon' }, by: 'b', at: at(602) },
      times: { status: 'dismissed', decidedAt: at(602), heldBy: null },
    });
    expect(standing.get(two)).toMatchObject({ decided: null, times: { status: 'open', band: 'review' } });
  });

  it('is not told of a confidential one', async () => {
    const { db } = store();
    const [employee] = await reviewers(db, 'employee');
    const { caseId } = await handIn(db, newConsultation(employee!, { confidential: true }), at(1));
    expect([...(await standingOf(db, [caseId])).keys()]).toEqual([]);
    expect([...(await standingOf(db, [caseId], { seesConfidential: true })).keys()]).toEqual([caseId]);
  });
});
