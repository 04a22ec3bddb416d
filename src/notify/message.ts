import { createHash } from 'node:crypto';

/** Something to tell people. `key` is the same when it is told again, so that who receives it may know it. */
export type News =
  | { readonly kind: 'urgent' | 'digest'; readonly key: string; readonly cases: readonly string[] }
  | { readonly kind: 'care'; readonly key: string; readonly cases: readonly string[]; readonly days: readonly string[] } // a case and a day each
  | {
      readonly kind: 'reminder' | 'late'; // of clocks that run on cases
      readonly key: string;
      readonly cases: readonly string[];
      readonly subjects: readonly string[]; // a case, a step and when it began each, as they are noted
      readonly delayed: number; // of them, told long after their time: the service did not run, or could not reach the channel
    }
  | {
      readonly kind: 'due'; // answers of experts, to objections, among employers
      readonly key: string;
      readonly subjects: readonly string[];
      readonly late: number; // of them, days that are over
    }
  | { readonly kind: 'added'; readonly key: string; readonly subjects: readonly string[] } // facts to cases that were decided
  | { readonly kind: 'held'; readonly key: string; readonly subjects: readonly string[] } // mails at the consultation address
  | { readonly kind: 'answer'; readonly key: string; readonly consultation: string } // to whoever handed it in
  | { readonly kind: 'receipt'; readonly key: string; readonly consultation: string | null } // to whoever wrote to the consultation address; null: they have no account
  | { readonly kind: 'alarm'; readonly key: string; readonly source: string; readonly sentence: string }
  | { readonly kind: 'audit'; readonly key: string; readonly seq: number; readonly hash: string }
  | { readonly kind: 'test'; readonly key: string };

/** The news in words: no mail text, no names, no accusation; who wants to know more follows the link and signs in. */
export interface Message {
  readonly id: string; // stable for the same news
  readonly kind: News['kind'];
  readonly title: string;
  readonly lines: readonly string[]; // Japanese first, English beside it
  readonly link: string;
  readonly count: number; // of cases
}

const MOST_LINKS = 10;

