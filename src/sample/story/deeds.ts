import { COERCION } from './coercion.ts';
import { EMPLOYEE, LEAD, REVIEWER, type StoryPerson } from './people.ts';

/** What one of the people of the demonstration decided about a case. */
export interface StoryDecision {
  readonly subject: string; // of the case
  readonly by: StoryPerson;
  readonly hours: number; // after the newest mail of the case
  readonly decided:
    | {
        readonly kind: 'approve';
        readonly acts?: readonly string[]; // those that were found, unless given
        readonly severity: 1 | 2 | 3;
        readonly harms: readonly ('money' | 'time' | 'mind')[];
        readonly note: string;
      }
    | {
        readonly kind: 'dismiss';
        readonly reason: 'complaint';
        readonly note: string;
      };
}

/** What an employee handed in. */
export interface StoryConsultation {
  readonly by: StoryPerson;
  readonly day: number; // days before the first start
  readonly time: string; // HH:MM in Japan
  readonly channel: 'phone' | 'visit' | 'sns';
  readonly confidential: boolean;
  readonly otherSide: string;
  readonly words: string;
  readonly wish: string;
}

export const DECISIONS: readonly StoryDecision[] = [
  {
    subject: 'Re: 請求の件、説明しろ',
    by: LEAD,
    hours: 12,
    decided: {
      kind: 'approve',
      severity: 2,
      harms: ['time', 'mind'],
      note: '担当を外し、今後は課長名の文書で回答する。',
    },
  },
  {
    subject: '社長が土下座して謝れ',
    by: REVIEWER,
    hours: 15,
    decided: { kind: 'approve', severity: 2, harms: ['mind'], note: '謝罪は文書で済ませた。来社の要求には応じない。' },
  },
  {
    subject: 'You people are useless',
    by: REVIEWER,
    hours: 11,
    decided: { kind: 'approve', severity: 2, harms: ['mind'], note: '' },
  },
  {
    subject: '昨日の女性の担当者について',
    by: LEAD,
    hours: 3,
    decided: { kind: 'approve', severity: 3, harms: ['mind'], note: '本人と面談し、窓口を男性の課長に替えた。' },
  },
  {
    subject: '対応が遅いので困っています',
    by: LEAD,
    hours: 5,
    decided: { kind: 'dismiss', reason: 'complaint', note: '対応の遅れは当社の側にある。' },
  },
  {
    subject: 'Re: 今日中に全部やり直せ',
    by: LEAD,
    hours: 10,
    decided: { kind: 'approve', severity: 3, harms: ['time', 'mind'], note: '警備会社に連絡済み。' },
  },
  {
    subject: COERCION.subject,
    by: LEAD,
    hours: 16,
    decided: {
      kind: 'approve',
      acts: ['discount-demand', 'position-company'],
      severity: 2,
      harms: ['money', 'mind'],
      note: '単価の相談には応じる。取引の終了を示した要求には応じない。',
    },
  },
];

export const CONSULTATIONS: readonly StoryConsultation[] = [
  {
    by: EMPLOYEE,
    day: 10,
    time: '16:10',
    channel: 'phone',
    confidential: false,
    otherSide: '個人のお客様（名乗らず）',
    words: '電話で30分ほど怒鳴られ、「家族構成を言え」と繰り返されました。',
    wish: '同じ番号からの電話を、しばらくほかの人に代わってほしいです。',
  },
  {
    by: EMPLOYEE,
    day: 2,
    time: '11:40',
    channel: 'visit',
    confidential: false,
    otherSide: '取引先の担当の方',
    words: '受付で待っている間、名札の写真を撮られ、あとで名前を呼び捨てにされました。',
    wish: '名札の表記を名字だけにしたいです。',
  },
  {
    by: EMPLOYEE,
    day: 1,
    time: '18:20',
    channel: 'sns',
    confidential: true,
    otherSide: '分からない',
    words: '自分の名前と顔写真が、口コミの欄に書き込まれているのを見つけました。',
    wish: '上司には、まだ知らせないでほしいです。',
  },
];
