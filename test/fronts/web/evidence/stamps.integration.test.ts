import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../../src/cases/index.ts';
import { CARE_POINTS, sha256Of, verifyStamp } from '../../../../src/response/index.ts';
import { newestAudit, purge, stampsOf } from '../../../../src/store/index.ts';
import { type Authority, hasOpenssl, makeAuthority } from '../../../response/stamps/authority.ts';
import type { Browser } from '../support/browser.ts';
import { startDesk, type TestDesk } from '../support/desk.ts';

describe.skipIf(!hasOpenssl)('the time stamp of a pack', { timeout: 60_000 }, () => {
  let desk: TestDesk;
  let lead: Browser;
  let folder: string;
  let authority: Authority;
  let id: CaseId;
  let pack: string;
  beforeAll(async () => {
    desk = await startDesk();
    lead = await desk.signedInAs('lead');
    folder = mkdtempSync(join(tmpdir(), 'komainu-stamps-'));
    authority = makeAuthority(folder);
    id = await caredFor('stamps');
    pack = await packOf(id);
  });
  afterAll(async () => {
    await desk.stop();
    rmSync(folder, { recursive: true });
  });

  async function caredFor(reference: string): Promise<CaseId> {
    const made = await desk.addCase({ from: 'a@example.com', subject: '件名', body: '土下座しろ' }, reference);
    await lead.post(`/cases/${made}/approve`, { acts: 'apology-demand', severity: '2', declaration: '1' });
    for (const point of CARE_POINTS)
      await lead.post(`/cases/${made}/care`, { do: 'point', point, state: 'declined', note: '' });
    return made;
  }
  const packOf = async (of: CaseId) =>
    sha256Of(
      (await lead.post(`/cases/${of}/evidence`, { recipient: 'lawyer', purpose: 'advice', redactions: '' })).bytes,
    );
  const requestFor = (of: CaseId, which: string, who = lead) =>
    who.get(`/cases/${of}/evidence/stamp-request?pack=${which}`);
  function give(response: Uint8Array, which = pack, who = lead, of = id) {
    const form = new FormData();
    form.set('pack', which);
    form.set('file', new File([Uint8Array.from(response)], 'res.tsr'));
    return who.post(`/cases/${of}/evidence/stamps`, form);
  }

  it('is asked for with a file, and kept once it is seen to be of this pack', async () => {
    const request = await requestFor(id, pack);
    expect(request.headers.get('content-disposition')).toMatch(/^attachment; filename="komainu-case-\d+-\w+\.tsq"$/);
    const response = authority.answer(request.bytes);
    expect(await give(response)).toMatchObject({
      status: 303,
      location: `/cases/${id}?tab=papers&saved=stamped#made-title`,
    });
    const page = (await lead.get(`/cases/${id}?tab=papers&saved=stamped`)).text;
    expect(page).toContain('保存しました');
    expect(page).toContain('CN=Test TSA, O=Example');
    const [, way] = /href="(\/cases\/\d+\/evidence\/stamps\/\d+)"/.exec(page)!;
    const saved = await lead.get(way!);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; filename="[\w-]+\.zip\.tsr"$/);
    expect((await verifyStamp(saved.bytes, { sha256: pack })).problems).toEqual([]);
    const [entry] = await newestAudit(desk.db, { action: 'case.evidence-stamp' }, { below: null, limit: 1 });
    expect(entry).toMatchObject({ target: `case/${id}`, details: { sha256: pack } });
    const again = await give(response);
    expect(again.status).toBe(400);
    expect(again.text).toContain('もう保存してあります');
  });

  it('of something else, or no stamp at all, is not kept', async () => {
    const before = await stampsOf(desk.db, id);
    const other = await caredFor('other');
    const theirs = authority.answer((await requestFor(other, await packOf(other))).bytes);
    for (const [bytes, said] of [
      [theirs, '別のファイルのタイムスタンプです'],
      [Buffer.from('hello'), 'タイムスタンプの応答として読めません'],
      [new Uint8Array(), '応答ファイルを選んでください'],
      [new Uint8Array(300_000), 'タイムスタンプの応答として読めません'],
    ] as const) {
      const { status, text } = await give(bytes);
      expect({ status, said: text.includes(said), nothing: text.includes('保存していません') }).toEqual({
        status: 400,
        said: true,
        nothing: true,
      });
    }
    expect((await give(new Uint8Array(600_000))).status).toBe(413);
    expect(await stampsOf(desk.db, id)).toEqual(before);
  });

  it('is of packs of the case alone, for whoever may make them', async () => {
    expect((await requestFor(id, 'f'.repeat(64))).status).toBe(404);
    expect((await requestFor(id, 'x')).status).toBe(404);
    expect((await give(Buffer.from('x'), 'f'.repeat(64))).status).toBe(404);
    const reviewer = await desk.signedInAs('reviewer');
    expect((await requestFor(id, pack, reviewer)).status).toBe(403);
    const [stamp] = await stampsOf(desk.db, id);
    const other = await caredFor('another');
    expect((await lead.get(`/cases/${other}/evidence/stamps/${stamp!.id}`)).status).toBe(404);
    expect((await reviewer.get(`/cases/${id}/evidence/stamps/${stamp!.id}`)).status).toBe(403);
  });

  it('goes with its case', async () => {
    const later = new Date(desk.clock.now.getTime() + 4000 * 86_400_000);
    await purge(desk.db, desk.deps.retention, later);
    expect(await stampsOf(desk.db, id, { seesConfidential: true })).toEqual([]);
  });
});
