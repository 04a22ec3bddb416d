const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

/** Predicates whose と holds somebody's words. */
const SAYS =
  words(`言う 云う 申す 話す 語る 述べる 叫ぶ 怒鳴る 脅す 脅迫する 恫喝する 書く 書き込む 書ける 伝える 告げる 答える 連絡する 電話する 返信する 返答する 主張する 説明する 報じる
  聞く 伺う 発言する つぶやく 呟く 罵る 罵倒する 吐く 吐き捨てる 迫る 要求する 頼む 命じる 命令する 求める 訴える 指示する 通告する 投稿する ツイートする 送る 送りつける 送信する 要請する 供述する 証言する 表示する
  出る 載る 記載する 記す 明記する 案内する 回答する 質問する 尋ねる 問う 声 怒る 喚く わめく 凄む すごむ 暴言 からかう 囁く 騒ぐ ささやく 口走る 口にする 言い出す 言い張る 言い放つ 抜かす ぬかす ほざく 呼ぶ 断る
  おっしゃる 仰る 仰せる 申し上げる 申し出る 言いふらす 噂する 繰り返す 書き残す 叱る 責める 歌う 唱える 訳す 読む 翻訳する 解釈する 言える 話せる 聞こえる 読める 打ち明ける 漏らす 訴え出る 表現する 例える 名乗る 通報する 相談する 報告する 記録する 警告する`);
/** What people do who are beside themselves: rarely told of oneself. */
const SHOUTS = words(
  '叫ぶ 怒鳴る 喚く わめく 凄む すごむ 騒ぐ 罵る 罵倒する 口走る 吐き捨てる 脅す 恫喝する 怒鳴りつける',
);
/** The writer's own announcement, when they are the one who does it. */
const DECLARES = words(
  '約束する 宣言する 誓う 断言する 予告する 宣告する 決める 決意する 決心する 決定する 警告する 通告する',
);
const THINKS = words(
  `思う 考える 信じる 感じる 見る 想像する 心配する 疑う 期待する 願う 祈る 望む 思い込む 勘違いする 誤解する 覚悟する 思える 恐れる 気がする 判断する 悩む 勘ぐる 予想する 察する 存じる 存ずる 感ずる 懸念する 後悔する 知る`,
);
/** Nouns of words: 殺すとの電話, 殺すという脅迫. */
const WORDS =
  words(`電話 メール 手紙 連絡 書き込み 投稿 脅迫 脅し 発言 言葉 暴言 台詞 セリフ 声 噂 話 記事 ニュース 報道 通報 相談 報告 メッセージ 張り紙 貼り紙 通知 回答 返事 返答 説明 要求 指示 命令 歌 歌詞 曲 映画 小説 本 漫画 ゲーム
  コメント 口コミ クレーム 苦情 予告 犯行予告 殺害予告 文 文言 文章 表現 意味 フレーズ 単語 訳 タイトル 題 題名 作品 ドラマ 番組 シーン 場面 設定 内容 こと 事 旨 表示 案内 警告 メニュー 留守電 伝言 夢 例 例文 事件 作戦 ルール 決まり 慣用句`);
/** Asked for when made a noun: 返金することを要求します. */
const DEMANDS = words('要求する 求める 命じる 命令する 請求する 強く求める 要望する 要請する');
const WISHES = words('望む 願う 祈る 希望する 期待する お願いする 待つ');

const HEARS = words('聞く 伺う 耳にする 読む 見る 聞こえる');

export const isSaying = (lemma: string): boolean => SAYS.has(lemma) || DECLARES.has(lemma);
export const isShouting = (lemma: string): boolean => SHOUTS.has(lemma);
export const isHearing = (lemma: string): boolean => HEARS.has(lemma);
export const isDeclaring = (lemma: string): boolean => DECLARES.has(lemma);
export const isThinking = (lemma: string): boolean => THINKS.has(lemma);
export const isWords = (noun: string): boolean => WORDS.has(noun);
export const isDemanding = (lemma: string): boolean => DEMANDS.has(lemma);
export const isWishing = (lemma: string): boolean => WISHES.has(lemma);
