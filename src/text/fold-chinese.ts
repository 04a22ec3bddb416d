import { pass, type Rule } from './rewrite.ts';

const disguise = (pattern: string, to: string): Rule => ({ pattern: new RegExp(pattern, 'gu'), to });

/** Written with other characters or with the first letters of their sounds; closed, for 沙 is sand and SB a part number. */
const disguises: readonly Rule[] = [
  disguise('[沙莎鲨刹](?=了[你妳他她])', '杀'),
  disguise('(?<=[你们們妳个個的大是真群老])s[ ._*-]?b(?![a-z0-9-])', '傻逼'),
  disguise('[傻煞沙][ ._*-]?(?:[bx](?![a-z0-9])|[比笔叉缺屄吊])', '傻逼'),
  disguise('[草艹日曰肏曹](?=[你尼泥妳][妈媽马馬]|你大爷|你全家|你祖宗)', '操'),
  disguise('(?<=操)[尼泥妳][马馬]', '你妈'),
  disguise('尼[玛瑪]', '你妈'),
  disguise('(?<![a-z0-9@._/-])c[ .*]?n[ .*]?m(?![a-z0-9@_/-])', '操你妈'),
  disguise('(?<![a-z0-9@._/-])nmsl(?![a-z0-9@_/-])', '你妈死了'),
  disguise('(?<![a-z0-9@._/-])w[dc]nmd?(?![a-z0-9@_/-])', '操你妈'),
  disguise('(?<=你)(?:m|🐴)(?=死)', '妈'),
  disguise('他(?:m的|妈d)(?![a-z0-9])', '他妈的'),
  disguise('(?<=去|全家)(?:si|s|4)(?=[吧光啊,。!]|$)', '死'),
  disguise('(?<=[弄搞砍打捅])(?:si|s|4)(?=[你妳他她])', '死'),
  disguise('(?<![a-z])sha(?=了?[你妳他她])', '杀'),
  disguise('(?<![a-z])gun(?=[蛋吧])', '滚'),
  disguise('(?:辣鸡|垃ji|(?<![a-z0-9])lj)(?=公司|客服|店|平台|商家|服务|东西|玩意)', '垃圾'),
  disguise('曝guang', '曝光'),
  disguise('(?<![a-z])tui(?=[钱款])', '退'),
  disguise('(?<![a-z0-9@._/-])(?:tmd|nmd)(?=[\\p{Script=Han},。!])', '他妈的'),
];

/** Shorter than what is joined anyway, and no ordinary Chinese reads so with its characters apart. */
const APART =
  '杀了你 殺了你 弄死你 去死 傻逼 废物 廢物 滚蛋 滾蛋 贱人 賤人 婊子 智障 脑残 腦殘 差评 差評 操你妈 操你媽'.split(' ');
const GAP = '[ .·・*★/_|~=+-]{1,3}';
const apart = APART.map((word) => disguise(`(?<![\\p{L}\\p{N}])${[...word].join(GAP)}(?![\\p{L}\\p{N}])`, word));

/** Chinese as it is hidden: 沙了你, s_b, nmsl, 杀 了 你. */
export const readChinese = pass(
  /[沙莎鲨刹]了|s[ ._*-]?b|[傻煞沙][ ._*-]?[bx比笔叉缺屄吊]|[草艹日肏曹操][你尼泥妳]|尼[玛瑪]|c[ .*]?n[ .*]?m|nmsl|[tn]md|w[dc]nm|[草艹日曰]你|你(?:m|🐴)死|他(?:m的|妈d)|(?:[去弄搞砍打捅]|全家)[s4]|sha[了你妳他她]|gun[蛋吧]|辣鸡|垃ji|lj[公客店平商服东玩]|曝guang|tui[钱款]|[杀殺弄去傻废廢滚滾贱賤婊智脑腦差操][ .·・*★/_|~=+-]/,
  [...disguises, ...apart],
);
