import { afterEach, expect, it, vi } from 'vitest';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

it.each(['18.20.4', '20.18.9'])(
  'Node %s gets one clear sentence and exit code 2, and nothing is loaded',
  async (node) => {
    const said: string[] = [];
    const old = { versions: { node }, stderr: { write: (text: string) => said.push(text) }, exitCode: 0 };
    vi.stubGlobal('process', old);
    await import('../src/main.ts');
    expect(said).toEqual([
      `Node.js 20.19 以上が必要です（現在 ${node}）。 / Komainu needs Node.js 20.19 or newer; this is ${node}.\n`,
    ]);
    expect(old.exitCode).toBe(2);
  },
);
