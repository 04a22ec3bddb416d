import { describe, expect, it } from 'vitest';
import { html, mail, multipart, text } from '../../support/mime.ts';
import { parse, partOf } from '../support.ts';

const words = async (source: string) => partOf(await parse(mail(html(source))), 'html');

describe('the words of HTML', () => {
  it.each([
    ['blocks become lines', '<div>一</div><div>二<br>三</div>四', '一\n二\n三\n四'],
    ['paragraphs are parted by an empty line', '<p>一</p><p>二</p>', '一\n\n二'],
    ['an empty block is an empty line', '<div>一</div><div><br></div><div>二</div>', '一\n\n二'],
    ['inline elements part nothing', '死<b></b><span>ね</span>', '死ね'],
    [
      'a break in the source parts no Japanese word',
      '<p>納期の\n  件です. Hello\nworld</p>',
      '納期の件です. Hello world',
    ],
    [
      'cells stand on one line',
      '<table><tr><td>項目</td><td>金額</td></tr><tr><td>a</td></tr></table>',
      '項目 金額\na',
    ],
    [
      'quoted blocks are marked',
      '返事<blockquote>前の<br>文<blockquote>その前</blockquote></blockquote>後',
      '返事\n\n> 前の\n> 文\n\n> > その前\n\n後',
    ],
    ['entities are decoded', '&#27515;&#x306D; &lt;b&gt;&amp;&nbsp;&hearts;&#0;', '死ね <b>&\u00A0♥\uFFFD'],
    [
      'scripts, styles, titles and comments are no words',
      '<title>t</title><style>p{}</style><!-- c --><script>"<p>"</script>本文',
      '本文',
    ],
    ['preformatted lines stay', '<pre>a\n  b\n\nc</pre>', 'a\n  b\n\nc'],
    ['broken tags do not stop it', '<p>a<<b>b</i></p></p><a href="x>c</a>', 'a<b'],
  ])('%s', async (_, source, expected) => {
    expect(await words(source)).toBe(expected);
  });

  it.each([2_000, 200_000])('nested %i deep are found', async (depth) => {
    expect(await words(`${'<div><b>'.repeat(depth)}底の言葉${'</b></div>'.repeat(depth)}`)).toBe('底の言葉');
    expect(await words(`${'<blockquote>'.repeat(depth)}底の言葉`)).toMatch(/^(> ){9}底の言葉$/);
  });

  it('of several HTML parts are all read, whatever one of them leaves open', async () => {
    const message = await parse(mail(multipart('mixed', [html('<p>一<!-- '), html('<p>二<style>'), html('三')])));
    expect(partOf(message, 'html')).toBe('一\n\n二\n\n三');
  });

  it.each([
    ['display:none', '<div style="color:red; DISPLAY : none">'],
    ['a class of a style sheet', '<style>.a, p > .b { display:none }</style><div class="x b">'],
    ['visibility:hidden', '<div style="visibility:hidden">'],
    ['a font of no size', '<div style="font-size:0px">'],
    ['the hidden attribute', '<div hidden>'],
  ])('hidden by %s are a part of their own and warned of', async (_, tag) => {
    const message = await parse(mail(html(`<p>表</p>${tag}<div>裏</div>の言葉</div>外`)));
    expect([partOf(message, 'html'), partOf(message, 'hidden')]).toEqual(['表\n\n外', '裏\nの言葉']);
    expect(message.warnings).toEqual(['hidden-text']);
  });

  it('hidden ones part no others, and stand beside with the lines that they are in', async () => {
    const message = await parse(mail(html('<p>殺<b hidden>x</b>し<b hidden>y</b>に行く</p>')));
    expect([partOf(message, 'html'), partOf(message, 'hidden')]).toEqual(['殺しに行く', 'xy\n殺xしyに行く']);
  });

  it('the readings above words stand beside, and hide nothing', async () => {
    const message = await parse(mail(html('<ruby>東京<rp>(</rp><rt>とうきょう</rt><rp>)</rp></ruby>へ行く')));
    expect([partOf(message, 'html'), partOf(message, 'hidden')]).toEqual(['東京へ行く', '(とうきょう)']);
    expect(message.warnings).toEqual([]);
  });

  it.each([
    ['visible in what is not', '<div style="visibility:hidden"><b style="visibility:visible">表</b></div>'],
    ['large in what is small', '<div style="font-size:0"><b style="font-size:14px">表</b></div>'],
    ['white on a picture', '<td style="background:url(a.png);color:#fff">表</td>'],
    ['white on red', '<table bgcolor="#f00"><tr><td><font color="white">表</font></td></tr></table>'],
    ['bold', '<p style="font:700 14px/1.5 sans-serif">表</p>'],
    ['hidden on a telephone', '<style>@media (max-width:600px){p{display:none}}</style><p>表</p>'],
    ['hidden while a pointer is over them', '<style>p:hover{display:none}</style><p>表</p>'],
    ['below a paragraph that was not closed', '<p hidden><p>表'],
  ])('are shown: %s', async (_, source) => {
    const message = await parse(mail(html(source)));
    expect([partOf(message, 'html'), message.warnings]).toEqual(['表', []]);
  });

  it.each([
    ['tags that end nothing', `${'<i>'.repeat(300_000)}底${'</u>'.repeat(300_000)}`],
    ['ends of what a block holds apart', `${'<x><div><i>'.repeat(50_000)}底${'</x>'.repeat(300_000)}`],
    ['words on lines of their own', `<p>${'font-size\n'.repeat(200_000)}底`],
    ['braces', `<style>${'{'.repeat(1_000_000)}</style>底`],
    ['media in media', `<style>${'@media{a{display:none;'.repeat(100_000)}</style>底`],
  ])('behind %s without end are found', { timeout: 60_000 }, async (_, source) => {
    expect(await words(source)).toContain('底');
  });

  it.each([
    ['a small font', '<div style="font-size:0.9em">表</div>'],
    ['an empty hidden element', '<div style="display:none">&#8203; </div><p>表</p>'],
    ['a hidden image', '<img style="display:none">表'],
  ])('are not called hidden for %s', async (_, source) => {
    expect((await parse(mail(html(source)))).warnings).toEqual([]);
  });
});

