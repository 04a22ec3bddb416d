import { html, mail } from '../../support/mime.ts';
import { type Wrapping, whole } from './wrapping.ts';

/** A page on which something stands between the letters that nobody sees. */
const page =
  (hidden: string, head = '') =>
  (threat: string) =>
    mail(html(`<html><head>${head}</head><body><p>${[...threat].join(hidden)}</p></body></html>`));

const styled = (style: string): Wrapping => whole(`split by ${style}`, page(`<span style="${style}">x</span>`));

const inSheet = (css: string, hidden = '<span class="a b" id="c">x</span>'): Wrapping =>
  whole(`split by the style sheet ${css}`, page(hidden, `<style>${css}</style>`));

/** Letters that a reader's mail program does not show, between those that it shows. */
export const HIDDEN_LETTERS: readonly Wrapping[] = [
  styled('display:none'),
  styled('DISPLAY : none !important'),
  styled('display:/* */none'),
  styled('visibility:hidden'),
  styled('font-size:0'),
  styled('font-size:1px'),
  styled('font-size:.1em'),
  styled('font:0/0 a'),
  styled('opacity:0'),
  styled('opacity:0.01'),
  styled('height:0;overflow:hidden'),
  styled('max-height:0px;overflow:hidden'),
  styled('width:1px;height:1px;overflow:hidden'),
  styled('color:#fff'),
  styled('color:#fefefe;background:white'),
  styled('color:transparent'),
  styled('color:rgba(0,0,0,0)'),
  styled('position:absolute;left:-9999px'),
  styled('text-indent:-999em'),
  styled('transform:scale(0)'),
  styled('clip-path:inset(100%)'),
  styled('mso-hide:all'),
  inSheet('.a{display:none}'),
  inSheet('.b { font-size : 0 }'),
  inSheet('#c{visibility:hidden}'),
  inSheet('span{opacity:0}'),
  inSheet('p span.a{display:none}'),
  inSheet('.x,.a.b{display:none}'),
  inSheet('@media screen{.a{display:none}}'),
  inSheet('<!-- .a{display:none!important} -->', '<span class="a" style="display:inline">x</span>'),
  whole('split by the hidden attribute', page('<i hidden>x</i>')),
  whole('split by a font in the colour of the page', page('<font color="#ffffff">x</font>')),
  whole('split by hidden blocks', page('<div style="display:none">x<br>y</div>')),
  whole('split by hidden elements that are never closed in order', page('<b><i style="display:none">x</b></i>')),
  whole('split by comments', page('<!-- x -->')),
  whole('split by scripts and styles', page('<style>p{}</style><script>x</script>')),
  whole('split by zero-width spaces', page('&#8203;')),
  whole('split by soft hyphens', page('&shy;&shy;')),
  whole('split by tags', page('&#xE0041;'.repeat(20))),
  whole('shown in what is hidden', (threat) =>
    mail(
      html(
        `<div style="visibility:hidden">${[...threat].map((one) => `x<b style="visibility:visible">${one}</b>`).join('')}</div>`,
      ),
    ),
  ),
  whole('large in what is small', (threat) =>
    mail(
      html(
        `<div style="font-size:0">${[...threat].map((one) => `x<b style="font-size:14px">${one}</b>`).join('')}</div>`,
      ),
    ),
  ),
  whole('under readings of each letter', (threat) =>
    mail(html(`<p>${[...threat].map((one) => `<ruby>${one}<rp>(</rp><rt>x</rt><rp>)</rp></ruby>`).join('')}</p>`)),
  ),
  whole('the readings above letters', (threat) =>
    mail(html(`<p>${[...threat].map((one) => `<ruby>花<rt>${one}</rt></ruby>`).join('')}</p>`)),
  ),
  whole('hidden as a whole', (threat) => mail(html(`<p>こんにちは。</p><p style="display:none">${threat}</p>`))),
  whole('hidden by a rule that another one takes back', (threat) =>
    mail(html(`<style>.a{display:none}</style><p class="a" style="display:block">${threat}</p>`)),
  ),
];
