import { describe, expect, it } from 'vitest';
import { parseAnchors } from '../../src/audit/index.ts';
import { toMessage } from '../../src/notify/index.ts';

const URL = 'https://desk.example.jp';

describe('a message', () => {
  it('links one case directly, several one by one, and many by the list', () => {
    expect(toMessage({ kind: 'urgent', key: '7', cases: ['7'] }, URL)).toMatchObject({
      title: '[Komainu] 至急の確認 1件',
      link: `${URL}/cases/7`,
      count: 1,
    });
    const two = toMessage({ kind: 'digest', key: '7 8', cases: ['7', '8'] }, URL);
    expect(two.lines).toEqual(expect.arrayContaining([`${URL}/cases/7`, `${URL}/cases/8`]));
    expect(two.link).toBe(`${URL}/`);
    const many = Array.from({ length: 11 }, (_, i) => String(i));
    expect(toMessage({ kind: 'digest', key: many.join(' '), cases: many }, URL).lines.join()).not.toContain('/cases/');
  });

  it('accuses nobody before a person has decided', () => {
    for (const kind of ['urgent', 'digest'] as const) {
      const { title, lines } = toMessage({ kind, key: '7', cases: ['7'] }, URL);
      expect([title, ...lines].join('\n')).not.toMatch(/カスハラ|ハラスメント|harass/i);
    }
  });

  it('says what is late or due soon by number alone, and when that itself comes late', () => {
    const late = { kind: 'late', key: 'k', cases: ['7'], subjects: ['7 look 0', '7 decide 0'], delayed: 0 } as const;
    const one = toMessage(late, URL);
    expect(one).toMatchObject({ title: '[Komainu] 期限を過ぎた案件 1件', link: `${URL}/cases/7`, count: 1 });
    expect(one.lines).toHaveLength(2);
    const delayed = toMessage({ ...late, cases: ['7', '8'], delayed: 1 }, URL);
    expect(delayed.lines.join('\n')).toContain('このうち1件は、お知らせが遅れました');
    expect(delayed.link).toBe(`${URL}/?tab=tasks`);
    expect(toMessage({ ...late, kind: 'reminder' }, URL).title).toContain('期限が近い案件');
  });

  it('says how many answers are due, facts were added and mails are held, and nothing of them', () => {
    const due = toMessage(
      { kind: 'due', key: 'k', subjects: ['7 expert 3 2026-10-01 late', '- objection 4 x soon'], late: 1 },
      URL,
    );
    expect(due).toMatchObject({ title: '[Komainu] 回答の期限 2件', link: `${URL}/?tab=tasks`, count: 0 });
    expect(due.lines).toHaveLength(4);
    expect(toMessage({ kind: 'due', key: 'k', subjects: ['x'], late: 0 }, URL).lines).toHaveLength(2);
    const held = toMessage({ kind: 'held', key: 'k', subjects: ['held 9'] }, URL);
    expect(held).toMatchObject({ title: '[Komainu] 本人の確認を待つ転送 1件', link: `${URL}/` });
    const added = toMessage({ kind: 'added', key: 'k', subjects: ['9 added 3', '8 added 4'] }, URL);
    expect(added).toMatchObject({ title: '[Komainu] 決まった案件への書き足し 2件', link: `${URL}/?tab=tasks` });
    for (const { title, lines } of [due, held, added])
      expect([title, ...lines].join('\n')).not.toMatch(/expert|objection|9/);
  });

  it('names a source, not its folder, whose name comes from a mail server', () => {
    const alarm = { kind: 'alarm', key: 'x', source: 'support/山田\n*至急*', sentence: '接続できません。' } as const;
    const { title, lines } = toMessage(alarm, URL);
    expect([title, ...lines].join('\n')).not.toMatch(/山田|至急/);
    expect(title).toContain('support');
  });

  it('names the end of the audit log as `audit verify` takes it', () => {
    const hash = 'a0'.repeat(32);
    const { lines } = toMessage({ kind: 'audit', key: 'audit 2026-10-01', seq: 7, hash }, URL);
    const [, head] = /--head '([^']+)'/.exec(lines.join('\n')) ?? [];
    expect(parseAnchors(head!)).toEqual([{ at: null, seq: 7, hash }]);
  });

  it('has the same id when the same is told again, and another for anything else', () => {
    const id = (kind: 'urgent' | 'digest', key: string) => toMessage({ kind, key, cases: [key] }, URL).id;
    expect(id('urgent', '7')).toBe(id('urgent', '7'));
    expect(new Set([id('urgent', '7'), id('digest', '7'), id('urgent', '8')]).size).toBe(3);
    expect(id('urgent', '7')).toMatch(/^msg_[A-Za-z0-9_-]{27}$/);
  });
});
