import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { tryFolderInShadow } from '../../../../src/actions/index.ts';
import { currentShadow, dictionaryChanges, noteFindings, noteTrouble } from '../../../../src/store/index.ts';
import { mailId } from '../../../support/ids.ts';
import type { Browser, Page } from '../support/browser.ts';
import { OPERATOR, startDesk, type TestDesk } from '../support/desk.ts';
import { writableLab } from '../tuning/lab.ts';

const FILE = 'insult-person.yaml';

describe('a shadow in the review app', () => {
  const words = writableLab();
  let desk: TestDesk;
  let tuner: Browser; // reads no cases
  let both: Browser;
  beforeAll(async () => {
    desk = await startDesk({ lab: words.lab, dictionary: words.dictionary });
    await words.begin(desk.db);
    tuner = await desk.signedInAs('tuner');
    both = await desk.signedInAs('reviewer', 'tuner');
  });
  afterAll(async () => {
    await desk.stop();
    words.stop();
  });
  beforeEach(() => desk.db.execute('delete from komainu.shadow'));
  const text = () => readFileSync(join(words.home, FILE), 'utf8');
  const field = ({ text: page }: Page, name: string) =>
    new RegExp(`<input[^>]*name="${name}"[^>]*value="([^"]*)"`).exec(page)?.[1] ?? '';

  const FORM = {
    kind: 'entry',
    id: 'test.entry',
    act: 'insult-person',
    section: 'expressions',
    say: '無能\n役立たず',
    weight: '4',
    match: 'お前は無能だ\nこの役立たず',
    not: '有能な方です',
  };
  const base = async () => field(await tuner.get('/dictionaries/test.entry/edit'), 'base');
  const begin = async () => tuner.post('/dictionaries/shadow', { ...FORM, base: await base() });
  const MORE = {
    ...FORM,
    id: 'insult.more',
    say: '給料泥棒',
    match: 'この給料泥棒',
    not: '',
    base: '',
    new: '1',
    apprentice: '1',
  };

  it('of a whole folder is named, can be dropped, and is not put in force from here', async () => {
    const files = [{ path: FILE, text: 'act: insult-person\n' }];
    const id = await tryFolderInShadow(desk.deps, OPERATOR, { folder: 'draft <b>', files });
    const page = (await tuner.get('/dictionaries/shadow')).text;
    expect(page).toContain('フォルダー draft &lt;b&gt; の辞書全体');
    expect(page).not.toContain('/dictionaries/shadow/publish');
    const before = text();
    const refused = await tuner.post('/dictionaries/shadow/publish', { shadow: id, reason: 'x' });
    expect(refused).toMatchObject({ status: 303, location: '/dictionaries/shadow?gone=1' });
    expect(text()).toBe(before);
    expect(await currentShadow(desk.db)).toMatchObject({ id, folder: 'draft <b>' });
    expect(await tuner.post('/dictionaries/shadow/drop', { shadow: id })).toMatchObject({
      location: '/dictionaries/shadow?dropped=1',
    });
    expect(await currentShadow(desk.db)).toBeNull();
  });

  it('begins with the draft of a form, takes more of them, and writes no file', async () => {
    expect((await tuner.get('/dictionaries/shadow')).text).toContain('いま試している直しはありません');
    expect((await tuner.get('/dictionaries/test.entry/edit')).text).toContain('formaction="/dictionaries/shadow"');
    const before = text();
    expect(await begin()).toMatchObject({ status: 303, location: '/dictionaries/shadow?began=1' });
    await tuner.post('/dictionaries/shadow', MORE);
    expect(text()).toBe(before);
    const page = await tuner.get('/dictionaries/shadow');
    for (const said of ['test.entry', '役立たず', 'insult.more', '確認者1']) expect(page.text).toContain(said);
    expect(await dictionaryChanges(desk.db, { limit: 9 })).toEqual([]);
  });

  it('says what is wrong with a draft, and what came between', async () => {
    const wrong = await tuner.post('/dictionaries/shadow', { ...FORM, base: await base(), say: '(無能' });
    expect(wrong.status).toBe(400);
    expect(wrong.text).toContain('「(」に対する「)」がありません');
    const stale = await tuner.post('/dictionaries/shadow', { ...FORM, base: 'no-such-base' });
    expect(stale.status).toBe(409);
    expect(await currentShadow(desk.db)).toBeNull();
  });

  it('compares by counts, and links cases for whoever may read them', async () => {
    await begin();
    const { id } = (await currentShadow(desk.db))!;
    const found = [{ text: '無能', act: 'insult-person', points: 5 } as const];
    const mail = { from: 'x@example.com', subject: 'ないしょ', body: '無能だ', found };
    const caseId = await desk.addCase(mail, 'shadowed');
    await noteFindings(desk.db, id, desk.clock.now, {
      compared: [
        { mailId: mailId(String(1)), band: 'review', would: 'ordinary' },
        { mailId: mailId('999'), band: 'ordinary', would: 'ordinary' },
      ],
      skipped: 3,
      failed: 0,
    });
    const page = await both.get('/dictionaries/shadow');
    for (const said of ['比べたメール 2通', '急いでいて比べなかったメール 3通', `/cases/${caseId}`])
      expect(page.text).toContain(said);
    expect(page.text).toMatch(/data-band="review"(.|\n)*?data-would="ordinary"><b>1<\/b>/);
    const counts = await tuner.get('/dictionaries/shadow');
    expect(counts.text).not.toContain('/cases/');
    for (const one of [page, counts]) expect(one.text).not.toMatch(/ないしょ|x@example/);
    await noteTrouble(desk.db, id, 'insult-person.yaml:5:3: <b>wrong</b>');
    const troubled = await tuner.get('/dictionaries/shadow');
    expect(troubled.text).toContain('試せていません');
    expect(troubled.text).not.toContain('<b>wrong');
  });

  it('is put in force as changes with a reason, or dropped', async () => {
    await begin();
    await tuner.post('/dictionaries/shadow', MORE);
    const shadow = (await currentShadow(desk.db))!.id;
    const unreasoned = await tuner.post('/dictionaries/shadow/publish', { shadow, reason: ' ' });
    expect(unreasoned.status).toBe(400);
    expect(text()).not.toContain('役立たず');
    const done = await tuner.post('/dictionaries/shadow/publish', { shadow, reason: '影で確かめた' });
    expect(done).toMatchObject({ status: 303, location: '/dictionaries/shadow?published=1' });
    for (const said of ['役立たず', '給料泥棒', 'apprentice: true']) expect(text()).toContain(said);
    const changes = await dictionaryChanges(desk.db, { limit: 9 });
    expect(changes).toMatchObject([
      { kind: 'save', entry: 'insult.more', reason: '影で確かめた' },
      { kind: 'save', entry: 'test.entry', reason: '影で確かめた' },
    ]);
    expect(await currentShadow(desk.db)).toBeNull();
    expect((await tuner.post('/dictionaries/shadow/publish', { shadow, reason: 'x' })).location).toContain('gone=1');
    await tuner.post('/dictionaries/shadow', { ...FORM, base: await base(), say: '無能', match: '無能だ' });
    const next = (await currentShadow(desk.db))!.id;
    const before = text();
    expect((await tuner.post('/dictionaries/shadow/drop', { shadow: next })).location).toContain('dropped=1');
    expect((await tuner.post('/dictionaries/shadow/drop', { shadow: next })).location).toContain('gone=1');
    expect(text()).toBe(before);
  });

  it('goes on where it was stopped half-way, and overwrites nothing that came between', async () => {
    await tuner.post('/dictionaries/shadow', { ...FORM, base: await base(), weight: '3' });
    await tuner.post('/dictionaries/shadow', { ...MORE, id: 'insult.later', say: '怠け者', match: 'この怠け者' });
    const shadow = (await currentShadow(desk.db))!.id;
    const write = words.lab.folder.write;
    let writes = 0;
    Object.assign(words.lab.folder, {
      write: async (...given: Parameters<typeof write>) => {
        writes += 1;
        if (writes > 1) throw new Error('killed');
        return write(...given);
      },
    });
    expect((await tuner.post('/dictionaries/shadow/publish', { shadow, reason: '途中' })).status).toBe(500);
    Object.assign(words.lab.folder, { write });
    expect(text()).toContain('weight: 3');
    expect(text()).not.toContain('怠け者');
    expect(await currentShadow(desk.db)).not.toBeNull();
    const again = await tuner.post('/dictionaries/shadow/publish', { shadow, reason: '途中' });
    expect(again.location).toContain('published=1');
    expect(text()).toContain('怠け者');

    await tuner.post('/dictionaries/shadow', { ...FORM, base: await base(), weight: '5' });
    writeFileSync(join(words.home, FILE), text().replace('weight: 3', 'weight: 2'));
    const late = (await currentShadow(desk.db))!.id;
    const conflict = await tuner.post('/dictionaries/shadow/publish', { shadow: late, reason: 'x' });
    expect(conflict.status).toBe(409);
    expect(conflict.text).toContain('何も上書きしていません');
    expect(text()).toContain('weight: 2');
  });

  it.each(['', 'x', '0', '99999999999999999999', "1'; drop table"])('has no shadow %j', async (shadow) => {
    expect((await tuner.post('/dictionaries/shadow/publish', { shadow, reason: 'x' })).location).toContain('gone=1');
    expect((await tuner.post('/dictionaries/shadow/drop', { shadow })).location).toContain('gone=1');
  });
});
