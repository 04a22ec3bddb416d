import { afterAll, beforeAll, expect, it } from 'vitest';
import { file, mail } from '../../../support/mime.ts';
import { describeWithServer } from '../../../support/servers.ts';
import { type RealDesk, startRealDesk } from '../support/real-browser.ts';

describeWithServer('chromium', 'a row of mails that nobody can open', () => {
  let real: RealDesk;
  beforeAll(async () => {
    real = await startRealDesk();
  });
  afterAll(() => real?.stop());

  const scan = (name: string, type: string) =>
    mail(file(name, Buffer.from([1, 2, 3, 0]), type), { From: '複合機 <scanner@example.jp>', Subject: name });

  it('says on the list and on its page how many there are, and why', async () => {
    const { desk } = real;
    const id = await desk.addToRow(scan('scan1.jpg', 'image/jpeg'), 'unopened-image');
    await desk.addToRow(scan('scan2.jpg', 'image/jpeg'), 'unopened-image');
    await desk.addToRow(scan('order.zip', 'application/zip'), 'unopened-archive');
    for (const viewport of [
      { width: 1440, height: 900 },
      { width: 390, height: 844 },
    ]) {
      const { page, complaints } = await real.openPage({ viewport, reducedMotion: 'reduce' });
      await real.signIn(page);
      await page.goto(`${real.url}/`);
      expect(await page.textContent(`#row-${id}`)).toContain('読めないもの 3通（画像 2、圧縮ファイル 1）');
      const pictures = process.env.KOMAINU_PICTURES; // a folder, to look at them
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/list-${viewport.width}.png` });
      await page.goto(`${real.url}/cases/${id}`);
      expect(await page.textContent('.notice')).toContain('読めないもの 3通（画像 2、圧縮ファイル 1）');
      expect(await page.textContent('.notice')).toContain('元のメールは14日で消えます');
      if (pictures !== undefined) await page.screenshot({ path: `${pictures}/case-${viewport.width}.png` });
      expect(complaints).toEqual([]);
    }
  });
});
