import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { noHistory } from '../../../src/screening/pipeline.ts';
import { openPool } from '../../../src/screening/pool/index.ts';
import { eventually } from '../../support/eventually.ts';
import { FLAGGED, fewRules, mailOf, packed, silent } from './support.ts';

// Only Linux says which processes a process has started, and how many threads they have.
describe.runIf(process.platform === 'linux')('threads of the worker process', { timeout: 120_000 }, () => {
  it('start as mails wait for them, and end when there is nothing to do', async () => {
    const rules = packed(fewRules());
    const before = new Set(children());
    await using screening = openPool({ threads: 3, rules: () => rules, log: silent, idleMs: 500 });
    const [child] = children().filter((pid) => !before.has(pid));
    const threads = () => readdirSync(`/proc/${child}/task`).length;
    await screening.screen(mailOf(FLAGGED), noHistory);
    const one = threads();
    // Their histories come when all of them are in hand: each in a thread of its own.
    let asked = 0;
    let come = () => {};
    const allAsked = new Promise<void>((resolve) => {
      come = resolve;
    });
    const history = async () => {
      if (++asked === 3) come();
      await allAsked;
      return [];
    };
    await Promise.all([1, 2, 3].map(() => screening.screen(mailOf(FLAGGED), history)));
    expect(threads()).toBeGreaterThanOrEqual(one + 2);
    await eventually(() => threads() < one);
    expect((await screening.screen(mailOf(FLAGGED), noHistory)).assessment.band).toBe('urgent');
  });
});

const children = (): number[] =>
  readdirSync(`/proc/${process.pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${process.pid}/task/${thread}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
  );
