import { describe, expect, it } from 'vitest';
import { proposedSeverity } from '../../src/cases/index.ts';

describe('the severity that is proposed', () => {
  it.each([
    ['urgent', ['insult-person', 'intimidation-person'], 3],
    ['urgent', ['apology-demand'], 2],
    ['review', ['physical-violence'], 2],
    ['grey', ['insult-person'], 1],
    ['ordinary', ['insult-person'], 1],
    ['urgent', [], null],
    [null, ['other'], null],
  ] as const)('of %s with %j is %s', (band, acts, severity) => {
    expect(proposedSeverity({ band, acts })).toBe(severity);
  });
});
