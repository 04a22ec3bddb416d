/** What may be wrong in a dictionary, as it is told in English and in Japanese; `$1` is what the sentence names. */
const SENTENCES: readonly (readonly [RegExp, string])[] = [
  [/^longer than (\d+) characters$/, '一つの言い方は$1文字までです'],
  [/^unexpected (.)$/, '「$1」がここにあるのはおかしいです'],
  [/^empty phrase$/, '空の言い方があります'],
  [/^a phrase needs words beside/, '…や・だけでは探せません。言葉を書いてください'],
  [/^\( is never closed/, '「(」に対する「)」がありません'],
  [/^nothing between/, '「( )」の中が空です'],
  [/^\{ needs a name/, '「{」に対する名前と「}」がありません'],
  [/^\} without/, '「}」だけがあります'],
  [/^\? behind plain words/, '「?」は、なくてもよい部分なら (…)?、疑問符そのものなら \\? と書いてください'],
  [/^no word here is certain/, '必ず現れる言葉がありません。( )? や … の外に言葉を足してください'],
  [/^too many alternatives/, '選択肢が多すぎます。いくつかの言い方に分けてください'],
  [/^(.+) is not read as a predicate/, '「$1」は述語として読めません。「言い方」に書いてください'],
  [/^(.+) has no word of its own/, '「$1」はどこにでもある言葉です。目的語を足してください'],
  [/^(\{.+\}) is not in grammar/, '「$1」という言葉の一覧はありません'],
  [/^(.+) does not end in a verb/, '「$1」は辞書形の動詞で終わっていません'],
  [/^words refer to each other/, '言葉の一覧が互いを参照しすぎています'],
  [/stands behind/, '{ } の置き場所が違います'],
  [/^(.+) stands under of too$/, '「$1」が of と not_of の両方にあります'],
  [
    /is about do or be/,
    '「だれが」「だれに」「どう言うとき」は、「すること」か「人について言うこと」がある項目だけに書けます',
  ],
  [/write \+ or - before all or none/, '「ふつうに加えて・除く」と、それ以外の言い方は、一緒に選べません'],
  [/^write do, be, noun or say$/, 'do、be、noun、say のどれかを書いてください'],
  [/^do and be are for Japanese/, 'do と be は日本語の項目だけに書けます。say に書いてください'],
  [/^only an entry of an act can be an apprentice/, '見習いにできるのは行為の項目だけです'],
  [/^unknown key (.+)$/, '$1 という欄はありません'],
  [/^(.+) is there already; choose another id$/, '$1 という項目はもうあります。別の名前にしてください'],
  [/^(.+) has a file already$/, '$1 のファイルはもうあります'],
  [/^(.+) is not there$/, '$1 という項目がありません'],
  [/^missing$/, 'ファイルがありません'],
  [/^(.+) does not match its own example: (.+)$/, '$1 が自分の例に当たりません：$2'],
  [/^(.+) matches what it must not: (.+)$/, '$1 が当たってはいけない例に当たります：$2'],
  [/^(.+) matches it by now; move it to match: (.+)$/, '$1 はこの漏れにもう当たります。match に移してください：$2'],
  [/^Invalid option: expected one of (.+)$/, '次のどれかを書いてください：$1'],
  [/^Invalid input: expected .+, received undefined$/, '書かれていません'],
  [/^Invalid input: expected array/, '[ ] で囲んだ一覧を書いてください'],
  [/^Invalid input: expected (?:number|int)/, '数を書いてください'],
  [/^Invalid (?:input|string)/, '書き方が違います'],
  [/^Too big: .*<=?(\d+)/, '大きすぎます（$1まで）'],
  [/^Too small: .*>=?(\d+)/, '小さすぎるか、足りません（$1以上）'],
  [/^Map keys must be unique/, '同じ名前の欄が二つあります'],
];

/**
 * What is wrong in a dictionary in words of whoever reads it. A sentence that is not known, as of the reader of YAML, is quoted.
 *
 * @example
 * problemWords('unknown key foo', 'ja') // → 'foo という欄はありません'
 */
export function problemWords(message: string, language: 'ja' | 'en'): string {
  if (language === 'en') return message;
  const known = SENTENCES.find(([pattern]) => pattern.test(message));
  if (known === undefined) return `YAML の書き方に誤りがあります（${message}）`;
  return message.replace(known[0], known[1]).replace(/;.*$/, '');
}

/**
 * The same of all that is wrong with a dictionary, a line each behind its place, as `formatProblem` writes them.
 *
 * @example
 * problemsInWords('sexual.yaml:18:9: entries.0.foo: unknown key foo', 'ja') // → 'sexual.yaml:18:9: entries.0.foo: foo という欄はありません'
 */
export const problemsInWords = (problems: string, language: 'ja' | 'en'): string =>
  problems
    .split('\n')
    .map((line) => {
      const [, place = '', message] = /^(\S+?:\d+:\d+: (?:[\w.-]+: )?)?(.*)$/s.exec(line)!;
      return place + problemWords(message!, language);
    })
    .join('\n');
