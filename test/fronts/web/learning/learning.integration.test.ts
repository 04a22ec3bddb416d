import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CaseId, plainApproval } from '../../../../src/cases/index.ts';
import {
  decide,
  handIn,
  listPeople,
  listTaught,
  purge,
  siteInForce,
  siteVersions,
  siteWeights,
  taughtFeatures,
} from '../../../../src/store/index.ts';
import { learnSite } from '../../../../src/tuning/index.ts';
import { newConsultation } from '../../../store/consultations.ts';
import { judgedBy, shippedGround } from '../../../support/shipped-classifier.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';
import { dictionary, learningLab, learnNow, MALICE, WORKSHOP } from './learning-lab.ts';

describe('learning from decisions', () => {
  let desk: TestDesk;
  let lead: Browser; // reads cases and changes dictionaries
  let reader: Browser; // decides only
  const dismissed: CaseId[] = [];
  const approved: CaseId[] = [];
  const run = () => learnNow(desk);
  const add = (body: string, from = 'kyaku@example.com') =>
    desk.addCase({ from, subject: '件名', body }, `${body} ${from}`);
  const dismiss = (id: CaseId) =>
    decide(desk.db, id, { kind: 'dismiss', reason: 'joke', note: '' }, '高橋', desk.clock.now);
  const weights = async () => siteWeights(desk.db, (await siteInForce(desk.db, true))!.id);
  beforeAll(async () => {
    desk = await startDesk({ lab: learningLab });
    lead = await desk.signedInAs('lead', 'tuner');
    reader = await desk.signedInAs('reviewer');
    for (const body of WORKSHOP) dismissed.push(await add(body));
    for (const body of MALICE) approved.push(await add(body));
  });
  afterAll(() => desk.stop());

  it('begins with nothing, and says so', async () => {
    expect(await run()).toBe(false);
    expect((await lead.get('/dictionaries/learning')).text).toContain('まだ何も学んでいません');
  });

  it('learns from the first decision on, once', async () => {
    await dismiss(dismissed[0]!);
    expect(await run()).toBe(true);
    expect(await run()).toBe(false);
    const [version] = await siteVersions(desk.db, { limit: 5 });
    expect(version).toMatchObject({ unused: null, figures: { approved: 0, dismissed: 1 } });
    const { probability, site } = judgedBy(await weights(), WORKSHOP[0]!);
    expect(probability).toBeLessThan(site!.without);
  });

  it('learns from both kinds, and shows on a held-out tenth what came of it', async () => {
    for (const id of dismissed.slice(1)) await dismiss(id);
    for (const id of approved) await decide(desk.db, id, plainApproval(['insult-person']), '高橋', desk.clock.now);
    expect(await run()).toBe(true);
    const page = (await lead.get('/dictionaries/learning')).text;
    for (const said of ['判断9件から学び', '却下されたのに要確認にする', '認定4・却下5']) expect(page).toContain(said);
    expect(page).not.toContain('治具');
  });

  it('says on the case what was learned, in words of its own mails', async () => {
    const page = (await lead.get(`/cases/${dismissed[1]}`)).text;
    const card = page.slice(page.indexOf('この判断から学んだこと'));
    expect(card).toContain('普段の言葉として少し軽く見ます');
    const pieces = [...card.slice(0, card.indexOf('</ul>')).matchAll(/<bdi>([^<]+)<\/bdi>/g)].map(([, text]) => text!);
    expect(pieces.length).toBeGreaterThan(0);
    for (const piece of pieces) expect(`件名。${WORKSHOP[1]}`).toContain(piece);
  });

  it('shows beside a new case how similar ones were decided, with the reason', async () => {
    const like = await add(`${WORKSHOP[0]} 治具のこと、頼む。`, 'betsu@example.org');
    const page = (await reader.get(`/cases/${like}`)).text;
    const card = page.slice(page.indexOf('似ている判断済みの案件'));
    expect(card).toContain(`/cases/${dismissed[0]}`);
    expect(card).toContain('親しい間柄の冗談');
    const strange = await add('来週の打ち合わせの資料を添付します。ご確認ください。', 'shizuka@example.org');
    expect((await reader.get(`/cases/${strange}`)).text).not.toContain('似ている判断済みの案件');
  });

  it('shows no similar case whose mail speaks of whoever looks', async () => {
    const named = await add(`${WORKSHOP[2]} 確認者2さん、頼む。`, 'shirase@example.org');
    await dismiss(named);
    await run();
    const like = await add(`${WORKSHOP[2]} 頼むよ。`, 'nitamono@example.org');
    expect((await lead.get(`/cases/${like}`)).text).toContain(`/cases/${named}"`);
    const page = (await reader.get(`/cases/${like}`)).text;
    expect(page).toContain('似ている判断済みの案件');
    expect(page.slice(page.indexOf('似ている判断済みの案件'))).not.toContain(`/cases/${named}"`);
    await decide(desk.db, named, { kind: 'reopen', note: '' }, '高橋', desk.clock.now);
    await run();
  });

  it('learns nothing from what was handed in, confidential or not', async () => {
    const before = await taughtFeatures(desk.db, 100);
    const [person] = await listPeople(desk.db);
    for (const confidential of [true, false]) {
      const { caseId } = await handIn(
        desk.db,
        newConsultation(person!, { confidential, words: MALICE[0]! }),
        desk.clock.now,
      );
      await decide(desk.db, caseId, plainApproval(['insult-person']), '高橋', desk.clock.now, {
        visibility: { seesConfidential: true },
      });
    }
    expect(await run()).toBe(false);
    expect(await taughtFeatures(desk.db, 100)).toEqual(before);
  });

  it('hints when a decision departs from all similar ones', async () => {
    const like = await add('おい、早くしろよ。さっさと送れ。待ってるぞ。明日持ってこい。', 'sanbanme@example.org');
    await decide(desk.db, like, plainApproval(['other']), '高橋', desk.clock.now);
    expect((await lead.get(`/cases/${like}`)).text).toContain('どれもこれと違う判断でした');
    await decide(desk.db, like, { kind: 'reopen', note: '' }, '高橋', desk.clock.now);
  });

  it('offers words that separate decisions, and opens a form with one filled in', async () => {
    for (let i = 0; i < 6; i++) {
      const id = await add(`責任を取れ。二度と顔を見せるな。${WORKSHOP[i % 5]}`, `kyaku${i}@example.net`);
      await decide(desk.db, id, plainApproval(['other']), '高橋', desk.clock.now);
    }
    await run();
    const page = (await lead.get('/dictionaries/work')).text;
    const offer = /href="(\/dictionaries\/new\?say=[^"]+)"/.exec(page);
    expect(page).toContain('判断を分けている言葉');
    expect(offer).not.toBeNull();
    const word = new URL(offer![1]!, 'http://desk.example.jp').searchParams.get('say')!;
    expect(MALICE.join()).toContain(word);
    const form = (await lead.get(offer![1]!)).text;
    expect(form).toMatch(new RegExp(`<textarea[^>]*name="say"[^>]*>\\s*${word}`));
    expect((await reader.get('/dictionaries/work')).text).not.toContain('判断を分けている言葉');
  });

  it('unlearns one decision: what is left is what the others teach, to the bit', async () => {
    const id = approved[0]!;
    const before = await taughtFeatures(desk.db, 100);
    expect((await lead.post(`/dictionaries/learning/${id}/forget`, {})).status).toBe(303);
    expect(await run()).toBe(true);
    const point = Math.log(dictionary.scoring.classifier.flag / (1 - dictionary.scoring.classifier.flag));
    const others = before.filter(({ caseId }) => caseId !== id);
    const { fit } = learnSite(others, shippedGround, point);
    const [newest] = await siteVersions(desk.db, { limit: 1 });
    expect(await siteWeights(desk.db, newest!.id)).toEqual({ version: newest!.id, ...fit });
    expect((await lead.get(`/cases/${id}`)).text).toContain('この判断からは学ばないことにしてあります');
    expect((await lead.post(`/dictionaries/learning/${id}/forget`, {})).status).toBe(404);
    expect(await run()).toBe(false);
  });

  it('unlearns what is undone, and learns it anew when it is decided again', async () => {
    const id = dismissed[4]!;
    await decide(desk.db, id, { kind: 'reopen', note: '' }, '高橋', desk.clock.now);
    await run();
    expect((await listTaught(desk.db, { limit: 50, offset: 0 })).map(({ caseId }) => caseId)).not.toContain(id);
    await dismiss(id);
    await run();
    expect((await listTaught(desk.db, { limit: 50, offset: 0 })).map(({ caseId }) => caseId)).toContain(id);
  });

  it('keeps weights of the newest version only, and figures of all', async () => {
    const versions = await siteVersions(desk.db, { limit: 50 });
    expect(versions.length).toBeGreaterThan(3);
    const kept = await Promise.all(versions.map(({ id }) => siteWeights(desk.db, id)));
    expect(kept.map((one) => one !== null)).toEqual(versions.map((_, i) => i === 0));
  });

  it('judges by nothing while it is off, and learns nothing', async () => {
    expect((await lead.post('/dictionaries/learning', { to: 'off' })).status).toBe(303);
    expect(await siteInForce(desk.db, true)).toBeNull();
    expect((await lead.get('/dictionaries/learning?done=off')).text).toContain('学習は止めてあります');
    await decide(desk.db, dismissed[3]!, { kind: 'reopen', note: '' }, '高橋', desk.clock.now);
    expect(await run()).toBe(false);
    await lead.post('/dictionaries/learning', { to: 'on' });
    await run();
    await dismiss(dismissed[3]!);
    await run();
  });

  it('goes with its case when that has been kept long enough', async () => {
    const before = (await listTaught(desk.db, { limit: 50, offset: 0 })).length;
    const later = new Date(desk.clock.now.getTime() + 100 * 86_400_000);
    await purge(desk.db, { verdictDays: 180, greyDays: 30, dismissedDays: 90, approvedDays: 1095 }, later);
    const after = await listTaught(desk.db, { limit: 50, offset: 0 });
    expect(after.length).toBeLessThan(before);
    expect(after.every(({ positive }) => positive)).toBe(true);
    expect(await run()).toBe(true);
  });

  it('forgets all of it when somebody is sure, and learns again from then on', async () => {
    const unsure = await lead.post('/dictionaries/learning', { to: 'nothing' });
    expect([unsure.status, unsure.text.includes('印を付けてください')]).toEqual([400, true]);
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    expect((await lead.post('/dictionaries/learning', { to: 'nothing', sure: '1' })).status).toBe(303);
    const inForce = await siteInForce(desk.db, true);
    expect(inForce && (await siteWeights(desk.db, inForce.id))).toBeNull();
    await run();
    expect(await taughtFeatures(desk.db, 10)).toEqual([]);
    expect(await siteInForce(desk.db, true)).toBeNull();
    desk.clock.now = new Date(desk.clock.now.getTime() + 60_000);
    const id = await add('頼んだ図面まだか。早くしろよ、待ってるぞ。さっさと送れ。', 'atarashii@example.org');
    await dismiss(id);
    await run();
    expect((await taughtFeatures(desk.db, 10)).map(({ caseId }) => caseId)).toEqual([id]);
  });

  it('is for those alone who may: nobody else sets it', async () => {
    const page = await reader.get('/dictionaries/learning');
    expect([page.status, page.text.includes('すべて忘れる')]).toEqual([200, false]);
    expect((await (await desk.signedInAs('desk')).get('/dictionaries/learning')).status).toBe(403);
    expect((await reader.post('/dictionaries/learning', { to: 'off' })).status).toBe(403);
    expect((await lead.post('/dictionaries/learning', { to: 'sideways' })).status).toBe(404);
    expect((await lead.post('/dictionaries/learning/0x1/forget', {})).status).toBe(404);
  });
});
