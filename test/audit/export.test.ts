import { expect, it } from 'vitest';
import { type AuditRow, exportLine, exportStart } from '../../src/audit/index.ts';

const row: AuditRow = {
  seq: 7,
  at: new Date('2026-10-01T00:00:00.000Z'),
  person: null,
  name: '=HYPERLINK("http://example.com"),\n',
  address: null,
  action: 'case.dismiss',
  target: 'case/7',
  details: { reason: 'joke' },
  hash: 'ab',
};

it('CSV quotes what needs it, and no cell is a formula', () => {
  expect(exportStart('csv')).toBe('\u{feff}seq,at,person,name,address,action,target,details,hash\r\n');
  expect(exportLine(row, 'csv')).toBe(
    '7,2026-10-01T00:00:00.000Z,,"\'=HYPERLINK(""http://example.com""),\n",,case.dismiss,case/7,"{""reason"":""joke""}",ab\r\n',
  );
});

it('JSON is one object per line with the fields in their order', () => {
  expect(exportStart('json')).toBe('');
  const line = exportLine(row, 'json');
  expect(line.split('\n')).toHaveLength(2);
  expect(JSON.parse(line)).toEqual({ ...row, at: '2026-10-01T00:00:00.000Z' });
});
