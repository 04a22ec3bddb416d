import { hc } from 'hono/client';
import type { DecisionGap, RefusalCode } from '../../../actions/index.ts';
import { ELEMENTS } from '../../../cases/index.ts';
import type { Problem, ProblemCode } from '../../api/index.ts';
import type { LocalApi } from '../../api/local/index.ts';
import type { Context } from '../context.ts';
import { CommandError } from '../errors.ts';
import { say } from '../messages.ts';
import { installed } from './installed.ts';
import { openOwnStore } from './own-store.ts';
import { socketFetch } from './socket-fetch.ts';

/** Typed calls of the local API, the same for a running service and for a store that this command opened itself. */
export type LocalClient = ReturnType<typeof hc<LocalApi>>;

/** Whether the answers come from the running service or from the store that this command has opened. */
export type Answering = 'service' | 'command';

/** The store, wherever it was found. */
export interface Reached {
  readonly api: LocalClient;
  readonly answering: Answering;
  send(path: string, body: object): Promise<Response>;
}

const HOST = 'http://komainu'; // never looked up

/**
 * Reaches the store: through the process that owns it when one runs, else by opening it for as long as `use` takes.
 *
 * @throws StoreLockedError when another process owns the store and does not answer, CommandError when there is none here.
 */
export async function reachLocalApi<T>(
  { io, load }: Pick<Context, 'io' | 'load'>,
  use: (reached: Reached) => Promise<T>,
): Promise<T> {
  const loaded = installed(load(), io);
  const headers = { 'x-komainu-actor': encodeURIComponent(`cli:${io.osUser}`) };
  const over = (fetch: typeof globalThis.fetch, answering: Answering): Reached => ({
    api: hc<LocalApi>(HOST, { headers, fetch }),
    answering,
    send: (path, body) =>
      fetch(`${HOST}${path}`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
  });
  const { answers, localSocketPath, socketAddress } = await import('../../api/local/index.ts');
  await using socket = await socketAddress(localSocketPath(loaded.config.dataPath));
  if (await answers(socket)) return await use(over(socketFetch(socket.path), 'service'));
  await using own = await openOwnStore(loaded, io.env);
  return await use(over(async (input, init) => own.api.fetch(new Request(input, init)), 'command'));
}

export const withLocalApi = <T>(
  context: Pick<Context, 'io' | 'load'>,
  use: (api: LocalClient, answering: Answering) => Promise<T>,
): Promise<T> => reachLocalApi(context, ({ api, answering }) => use(api, answering));

/** How the store answered. */
export interface Answer<T> {
  readonly ok: boolean;
  readonly status: number;
  json(): Promise<T>;
}

/** What a call that went well has to say. @throws CommandError with the API's own words for one that did not. */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const response = await call;
  if (response.ok) return response.json();
  throw asCommandError((await response.json()) as Problem);
}

/** A refusal says which option was missing; everything else is said in the API's own words. */
function asCommandError({ code, detail, refusal, missing, fields = {} }: Problem): CommandError {
  const exitCode = code === 'wrong-request' ? 2 : 1;
  if (refusal === 'incomplete') {
    const options = (missing ?? []).map((gap) => GAP_OPTIONS[gap]);
    return new CommandError(
      say(
        `${REFUSAL_WORDS[refusal]}: ${options.map(({ ja }) => ja).join('、')}`,
        `the decision needs ${options.map(({ en }) => en).join(', and ')}`,
      ),
      exitCode,
    );
  }
  if (refusal === 'wrong-fields')
    return new CommandError(say(`${REFUSAL_WORDS[refusal]}: ${Object.keys(fields).join('、')}`, detail), exitCode);
  return new CommandError(say(refusal === undefined ? PROBLEM_WORDS[code] : REFUSAL_WORDS[refusal], detail), exitCode);
}

