import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { valuesOfRules } from '../../../../src/fronts/web/measure-rules/form.ts';
import { messagesOf } from '../../../../src/fronts/web/shell/messages.ts';
import { pdfText } from '../../../../src/mail/documents/pdf.ts';
import { unzip } from '../../../../src/response/evidence/unzip.ts';
import { CARE_POINTS, GATES, verifyPack } from '../../../../src/response/index.ts';
import {
  lettersOf,
  listCounterparties,
  listPeople,
  measuresOfCase,
  objectionsOf,
  talksOf,
} from '../../../../src/store/index.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

// The first sequence of issue 30, walked by the people of a company: what each of them may not do is tried on the way.
let desk: TestDesk;
let hana: Browser; // 確認者2, an employee: whom it befell
let reviewer: Browser; // 確認者3, who drafts and proposes
let lead: Browser; // 確認者4, who decides the case and approves the step and its letter
let office: Browser; // 確認者5, of the consultation desk: has nothing to do with it before the objection
let sales: Browser; // 確認者7, of sales: knows of the talks, and of nothing else
let manager: Browser; // 確認者6, of the management: gives the answer to it
let id: CaseId;

const SENDER = { from: '購買部 <buyer@aite.example.jp>', counterparty: 'aite.example.jp' } as const;
const at = (moment: string) => {
  desk.clock.now = new Date(`${moment}+09:00`);
};
const demands = (body: string, percent: string) =>
  desk.addCase(
    { ...SENDER, subject: '来期の単価', body, found: [{ text: percent, act: 'discount-demand', points: 5 }] },
    'prices',
  );
const done = async (page: ReturnType<Browser['post']>) => {
  const { status, text } = await page;
  expect({ status, text: status === 303 ? '' : text.replace(/<[^>]+>/g, ' ').slice(0, 3000) }).toEqual({
    status: 303,
    text: '',
  });
};

beforeAll(async () => {
  desk = await startDesk({ company: { name: '例示システム', timeZone: 'Asia/Tokyo' } });
  at('2026-04-01T10:00:00'); // the rules are older than what happens
  const before = await desk.signedInAs('lead');
  const rules = Object.entries(valuesOfRules(null, messagesOf('ja'))).flatMap(([name, values]) =>
    values.map((one): [string, string] => [name, one]),
  );
  await done(before.post('/measures/rules', [['after', '0'], ...rules]));
  await done(before.post('/counterparties', { kind: 'company', name: '株式会社あいて', domains: SENDER.counterparty }));
});
afterAll(() => desk?.stop());

