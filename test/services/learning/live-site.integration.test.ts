import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noHistory, rulesOver } from '../../../src/screening/index.ts';
import { openPool } from '../../../src/screening/pool/index.ts';
import { watchSite } from '../../../src/services/index.ts';
import { addSiteVersion, type NewSiteVersion, type Store, setSiteLearning } from '../../../src/store/index.ts';
import { mailOf, packed, shippedFiles, silent } from '../../screening/pool/support.ts';
import { eventually } from '../../support/eventually.ts';
import { featuresOf, shippedGround } from '../../support/shipped-classifier.ts';
import { openTestStore } from '../../support/store.ts';

/** Of which the classifier is not sure: neither letters alone nor the most points that it may add settle it. */
const TEXT = 'いつまで待たせるんだ。図面をさっさと送れ。こっちはずっと待ってるんだ。';
const NONE = { loss: 0, missed: 0, alarms: 0 };

let folder: string;
let store: Store;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-site-'));
  store = await openTestStore(folder);
});
afterAll(async () => {
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});

const version = (by: number, more: Partial<NewSiteVersion> = {}): Promise<string> => {
  const hashes = featuresOf(TEXT);
  return addSiteVersion(store.db, {
    at: new Date(),
    ground: shippedGround.version,
    taught: String(by),
    unused: null,
    figures: { approved: 0, dismissed: 1, shipped: NONE, site: NONE },
    fit: { hashes, deltas: new Float64Array(hashes.length).fill(by), bias: 0 },
    ...more,
  });
};

it('reaches the processes that judge, version by version, and leaves them again', { timeout: 180_000 }, async () => {
  const rules = packed(await shippedFiles());
  const live = { current: () => rulesOver(rules), packed: () => rules };
  await using here = await watchSite({ db: store.db, rules: live, usual: true, log: silent }, 20);
  await using pool = openPool({ threads: 1, rules: here.packed, log: silent });
  const judged = async () => (await pool.screen(mailOf(TEXT), noHistory)).assessment.classifier;
  const shipped = await judged();
  expect(shipped).not.toHaveProperty('site');
  expect(shipped!.points).toBeGreaterThan(0); // else there is nothing to take off
  const seen = async (id: string | undefined) => eventually(async () => (await judged())?.site?.version === id);

  const calm = await version(-0.1);
  await seen(calm);
  const calmed = await judged();
  expect(calmed!.probability).toBeLessThan(shipped!.probability);
  expect(calmed!.points).toBeLessThan(shipped!.points);

  const loud = await version(0.03);
  await seen(loud);
  expect((await judged())!.probability).toBeGreaterThan(shipped!.probability);

  await version(0.1, { unused: 'worse' });
  await seen(undefined);
  expect(await judged()).toEqual(shipped);

  await version(0.1, { ground: 'another classifier' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(await judged()).toEqual(shipped);

  const last = await version(-0.03);
  await seen(last);
  await setSiteLearning(store.db, { enabled: false, since: null, by: 'test', at: new Date() });
  await seen(undefined);
});

it('judges a hundred mails of a batch by one version each, whatever changes meanwhile', {
  timeout: 180_000,
}, async () => {
  await setSiteLearning(store.db, { enabled: true, since: null, by: 'test', at: new Date() });
  const rules = packed(await shippedFiles());
  const live = { current: () => rulesOver(rules), packed: () => rules };
  await version(-0.03);
  await using here = await watchSite({ db: store.db, rules: live, usual: true, log: silent }, 5);
  await using pool = openPool({ threads: 2, rules: here.packed, log: silent });
  const judging = Array.from({ length: 100 }, () => pool.screen(mailOf(TEXT), noHistory));
  for (const by of [0.03, -0.03, 0.03]) await version(by);
  const found = new Map<string, Set<number>>();
  for (const { assessment } of await Promise.all(judging)) {
    const { site, probability } = assessment.classifier!;
    const known = found.get(site!.version) ?? new Set();
    found.set(site!.version, known.add(probability));
  }
  for (const probabilities of found.values()) expect(probabilities.size).toBe(1);
});
