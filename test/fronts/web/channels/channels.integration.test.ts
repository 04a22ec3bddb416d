import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe('who is told, set in the browser', () => {
  let desk: TestDesk;
  let admin: Browser;
  const tested: string[] = [];
  beforeAll(async () => {
    desk = await startDesk({
      testChannel: async (name) => {
        tested.push(name);
        return true;
      },
    });
    admin = await desk.signedInAs('admin');
  });
  afterAll(() => desk.stop());

  const FORM = { name: '', to: '', room: '', address: '', signing: '', about: ['urgent', 'alarms'] };
  const post = (fields: Record<string, string | readonly string[]>) =>
    admin.post(
      '/channels',
      Object.entries({ ...FORM, ...fields }).flatMap(([name, value]) =>
        [value].flat().map((one): [string, string] => [name, one]),
      ),
    );
  const notify = () => desk.deps.settings.current().config.notify;

  it('is in use and tried at once, and its address is never shown again', async () => {
    const address = 'https://hooks.example.com/services/himitsu';
    expect((await post({ kind: 'slack', address })).location).toBe('/channels?saved=1');
    expect(notify().channels).toMatchObject([{ name: 'slack', kind: 'slack', about: ['urgent', 'alarms'] }]);
    expect(tested).toEqual(['slack']);
    const { text } = await admin.get('/channels');
    expect(text).toContain('止める');
    expect(text).not.toContain('himitsu');
  });

  it('says beside the field what is missing', async () => {
    const page = await post({ kind: 'webhook', address: '' });
    expect(page.status).toBe(400);
    expect(page.text).toMatch(/id="address-error"/);
    expect(page.text).toMatch(/id="signing-error"/);
    expect(notify().channels).toHaveLength(1);
  });

  it('needs a server before mail', async () => {
    expect((await post({ kind: 'mail', to: 'lead@example.jp' })).status).toBe(400);
    const smtp = { host: 'smtp.example.jp', port: '', security: 'starttls', from: 'komainu@example.jp', user: '' };
    expect((await admin.post('/channels/smtp', { ...smtp, password: '' })).status).toBe(303);
    expect(notify().smtp).toMatchObject({ host: 'smtp.example.jp', port: 587 });
    expect((await post({ kind: 'mail', to: 'lead@example.jp\ndesk@example.jp' })).status).toBe(303);
    const [mail] = notify().channels.filter(({ kind }) => kind === 'mail');
    expect(mail).toMatchObject({ name: 'mail', to: ['lead@example.jp', 'desk@example.jp'] });
  });

  it('leads back from a press beside a line', async () => {
    const page = await admin.post('/setup/settings/pause', { section: 'channel', name: 'slack' });
    expect(page.location).toBe('/channels?saved=1');
    expect(notify().channels.map(({ name }) => name)).toEqual(['mail']);
  });
});
