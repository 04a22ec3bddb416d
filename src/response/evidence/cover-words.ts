import type { Decision, ElementState, LegalElement } from '../../cases/index.ts';
import type { EvidenceCase } from './case.ts';
import type { Content, Purpose, Recipient } from './recipients.ts';

interface CoverWords {
  readonly title: string;
  readonly summary: string;
  readonly forReading: string;
  readonly course: string; // what was decided, one after another
  readonly decisionKinds: Readonly<Record<Decision['kind'], string>>;
  readonly when: string;
  readonly what: string;
  readonly number: string;
  readonly received: string;
  readonly reported: string; // of what is nobody's mail
  readonly size: string;
  readonly moreMails: (shown: number) => string;
  readonly times: (zone: string) => string;
  readonly to: string;
  readonly purpose: string;
  readonly from: string;
  readonly made: string;
  readonly case: string;
  readonly found: string;
  readonly decidedAt: string;
  readonly acts: string;
  readonly declaration: string;
  readonly severity: string;
  readonly elements: string;
  readonly elementNames: Readonly<Record<LegalElement, string>>;
  readonly elementStates: Readonly<Record<ElementState, string>>;
  readonly yes: string;
  readonly no: string;
  readonly comma: string;
  readonly mails: (count: number) => string;
  readonly incidents: (count: number) => string;
  readonly bytes: (count: number) => string;
  readonly files: (count: number) => string;
  readonly holds: string;
  readonly redacted: (places: number) => string;
  readonly nothingCovered: string;
  readonly readMe: string;
  readonly recipients: Readonly<Record<Recipient, string>>;
  readonly purposes: Readonly<Record<Purpose, string>>;
  readonly contents: Readonly<Record<Content, string>>;
  readonly ofIncidents: Readonly<Partial<Record<Content, string>>>; // instead, where nothing in the pack is a mail
  readonly withIncidents: Readonly<Partial<Record<Content, string>>>; // instead, where some of it is none
}

type Told = Pick<EvidenceCase, 'mails'>;
const incidentsIn = ({ mails }: Told): number => mails.filter(({ kind }) => kind === 'incident').length;

/** How many mails a pack tells of, and how many reports of what was no mail. */
export function mailsWords(say: CoverWords, evidence: Told): string {
  const incidents = incidentsIn(evidence);
  const mails = evidence.mails.length - incidents;
  const both = [mails > 0 || incidents === 0 ? say.mails(mails) : '', incidents > 0 ? say.incidents(incidents) : ''];
  return both.filter((one) => one !== '').join(say.comma);
}

/** What a content is, by what stands in it: nothing that somebody told is a mail as it was received. */
export function contentWords(say: CoverWords, content: Content, evidence: Told): string {
  const incidents = incidentsIn(evidence);
  const own = incidents === 0 ? {} : incidents === evidence.mails.length ? say.ofIncidents : say.withIncidents;
  return own[content] ?? say.contents[content];
}

