import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createTokens } from '../../../src/intake/oauth/index.ts';

const HOUR_MS = 3_600_000;
const { signal } = new AbortController();
const refused = new Error('refused');
const isRefusal = (error: unknown): boolean => error === refused;

/** Tokens t1, t2, … that live as long as they are told to. */
function counting(lifetimeMs = HOUR_MS) {
  let count = 0;
  const issue = vi.fn(async () => ({ accessToken: `t${++count}`, lifetimeMs, refreshToken: null }));
  return { issue, tokens: createTokens(issue) };
}

describe('the tokens of a source', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }));
  afterEach(() => vi.useRealTimers());

  it('are used by all its connections until five minutes before they end', async () => {
    const { tokens, issue } = counting();
    const use = () => tokens.use(async (token) => token, isRefusal, signal);
    expect(await Promise.all([use(), use(), use()])).toEqual(['t1', 't1', 't1']);
    vi.setSystemTime(Date.now() + HOUR_MS - 5 * 60_000 - 1);
    expect(await use()).toBe('t1');
    vi.setSystemTime(Date.now() + 1);
    expect(await Promise.all([use(), use()])).toEqual(['t2', 't2']);
    expect(issue).toHaveBeenCalledTimes(2);
  });

  it('of a short life are used for half of it', async () => {
    const { tokens } = counting(60_000);
    const use = () => tokens.use(async (token) => token, isRefusal, signal);
    expect(await use()).toBe('t1');
    vi.setSystemTime(Date.now() + 29_999);
    expect(await use()).toBe('t1');
    vi.setSystemTime(Date.now() + 1);
    expect(await use()).toBe('t2');
  });

  it('are replaced once when the server refuses one that worked before', async () => {
    const { tokens } = counting();
    const seen: string[] = [];
    const accepting = (good: string) => async (token: string) => {
      seen.push(token);
      if (token !== good) throw refused;
      return token;
    };
    await tokens.use(accepting('t1'), isRefusal, signal);
    expect(await tokens.use(accepting('t2'), isRefusal, signal)).toBe('t2');
    expect(seen).toEqual(['t1', 't1', 't2']);
  });

  it('are not asked for again and again when a new one is refused, too', async () => {
    const { tokens, issue } = counting();
    const act = () => Promise.reject(refused);
    await expect(tokens.use(act, isRefusal, signal)).rejects.toBe(refused);
    expect(issue).toHaveBeenCalledTimes(1);
    await expect(tokens.use(act, isRefusal, signal)).rejects.toBe(refused);
    expect(issue).toHaveBeenCalledTimes(2);
  });

  it('are kept when something else fails', async () => {
    const { tokens, issue } = counting();
    const other = new Error('connection lost');
    for (const _ of [1, 2])
      await expect(tokens.use(() => Promise.reject(other), isRefusal, signal)).rejects.toBe(other);
    expect(issue).toHaveBeenCalledTimes(1);
  });

  it('are asked for again after a failure', async () => {
    const { tokens, issue } = counting();
    issue.mockRejectedValueOnce(new Error('unreachable'));
    await expect(tokens.use(async (token) => token, isRefusal, signal)).rejects.toThrow('unreachable');
    expect(await tokens.use(async (token) => token, isRefusal, signal)).toBe('t1');
  });

  it('leave who stops waiting alone, and go on for the others', async () => {
    let answer = (): void => {};
    const answered = new Promise<void>((resolve) => {
      answer = resolve;
    });
    const tokens = createTokens(async () => {
      await answered;
      return { accessToken: 't1', lifetimeMs: HOUR_MS, refreshToken: null };
    });
    const stop = new AbortController();
    const impatient = tokens.use(async (token) => token, isRefusal, stop.signal);
    const patient = tokens.use(async (token) => token, isRefusal, signal);
    stop.abort(new Error('stopped'));
    await expect(impatient).rejects.toThrow('stopped');
    answer();
    expect(await patient).toBe('t1');
  });
});
