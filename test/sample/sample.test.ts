import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseMail } from '../../src/mail/index.ts';
import { fillSampleInbox } from '../../src/sample/index.ts';
import { shipped } from '../../src/util/paths.ts';

const mails = shipped('src/sample/mails');
const NOW = new Date('2027-03-08T10:00:00+09:00');
let folder: string;
let inbox: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'komainu-sample-'));
  inbox = join(folder, 'data/sample/inbox');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the sample inbox', () => {
  it('is filled with every shipped mail, byte by byte but for its date, and those of the story', async () => {
    await fillSampleInbox(inbox, NOW);
    const names = await readdir(mails);
    const filled = await readdir(inbox);
    expect(filled).toEqual(expect.arrayContaining([...names, 'unreadable.eml', 'calm-15-2.eml']));
    expect(filled.length).toBe(64);
    const undated = (raw: Buffer) => raw.toString('latin1').replace(/^Date: .*$/m, '');
    for (const name of names)
      expect(undated(await readFile(join(inbox, name)))).toBe(undated(await readFile(join(mails, name))));
  });

  it('holds mails of the three weeks before, one thread of two months, in the order of their dates', async () => {
    await fillSampleInbox(inbox, NOW);
    for (const name of (await readdir(inbox)).filter((one) => !one.startsWith('unreadable'))) {
      const { date } = await parseMail(await readFile(join(inbox, name)), NOW);
      const { mtime } = await stat(join(inbox, name));
      expect(Math.abs(mtime.getTime() - date!.getTime())).toBeLessThanOrEqual(60_000);
      expect(mtime.getTime()).toBeLessThanOrEqual(NOW.getTime());
      expect(NOW.getTime() - mtime.getTime()).toBeLessThan((name.startsWith('coerced') ? 68 : 22) * 86_400_000);
    }
    const first = await readFile(join(inbox, '01-invoice-again.eml'), 'latin1');
    expect(first).toMatch(/^Date: Wed, 03 Mar 2027 09:12:08 \+0900\r\n/);
    expect(await readFile(join(inbox, '07-english-question.eml'), 'latin1')).toContain('08:21:09 +0100');
  });

  it('names reserved domains only, and no two strangers at one domain', async () => {
    await fillSampleInbox(inbox, NOW);
    const senders = new Map<string, string>();
    for (const name of (await readdir(inbox)).filter((one) => !one.startsWith('unreadable'))) {
      const { from, parts } = await parseMail(await readFile(join(inbox, name)), NOW);
      const domain = from!.address.split('@')[1]!;
      expect(domain).toMatch(/(^|\.)example\.(jp|co\.jp|com|org|net)$/);
      expect(senders.get(domain) ?? from!.address).toBe(from!.address);
      senders.set(domain, from!.address);
      expect(JSON.stringify(parts)).not.toContain('\uFFFD');
    }
  });

  it('stays as people left it at the next start', async () => {
    await mkdir(inbox, { recursive: true });
    await writeFile(join(inbox, 'mine.eml'), 'Subject: mine\r\n\r\n');
    await fillSampleInbox(inbox, NOW);
    expect(await readdir(inbox)).toEqual(['mine.eml']);
  });

  it('is filled again whole after a first start that was killed in the middle', async () => {
    await mkdir(`${inbox}.partial`, { recursive: true });
    await writeFile(join(`${inbox}.partial`, '01-half.eml'), 'Subj');
    await fillSampleInbox(inbox, NOW);
    expect(await readdir(inbox)).not.toContain('01-half.eml');
    expect(existsSync(`${inbox}.partial`)).toBe(false);
  });
});
