import { describe, expect, it } from 'vitest';
import { openSandbox } from '../../src/services/sandbox.ts';
import { fewRules, packed, silent } from '../screening/pool/support.ts';
import { eventually } from '../support/eventually.ts';

const FEW = packed(fewRules());
const now = () => new Date('2026-11-24T10:00:00+09:00');
const open = (rules = () => FEW, idleMs = 60_000) => openSandbox({ rules, now, log: silent, idleMs });

describe('trying a text', { timeout: 180_000 }, () => {
  it('judges it by the rules in force, the subject too, while the desk goes on', async () => {
    const files = fewRules();
    let rules = FEW;
    await using trying = open(() => rules);
    let turns = 0;
    const timer = setInterval(() => turns++, 5);
    const tried = await trying.tryOut({ subject: '至急: "件名" <x>', body: '担当のお前が\n土下座しろ。\n' });
    clearInterval(timer);
    expect(turns).toBeGreaterThan(3);
    if (tried.kind !== 'judged') throw new Error(tried.kind);
    expect(tried.screened.message.subject).toBe('至急: "件名" <x>');
    expect(tried.screened.assessment).toMatchObject({ band: 'urgent', acts: [{ act: 'apology-demand' }] });
    const others = files.dictionary.filter(({ path }) => path !== 'apology-demand.yaml');
    rules = packed({ ...files, dictionary: [...others, { path: 'apology-demand.yaml', text: EMPTY }] });
    expect(await trying.tryOut({ subject: '', body: '土下座しろ。' })).toMatchObject({
      screened: { assessment: { band: 'ordinary' } },
    });
  });

  it('sends further ones away while some are in hand', async () => {
    await using trying = open();
    const kinds = await Promise.all(
      Array.from({ length: 6 }, async () => (await trying.tryOut({ subject: '', body: 'あ' })).kind),
    );
    expect(kinds.filter((kind) => kind === 'busy')).toHaveLength(2);
    expect((await trying.tryOut({ subject: '', body: 'あ' })).kind).toBe('judged');
  });

  it('keeps no process when nobody tries any more', async () => {
    await using trying = open(undefined, 50);
    expect(trying.isOpen()).toBe(false);
    trying.prepare();
    expect(trying.isOpen()).toBe(true);
    await eventually(async () => !trying.isOpen());
    await trying.tryOut({ subject: '', body: 'あ' });
    await eventually(async () => !trying.isOpen());
    expect((await trying.tryOut({ subject: '', body: 'い' })).kind).toBe('judged');
  });
});

const EMPTY = 'act: apology-demand\nlabel: { ja: 札, en: label }\nguideline: { ja: 札, en: label }\n';
