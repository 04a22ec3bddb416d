import type { Person } from '../types.ts';

const words = (list: string): ReadonlySet<string> => new Set(list.split(/\s+/));

const SPEAKER =
  words(`私 わたし わたくし ワタシ あたし アタシ 僕 ぼく ボク 俺 おれ オレ おいら 俺様 儂 わし ワシ うち ウチ 自分 こちら こっち
  当方 弊社 当社 小生 わい ワイ 我々 われわれ 我ら 我が社 我が家 わが家 拙者 おら オラ 俺ら 俺たち 私たち 私達 私ども 僕ら 僕たち あたしら うちら 弊店 弊所 わて あっし 当団体 あたい 当店 当院`);
const ADDRESSEE =
  words(`お前 おまえ オマエ おめ おめえ おめぇ オメエ オメー おめー てめえ てめぇ テメエ テメェ テメー てめー 手前 貴様 きさま キサマ あんた アンタ
  あなた 貴方 貴女 アナタ 君 きみ キミ おのれ おどれ ワレ われ 貴殿 そなた おぬし お主 お前さん あんたさん 皆さん みなさん 皆様 みなさま あなた様 貴下 汝 おんどれ
  お前ら てめえら てめーら 貴様ら あんたら 君たち あなたたち あなた方 おまえら うぬ ぬし おまはん おまん 貴公 貴職 おみゃあ`);
const COMPANY =
  words(`御社 貴社 貴店 貴校 貴院 貴館 貴行 貴所 貴園 貴団体 貴局 お宅 おたく オタク お宅様 おたくさん そちら そっち そちらさん そちら様 そっち側 店 お店 店舗 会社 本社 支店
  支社 事務所 営業所 コールセンター 窓口 サポートセンター サポート センター オフィス 社屋 本店 店先 店頭 ショップ 店内 部署 御店 現場事務所 役所 市役所 区役所 病院 学校 取締役会 役員会 役場 県庁 運営 電話口 おうち お家 ご自宅 お住まい`);
const FAMILY = words(
  `ご家族 御家族 ご両親 お子さん お子様 お子さま お嬢さん お嬢様 お嬢ちゃん 奥さん 奥様 おくさん 旦那さん 旦那様 ご主人 ご主人様 娘さん 息子さん ご親族 ご子息 ご息女 お孫さん ご兄弟 妻子 女房子供 嫁さん お嫁さん 奥方
  ご家族様 ご実家 お身内 身内 お母様 お父様 お母上 お父上 お母さん お父さん 親御さん 妹さん 弟さん お坊ちゃん 坊ちゃん お姉様 お兄様 妹様 弟様 ご夫人 愛娘 愛息子 一家 一族`,
);
const STAFF =
  words(`担当者 担当 担当さん スタッフ 店員 社員 従業員 職員 オペレーター オペレータ 店長 社長 部長 課長 係長 主任 上司 責任者 受付 バイト アルバイト 代表 代表者 役員 支店長 所長 院長 看護師 駅員
  運転手 配達員 ドライバー 作業員 営業 営業マン マネージャー 係員 係 係の者 社員たち 店主 オーナー 会長 専務 常務 取締役 新人 部下 派遣 警備員 管理人 施工担当 窓口担当 主治医 教師 担任 校長
  パート 受付嬢 先生 電話番 支配人 副店長 チーフ リーダー 室長 次長 エリアマネージャー 姉ちゃん お姉さん お姉ちゃん 兄ちゃん お兄さん 嬢ちゃん 事務員 レジ係 案内係 電話係 整備士 美容師 局員 議員 市長 公務員`);
/** Words for people who are neither side. */
const OTHERS =
  words(`他社 よそ 別 他 隣 隣家 近所 向かい 彼 彼女 あいつ こいつ そいつ やつ 奴 ヤツ 奴ら あいつら こいつら 人 人間 男 女 子 子供 子ども 子ども達 ガキ 客 お客 お客様 お客さん 相手 犯人 誰か 誰 だれ 他人 方 お方 野郎 友人 友達 知人 隣人 近所 警察 警官
  弁護士 記者 父 母 両親 祖父 祖母 兄 姉 弟 妹 妻 夫 主人 旦那 嫁 家内 娘 息子 孫 家族 親 親戚 彼氏 恋人 老人 若者 女性 男性 男の子 女の子 赤ちゃん 王 敵 兵士 主人公 殺人犯 泥棒 上の者 あの人 この人 その人 者 もの
  おじいさん おばあさん おじいちゃん おばあちゃん じいちゃん ばあちゃん 姑 舅 義母 義父 元夫 元妻 元彼 ストーカー 患者 患者さん 患者様 生徒 生徒さん 学生 学生さん 作者 監督 俳優`);
const KIN = words(
  `家族 娘 息子 子供 子ども 子 ガキ 妻 嫁 夫 旦那 親 父親 母親 両親 父 母 孫 女房 兄弟 姉 妹 兄 弟 親戚 彼女 彼氏 実家 赤ん坊 赤ちゃん カミさん 親父 おやじ お袋 おふくろ 長男 次男 三男 長女 次女`,
);
const NEAR = words(`この その そこ そちら こちら ここ そっち 今日 さっき 昨日 先日 先ほど`);

/** The persons of all words; of a word in two lists the first counts. */
const byWord = new Map<string, Person>(
  (
    [
      [SPEAKER, 'speaker'],
      [ADDRESSEE, 'addressee'],
      [COMPANY, 'addressee-company'],
      [FAMILY, 'addressee-family'],
      [STAFF, 'staff'],
      [OTHERS, 'third'],
      [KIN, 'third'],
    ] as const
  )
    .flatMap(([list, person]) => [...list].map((word) => [word, person] as const))
    .reverse(),
);

const MANY_ENDS = new Set('員なん皆ちら達も共同中位'.split(''));
const MANY = /(?<=.)(?:全員|みんな|皆|たち|達|ら|ども|共|一同|連中|各位|の皆さん)$/;

/** Whom a noun stands for by itself; null for what is no person. */
export function personOf(word: string): Person | null {
  const whole = !MANY_ENDS.has(word.at(-1)!) || SPEAKER.has(word) || COMPANY.has(word);
  return byWord.get(whole ? word : word.replace(MANY, '')) ?? null;
}

/** Whose it is: お前の娘 is the reader's family, うちの社長 is the writer's side, 隣の店 is neither. */
export function ownedBy(head: string, owner: Person | null, ownerHead: string): Person | null {
  const own = personOf(head);
  if (owner === null || owner === 'nobody-said' || NEAR.has(ownerHead)) return own;
  const theirs = owner !== 'speaker' && owner !== 'third';
  if (!theirs)
    return own === 'addressee' || own === 'speaker'
      ? own
      : owner === 'third'
        ? 'third'
        : own === null
          ? 'speaker'
          : 'third';
  if (KIN.has(head) || (owner === 'addressee-family' && own === 'addressee-company')) return 'addressee-family';
  if (own === 'third' || own === null) return owner === 'addressee-company' && own === 'third' ? 'staff' : owner;
  return own;
}

/** Words that make a name of what stands before them. */
export const TITLES = words('さん 様 さま 氏 君 くん ちゃん 殿 先輩 先生 社長 店長 部長 課長 係長 主任 会長');
