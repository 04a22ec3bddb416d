import { expect, it } from 'vitest';
import { tabAsked } from '../../../../src/fronts/web/cases/tabs.tsx';

it.each([
  ['an approved case on what follows', {}, 'approved', 'response'],
  ['one that nobody decided on its mails', {}, 'open', 'body'],
  ['one that was dismissed on its mails', {}, 'dismissed', 'body'],
  ['another mail of an approved one on its mails', { mail: '3' }, 'approved', 'body'],
  ['what was hidden on the mails', { reveal: '1' }, 'approved', 'body'],
  ['the tab that is asked for', { tab: 'papers' }, 'open', 'papers'],
  ['a tab that there is not as if none were asked for', { tab: 'x' }, 'open', 'body'],
] as const)('opens %s', (_, query, status, tab) => {
  expect(tabAsked(query as Record<string, string>, status)).toBe(tab);
});
