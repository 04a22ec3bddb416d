import { masen, type Row, row } from './row.ts';

const PLAIN = 'U Ta';
const ENDED = 'U Ta M O X No Te I Tara Ban Ba';

/** Particles after a whole predicate: what it is said with, what it is joined by, and what makes a noun of it. */
export const particles: readonly Row[] = [
  row('final', 'Nx Nn', 'よ ね さ ねえ やで やん やんか め よな よね', 'X'),
  row('not', 'A Az', 'んといて んとって んといてや んとってや んといてな んとい', 'Te'), // 殺さんといて
  row('never', 'U', 'な なよ なや なっ なよな なってば んじゃねえ んじゃねえぞ んじゃねえよ んじゃねーよ なかれ', 'X'), // 殺すな
  row('never', 'N', 'な なよ なや なっ じゃねえ じゃねえぞ じゃねえよ じゃねー', 'X'), // やんな
  row('command', 'A Az', 'んかい んかえ へんかい んかいな んかいや', 'M'), // 返さんかい
  row(
    'final',
    ENDED,
    'よ ね ねえ な なあ なぁ わ さ や ぞ ぜ のう のぅ よな よね わよ わね がや がね がな や やで やん やんか ど で もん もの',
    'X',
  ),
  row(
    'final',
    'U Ta X M',
    'ばい たい っちゃ っす べ べさ べや だべ ずら だに かんね けんね からな からね からよ じゃけ っぺ わい わいな',
    'X',
  ),
  row('final', 'Q', 'ば', 'X'),
  row(
    'final',
    `${PLAIN} M O`,
    'っつってんだろ っつってんだよ っつってんの っつってるだろ っつっとる ちゅうとるやろ ちゅうとんねん つってんだろ つってんだよ',
    'X',
  ),
  row('final', 'N', 'ぞ ぜ よ だよ じゃ', 'X'), // 爆破すんぞ
  row('handon', `${PLAIN} M O X`, 'とな とよ とね', 'X'), // 落とすとな
  row(
    'ask',
    `${PLAIN} Nx O X No Nn M`,
    'か かい かよ かね かな かなあ かしら かな? っけ っか っかな かえ け んけ のけ だか',
    'X',
  ),
  row('ask', 'N', 'か かよ', 'X'), // なめとんか
  row('ask', 'Te', 'か かい かよ かね かな かなあ かしら', 'X'),
  row('ask', 'Os', 'か かな かね', 'X'), // 見よか
  row('no', PLAIN, 'の ん', 'No'), // 殺すの
  row('no', 'N', 'の', 'No'),
  row('explain', 'No', '_', 'da'), // 殺すんだ
  row('no-pred', 'No', 'じゃ では で じゃあ', 'Np'), // 殺すのではない
  row('explain', 'No', 'よ ね よね かも', 'X'),
  row(
    'wa',
    'No Nn',
    'は が も を に で と など なんか なんて なぞ すら さえ じゃ では じゃあ とか だけは には にも とは でも までは なんざ',
    'Np',
  ),
  row('is', 'Nn', '_', 'da'), // つもりだ
  row('lack', 'Np Nn', '_ 毛頭 さらさら 一切 全く まったく もう', 'nai'), // つもりはない
  ...masen('lack', 'Np Nn', 'ありませ ございませ 毛頭ありませ 毛頭ございませ 一切ありませ'),
  row('lack', 'Np Nn', 'あらへん おまへん あらん ねえ 無い 無し なし', 'U'),
  row('lack', 'Np Nn', '無かっ', 'T'),
  row('not', 'Nx', 'じゃ では じゃあ で とは', 'nai'), // 無能じゃない
  ...masen('not', 'Nx', 'ではありませ じゃありませ では御座いませ ではございませ'),
  row('not', 'Nx', 'じゃねえ じゃねー ちゃう ちゃうで やない', 'U'),
  row('though', 'Nx', 'のくせに の癖に', 'X'),
  row('have', 'Np', 'あ', 'r'), // つもりがある
  row('become', 'Np', 'な', 'r'), // ことになる
  row('decide', 'Np', '', 'suru'), // ことはしない
  row('settle', 'Nn', 'に', 'suru'), // ことにする
  row('fate', 'Nn', 'にな', 'r'), // ことになる
  row('settle', 'Nn', 'に決め', 'ichidan'),
  row('settle', 'Nn', 'にいた に致', 's'),
  row('certain', PLAIN, 'に決まって に決まっと に決まっ にきまって', 'ichidan'),
  row('certain', `${PLAIN} Nn Nx`, 'に違い に相違 にちがい', 'nai'),
  ...masen('certain', `${PLAIN} Nn Nx`, 'に違いありませ'),
  row('maybe', `${PLAIN} Nn Nx`, 'かもしれ かも知れ', 'nai'), // 殺すかもしれない
  ...masen('maybe', `${PLAIN} Nn Nx`, 'かもしれませ かも知れませ'),
  row('maybe', `${PLAIN} Nn Nx`, 'かもしれん かも知れん かもわからん かも かもな かもね かもよ かもしらん', 'X'),
  row('guess', `${PLAIN} Nx`, 'だろう だろ でしょう でしょ やろ やろう じゃろ じゃろう だべ だっぺ ろう', 'O'),
  row('polite', 'U Ta', '_', 'desu'), // 殺したいです
  row('hearsay', PLAIN, 'そう', 'da'),
  row('hearsay', PLAIN, 'とのこと との事', 'da'),
  row('rumour', `${PLAIN} Nn Nx`, 'らし', 'adjective'),
  row('seem', `${PLAIN} Nx`, 'みたい', 'da'),
  row('seem', PLAIN, 'よう 様', 'da'),
  row('soas', PLAIN, 'ように 様に よう', 'Q'), // するように
  row('mai', 'U', 'まい', 'X'),
  row('should', 'U', 'べき べし べからず', 'da'), // 殺すべきだ
  row('should', 'U', 'べからざる', 'Ta'),
  row('only', 'U', 'しか', 'Np'), // 殺すしかない
  row(
    'only',
    'U',
    'しか道は しか道が しか手は しか手が しか方法は しか方法が しか術は しか術が しか選択肢は しか選択肢が',
    'Np',
  ),
  row('only', 'U', 'ほか 他 以外 より他 よりほか 以外に ほかに 他に', 'Np'),
  row('better', PLAIN, 'ほうが ほうが、 方が', 'Way'), // 殺したほうがいい; 担当した方が is a person, unless it is good
  row('better', 'Way', 'まし マシ', 'X'),
  row(
    'better',
    'Way',
    '世のため 世の中のため 人のため 身のため 身の為 社会のため 世界のため 会社のため 地球のため みんなのため 皆のため 楽 まし マシ 得 幸せ 利口 賢明',
    'da',
  ),
  row(
    'proper',
    PLAIN,
    'のが筋 のが当然 のが当たり前 のが普通 のが礼儀 のが常識 のが道理 のが誠意 のが義務 のが仕事 のが役目 のが人の道',
    'da',
  ),
  row('planned', PLAIN, 'つもり 積もり 予定 所存 覚悟 魂胆 腹 算段 気', 'Nn'),
  row('planned', PLAIN, '意思 意志 意図 考え 計画 心算 気持ち 気持 勇気 度胸', 'Nn'),
  row('reasonof', PLAIN, 'わけ 訳 ワケ はずが はずは はずも 筈が 筈は', 'Nn'),
  row('expect', PLAIN, 'はず 筈 ハズ', 'da'),
  row('thing', PLAIN, 'こと 事 コト', 'Nn'),
  row('memory', PLAIN, '覚え おぼえ 記憶', 'Nn'), // 言った覚えはない
  row('asif', PLAIN, 'もんか ものか もんかい ものですか もんですか', 'X'), // 殺すもんか
  row('mono', PLAIN, 'もの 物', 'Nn'),
  row('for', PLAIN, 'ため 為 ために 為に ための', 'Np'),
  row('extent', PLAIN, 'くらい ぐらい ほど 程 ばかり まま', 'Nn'),
  row('just', PLAIN, 'だけ', 'Nn'), // 殺すだけだ; つけるだけで
  row('upto', PLAIN, 'まで', 'Nn'), // 殺すまで, 殺すまでもない
  row('nearly', PLAIN, 'ところ 所', 'Nn'), // 殺すところだった
  row(
    'when',
    PLAIN,
    'とき 時 時に ときに 時は 前 前に まえに 後 あと 後で あとで 後に 間 あいだ 間に うちに 度に たびに 際',
    'Nn',
  ),
  row('case', PLAIN, '場合 場合は 場合には ようであれば ようなら ようでしたら 時は ときは', 'Ba'),
  row(
    'case',
    `${PLAIN} Nn Nx No`,
    'なら ならば んなら のなら のであれば んだったら のだったら のでしたら んやったら',
    'Ba',
  ),
  row('case', PLAIN, 'もんなら ものなら', 'Ba'),
  row('until', PLAIN, 'まで までは までに まで、', 'X'),
  row('unless', 'U', '限り かぎり 限りは', 'Ba'),
  row('toonly', 'Nx U Ta M X No', 'としか', 'Q'), // 無能としか言えない
  row(
    'to',
    'Nx U Ta M O X No Nn Te Np Ban',
    'と って とは だなんて だとか とも とか なんて などと なんか など っと とまで とでも とさえ てな ちゅうて 言うて',
    'Q',
  ),
  row('say', 'Nx U Ta M O X Nn Te', 'という といった っていう っつう ちゅう っちゅう との って言う とかいう って', 'Q'),
  row(
    'because',
    `${PLAIN} X`,
    'から ので んで さかい さかいに さけ けん けんのう けえ けえのう けぇ き きに きん もんで んだから のだから からには 以上',
    'X',
  ),
  row('because', 'O', 'から', 'X'),
  row('though', `${PLAIN} X O`, 'けど けれど けども けれども が のに ものの くせに ばってん けんど ところで', 'X'),
  row('and', PLAIN, 'し', 'X'),
  row('attempt', 'O', 'と', 'suru'), // 殺そうとする
  row('intend', 'O', 'と思 とおも かと思 と考え とは思', 'w'), // 殺そうと思う
  row('intend', 'O', 'と考え とは考え', 'ichidan'),
];
