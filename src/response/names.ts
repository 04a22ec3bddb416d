import type { ExpertKind } from './experts.ts';
import type { SendingWay } from './letters/letter.ts';
import type { MeasureStep } from './measures/ladder.ts';
import type { MeasureState } from './measures/measure.ts';

interface Names {
  readonly steps: Readonly<Record<MeasureStep, string>>;
  readonly measureStates: Readonly<Record<MeasureState, string>>;
  readonly ways: Readonly<Record<SendingWay, string>>;
  readonly experts: Readonly<Record<ExpertKind, string>>;
}

/** What things are called, the same on pages, in documents and at the terminal. */
export const NAMES: Readonly<Record<'ja' | 'en', Names>> = {
  ja: {
    steps: {
      caution: '注意',
      warning: '警告書',
      suspension: '一時停止',
      refusal: '取引辞退',
      termination: '契約解除',
    },
    measureStates: {
      proposed: '承認待ち',
      declined: '承認しない',
      withdrawn: '取り下げ',
      'in-force': '実施中',
      questioned: '案件を見直し中',
      lapsed: '失効（案件を判断し直した）',
      lifted: '解除済み',
    },
    ways: {
      post: '郵便',
      certified: '内容証明郵便',
      'by-hand': '手渡し',
      mail: 'メール',
      fax: 'ファクス',
      other: 'その他の方法',
    },
    experts: {
      lawyer: '弁護士',
      labour: '社会保険労務士',
      physician: '産業医・医療機関',
      counsellor: '心理の専門家',
      police: '警察の相談窓口',
      other: 'その他の専門家',
    },
  },
  en: {
    steps: {
      caution: 'Caution',
      warning: 'Written warning',
      suspension: 'Suspension',
      refusal: 'Refusal of business',
      termination: 'Termination',
    },
    measureStates: {
      proposed: 'waits for approval',
      declined: 'declined',
      withdrawn: 'withdrawn',
      'in-force': 'in force',
      questioned: 'case under review',
      lapsed: 'lapsed: the case was decided anew',
      lifted: 'lifted',
    },
    ways: {
      post: 'Post',
      certified: 'Certified mail',
      'by-hand': 'By hand',
      mail: 'E-mail',
      fax: 'Fax',
      other: 'Otherwise',
    },
    experts: {
      lawyer: 'Lawyer',
      labour: 'Labour consultant',
      physician: 'Industrial physician, doctor',
      counsellor: 'Counsellor',
      police: 'Police consultation service',
      other: 'Other expert',
    },
  },
};
