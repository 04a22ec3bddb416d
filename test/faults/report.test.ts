import { expect, it } from 'vitest';
import { withSection } from './report.ts';

const titles = ['One', 'Two', 'Three'];
const headings = (report: string) => report.match(/^## .*$/gm);

it('a section is added in its place, and replaced without touching the others', () => {
  const second = withSection('', titles, 'Two', 'second\n\n### inner\n');
  const both = withSection(second, titles, 'One', 'first');
  expect(headings(both)).toEqual(['## One', '## Two']);
  const again = withSection(both, titles, 'One', 'first, again');
  expect(again).toContain('first, again');
  expect(again).toContain('second\n\n### inner');
  expect(again).not.toMatch(/first$/m);
  expect(withSection(again, titles, 'One', 'first, again')).toBe(again);
});
