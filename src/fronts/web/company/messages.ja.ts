import type { saveCompany, saveRetention } from '../../../actions/index.ts';
import type { ActWords } from '../shell/acts/words.ts';

const days = (label: string) => ({ label, wrong: '1から36500の日数を書いてください。' });

export const ja = {
  company: {
    title: '会社と保存期間',
    lead: '会社の名前は文書に、アドレスは自社の人が書いたものの見分けに、時間帯は期限に使います。',
    company: '会社',
    save: {
      fields: {
        company: { label: '名前', wrong: '名前を書いてください。' },
        addresses: {
          label: '自社のアドレス（1行に1つ）',
          hint: 'アドレスそのものか、ドメインとその下すべてを表す *.example.co.jp。',
          wrong: '1行に1つ書いてください。',
        },
        timeZone: { label: '時間帯', wrong: 'Asia/Tokyo のように書いてください。' },
      },
      do: '会社を保存する',
    } satisfies ActWords<typeof saveCompany>,
    retention: '保存する日数',
    retentionLead: '過ぎたものは、監査の記録とともに消します。短くすると、次の掃除で消えるものがあります。',
    keep: {
      fields: {
        approvedDays: days('認定した案件'),
        dismissedDays: days('却下した案件'),
        reportDays: days('却下した相談'),
        registerDays: days('答えた異議・開示等の請求・協力の求め（案件のないもの）'),
        greyDays: days('微妙な案件'),
        unopenedDays: days('開けなかったメール'),
        verdictDays: days('判定の記録'),
      },
      do: '日数を保存する',
    } satisfies ActWords<typeof saveRetention>,
  },
};
