import { describe, it } from 'vitest';
import { mayWith, RIGHTS, type Right, ROLES } from '../../src/cases/rights.ts';
import { expectGenerated, markdownTable } from './generated.ts';

/** What each right lets people do; a right without its sentence does not compile. */
const SENTENCES = {
  'cases.read': {
    en: 'see cases, mails, attachments and originals; words that were missed',
    ja: '案件、メール、添付、原文、見落とした言葉を見る',
  },
  'cases.decide': {
    en: 'approve, dismiss, hand over, skip, decline, undo',
    ja: '認定、却下、引き継ぎ、スキップ、自分には回さない、取り消し',
  },
  'cases.take-over': { en: 'take a case over from whoever is at it', ja: '確認中の案件を引き取る' },
  'cases.assign': { en: 'assign cases to others', ja: '案件の担当を決める' },
  'cases.spot-check': {
    en: 'read kept ordinary mails, to find what was missed',
    ja: '見落としを確かめるために残した通常のメールを読む',
  },
  'cases.hold': { en: 'keep a case whatever its age', ja: '案件を保全する' },
  'cases.concerned': { en: 'say whom of the company a case befell', ja: '案件の本人（だれに起きたか）を登録する' },
  'cases.evidence': { en: 'make evidence packs for people outside', ja: '外に渡す証拠の一式を作る' },
  'cases.letters': {
    en: 'draft letters to the other side, save approved ones, note sending and reply',
    ja: '相手方への文書を起案し、承認済みのものを保存し、送付と返事を記録する',
  },
  'letters.approve': { en: 'approve letters that somebody else drafted', ja: 'ほかの人が起案した文書を承認する' },
  'letters.templates': { en: 'the company’s own templates of letters', ja: '文書のひな形を登録する' },
  'measures.decide': {
    en: 'approve, decline and lift measures that others proposed',
    ja: 'ほかの人が提案した措置を承認する、承認しない、解除する',
  },
  'objections.manage': {
    en: 'note objections of the other side and write answers to them',
    ja: '相手方の異議を記録し、答えを書く',
  },
  'objections.settle': {
    en: 'make answers to objections final that somebody else wrote',
    ja: 'ほかの人が書いた異議への答えを確定する',
  },
  'cooperation.manage': {
    en: 'note requests among employers, and their answers',
    ja: 'ほかの会社との協力の求めと答えを記録する',
  },
  'disclosures.manage': {
    en: 'note requests about kept data, write answers, give those that somebody else wrote',
    ja: '開示等の請求を記録し、答えを書き、別の人が書いた答えを渡す',
  },
  'rules.read': {
    en: 'see the company’s rules: escalation, measures',
    ja: '会社の決まり（エスカレーション、措置）を見る',
  },
  'rules.manage': { en: 'change the company’s rules', ja: '会社の決まりを変える' },
  'counterparties.read': { en: 'see the register of counterparties', ja: '取引先の台帳を見る' },
  'counterparties.manage': {
    en: 'write in it, the clause of the contract too',
    ja: '取引先の台帳（契約の条項も）に書く',
  },
  'talks.manage': {
    en: 'see companies of the register; note requests for talks and their answers',
    ja: '台帳の会社を見て、協議の申入れと返事を記録する',
  },
  'consultations.confirm': {
    en: 'take or reject mails at the consultation address whose sender is not proven',
    ja: '差出人を確かめられない転送を、相談として受け付ける',
  },
  'timelines.read': {
    en: 'see what one employee met in six months',
    ja: '社員一人の6か月の経過を見る',
  },
  'policy.manage': {
    en: 'publish the policy; see who has read what',
    ja: '方針の版を公開し、だれが読んだかを見る',
  },
  'experts.manage': {
    en: 'keep contacts of experts outside; note what they were asked',
    ja: '社外の専門家の連絡先と、尋ねたことを残す',
  },
  'proof.read': { en: 'see and save the proof of duties', ja: '義務と記録の対照を見て、保存する' },
  'status.read': { en: 'see how the service is', ja: '状態の画面を見る' },
  'channels.test': { en: 'send a test notification', ja: '通知を試しに送る' },
  'operations.manage': { en: 'have failed mails screened again', ja: '判定できなかったメールを再判定する' },
  'people.read': {
    en: 'open the page of accounts, tokens and experts, with what other rights show of each',
    ja: '人の画面（利用者、トークン、社外の専門家のうち、権限のあるもの）を開く',
  },
  'people.manage': { en: 'accounts: invite, roles, deactivate, reset', ja: '利用者の招待、役割、停止、再設定' },
  'settings.manage': {
    en: 'mailboxes, notifications and what else the company sets up',
    ja: '受信箱、知らせる先など会社の設定',
  },
  'tokens.manage': { en: 'API tokens', ja: 'API のトークン' },
  'audit.read': { en: 'see and export the audit log', ja: '監査記録を見て、出力する' },
  'dictionaries.read': { en: 'see what entries found; try a text', ja: '辞書の働きを見て、文章を試す' },
  'dictionaries.write': { en: 'change entries; take changes back', ja: '辞書を直し、変更を取り消す' },
  'quality.read': {
    en: 'see how much is missed and how far people agree',
    ja: '見落としの割合と、判断の一致を見る',
  },
  'numbers.read': { en: 'see and export the numbers', ja: '集計を見て、出力する' },
} as const satisfies Readonly<Record<Right, { readonly en: string; readonly ja: string }>>;

const tableIn = (language: 'en' | 'ja', title: string): string =>
  markdownTable(
    [title, ...ROLES.map((role) => `\`${role}\``)],
    (Object.keys(RIGHTS) as Right[]).map((right) => [
      SENTENCES[right][language],
      ...ROLES.map((role) => (mayWith([role], right) ? '✓' : '')),
    ]),
  );

describe('which role may do what', () => {
  it('stands in docs/operate.md as the code has it', async () => {
    await expectGenerated('docs/operate.md', { rights: tableIn('en', 'may') });
  });

  it('stands in docs/operate.ja.md as the code has it', async () => {
    await expectGenerated('docs/operate.ja.md', { rights: tableIn('ja', 'できること') });
  });
});
