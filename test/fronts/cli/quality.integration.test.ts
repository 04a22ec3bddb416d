import { describe, expect, it } from 'vitest';
import { komainu, workspace } from './support.ts';

const FRAMES = `words: { you: [お前, 貴様, あんた] }
frames:
  alone: { subject: お問い合わせ, body: <text> }
  greeting: { subject: ご連絡, body: "こんにちは。\\n<text>" }
`;
const functions = (expected: string) => `functions:
  apology.kneel:
    ja: 土下座を命じる。
    en: Orders to kneel.
    group: grave
    ${expected}
    templates: [<you>、土下座しろ。, 今すぐ土下座しろ。, 営業時間を教えてください。]
`;
const floors = (develop: number) => JSON.stringify({ ja: { grave: { develop, hold: 0 } } });
const files = {
  'f/frames.yaml': FRAMES,
  'f/apology.yaml': functions('atLeast: grey'),
  'f/floors.json': floors(1),
  'wrong/frames.yaml': FRAMES,
  'wrong/apology.yaml': functions('atleast: grey'),
};

describe('komainu quality --functional', { timeout: 60_000 }, () => {
  it('prints pass rates by function and group, without texts', async () => {
    await using place = await workspace(files);
    const { code, out } = await komainu(['quality', '--functional', 'f'], { cwd: place.path });
    expect(code).toBe(0);
    expect(out).toMatch(/apology\.kneel +│ ≥ grey +│ 10 /);
    expect(out).toMatch(/ja grave +│ 1 +│ 10 /);
    expect(out).not.toContain('営業時間');
  });

  it('lists what fails of the part that is developed on', async () => {
    await using place = await workspace(files);
    const { out } = await komainu(['quality', '--functional', 'f', '--failures'], { cwd: place.path });
    expect(out).toContain('apology.kneel\tordinary\tgreeting\t営業時間を教えてください。');
  });

  it('fails below a floor', async () => {
    await using place = await workspace(files);
    const { code, err } = await komainu(['quality', '--functional', 'f', '--check'], { cwd: place.path });
    expect(code).toBe(1);
    expect(err).toMatch(/functional ja grave: develop 0\.\d+ < 1/);
  });

  it('names the place of a mistake', async () => {
    await using place = await workspace(files);
    const { code, err } = await komainu(['quality', '--functional', 'wrong'], { cwd: place.path });
    expect(code).toBe(2);
    expect(err).toContain('apology.yaml:6:5: functions.apology.kneel.atleast: unknown key atleast');
  });

  it('has nothing to measure without files', async () => {
    await using place = await workspace(files);
    expect((await komainu(['quality'], { cwd: place.path })).code).toBe(2);
  });
});
