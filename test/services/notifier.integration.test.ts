import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openAuditLog, refreshClocks } from '../../src/actions/index.ts';
import { loadConfig } from '../../src/config/index.ts';
import { SHIPPED_PLAN } from '../../src/response/index.ts';
import { startNotifier } from '../../src/services/notifier.ts';
import { addRules, auditEnd, channelHealth, noteTold, openLeases, type Store } from '../../src/store/index.ts';
import { startReceiver } from '../notify/receiver.ts';
import { assessment, at, judgedMail } from '../store/samples.ts';
import { describeStores } from '../store/stores.ts';
import { eventually } from '../support/eventually.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'komainu-telling-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const configWith = (channel: string): string => `
settings: { sourceAlarmMinutes: 1 }
notify:
  digestAt: ['00:00']
  channels: [{ name: leads, kind: slack, ${channel} }]
`;

function start(store: Store, url: string, channel = 'urlFile: null'): AsyncDisposable {
  writeFileSync(join(folder, 'komainu.yaml'), configWith(channel));
  const { config, secrets } = loadConfig(null, { KOMAINU_NOTIFY_LEADS: url }, folder);
  const leases = openLeases(store.engine);
  const telling = startNotifier({
    config,
    secrets,
    store,
    leases,
    queueWatch: { state: () => null },
    url: 'https://desk.example.jp',
    log: pino({ level: 'silent' }),
  });
  return {
    async [Symbol.asyncDispose]() {
      await telling![Symbol.asyncDispose]();
      await leases[Symbol.asyncDispose]();
    },
  };
}

describeStores('people', (store) => {
  it('are told of a case that was flagged while nobody could tell them, once, however many processes could', async () => {
    await using receiver = await startReceiver();
    const urgent = await judgedMail(store().db, 1, { assessment: assessment('urgent') });
    await using _one = start(store(), receiver.url);
    const another = store().engine.kind === 'postgres'; // PGlite belongs to one process
    await using _two = another ? start(store(), receiver.url) : null;
    await eventually(() => receiver.received.length > 0);
    const next = await judgedMail(store().db, 2, { assessment: assessment('urgent') });
    await eventually(() => receiver.received.length > 1);
    const texts = receiver.received.map(({ body }) => JSON.parse(body).text as string);
    expect(texts).toEqual([
      expect.stringContaining(`/cases/${urgent.caseId}`),
      expect.stringContaining(`/cases/${next.caseId}`),
    ]);
    expect(texts.join()).not.toContain('土下座'); // no word of a mail
    expect(texts.join()).not.toContain('取引先'); // nor who wrote it
  });

  it('are told once of what became late while nothing ran, and that they are told late', async () => {
    await using receiver = await startReceiver();
    const { db } = store();
    await addRules(db, 'escalation', 0, { rules: SHIPPED_PLAN, by: 'komainu', person: null, at: at(0) });
    const { caseId } = await judgedMail(db, 1, { assessment: assessment('urgent'), screenedAt: at(1) });
    await noteTold(db, 'leads', { kind: 'urgent', subjects: [caseId!], at: at(2) });
    await refreshClocks({ db, now: () => new Date(), timeZone: 'Asia/Tokyo' });
    {
      await using _first = start(store(), receiver.url);
      await eventually(() => receiver.received.length > 0);
    }
    const next = await judgedMail(db, 2, { assessment: assessment('urgent') });
    await using _again = start(store(), receiver.url);
    await eventually(() => receiver.received.length > 1);
    const texts = receiver.received.map(({ body }) => JSON.parse(body).text as string);
    expect(texts[0]).toContain('期限を過ぎた案件');
    expect(texts[0]).toContain('お知らせが遅れました');
    expect(texts[0]).toContain(`/cases/${caseId}`);
    expect(texts[1]).toContain(`/cases/${next.caseId}`);
    expect(texts).toHaveLength(2);
    expect(texts.join()).not.toMatch(/土下座|取引先/);
  });

  it('are told where the audit log ends, once a day, where they asked for it', async () => {
    await using receiver = await startReceiver();
    const audit = openAuditLog({ db: store().db, key: 'key', dataPath: folder, log: pino({ level: 'silent' }) });
    const who = { at: new Date(), person: null, name: 'cli:test', address: null };
    await audit.record({ ...who, action: 'settings.change', target: '', details: {} });
    const end = (await auditEnd(store().db))!;
    {
      await using _first = start(store(), receiver.url, 'about: [audit]');
      await eventually(() => receiver.received.length > 0);
    }
    await audit.record({ ...who, action: 'settings.change', target: '', details: {} });
    await judgedMail(store().db, 1, { assessment: assessment('urgent') });
    await using _again = start(store(), receiver.url, 'about: [audit, urgent]');
    await eventually(() => receiver.received.length > 1);
    expect(receiver.received.map(({ body }) => body)).toEqual([
      expect.stringContaining(`--head '${end.seq} ${end.hash}'`),
      expect.stringContaining('至急の確認'),
    ]);
  });

  it('are told when their channel works again; until then the status says why it does not', async () => {
    await using receiver = await startReceiver();
    receiver.answerWith(500);
    await judgedMail(store().db, 1, { assessment: assessment('urgent') });
    {
      await using _down = start(store(), receiver.url);
      await eventually(async () => (await channelHealth(store().db))[0]?.trouble?.includes('HTTP 500') === true);
    }
    receiver.answerWith(200);
    await using _up = start(store(), receiver.url);
    await eventually(async () => (await channelHealth(store().db))[0]?.trouble === null);
    expect(receiver.received.at(-1)!.body).toContain('至急の確認 1件');
  });
});
