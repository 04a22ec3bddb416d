import { describe, expect, it } from 'vitest';
import { parseCaseId, parseMailId, parsePersonId } from '../../src/cases/index.ts';

describe('an id from outside', () => {
  const ODD = ['', '0', '-1', '077', '1 ', 'abc', '1;drop table', "1' or 1=1", '１', '9223372036854775808'];
  it.each(ODD)('%j is of no case and of no mail', (text) => {
    expect(parseCaseId(text)).toBeNull();
    expect(parseMailId(text)).toBeNull();
  });

  it('of a case is what the database counts to', () => {
    expect(parseCaseId('9223372036854775807')).toBe('9223372036854775807');
  });

  it.each(['', 'a\0b', 'a\nb', '\ud800', 'x'.repeat(101)])('%j is of no person', (text) => {
    expect(parsePersonId(text)).toBeNull();
  });
});
