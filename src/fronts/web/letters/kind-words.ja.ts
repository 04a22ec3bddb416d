import type { LetterKind } from '../../../response/index.ts';

/** What the kinds of letters are called, and what each is for. */
export const kindWords = {
  kinds: {
    notice: '相手方の会社への通知',
    cooperation: '事実の確認への協力のお願い',
    talks: '協議の申入れ',
    'calm-reply': '落ち着いた回答',
    'limited-apology': '確認できた事実に限ったお詫び',
    'factual-reply': '事実の回答',
    refusal: 'お断り',
    'end-of-dialogue': '対話の終了',
    warning: '警告',
    termination: '取引の終了',
    'immediate-termination': '契約の即時解除',
  } satisfies Record<LetterKind, string>,
  purposes: {
    notice: '送り手の会社に、事実と言葉を日付とともに伝え、再発の防止をお願いします。',
    cooperation: '送り手の会社に、何も決めつけずに事実関係の確認をお願いします（労働施策総合推進法33条3項）。',
    talks: '単価などの取引の条件について、協議の場を求めます。相手を責める言葉はありません。',
    'calm-reply': 'もっともな用件に答え、話し合いを続けます。',
    'limited-apology': '当社で確認した事実だけをお詫びします。',
    'factual-reply': '確認した事実だけを答えます。お詫びも、責める言葉もありません。',
    refusal: '応じられない要求を、理由とともに断ります。',
    'end-of-dialogue': '答え終えた件について、同じ内容への回答を終えます。',
    warning: '言動をやめるよう求め、続いたときの手順と、権利を留保することを伝えます。',
    termination: '日を決めて取引を終え、精算や返すものを伝えます。',
    'immediate-termination': '契約の条項により、ただちに契約を解除します。',
  } satisfies Record<LetterKind, string>,
};
