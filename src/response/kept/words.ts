import type { LeftOutOfBundle } from './bundle.ts';

interface BundleWords {
  readonly title: string;
  readonly lead: string;
  readonly contents: string;
  readonly request: string;
  readonly number: (id: string, received: string) => string;
  readonly from: string;
  readonly made: string;
  readonly chapters: Readonly<
    Record<'all' | 'cases' | 'chronology' | 'notes' | 'handed' | 'register' | 'person' | 'leftOut', string>
  >;
  readonly columns: Readonly<Record<'case' | 'status' | 'mails' | 'letters' | 'when' | 'what', string>>;
  readonly status: Readonly<Record<'open' | 'approved' | 'dismissed', string>>;
  readonly cases: string;
  readonly ordinary: string;
  readonly ordinaryOf: (mails: number, from: string, to: string) => string;
  readonly watched: string;
  readonly range: (from: string, to: string) => string;
  readonly objected: (received: string) => string;
  readonly answered: (at: string) => string;
  readonly note: string;
  readonly struck: string;
  readonly registered: Readonly<Record<'name' | 'addresses' | 'postal' | 'contacts' | 'clause' | 'notes', string>>;
  readonly account: Readonly<Record<'name' | 'email' | 'roles' | 'concerned' | 'consent' | 'logged', string>>;
  readonly times: (count: number) => string;
  readonly files: string;
  readonly leftOut: Readonly<Record<LeftOutOfBundle, (count: number) => string>>;
  readonly always: readonly string[]; // what is in none, whether or not there is any
}

export const BUNDLE_WORDS: Readonly<Record<'ja' | 'en', BundleWords>> = {
  ja: {
    title: '保存している情報のまとめ',
    lead: '開示等の請求に答えるため、請求した方について保存している情報を、記録にあるとおりにまとめたものです。同じ内容が kept.json にあります。お渡しする前に、会社の担当者が読んで確かめます。時刻は会社の所在地のものです。',
    contents: '目次',
    request: '請求',
    number: (id, received) => `第${id}号（${received} 受付）`,
    from: '作成',
    made: '作成した日時',
    chapters: {
      all: '保存しているもの',
      cases: '案件',
      chronology: '経過',
      notes: '社内の記録',
      handed: '社外に渡した記録',
      register: '取引先の台帳',
      person: '社員としての記録',
      leftOut: 'このまとめに入れていないもの',
    },
    columns: { case: '案件', status: '状態', mails: 'メール', letters: '文書', when: '日時', what: '内容' },
    status: { open: '判断前', approved: '認定', dismissed: '却下' },
    cases: '案件の数',
    ordinary: '通常と判定したメール（本文は保存していません）',
    ordinaryOf: (mails, from, to) => `${mails}通（${from}〜${to}）。判定した日と区分だけを保存しています。`,
    watched: '送り手の注視',
    range: (from, to) => `${from}〜${to}`,
    objected: (received) => `異議・問い合わせ（${received}）`,
    answered: (at) => `答え（${at}）：`,
    note: '記録',
    struck: '（のちに取り消し線）',
    registered: {
      name: '名前',
      addresses: 'アドレス・ドメイン',
      postal: '住所',
      contacts: '連絡先',
      clause: '契約の条項',
      notes: 'メモ',
    },
    account: {
      name: '名前',
      email: 'アドレス',
      roles: '役割',
      concerned: '本人としての希望・返事',
      consent: '経過を保存することへの同意',
      logged: 'アカウントについての監査記録',
    },
    times: (count) => `${count}件`,
    files: 'mails は受け取ったメールそのもの、letters は発送した文書そのものです。',
    leftOut: {
      mails: (count) => `ほかの方が書いたメール ${count}通（第三者の情報）`,
      reports: (count) => `社員からの相談・届け出 ${count}件（相談の秘密）`,
      concerned: (count) => `被害を受けた方などについての記録 ${count}件（第三者の情報）`,
      advice: (count) => `社外の専門家との相談 ${count}件`,
      held: (count) => `保全中の案件 ${count}件`,
      recused: (count) => `作成者が扱えない案件 ${count}件`,
      names: (count) => `社内の記録のうち、ほかの方の名前 ${count}か所（伏せ字にしました）`,
    },
    always: [
      '社員の名前（記録を書いた人、判断した人、監査記録の操作者）',
      '被害を受けた方への対応の記録',
      '非公開の相談に関するもの',
      '控え（バックアップ）の中身。控えの期限が来ると消えます。',
      '監査記録の閲覧者や接続元。行われたことの種類と日時だけを入れています。',
    ],
  },
  en: {
    title: 'What is kept, for the person who asked',
    lead: 'This puts together what is kept of whoever made the request, as it is on record. kept.json says the same. Somebody of the company reads it before it is handed over. Times are those of the company’s place.',
    contents: 'Contents',
    request: 'Request',
    number: (id, received) => `No. ${id} (received ${received})`,
    from: 'Made by',
    made: 'Made at',
    chapters: {
      all: 'What is kept',
      cases: 'Cases',
      chronology: 'Chronology',
      notes: 'Notes of the company',
      handed: 'What was handed to somebody outside',
      register: 'Register of counterparties',
      person: 'What is kept of an employee',
      leftOut: 'What is not in here',
    },
    columns: { case: 'Case', status: 'Status', mails: 'Mails', letters: 'Letters', when: 'When', what: 'What' },
    status: { open: 'not decided', approved: 'approved', dismissed: 'dismissed' },
    cases: 'Cases',
    ordinary: 'Mails judged ordinary (no text is kept)',
    ordinaryOf: (mails, from, to) => `${mails} (${from} to ${to}). Only the day and the band are kept.`,
    watched: 'Sender was watched',
    range: (from, to) => `${from} to ${to}`,
    objected: (received) => `Objection or question (${received})`,
    answered: (at) => `Answer (${at}): `,
    note: 'Note',
    struck: ' (struck later)',
    registered: {
      name: 'Name',
      addresses: 'Addresses and domains',
      postal: 'Postal address',
      contacts: 'Contacts',
      clause: 'Clause of the contract',
      notes: 'Notes',
    },
    account: {
      name: 'Name',
      email: 'Address',
      roles: 'Roles',
      concerned: 'Wishes and answers as the person concerned',
      consent: 'Consent to a file of the timeline',
      logged: 'Entries of the audit log about the account',
    },
    times: (count) => `${count}`,
    files: 'In mails are the very mails that came in, in letters the very letters that were sent.',
    leftOut: {
      mails: (count) => `Mails that others wrote: ${count} (data of third parties)`,
      reports: (count) => `What employees handed in: ${count} (secrets of a consultation)`,
      concerned: (count) => `Notes on people concerned: ${count} (data of third parties)`,
      advice: (count) => `Questions to experts outside: ${count}`,
      held: (count) => `Cases on hold: ${count}`,
      recused: (count) => `Cases that whoever made this does not handle: ${count}`,
      names: (count) => `Names of other people in our notes: ${count} places, covered`,
    },
    always: [
      'Names of staff (who noted, who decided, who did what the audit log has)',
      'What was done for people who were hurt',
      'Whatever belongs to confidential consultations',
      'What backups hold: they expire by themselves.',
      'Who looked, and from where: of the audit log only kinds and times are in here.',
    ],
  },
};
