import { elementsOf } from '../../../src/cases/index.ts';
import { ACT_LABELS } from '../../../src/fronts/shared/act-labels.ts';
import type { EvidenceCase, EvidenceMail, PackFile, PackHead, PackOrder } from '../../../src/response/index.ts';
import { caseId } from '../../support/ids.ts';

export const packFile = (path: string, what: PackFile['what'], text: string): PackFile => ({
  path,
  what,
  bytes: Buffer.from(text),
});

export const packHead = (): PackHead => ({
  case: '7',
  recipient: 'lawyer',
  purpose: 'advice',
  made: { at: '2026-10-02T03:04:05.000Z', by: '例示商事', komainu: '0.1.0' },
});

export const RAW = Buffer.from(
  'From: tanaka@example.com\r\nTo: hanako@example.jp\r\nSubject: x\r\n\r\n山田花子を出せ\r\n',
);
const AT = new Date('2026-10-01T00:00:00Z');
const LATER = new Date('2026-10-02T00:00:00Z');

/** A case with one mail as it came in, one that is no longer kept, and words of every kind that stay in the house. */
export const evidenceCase = (): EvidenceCase => ({
  id: caseId('7'),
  status: 'approved',
  reports: [
    {
      id: '1',
      reporter: '申し出 太郎',
      channel: 'phone',
      confidential: false,
      happenedAt: AT,
      happenedAbout: null,
      otherSide: '田中',
      words: '電話でも怒鳴られた',
      wish: '異動したい',
      handedInAt: AT,
      seenAt: null,
      notes: [],
    },
  ],
  mails: [
    mailOf(RAW),
    { ...mailOf(null), message: null, failure: 'deadline' },
    { ...mailOf(Buffer.from('X-Komainu-Incident: yes\r\n\r\n従業員の言葉')), kind: 'incident' },
  ],
  decisions: [
    {
      decision: { kind: 'hand-over', to: { kind: 'desk' }, note: '内部の引き継ぎ' },
      by: '責任 者子',
      at: AT,
    },
    {
      decision: {
        kind: 'approve',
        acts: ['apology-demand'],
        severity: 2,
        elements: elementsOf({ customer: 'met' }),
        declaration: true,
        affected: ['colleague'],
        harms: ['mind'],
        ownCause: 'no',
        note: '内部のメモ',
      },
      by: '責任 者子',
      at: LATER,
    },
  ],
  care: {
    caseId: caseId('7'),
    records: { health: { state: 'done', note: '体調のメモ', by: '責任 者子', at: LATER } },
    followUps: [],
    recurrence: null,
    stopped: false,
  },
  custody: [
    { seq: 1, at: AT, by: '責任 者子', action: 'case.view', target: 'case/7', details: {}, hash: '0'.repeat(64) },
  ],
});

const mailOf = (raw: Buffer | null): EvidenceMail => ({
  kind: 'received',
  source: 'support',
  uidValidity: '1',
  uid: 5,
  receivedAt: AT,
  size: RAW.byteLength,
  sha256: 'f'.repeat(64), // not that of the bytes
  raw,
  message: {
    from: { name: '田中', address: 'tanaka@example.com' },
    to: [{ name: '', address: 'hanako@example.jp' }],
    cc: [],
    subject: 'x',
    date: AT,
    headers: [],
    attachments: [],
    parts: [
      { id: 'subject', text: 'x' },
      { id: 'body', text: '山田花子を出せ' },
    ],
    segments: new Map(),
  },
  assessment: null,
  failure: null,
  warnings: [],
});

export const packOrder = (own: Partial<PackOrder> = {}): PackOrder => ({
  recipient: 'lawyer',
  purpose: 'advice',
  redactions: ['山田 花子'],
  at: new Date('2026-10-03T00:00:00Z'),
  by: '責任 者子',
  company: { name: '例示商事', timeZone: 'Asia/Tokyo' },
  komainu: '0.1.0',
  acts: ACT_LABELS,
  ...own,
});