describe('plain text and HTML side by side', () => {
  const both = async (plain: string, source: string) => {
    const message = await parse(mail(multipart('alternative', [text(plain), html(source)])));
    return [partOf(message, 'body'), partOf(message, 'html')];
  };

  it('with the same words give one part', async () => {
    const plain =
      '*お世話になっております。*\n詳しくはこちら<https://www.example.jp/a?b=1>を\nご覧ください。\n\n> 前のメール\n[image: logo]';
    const source =
      '<p><b>お世話になっております。</b></p><p>詳しくは<a href="https://www.example.jp/a?b=1">こちら</a>をご覧ください。</p><blockquote>前のメール</blockquote><img src="cid:1">';
    expect(await both(plain, source)).toEqual([plain, null]);
  });

  it('with other words in the HTML give those words', async () => {
    const plain = 'お世話になっております。佐藤です。\nよろしくお願いいたします。';
    const source = '<p>お世話になっております。佐藤です。</p><p>お前を許さない。</p><p>よろしくお願いいたします。</p>';
    expect(await both(plain, source)).toEqual([plain, 'お前を許さない。']);
  });

  it('words put together from the plain text are other words', async () => {
    expect((await both('死活監視の件です。ねじの納品もお願いします。', '<p>死</p><p>ね</p>'))[1]).toBe('死\n\nね');
  });

  it('a plain text that only points to the HTML hides nothing', async () => {
    expect(await both('HTML形式のメールです。', '<p>本文はこちらです。</p>')).toEqual([
      'HTML形式のメールです。',
      '本文はこちらです。',
    ]);
  });
});
