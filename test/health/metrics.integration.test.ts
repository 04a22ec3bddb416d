import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { createMetrics } from '../../src/health/index.ts';
import type { JobQueue } from '../../src/jobs/index.ts';
import { mailsWithoutVerdict, recordFailure, sourceState, writeUnreadable } from '../../src/store/index.ts';
import { shipped } from '../../src/util/paths.ts';
import { describeStores } from '../store/stores.ts';

const queue = {
  trouble: async () => 'refuses',
  depth: async (name: string) => (name === 'screen' ? 3 : Promise.reject(new Error('away'))),
} as JobQueue;
const raw = new Uint8Array(1);

describeStores('the metrics', (store) => {
  it('tell how the sources are, how much waits, and what has happened since the start', async () => {
    const { db } = store();
    let now = new Date();
    const later = (ms: number) => {
      now = new Date(Date.now() + ms);
    };
    const metrics = createMetrics({ db, queue, sources: () => ['support', 'sales', 'never'], now: () => now });
    const deliveries = [1, 2, 3].map((uid) => ({ uidValidity: 1n, uid, receivedAt: now, raw }));
    const support = sourceState(db, 'support');
    await support.commit(deliveries, { uidValidity: 1n, lastUid: 3 });
    await support.part('Support/taro@example.jp').commit(deliveries, { uidValidity: 1n, lastUid: 3 });
    await support.unasked(2);
    await support.part('Support/taro@example.jp').unasked(3);
    await sourceState(db, 'sales').report('The password is wrong.');
    const [mailId] = await mailsWithoutVerdict(db, { limit: 1 });
    await recordFailure(db, {
      mailId: mailId!,
      attempt: 1,
      at: new Date(Date.now() + 1),
      code: 'timeout',
      message: '',
    });
    await writeUnreadable(db, { mailId: mailId!, at: new Date(Date.now() + 4_000), reason: 'timeout' });

    later(60_000);
    const text = await metrics.render();
    const value = (of: string) =>
      Number(
        text
          .split('\n')
          .find((line) => line.startsWith(`${of} `))
          ?.split(' ')
          .at(-1),
      );
    expect(value('komainu_source_well{source="support"}')).toBe(1);
    expect(value('komainu_source_well{source="sales"}')).toBe(0);
    expect(value('komainu_source_well{source="never"}')).toBe(0);
    expect(value('komainu_spool_mails{source="support"}')).toBe(5);
    expect(value('komainu_spool_mails{source="sales"}')).toBe(0);
    expect(value('komainu_source_unasked_rows{source="support"}')).toBe(5);
    expect(value('komainu_source_unasked_rows{source="sales"}')).toBe(0);
    expect(value('komainu_source_lag_seconds{source="support"}')).toBeGreaterThan(50);
    expect(value('komainu_source_lag_seconds{source="sales"}')).toBe(0);
    expect(value('komainu_source_contact_age_seconds{source="support"}')).toBeGreaterThan(50);
    expect(value('komainu_verdicts_total{band="unreadable"}')).toBe(1);
    expect(value('komainu_failures_total{code="timeout"}')).toBe(1);
    expect(value('komainu_screening_seconds_count')).toBe(1);
    expect(value('komainu_screening_seconds_bucket{le="1"}')).toBe(0);
    expect(value('komainu_screening_seconds_bucket{le="10"}')).toBe(1);
    expect(value('komainu_queue_well')).toBe(0);
    expect(value('komainu_dictionary_versions')).toBe(0);
    expect(value('komainu_jobs{job="screen"}')).toBe(3);
    expect(value('komainu_jobs{job="mark"}')).toBe(-1);
    const told = [...text.matchAll(/^# TYPE (komainu_\w+)/gm)].map((hit) => hit[1]!).sort();
    for (const page of ['docs/operate.md', 'docs/operate.ja.md']) {
      const documented = readFileSync(shipped(page), 'utf8').matchAll(/`(komainu_\w+)`/g);
      expect([...documented].map((hit) => hit[1]!).sort(), page).toEqual(told);
    }
    expect(text).not.toContain('taro');

    later(120_000);
    const [again] = await Promise.all([metrics.render(), metrics.render()]);
    expect(again).toContain('komainu_verdicts_total{band="unreadable"} 1\n'); // counted once
  });
});