describe('a client', { timeout: 180_000 }, () => {
  it('is coerced to a discount three times in two months, and all of it is one case', async () => {
    at('2026-05-01T09:30:00');
    id = await demands('単価を３割下げろ。嫌なら来月から発注を止める。\r\n', '３割下げろ');
    at('2026-06-02T18:40:00');
    expect(await demands('まだか。３割引けないなら他社に変えるぞ。確認者2では話にならん。\r\n', '３割引け')).toBe(id);
    at('2026-07-01T21:15:00');
    expect(await demands('今日中に３割引くと書いて返せ。さもないと取引は終わりだ。\r\n', '３割引く')).toBe(id);

    at('2026-07-03T09:00:00');
    hana = await desk.signedInAs('employee');
    reviewer = await desk.signedInAs('reviewer');
    lead = await desk.signedInAs('lead');
    office = await desk.signedInAs('desk');
    manager = await desk.signedInAs('management');
    sales = await desk.signedInAs('sales');
    for (const [day, note] of [
      ['2026-05-08', '原価の内訳を示し、据え置きをお願いした'],
      ['2026-06-05', '段階的な改定を提案した'],
    ] as const)
      await done(reviewer.post(`/cases/${id}/demand-answers`, { day, note }));
  });

  it('has its file, its care and the wish of whom it befell, before anything leaves the house', async () => {
    const approval = { acts: 'discount-demand', severity: '2', declaration: '1', ownCause: 'no', harms: 'money' };
    await done(lead.post(`/cases/${id}/approve`, approval));
    const page = (await reviewer.get(`/cases/${id}?tab=response`)).text;
    expect(page).toContain('「過度な値引きの要求」は3回目です。');
    expect(page).toContain('要求された日：2026年5月1日、2026年6月2日、2026年7月1日');
    const fact = { kind: 'fact', on: '2026-06-20', words: '発注書の単価は契約書の別表のとおりである。' };
    await done(reviewer.post(`/cases/${id}/file`, fact));
    const locked = await reviewer.post(`/cases/${id}/measures`, proposal);
    expect(locked.status).toBe(400);

    const person = (await listPeople(desk.db)).find(({ name }) => name === '確認者2')!.id;
    await done(lead.post(`/cases/${id}/concerned`, { do: 'add', person, role: '購買窓口の担当者' }));
    const own = /あなたに関わる件[\s\S]*?href="(\/reports\/[^"]+)"/.exec((await hana.get('/reports')).text)![1]!;
    for (const point of CARE_POINTS)
      await done(lead.post(`/cases/${id}/care`, { do: 'point', point, state: 'done', note: '体調のメモ' }));
    await done(hana.post(`${own}/care`, { point: 'thread', answer: 'received', words: '' }));
    await done(hana.post(`${own}/wishes`, { wishes: 'nothing', words: '波風を立てたくない' }));
    expect((await reviewer.post(`/cases/${id}/measures`, proposal)).status).toBe(400); // their word comes first
    await done(hana.post(`${own}/wishes`, { wishes: 'letter', words: '会社から止めてほしい' }));
    await done(hana.post(`${own}/naming`, { naming: 'refused' }));
  });

  it('refuses to talk, which sales noted without seeing the case, and is asked once more by a letter', async () => {
    const { id: party } = (await listCounterparties(desk.db, { words: '', limit: 1, offset: 0 })).counterparties[0]!;
    const talks = `/counterparties/${party}/talks`;
    const asked = { asked: '2026-06-09', who: '営業 太郎', way: 'phone', words: '来期の単価', due: '2026-06-23' };
    await done(sales.post(talks, asked));
    const [talk] = await talksOf(desk.db, party);
    await done(
      sales.post(`${talks}/${talk!.id}/answer`, { what: 'refused', day: '2026-06-09', words: '話すことはない' }),
    );
    expect((await sales.get(`/cases/${id}`)).status).toBe(403);

    const form = (await reviewer.get(`/cases/${id}?tab=papers&kind=talks&language=ja`)).text;
    const facts = /<textarea[^>]*name="facts"[^>]*>([^<]*)</.exec(form)![1]!;
    expect(facts).toBe(
      '2026年6月9日　電話で協議をお願いいたしました（来期の単価）。2026年6月9日　応じないとのお返事。',
    );
    const words = {
      recipient: '株式会社あいて 御中',
      sender: '例示システム',
      request: '単価の協議をお願いいたします。',
    };
    const letter = { kind: 'talks', language: 'ja', ...words, facts, date: '2026-07-03', 'reply-by': '2026-07-17' };
    const { location } = await reviewer.post(`/cases/${id}/letters`, letter);
    const path = location!.replace(/\?.*/, '');
    await done(lead.post(`${path}/approve`));
    await done(reviewer.post(`${path}/sent`, { day: '2026-07-03', way: 'post', note: '' }));
    expect(await talksOf(desk.db, party)).toMatchObject([
      { way: 'phone', answer: { what: 'refused' } },
      {
        asked: '2026-07-03',
        way: 'letter',
        who: '例示システム',
        words: words.request,
        due: '2026-07-17',
        answer: null,
      },
    ]);
    expect((await sales.get(`/counterparties/${party}`)).text).toContain(words.request);
    await done(reviewer.post(`${path}/reply`, { day: '2026-07-03', note: 'ファクスで「応じない」との返答' }));
  });

  it('is warned by a step and a letter of which one person proposes and another approves', async () => {
    const letter = { ...WARNING, quotes: await sentencesOf() };
    await reviewer.post(`/cases/${id}/letters`, letter);
    expect(await lettersOf(desk.db, id)).toHaveLength(1); // no step, no warning
    await done(reviewer.post(`/cases/${id}/measures`, proposal));
    const [measure] = await measuresOfCase(desk.db, id);
    const outcome = `/cases/${id}/measures/${measure!.id}/outcome`;
    expect((await reviewer.post(outcome, { what: 'approved', note: '' })).status).toBe(403);
    await done(lead.post(outcome, { what: 'approved', note: '' }));

    await done(reviewer.post(`/cases/${id}/letters`, letter));
    const [, drafted] = await lettersOf(desk.db, id);
    const path = `/cases/${id}/letters/${drafted!.id}`;
    const page = (await lead.get(path)).text;
    expect(page).toMatch(/あらかじめ定めた手順（措置の決まり 第1版、2026年4月1日）により/);
    expect(page).toContain('購買窓口の担当者（2026年5月1日に対応した者）');
    expect(page).not.toContain('確認者2');
    await done(lead.post(`${path}/approve`));
    await done(reviewer.post(`${path}/sent`, { day: '2026-07-03', way: 'certified', note: '引受番号 1234' }));
  });

  it('objects, and is answered by people who had nothing to do with it', async () => {
    at('2026-07-03T16:00:00'); // within the hours for which people stay signed in
    const [, letter] = await lettersOf(desk.db, id);
    const objection = {
      ...{ case: id, against: `letter-${letter!.id}`, from: '株式会社あいて 法務部' },
      ...{ words: '通常の価格交渉である。', received: '2026-07-03', due: '2026-07-17' },
    };
    await done(reviewer.post('/objections', objection));
    const [waiting] = await objectionsOf(desk.db, id);
    const path = `/objections/${waiting!.id}`;
    const answer = {
      effect: 'upheld',
      reasons: '取引の終了を示した要求が三度あったためです。協議はいつでもお受けします。',
    };
    for (const involved of [reviewer, lead]) expect((await involved.post(`${path}/draft`, answer)).status).toBe(403);
    await done(office.post(`${path}/draft`, answer));
    expect((await lead.post(`${path}/give`)).status).toBe(403);
    await done(manager.post(`${path}/give`));
  });

  it('stands in one record for the lawyer: what happened, the rule of the day, the step, the objection and its answer', async () => {
    const page = await office.post(`/cases/${id}/dossier`, { recipient: 'lawyer' });
    expect(page.status).toBe(200);
    const bytes = new Uint8Array(page.bytes);
    expect((await verifyPack(bytes, null)).problems).toEqual([]);
    const files = new Map((await unzip(bytes)).map(({ path, bytes: file }) => [path, Buffer.from(file!)]));
    expect([...files.keys()]).toEqual(
      expect.arrayContaining([1, 2].map((number) => `letters/case-${id}-letter-${number}.pdf`)),
    );
    const said = (await pdfText(files.get('dossier.ja.pdf')!, 200_000)).replace(/\s+/g, '');
    const inOrder = [
      ...[
        '2026-05-01',
        '３割下げろ',
        '2026-06-02',
        '３割引け',
        '協議を申入れ（電話',
        '来期の単価',
        '話すことはない',
        '2026-06-20',
      ],
      ...[
        '2026-07-01',
        '３割引く',
        '会社の判断：認定',
        '措置の決まり：第1版',
        '文書1「協議の申入れ」を発送（郵便）',
        '「応じない」との返答',
        '文書2「警告」を発送（内容証明郵便）',
      ],
      ...['相手方から異議', '通常の価格交渉である。', '異議への答え：変えない（確認者5→確認者6）'],
      ...[
        '過度な値引きの要求：答えたあとの繰り返しを含めて3回',
        '取適法5条2項4号',
        '決まりは案件より前からあります',
        '被害を受けた方への対応',
      ],
    ];
    let from = said.indexOf('経過日時案件'); // behind the table of contents
    expect(from).toBeGreaterThan(0);
    for (const words of inOrder) {
      const place = said.indexOf(words.replace(/\s+/g, ''), from);
      expect({ words, found: place >= 0 }).toEqual({ words, found: true });
      from = place;
    }
    expect(said).not.toMatch(/体調のメモ|波風|確認者2/); // of whom it befell nothing but states
  });
});

const proposal = {
  ...{ step: 'warning', reason: '答えたあとの要求が三度目になり、協議にも応じなかった。' },
  ...Object.fromEntries(GATES.map((gate) => [gate, 'clear'])),
};
const WARNING = {
  ...{ kind: 'warning', language: 'ja', recipient: '株式会社あいて 御中', sender: '例示システム 営業部長' },
  ...{ contact: '総務部', staff: '購買窓口の担当者（2026年5月1日に対応した者）' },
  request: '協議に応じないまま値引きを求めることを、おやめください。',
  ...{ date: '2026-07-03', 'reply-by': '2026-07-17', redact: '確認者2' },
};

/** Those that stand in the form for the letter. */
async function sentencesOf(): Promise<string> {
  const form = (await reviewer.get(`/cases/${id}?tab=papers&kind=notice&language=ja`)).text;
  return /name="quotes"[^>]*value="([^"]+)"/.exec(form)![1]!;
}