/** What a refused action tells at the terminal. */
export const REFUSAL_WORDS: Readonly<Record<RefusalCode, string>> = {
  'not-allowed': '権限がありません',
  'people-only': 'これは、レビュー画面にサインインした人が行う操作です。プログラムやコマンドからはできません',
  'no-such-case': 'その番号の案件はありません',
  recused: 'その案件のメールにあなたの名前があるため、ほかの方が判断します',
  'case-status': 'その案件は今の状態ではその操作ができません',
  'case-claimed': 'ほかの方がその案件を確認中です',
  'case-assigned': 'その案件はほかの方が担当しています',
  'wrong-fields': '書かれていない項目か、使えない項目があります',
  'not-there': 'その番号のものはないか、もう済んでいます',
  incomplete: '次の指定が必要です',
  'words-nowhere': 'その言葉は案件の本文や件名に見つかりません',
  'wrong-recipient': 'その方には引き継げません',
  'care-open': 'ケアのリストに、まだ確かめていない項目があります',
  'wish-nothing': '本人が「相手には何もしないでほしい」と希望しています',
  'not-named': '書面に名前を書くことに、本人が同意していません',
  'no-consent': '申し出た本人の同意が必要です（--consent）',
  'wrong-purpose': 'その相手には、その目的では渡せません',
  'too-large': 'メールが多すぎて、1つのファイルにできません',
  'not-merged': '案件はそのままです',
  'case-changed': '作っているあいだに案件が変わりました。もう一度試してください',
  'names-left':
    '既定では伏せきれない名前（1文字、長すぎる、多すぎる）がメールにあります。伏せる言葉を --redact で指定してください',
  'names-unconfirmed': '写しを読み、本文に出る名前がすべて伏せてあることを確かめてください（--names-confirmed）',
  'no-sender': '送付元を書けません。設定の company.name に会社名を書いてください',
  'no-such-letter': 'その案件にその文書はありません',
  'letter-status': 'その文書は今の状態ではその操作ができません',
  'own-letter': '自分で起案した文書は、ほかの方が承認します',
  'letter-stale': '案件が再開されたため、文書は使えません。起案し直してください',
  'no-clause': 'それを認める契約の条項が登録されていません',
  'wrong-day': 'その日付は使えません',
  'no-rules': '措置の決まりがまだありません',
  'no-counterparty': 'その案件の取引先が台帳にありません',
  'gates-open': '措置の前に確かめる問いに、進められない答えがあります',
  'own-proposal': '自分の提案は承認できません',
  involved: '異議の相手になっている対応を提案・承認した人ではなく、ほかの人が答えます',
  'wrong-role': 'その段階を承認できる役割ではありません',
  'measure-waits': '承認待ちの措置があります',
  'measure-decided': 'その措置は先に判断されていました',
  'measure-stale': '提案のあとに案件が再開されました。提案し直してください',
  'company-only': '取引先の台帳で会社と分かる相手にだけ、協力をお願いできます',
  'no-measure': 'その文書が伝える段階の措置が、案件で承認されていません',
  'rules-changed': '決まりが先に変えられていました',
  'set-in-file': 'komainu.yaml に書かれています。そこで変えるか、その行を消してください',
  'settings-changed': 'ほかの方が先に変えています。見直してからもう一度試してください',
  'no-such-change': 'その番号の変更はありません',
  'entry-changed': 'その項目は、この変更のあとに変わっています。何も書いていません',
  'entry-wrong': '元に戻した項目は、いまの辞書では使えません。何も書いていません',
  'reason-needed': '理由が必要です（--reason）',
  'loses-approved': '認定した案件が見つからなくなります。何も書いていません',
  'clock-ahead':
    '時計が最後の記録より大きく進んでいるため、何も消していません。時計が正しければ komainu purge --really',
};

/** The options that say what a decision lacks. */
const GAP_OPTIONS: Readonly<Record<DecisionGap, { readonly ja: string; readonly en: string }>> = {
  acts: { ja: '該当する行為 --act', en: 'the acts: --act' },
  severity: { ja: '重さ --severity', en: 'how grave it is: --severity' },
  ground: {
    ja: `宣言に該当 --declaration か、法の三要素のすべて --element ${ELEMENTS.join(' ')}`,
    en: 'a ground: --declaration, or --element with all three',
  },
  cases: { ja: '案件の番号', en: 'the cases' },
};

export const PROBLEM_WORDS: Readonly<Record<ProblemCode, string>> = {
  'wrong-request': '指定に誤りがあります',
  'no-token': 'トークンが必要です',
  'not-allowed': '権限がありません',
  'too-many-requests': '要求が多すぎます',
  'unknown-host': '設定にない名前で呼ばれました',
  'not-found': '見つかりません',
  'no-such-case': 'その番号の案件はありません',
  'case-status': 'その案件は今の状態ではその操作ができません',
  'case-claimed': 'ほかの方がその案件を確認中です',
  'case-assigned': 'その案件はほかの方が担当しています',
  'account-exists': 'そのアドレスの利用者は登録済みです',
  'no-such-account': 'そのアドレスの利用者はいません',
  'account-inactive': 'その利用者は停止されています',
  'last-admin': '最後の管理者です',
  'clock-ahead': '時計が最後の記録より大きく進んでいます',
  'no-such-counterparty': 'その番号の取引先は台帳にありません',
  'changed-meanwhile': 'ほかの方が先に変えています。見直してからもう一度試してください',
  'sender-shape': 'ドメインでもメールアドレスでもないものがあります',
  'sender-shared': 'だれでも使えるドメインは、取引先のものとして登録できません',
  'sender-taken': 'そのドメインまたはアドレスは、ほかの取引先のものとして登録済みです',
  'queue-down': 'キューに接続できません',
  failed: '処理に失敗しました',
};