/** @param url of the review app, without a slash at the end */
export function toMessage(news: News, url: string, product = 'Komainu'): Message {
  const id = `msg_${createHash('sha256').update(`${news.kind} ${news.key}`).digest('base64url').slice(0, 27)}`;
  switch (news.kind) {
    case 'urgent':
    case 'digest': {
      const count = news.cases.length;
      const [ja, en] =
        news.kind === 'urgent'
          ? [`至急の確認をお願いしたい案件が${count}件あります。`, `${count} case(s) should be looked at now.`]
          : [`確認をお願いしたい案件が${count}件あります。`, `${count} case(s) wait for a person to look at them.`];
      const links = count <= MOST_LINKS ? news.cases.map((id) => `${url}/cases/${id}`) : [];
      const link = count === 1 ? links[0]! : `${url}/`;
      return {
        id,
        kind: news.kind,
        title: `[${product}] ${news.kind === 'urgent' ? '至急の確認' : '確認のお願い'} ${count}件`,
        lines: [ja, en, ...(count > 1 ? links : [])],
        link,
        count,
      };
    }
    case 'care': {
      const count = news.cases.length;
      return {
        id,
        kind: news.kind,
        title: `[${product}] ケアの予定日 ${count}件`,
        lines: [
          `様子をうかがう日になった案件が${count}件あります。`,
          `${count} case(s): today somebody asks the person concerned how they are.`,
        ],
        link: count === 1 ? `${url}/cases/${news.cases[0]}/care` : `${url}/?tab=tasks`,
        count,
      };
    }
    case 'reminder':
    case 'late': {
      const count = news.cases.length;
      const late = news.kind === 'late';
      const links = count <= MOST_LINKS ? news.cases.map((one) => `${url}/cases/${one}`) : [];
      const [ja, en] = late
        ? [`期限を過ぎた案件が${count}件あります。`, `${count} case(s) are past their time.`]
        : [`期限が近い案件が${count}件あります。`, `${count} case(s) are due soon.`];
      return {
        id,
        kind: news.kind,
        title: `[${product}] ${late ? '期限を過ぎた案件' : '期限が近い案件'} ${count}件`,
        lines: [
          ja,
          en,
          ...(news.delayed > 0
            ? [
                `このうち${news.delayed}件は、お知らせが遅れました（サービスが止まっていた、または送り先に届かなかったため）。`,
                `${news.delayed} of them are told late: the service did not run, or could not be reached.`,
              ]
            : []),
          ...(count > 1 ? links : []),
        ],
        link: count === 1 ? links[0]! : `${url}/?tab=tasks`,
        count,
      };
    }
    case 'due': {
      const { late, subjects } = news;
      const soon = subjects.length - late;
      return {
        id,
        kind: news.kind,
        title: `[${product}] 回答の期限 ${subjects.length}件`,
        lines: [
          ...(late > 0 ? [`回答の期限を過ぎたものが${late}件あります。`, `${late} answer(s) are past their day.`] : []),
          ...(soon > 0
            ? [`回答の期限が近いものが${soon}件あります。`, `${soon} answer(s) are due in the next days.`]
            : []),
        ],
        link: `${url}/?tab=tasks`,
        count: 0,
      };
    }
    case 'added': {
      const count = news.subjects.length;
      return {
        id,
        kind: news.kind,
        title: `[${product}] 決まった案件への書き足し ${count}件`,
        lines: [
          `決まった案件に、事実が${count}件書き足されました。判断はそのままです。`,
          `${count} fact(s) were added to decided cases; the decisions stand.`,
        ],
        link: `${url}/?tab=tasks`,
        count: 0,
      };
    }
    case 'held': {
      const count = news.subjects.length;
      return {
        id,
        kind: news.kind,
        title: `[${product}] 本人の確認を待つ転送 ${count}件`,
        lines: [
          `相談のアドレスに届き、本人の確認を待っているメールが${count}件あります。相談窓口の方が確かめてください。`,
          `${count} mail(s) at the consultation address wait until the consultation desk has asked who sent them.`,
        ],
        link: `${url}/`,
        count: 0,
      };
    }
    case 'answer':
      return {
        id,
        kind: news.kind,
        title: `[${product}] 返事があります / There is an answer`,
        lines: [
          'あなたの相談に返事があります。サインインして読んでください。',
          'There is an answer to your consultation. Sign in to read it.',
        ],
        link: `${url}/reports/${news.consultation}`,
        count: 0,
      };
    case 'receipt':
      return {
        id,
        kind: news.kind,
        title: `[${product}] 相談を受け付けました / Your consultation has come`,
        lines: [
          '相談を受け付けました。担当の人が読みます。このメールへの返信は不要です。',
          'Your consultation has come, and a person reads it. There is no need to answer this mail.',
          ...(news.consultation === null
            ? []
            : ['サインインすると、今どこまで進んでいるかを見られます。', 'Sign in to see how far it has come.']),
        ],
        link: news.consultation === null ? `${url}/policy` : `${url}/reports/${news.consultation}`,
        count: 0,
      };
    case 'alarm': {
      const [source = ''] = news.source.split('/', 1); // a folder's name comes from the mail server, and may be a person's
      return {
        id,
        kind: news.kind,
        title: `[${product}] 稼働状況の確認 / Needs a hand: ${source}`,
        lines: [`${source}: ${news.sentence}`],
        link: `${url}/status`,
        count: 0,
      };
    }
    case 'audit':
      return {
        id,
        kind: news.kind,
        title: `[${product}] 監査記録の末尾の控え / End of the audit log`,
        lines: [
          '監査記録が後から書き直されていないかを確かめるための控えです。消さずに保管してください。',
          'Keep this message: it shows whether the audit log was written anew later.',
          `komainu audit verify --head '${news.seq} ${news.hash}'`,
        ],
        link: `${url}/audit`,
        count: 0,
      };
    case 'test':
      return {
        id,
        kind: news.kind,
        title: `[${product}] 通知の試し / Test`,
        lines: ['通知の試しです。届いていれば設定は正しくできています。', 'A test: the settings of this channel work.'],
        link: `${url}/`,
        count: 0,
      };
  }
}
