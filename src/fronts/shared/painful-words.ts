import type { Act } from '../../detect/index.ts';
import type { Span } from '../../text/index.ts';

/** What kind of words is hidden, as far as a page says it. */
export const HIDDEN_KINDS = ['violent', 'sexual', 'other'] as const;
export type HiddenKind = (typeof HIDDEN_KINDS)[number];

export function hiddenKindOf(act: Act): HiddenKind {
  if (act === 'physical-violence') return 'violent';
  return act === 'sexual' ? 'sexual' : 'other';
}

/**
 * Stems that hurt beside what an entry found, in texts made comparable. They decide nothing about a mail and hide a word too
 * many rather than one too few: they are looked for only where something is hidden anyway. What is no such word stands in the
 * exceptions (相殺, 必死, 名刺).
 */
const STEMS: Readonly<Record<Exclude<HiddenKind, 'other'>, readonly string[]>> = {
  violent: [
    '(?<!相)殺(?!到|菌|虫|風景)[さしすせそスシサセ]?',
    '(?<![コァ-ヺ])コロ[スシサセ](?![ァ-ヺ])',
    'ぶっ?ころ[さしすせそ]',
    '(?<![こ])ころ[すせ](?=ぞ|よ|か|な|。|、|!|$)',
    '(?<!必)死(?!活|角|守)[なにぬねのんネヌ]?',
    '(?<![ァ-ヺ])シネ(?![ァ-ヺ])',
    'くたば[らりるれろっ]',
    '(?<!名|風)刺(?!激|繍|身|々)[さしすせそ]?',
    '殴[らりるれろっ]?',
    '蹴[らりるれろっ散飛殺]?',
    'ぶん?なぐ[らりるれろっ]',
    'ぶっ(?:飛|叩|潰|壊|とば|た|ち)[ばかくけきさしすいっ]?',
    'ぶちのめ[さしすせそ]|叩きのめ[さしすせそ]|痛めつけ|痛い目|張り倒[さしすせそ]',
    'しば[いかくけこき](?!り)',
    'どつ[いかくけこき]',
    'ボコ(?:ボコ|[らりるれろっ])',
    '(?:首|喉|のど)を?(?:絞|締|切|掻|刎|は[ねん]|へし|折|かっ切)[ぁ-ん]?',
    '絞め[ぁ-ん]?|絞殺',
    '斬[らりるれろっ]',
    '切り(?:刻|裂|落と|つけ)[ぁ-ん]?|切り?裂',
    '突き(?:刺|落と)[ぁ-ん]?',
    '撃[たちつてとっ]|射殺|狙撃|銃',
    '轢[かきくけこい]',
    'へし折[らりるれろっ]',
    '(?:腕|足|骨|歯|指|鼻|背骨|あばら)(?:を|の骨を)?(?:へし|折|詰|切|砕|潰)[ぁ-ん]?',
    '目玉|内臓|臓器|脳みそ|はらわた',
    '八つ裂|皆殺|半殺|串刺|血祭|血まみれ|血だるま|血の海|血の雨|血を見|流血',
    '生き埋め|(?:山|海|湾|川|土)に(?:埋|沈)[ぁ-ん]?|コンクリ(?:ート)?(?:で固|詰)[ぁ-ん]?',
    '拷問|監禁|拉致|誘拐|処刑|暗殺|虐殺|惨殺|撲殺',
    '襲(?:撃|[わいうえっ])',
    '爆(?:破|弾|発物|殺)|火炎瓶|放火|火を?(?:つけ|付け|放)[ぁ-ん]?|燃や[さしすせそ]|焼き(?:払|尽く|討)[ぁ-ん]?|火の海',
    '灯油|ガソリン|硫酸|サリン|毒(?:を|殺|物|薬)?',
    '包丁|刃物|ナイフ|出刃|ドス(?=を|で|持)|日本刀|金属バット|凶器|スタンガン',
    '息の根|命(?:を(?:取|奪|もら)|は(?:ない|無い))[ぁ-ん]?|棺桶|遺書|葬式|命日|墓場',
    '(?<![a-z])(?:kill|murder|stab|strangl|shoot|behead|bomb|slaughter|torture|punch|throat)[a-z]*',
    '(?<![a-z])(?:beat|burn|blow|smash|break|crush|cut|hurt|bury|hunt) (?:you|your|u|him|her|them|down|up|off)(?![a-z])',
    '(?<![a-z])(?:knife|knives|machete|axe|guns?|die|dead|corpse|blood|bones|coffin|acid|petrol|slit|choke)(?![a-z])',
    '(?<![a-z])(?:hang|gut|skin|drown|finish|rip) (?:you|your|yourself|him|her|them)(?![a-z])',
    '杀|宰[了你]|[弄整打掐砍捅炸撞]死|砍[断你了]|捅你|剁|打[断爆]|揍|炸[了掉平]|炸[弹彈]|[烧焼燒][死掉了]|下毒|投毒|菜刀|斧[头頭]|棍子|汽油',
    '去死|等死|不得好死|死全家|全家死|要你的?命|狗命|[见見]血|血[债債流]|陪葬|跳[楼樓]',
    '[🔪🔫💣🧨🩸⚰]',
  ],
  sexual: [
    '犯[さしすせそ]',
    '強姦|レイプ|夜這い|孕ま|中出し|手込め|輪姦|淫',
    'セックス|(?<![ァ-ヺ])エッチ|エロ(?!ー|ジ)|フェラ|クンニ|手コキ|オナニー|自慰|勃[起っちつた]|射精|ハメ撮り|喘[ぎいぐ]',
    'しゃぶ[らりるれろっ]|舐め(?:回)?[ぁ-ん]?|揉[まみむめもん]',
    'おっぱい|乳(?:首|房)|[巨爆貧美]乳|(?:胸|乳)を(?:触|揉|見|吸)[ぁ-ん]?|谷間|お?尻|ケツ|太もも|股間?|陰部|局部',
    'ちん[こぽ]|チン[コポ]|まんこ|マンコ',
    '下着|パンツ|パンティー?|パンチラ|ブラジャー|ノーブラ|ノーパン|何カップ|スリーサイズ',
    '(?:全|半|丸)?裸|脱[いがぎげご]|素っ裸',
    'キス(?!ト|カ)|抱(?:かせ|かれ|いてや|きたい|き締め|きしめ)|添い寝|ハグ',
    'ヤ[らりるれろ](?=せ|た|ま|ろ)|やらせ[ろてる]|ムラムラ|欲情',
    '愛人|セフレ|援交|援助交際|枕営業|肉便器|性(?:奴隷|処理|行為|器|交)|痴漢|変態',
    '(?<![a-z])(?:rape|sex|nude|naked|boobs?|tits|cock|dick|pussy|blow ?job|strip|panties|bra|fuck|slut|whore|horny|orgasm|penis|vagina)[a-z]*',
    '(?<![a-z])(?:ass|arse|butt|cum|breasts?|nipples?|cleavage|knickers|lingerie|underwear|thong|virgin|suck|lick)(?![a-z])|(?<![a-z])sleep with',
    '[强強][奸姦暴]|裸[体照聊]|脱[光衣]|脫[光衣]|胸[部罩大]|奶子|屁股|乳|上床|[开開]房|做[爱愛]|[约約]炮|陪睡|睡你|包[养養]|操[你死]|肏|[骚騷][货貨]|性感(?!染)|[内內][衣裤褲]',
  ],
};

const PATTERNS = (['violent', 'sexual'] as const).map((kind) => ({
  kind,
  pattern: new RegExp(STEMS[kind].join('|'), 'gu'),
}));

/** The words of a text made comparable that hurt, whatever was found in it; in order of their kinds. */
export const painfulIn = (text: string): (Span & { readonly kind: HiddenKind })[] =>
  PATTERNS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length, kind })),
  );