/** What the letter says. Facts and choices; nothing is added to what people found. */
export const WORDS: Readonly<Record<'ja' | 'en', CoverWords>> = {
  ja: {
    title: '証拠の一式 送付書',
    summary: '証拠の一式 要約',
    forReading: '読むための要約です。証拠は同じ一式の中のファイルです',
    course: '判断の経過',
    decisionKinds: { approve: '認定', dismiss: '却下', 'hand-over': '引き継ぎ', reopen: '再開' },
    when: '日時',
    what: '判断',
    number: '番号',
    received: '受信',
    reported: '届け出（メールではないもの）',
    size: '大きさ',
    moreMails: (shown) => `はじめの${shown}通です。すべては mails.json にあります。`,
    times: (zone) => `時刻は ${zone} のものです。`,
    to: '送付先',
    purpose: '目的',
    from: '送付元',
    made: '作成',
    case: '案件',
    found: '当社の判断',
    decidedAt: '認定した日時',
    acts: '該当する行為',
    declaration: '当社の宣言',
    severity: '重さ（3が最も重い）',
    elements: '法の三要素',
    elementNames: {
      customer: '顧客等の言動',
      beyond: '社会通念上許容される範囲を超える',
      harmed: '就業環境が害される',
    },
    elementStates: { met: '該当', unmet: '非該当', undecided: '未判断' },
    yes: '該当する',
    no: '該当しない',
    comma: '、',
    mails: (count) => `メール ${count}通`,
    incidents: (count) => `届け出（メールではないもの） ${count}件`,
    bytes: (count) => `${count}バイト`,
    files: (count) => `（${count}ファイル）`,
    holds: '入っているもの',
    redacted: (places) => `本文の写しでは、氏名などを${places}か所、【伏せ字】に置き換えています。`,
    nothingCovered: '本文の写しで置き換えた言葉はありません。',
    readMe: '変えられていないことの確かめ方は README.ja.txt にあります。',
    recipients: {
      lawyer: '弁護士',
      police: '警察',
      'labour-office': '労働局・労働基準監督署',
      prefecture: '都道府県・市区町村',
      court: '裁判所',
      company: '相手方の会社',
    },
    purposes: {
      advice: '相談',
      claim: '法的な請求・仮処分など',
      report: '被害届・告訴、通報',
      inspection: '調査・報告への回答',
      notice: '相手方の会社への通知',
    },
    contents: {
      mails: 'メールの受信日時、大きさ、SHA-256',
      originals: 'メールの原文（受信したときのまま）',
      headers: '原文のヘッダー',
      redacted: '本文の写し',
      consultation: '従業員からの申し出の内容',
      assessment: '自動判定の結果と辞書の版',
      decisions: '判断の記録',
      care: '被害を受けた方への対応の記録（項目と日時）',
      custody: '閲覧・保存・提出の記録',
    },
    ofIncidents: {
      mails: '届け出の日時、大きさ、SHA-256',
      originals: '届け出の言葉と添付を1つにまとめたもの（メールではありません）',
      headers: 'まとめたもののヘッダー',
      redacted: '届け出の言葉の写し',
    },
    withIncidents: {
      mails: '受信または届け出の日時、大きさ、SHA-256',
      originals: 'メールの原文（受信したときのまま）と、届け出の言葉と添付を1つにまとめたもの',
      headers: '原文とまとめたもののヘッダー',
      redacted: '本文と届け出の言葉の写し',
    },
  },
  en: {
    title: 'Evidence pack: cover letter',
    summary: 'Evidence pack: summary',
    forReading: 'A summary for reading; the evidence is the files of the same pack',
    course: 'What was decided',
    decisionKinds: { approve: 'confirmed', dismiss: 'dismissed', 'hand-over': 'handed over', reopen: 'reopened' },
    when: 'Time',
    what: 'Decision',
    number: 'No.',
    received: 'Received',
    reported: 'Reported (no mail)',
    size: 'Size',
    moreMails: (shown) => `The first ${shown}; mails.json has all of them.`,
    times: (zone) => `Times are those of ${zone}.`,
    to: 'To',
    purpose: 'Purpose',
    from: 'From',
    made: 'Made',
    case: 'Case',
    found: 'What we found',
    decidedAt: 'Confirmed',
    acts: 'Acts',
    declaration: 'Our declaration',
    severity: 'Severity (3 is the gravest)',
    elements: 'Elements of the statute',
    elementNames: {
      customer: 'conduct of a customer or the like',
      beyond: 'beyond what society accepts',
      harmed: 'harm to the working environment',
    },
    elementStates: { met: 'met', unmet: 'not met', undecided: 'not judged' },
    yes: 'covers it',
    no: 'does not cover it',
    comma: '; ',
    mails: (count) => `Mails: ${count}`,
    incidents: (count) => `Reports of what was no mail: ${count}`,
    bytes: (count) => `${count} bytes`,
    files: (count) => ` (files: ${count})`,
    holds: 'What it holds',
    redacted: (places) =>
      `In the copies of texts, names and the like are replaced by 【伏せ字】 (redacted) at ${places} ${places === 1 ? 'place' : 'places'}.`,
    nothingCovered: 'In the copies of texts nothing was replaced.',
    readMe: 'README.en.txt says how to check that nothing was changed.',
    recipients: {
      lawyer: 'lawyer',
      police: 'police',
      'labour-office': 'labour office',
      prefecture: 'prefecture or city',
      court: 'court',
      company: 'company of the other side',
    },
    purposes: {
      advice: 'advice',
      claim: 'legal claim or injunction',
      report: 'report of an offence',
      inspection: 'answer to an inspection or a request for a report',
      notice: 'notice to the company of the other side',
    },
    contents: {
      mails: 'times of receipt, sizes and SHA-256 of the mails',
      originals: 'the mails as they were received',
      headers: 'headers of the originals',
      redacted: 'copies of the texts',
      consultation: 'what an employee handed in',
      assessment: 'what the automatic assessment found, with the dictionary version',
      decisions: 'decisions',
      care: 'what was done for the person concerned: points and times',
      custody: 'who saw, saved and handed over',
    },
    ofIncidents: {
      mails: 'times of handing in, sizes and SHA-256',
      originals: 'what was told, with the files given, put into one (no mail)',
      headers: 'headers of what was put into one',
      redacted: 'copies of what was told',
    },
    withIncidents: {
      mails: 'times of receipt or of handing in, sizes and SHA-256',
      originals: 'the mails as they were received; and what was told, with the files given, put into one',
      headers: 'headers of these',
      redacted: 'copies of the texts and of what was told',
    },
  },
};
