import { masen, type Row, row } from './row.ts';

/** Auxiliaries of voice, negation, wish, politeness and aspect. */
export const auxiliaries: readonly Row[] = [
  row('passive', 'Av', 'れ', 'ichidan'), // 殺される
  row('passive', 'A1', 'られ', 'ichidan'), // 見られる
  row('causative', 'Av', '_', 's'), // やらす; before せる, so that やらせ at an end orders
  row('causative', 'Av', 'せ', 'ichidan'), // やらせる
  row('causative', 'A1', 'させ', 'ichidan'), // 辞めさせる
  row('causative', 'A1', 'さ', 's'), // 辞めさす
  row('potential', 'P', '_', 'ichidan'), // 殺せる
  row('potential', 'A1', 'れ', 'ichidan'), // 食べれる
  row('able', 'U', 'ことができ ことが出来 事ができ 事が出来 ことはでき こともでき', 'ichidan'), // 殺すことができる

  row('not', 'A N', '_', 'nai'), // 殺さない, 分かんない
  row('not', 'Ku', '_ は も', 'nai'), // 安くない
  ...masen('not', 'Ku', 'ありませ はありませ'),
  row('not-n', 'Az A', 'ん ぬ へん ひん えへん やへん', 'U'), // 殺さん, 殺さへん
  row('not', 'Az A', 'んかっ へんかっ ひんかっ えへんかっ なんだっ', 'T'), // 殺さんかった
  row('not-d', 'Az A', 'んで へんで', 'Te'), // 殺さんでくれ
  row('not-z', 'Az A', 'ずに ず ずして ずと', 'Te'), // 殺さんで
  row('not', 'Az A', 'んと へんと な んば んな にゃ にゃあ んにゃ', 'Ban'), // せんと, せな, せにゃ
  row('not', 'Az A', 'んければ んけりゃ', 'Ban'),
  row('cannotbut', 'Az A', 'ざるを得 ざるをえ ざる得', 'nai'), // 殺さざるを得ない
  ...masen('cannotbut', 'Az A', 'ざるを得ませ ざるをえませ'),
  row('cannotbut', 'Az A', 'ずにはいられ ずにいられ ずにはおれ ないではいられ んではおれ', 'nai'),
  ...masen('cannotbut', 'Az A', 'ずにはいられませ ずにはおれませ ないではいられませ'),
  row('willnotbut', 'Az A', 'ずにはおか ずにおか ないではおか んではおか', 'nai'), // 刺さずにはおかない
  ...masen('willnotbut', 'Az A', 'ずにはおきませ ないではおきませ'),

  row('emphatic', 'I', 'は も や', 'suru'), // 殺しはしない
  row('polite', 'I', '_', 'masu'), // 殺します
  row('wish', 'I', 'た', 'adjective'), // 殺したい
  row('wish', 'I', 'とうて とおて', 'Te'), // 殺しとうてかなわん
  row('wish', 'I', 'てえ てぇ てー たひ', 'U'), // 殺してえ
  row('seemwish', 'I', 'たが', 'r'), // 殺したがる
  row('command', 'I', 'なさい なはれ なせえ なさいませ たまえ んさい なさんせ なっせ なせ', 'M'), // 殺しなさい
  row('command', 'I', 'な や なよ いや いな', 'M'), // 帰りな, 言いや
  row('command', 'I', 'とくなはれ', 'M'),
  row('scorn', 'I', 'さら', 's'), // 死にさらせ
  row('scorn', 'I', 'やが くさ さら くさりやが', 'r'), // 殺しやがる
  row('honorific', 'I', 'は', 'r'), // 言いはる
  row('doing', 'I', 'よ', 'r'), // 殺しよる
  row('appear', 'I St', 'そう', 'da'), // 殺しそうだ
  row('toomuch', 'I St Nx', 'すぎ 過ぎ', 'ichidan'),
  row('begin', 'I', 'はじめ 始め', 'ichidan'),
  row('continue', 'I', 'つづけ 続け', 'ichidan'), // 殴り続ける
  row('almost', 'I', 'かけ そびれ', 'ichidan'), // 殺しかける
  row('nohow', 'I', 'ようが ようも 様が', 'nai'), // 言いようがない
  ...masen('nohow', 'I', 'ようがありませ ようがございませ ようもありませ'),
  row('overdo', 'I', 'まく', 'r'), // 殴りまくる
  row('through', 'I', 'き 切', 'r'), // 殴り切る
  row('about', 'I', '回 まわ', 'r'), // 殴り回る
  row('together', 'I', '合 あ', 'w'), // 殴り合う
  row('burst', 'I', 'だ 出', 's'), // 殺しだす
  row('exhaust', 'I', 'つく 尽く', 's'), // 殺し尽くす
  row('may', 'I', 'かね', 'nai'), // 殺しかねない
  ...masen('may', 'I', 'かねませ'),
  row('unable', 'I', 'かね', 'ichidan'), // いたしかねる
  row('easy', 'I', 'やす にく づら がた', 'adjective'),
  row('while', 'I', 'ながら つつ', 'Te'), // 殴りながら
  row('go', 'I', 'に行 にい にゆ', 'iku'), // 殺しに行く
  row('go', 'I', 'に向か にうかが に伺', 'w'),
  row('go', 'I', 'に参 にまい に上が にあが に回 に戻 に帰 に入', 'r'),
  row('go', 'I', 'に出かけ に出掛け に駆けつけ', 'ichidan'),
  row('come', 'I', 'に', 'kuru'), // 殺しに来る
  row('come', 'I', 'に', 'kurukanji'),
  row('come', 'I', 'にいら', 'irassharu'),
  row('humbly', 'I', '_', 'suru'), // お渡しする
  row('humbly', 'I', 'いた 致', 's'), // お渡しいたす
  row('honour', 'I', 'にな', 'r'), // お越しになる
  row('please', 'I', 'ください 下さい くださいませ くださいまし', 'M'), // お待ちください
  row('please', 'I', 'くださ 下さ', 'irassharu'),
  row('please', 'I', 'ねが 願', 'w'),
  row('receive', 'I', 'いただ 頂', 'k'), // お渡しいただく

  row('ready', 'T', 'ちゃお ちゃあお', 'k'), // 生かしちゃおかない
  row('pres', 'T', 'て', 'Te'), // 殺して: joins, asks
  row('past', 'T', 'た', 'Ta'), // 殺した
  row('if', 'T', 'たら たらば たらなあ', 'Tara'),
  row('tari', 'T', 'たり', 'Nn'),
  row('even', 'T', 'たって', 'Temo'), // 殺したって
  row('but', 'T', 'ちゃ ちゃあ', 'Tewa'),

  row('ing', 'Te', 'い', 'ichidan'), // 殺している
  row('ing', 'Te', 'お', 'r'), // 殺しておる
  row('ing', 'Te', 'いらっしゃ', 'irassharu'),
  row('there', 'Te', 'あ', 'r'), // 書いてある
  row('ready', 'Te', 'お', 'k'), // 殺しておく
  row('away', 'Te', 'しま 仕舞', 'w'), // 殺してしまう
  row('try', 'Te', 'み 見', 'ichidan'),
  row('show', 'Te', 'みせ 見せ', 'ichidan'), // 殺してみせる
  row('goon', 'Te', 'い 行 ゆ', 'iku'),
  row('favour', 'Te', 'くん', 'N'), // 殺してくんない
  row('comeon', 'Te', '_', 'kuru'),
  row('comeon', 'Te', '_', 'kurukanji'),
  row('around', 'Te', 'ある 歩', 'k'), // 言いふらして歩く
  row('around', 'Te', 'まわ 回', 'r'),
  row('comeon', 'Te', '参 まい', 'r'),
  row('give', 'Te', 'や 遣', 'r'), // 殺してやる
  row('give', 'Te', 'あげ 上げ さしあげ 差し上げ', 'ichidan'), // 殺してあげる
  row('give', 'Te', 'つかわ 遣わ', 's'),
  row('favour', 'Te', 'くれ', 'kureru'), // 殺してくれ
  row('favour', 'Te', 'くださ 下さ', 'irassharu'),
  row('please', 'Te', 'ください 下さい くださいませ ちょうだい 頂戴 ちょーだい くれや おくれ おくんなはれ', 'M'),
  row('receive', 'Te', 'もら 貰', 'w'), // 殺してもらう
  row('receive', 'Te', 'いただ 頂 戴', 'k'),
  row('hope', 'Te', 'ほし 欲し', 'adjective'), // 死んでほしい
  row('hope', 'Te', 'ほしゅう ほしーん', 'U'),
  row('unbearable', 'Te', 'たまら 仕方が 仕方 しょうが しょうも ならな', 'nai'),
  row('unbearable', 'Te', 'かなわん たまらん しゃあない しゃーない', 'U'),
  row('after', 'Te', 'から からは からも からでないと', 'X'), // 殺してから
  row('deserved', 'Te', '当然 当たり前 あたりまえ しかるべき 然るべき もらって当然', 'da'), // 殺されて当然だ
  row('not', 'Tewa Temo', '_', 'nai'), // べきではない
  ...masen('not', 'Tewa', 'ありませ ございませ'),
  row('ing', 'Tewa Temo', 'い', 'ichidan'), // 殺してはいない
  row('ing', 'Tewa Temo', 'お', 'r'),
  row('also', 'Te', 'も', 'Temo'), // 殺しても
  row('but', 'Te', 'は', 'Tewa'),
  row('fine', 'Temo', 'い', 'adjective'), // 殺してもいい
  row('fine', 'Te Temo', 'い 良 よ よろし よろしゅう', 'adjective'),
  row('fine', 'Te Temo', 'ええ オッケー ok OK 構わん かまわん かまへん', 'U'),
  row('fine', 'Te Temo', '構わ かまわ 差し支え さしつかえ 問題', 'nai'),
  ...masen('fine', 'Te Temo', '構いませ かまいませ 問題ありませ 差し支えありませ'),
  row('fine', 'Te Temo', '大丈夫 結構 けっこう', 'da'),
  row('dontknow', 'Temo', '知ら しら', 'nai'), // 殺しても知らない
  row('dontknow', 'Temo', '知らん しらん 知らへん 知らんで', 'U'),
  ...masen('dontknow', 'Temo', '知りませ しりませ 責任は取りませ 責任取れませ 責任は持ちませ'),
  row('dontknow', 'Temo', '責任取ら 責任は取ら 責任取れ 責任持た 責任は持て', 'nai'),
  row(
    'deserved',
    'Temo',
    'おかしく 不思議では 不思議じゃ 文句は言え 文句言え 仕方が 仕方 しょうが しかたが しかた',
    'nai',
  ),
  ...masen('deserved', 'Temo', '文句は言えませ 文句言えませ おかしくありませ 仕方ありませ 仕方がありませ'),
  row('forbidden', 'Tewa Ban Tara Q', 'だめ ダメ 駄目', 'da'), // 殺してはだめ
  row('forbidden', 'Tewa Ban Tara Q', 'いけ なら', 'nai'),
  ...masen('forbidden', 'Tewa Ban Tara Q', 'いけませ なりませ'),
  row('forbidden', 'Tewa Ban Tara Q', 'いかん あかん ならん いけん いかへん あきまへん あかへん ならぬ', 'U'),
  row('forbidden', 'Tewa Ban', 'まず', 'adjective'),
  row('howabout', 'Tewa Tara', 'どう いかが 如何', 'da'), // 死んだらどうだ
  row('howabout', 'Tewa Tara', 'どうよ どうなの どう? どう？ いかが? いかが？', 'X'),
  row('good', 'Ba Tara Way', 'い 良 よ よろし', 'adjective'), // 死ねばいい
  row('good', 'Ba Tara Way', 'ええ', 'U'),
  row('if', 'E', 'ば', 'Ba'), // 殺せば
];
