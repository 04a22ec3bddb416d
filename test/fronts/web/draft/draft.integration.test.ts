import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toRawMail } from '../../../../src/mail/index.ts';
import { noHistory, screen } from '../../../../src/screening/pipeline.ts';
import { compileRules } from '../../../../src/screening/rules.ts';
import { loadTokenizer } from '../../../../src/text/index.ts';
import { actFile, dictionaryFiles } from '../../../support/dictionary.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

const AT = '2026-07-03T00:00:00Z';

describe('a draft that somebody checks', () => {
  let desk: TestDesk;
  let employee: Browser;
  let state: 'judged' | 'busy' | 'ended' = 'judged';
  beforeAll(async () => {
    const entry = '{ id: test.entry, say: [無能], weight: 4, match: [君は無能だ] }';
    const dictionary = dictionaryFiles({
      'insult-person.yaml': actFile('insult-person', `expressions:\n  - ${entry}`),
    });
    const rules = compileRules({ dictionary, classifier: null, timeZone: 'Asia/Tokyo' }, await loadTokenizer());
    desk = await startDesk({
      tryOut: async ({ subject, body }) => {
        if (state !== 'judged') return { kind: state };
        const bytes = toRawMail({ id: 'x', from: '', to: '', date: AT, subject, body });
        return {
          kind: 'judged',
          screened: await screen({ bytes, receivedAt: new Date(AT), source: '' }, rules, noHistory),
        };
      },
    });
    employee = await desk.signedInAs('employee');
  });
  afterAll(() => desk.stop());

  /** Every row of every table, so that nothing that is kept goes unseen. */
  async function everything(): Promise<string> {
    const { rows } = (await desk.db.execute(
      sql`select table_schema || '.' || table_name as name from information_schema.tables where table_schema in ('komainu', 'auth') and table_name <> 'session' order by 1`,
    )) as { rows: { name: string }[] };
    const tables = await Promise.all(
      rows.map(async ({ name }) => {
        const [schema, table] = name.split('.') as [string, string];
        return desk.db.execute(
          sql`select to_jsonb(t)::text as row from ${sql.identifier(schema)}.${sql.identifier(table)} t`,
        );
      }),
    );
    return JSON.stringify(tables.map((found) => (found as { rows: unknown }).rows));
  }

  it('is judged for everybody, with the reason', async () => {
    const { status, text } = await employee.post('/draft', { subject: '', body: '君は無能だ。' });
    expect(status).toBe(200);
    expect(text).toContain('test.entry');
    expect(text).toContain('君は');
    expect((await employee.get('/reports')).text).toContain('href="/reports?tab=draft"');
  });

  it('leaves no trace: no row of any table changes, and the page is stored nowhere', async () => {
    await employee.get('/reports?tab=draft');
    const before = await everything();
    const page = await employee.post('/draft', { subject: 'ひみつの件名', body: 'ひみつの下書き。君は無能だ。' });
    expect(page.headers.get('cache-control')).toBe('no-store');
    expect(await everything()).toBe(before);
  });

  it.each([
    ['nothing', { subject: '', body: ' ' }, 400],
    ['too much', { subject: '', body: 'あ'.repeat(20_001) }, 400],
  ])('comes back with what is wrong: %s', async (_, fields, status) => {
    expect((await employee.post('/draft', fields)).status).toBe(status);
  });

  it('says when it could not be judged', async () => {
    state = 'busy';
    expect((await employee.post('/draft', { body: 'あ' })).status).toBe(503);
    state = 'ended';
    expect((await employee.post('/draft', { body: 'あ' })).status).toBe(422);
    state = 'judged';
  });

  it('is asked by a form only: nothing stands in an address', async () => {
    const { text } = await employee.get('/reports?tab=draft&body=君は無能だ');
    expect(text).not.toContain('無能');
    expect(text).toMatch(/<form[^>]* method="post" action="\/draft"/);
  });
});
