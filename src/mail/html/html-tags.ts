import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** What is heard of an HTML text, in its order. Names are in lower case. */
export interface TagListener {
  text(text: string): void; // entities decoded; a stretch may come in pieces
  open(name: string, hidden: boolean): void; // hidden: its own attributes keep it from being shown
  close(name: string): void;
}

// Of the style attribute without white space. A zero must not be the start of 0.9em.
const HIDING = /display:none|visibility:hidden|mso-hide:all|(font-size|opacity):0(?![.\d]*[1-9])/;

/** Reads tags and text one after the other and builds no tree: nesting costs nothing, however deep. Never throws. */
export function readTags(html: string, listener: TagListener): void {
  let name = '';
  let attribute = '';
  let style = '';
  let hidden = false;
  const opened = (): void => listener.open(name, hidden);
  const ignored = (): void => {};
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => listener.text(html.slice(start, end)),
    ontextentity: (codePoint) => listener.text(String.fromCodePoint(codePoint)),
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
      hidden = false;
    },
    onattribname(start, end) {
      attribute = html.slice(start, end).toLowerCase();
      style = '';
    },
    onattribdata(start, end) {
      if (attribute === 'style') style += html.slice(start, end);
    },
    onattribentity(codePoint) {
      if (attribute === 'style') style += String.fromCodePoint(codePoint);
    },
    onattribend() {
      hidden ||= attribute === 'hidden' || HIDING.test(style.replace(/\s+/g, '').toLowerCase());
    },
    onopentagend: opened,
    onselfclosingtag: opened,
    onclosetag: (start, end) => listener.close(html.slice(start, end).trimEnd().toLowerCase()),
    oncdata: ignored,
    oncomment: ignored,
    ondeclaration: ignored,
    onprocessinginstruction: ignored,
    onend: ignored,
  };
  const tokenizer = new Tokenizer({ xmlMode: false, decodeEntities: true }, callbacks);
  tokenizer.write(html);
  tokenizer.end();
}
