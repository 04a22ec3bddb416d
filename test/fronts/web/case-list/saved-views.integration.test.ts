import { afterAll, beforeAll, expect, it } from 'vitest';
import { MOST_VIEWS } from '../../../../src/store/index.ts';
import type { Browser, Page } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let one: Browser;
let other: Browser;
const views = ({ text }: Page) =>
  [...text.matchAll(/<a id="view-(\d+)" href="([^"]*)"[^>]*><bdi>(.*?)<\/bdi>/g)].map(([, id, address, name]) => ({
    id,
    address,
    name,
  }));

beforeAll(async () => {
  desk = await startDesk();
  one = await desk.signedInAs('reviewer');
  other = await desk.signedInAs('lead');
  await desk.addCase({ from: 'a@example.com', subject: '件名', body: '本文', band: 'grey' });
});
afterAll(() => desk.stop());

it('are offered for a filter, saved under a name, and lead back to it', async () => {
  expect((await one.get('/')).text).not.toContain('action="/views"'); // nothing worth a name
  const filtered = await one.get('/?tab=grey&q=%E4%BB%B6%E5%90%8D&page=3&live=0');
  const query = /name="query" value="([^"]*)"/.exec(filtered.text)![1]!.replaceAll('&amp;', '&');
  const saved = await one.post('/views', { name: ' 微妙の<b>件名 ', query });
  expect(saved).toMatchObject({ status: 303, location: '/?tab=grey&q=%E4%BB%B6%E5%90%8D' });
  const page = await one.get(saved.location!);
  expect(views(page)).toMatchObject([{ address: '/?tab=grey&amp;q=%E4%BB%B6%E5%90%8D', name: '微妙の&lt;b&gt;件名' }]);
  expect(page.text).toMatch(/id="view-\d+" href="[^"]*" aria-current="page"/);
  expect(page.text).toContain('id="row-1"');
});

it('are replaced under the same name', async () => {
  await one.post('/views', { name: '毎朝', query: 'tab=urgent' });
  await one.post('/views', { name: '毎朝', query: 'tab=review' });
  expect(views(await one.get('/')).filter(({ name }) => name === '毎朝')).toMatchObject([{ address: '/?tab=review' }]);
});

it.each([
  ['no name', { name: ' ', query: 'tab=grey' }, '名前を入力してください'],
  ['a name that is too long', { name: 'あ'.repeat(61), query: 'tab=grey' }, '名前は60文字までにしてください'],
])('are not saved with %s; the list comes back with what was written', async (_, fields, message) => {
  const before = views(await one.get('/'));
  const page = await one.post('/views', fields);
  expect(page.status).toBe(400);
  expect(page.text).toContain(message);
  expect(page.text).toContain(`value="${fields.name.trim()}"`);
  expect(page.text).toMatch(/id="tab-grey"[^>]*aria-current="page"/);
  expect(views(await one.get('/'))).toEqual(before);
});

it.each(['//example.com', 'https://example.com/', 'javascript:alert(1)', 'tab=%3Cscript%3E&assignee=', ''])(
  'lead nowhere but to the list, whatever %j is sent',
  async (query) => {
    await one.post('/views', { name: 'どこへ', query });
    expect(views(await one.get('/')).find(({ name }) => name === 'どこへ')!.address).toBe('/');
  },
);

it('belong to one person: others neither see nor delete them', async () => {
  const [view] = views(await one.get('/'));
  expect(views(await other.get('/?tab=grey'))).toEqual([]);
  for (const id of [view!.id, '0', 'x', '99999999999999999999'])
    expect((await other.post(`/views/${id}/delete`)).status).toBe(404);
  expect(views(await one.get('/'))).toContainEqual(view);
  expect(await one.post(`/views/${view!.id}/delete`)).toMatchObject({ status: 303, location: '/' });
  expect(views(await one.get('/'))).not.toContainEqual(view);
  expect((await one.post(`/views/${view!.id}/delete`)).status).toBe(404);
});

it('are twenty at most, even when saved at the same time', async () => {
  const names = Array.from({ length: MOST_VIEWS + 2 }, (_, i) => `表示 ${i}`);
  const pages = await Promise.all(names.map((name) => other.post('/views', { name, query: 'tab=grey' })));
  expect(pages.map(({ status }) => status).sort()).toEqual([...Array(MOST_VIEWS).fill(303), 400, 400]);
  expect(pages.find(({ status }) => status === 400)!.text).toContain('保存できるのは20個までです');
  expect(views(await other.get('/'))).toHaveLength(MOST_VIEWS);
  expect((await other.post('/views', { name: views(await other.get('/'))[0]!.name!, query: '' })).status).toBe(303);
});

it('leave no name in the audit log', async () => {
  const log = (await (await desk.signedInAs('auditor')).get('/audit?action=settings.change')).text;
  expect(log).toContain('deleted');
  expect(log).not.toContain('毎朝');
});
