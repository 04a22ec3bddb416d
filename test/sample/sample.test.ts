import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fillSampleInbox } from '../../src/sample/index.ts';
import { shipped } from '../../src/util/paths.ts';

const mails = shipped('src/sample/mails');
let folder: string;
let inbox: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'komainu-sample-'));
  inbox = join(folder, 'data/sample/inbox');
});
afterEach(() => rm(folder, { recursive: true }));

describe('the sample inbox', () => {
  it('is filled with every sample mail, byte by byte, when it does not exist yet', async () => {
    await fillSampleInbox(inbox);
    const names = await readdir(mails);
    expect((await readdir(inbox)).sort()).toEqual(names.sort());
    for (const name of names) expect(await readFile(join(inbox, name))).toEqual(await readFile(join(mails, name)));
  });

  it('stays as people left it at the next start', async () => {
    await mkdir(inbox, { recursive: true });
    await writeFile(join(inbox, 'mine.eml'), 'Subject: mine\r\n\r\n');
    await fillSampleInbox(inbox);
    expect(await readdir(inbox)).toEqual(['mine.eml']);
  });

  it('is filled again whole after a first start that was killed in the middle', async () => {
    await mkdir(`${inbox}.partial`, { recursive: true });
    await writeFile(join(`${inbox}.partial`, '01-half.eml'), 'Subj');
    await fillSampleInbox(inbox);
    expect(await readdir(inbox)).not.toContain('01-half.eml');
    expect(existsSync(`${inbox}.partial`)).toBe(false);
  });
});
