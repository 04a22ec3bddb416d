import type { CorpusRow } from '../../src/lab/index.ts';

export const row = (values: Partial<CorpusRow> = {}): CorpusRow => ({
  id: 'x001',
  from: '山田 太郎 <yamada@example.co.jp>',
  to: 'support@example.jp',
  date: '2026-10-01T09:00:00+09:00',
  subject: '件名',
  body: '本文です。',
  label: 'ok',
  categories: [],
  severity: 0,
  note: '',
  ...values,
});
