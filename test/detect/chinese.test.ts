import { expect, it } from 'vitest';
import { actFile, detectorFor, judge } from '../support/dictionary.ts';

/** The words of the mail that a phrase of an entry in `lang` finds. */
async function found(lang: 'ja' | 'zh', phrase: string, text: string): Promise<string | null> {
  const file = actFile(
    'other',
    `expressions:\n  - { id: a.b, say: ['${phrase}'], weight: 5, lang: ${lang}, match: [x] }`,
  );
  return judge(await detectorFor({ 'other.yaml': file }), text).matches[0]?.text ?? null;
}

it('a Chinese entry in simplified characters finds traditional ones', async () => {
  expect(await found('zh', '让你们后悔', '我會讓你們後悔。')).toBe('讓你們後悔');
  expect(await found('zh', '(废物|骗子)公司', '騙子公司')).toBe('騙子公司');
  expect(await found('zh', '让你们后悔', '我会让你们后悔。')).toBe('让你们后悔');
});

it('and those that Japanese has made modern', async () => {
  expect(await found('zh', '来你家', '我來你家')).toBe('來你家');
  expect(await found('zh', '会恶心', '會惡心')).toBe('會惡心');
});

it('a Japanese entry finds what it writes and nothing else', async () => {
  expect(await found('ja', '发泄', '發洩')).toBeNull();
  expect(await found('ja', '发泄', '发泄')).toBe('发泄');
});
