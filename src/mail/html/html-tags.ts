import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';

/** The attributes that tell whether an element is shown, entities decoded; '' where one is missing. */
export interface Attributes {
  style: string;
  class: string;
  id: string;
  bgcolor: string;
  color: string;
  hidden: boolean;
}

/** What is heard of an HTML text, in its order. Names are in lower case. */
export interface TagListener {
  text(text: string): void; // entities decoded; a stretch may come in pieces
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
}

type Written = Exclude<keyof Attributes, 'hidden'>;
const WRITTEN: ReadonlySet<string> = new Set<Written>(['style', 'class', 'id', 'bgcolor', 'color']);
const NONE: Attributes = { style: '', class: '', id: '', bgcolor: '', color: '', hidden: false };

/** Reads tags and text one after the other and builds no tree: nesting costs nothing, however deep. Never throws. */
export function readTags(html: string, listener: TagListener): void {
  let name = '';
  let attribute = '';
  let value = '';
  let attributes = NONE;
  const opened = (): void => listener.open(name, attributes);
  const ignored = (): void => {};
  const callbacks: TokenizerCallbacks = {
    ontext: (start, end) => listener.text(html.slice(start, end)),
    ontextentity: (codePoint) => listener.text(String.fromCodePoint(codePoint)),
    onopentagname(start, end) {
      name = html.slice(start, end).toLowerCase();
      attributes = NONE;
    },
    onattribname(start, end) {
      attribute = html.slice(start, end).toLowerCase();
      value = '';
    },
    onattribdata(start, end) {
      if (WRITTEN.has(attribute)) value += html.slice(start, end);
    },
    onattribentity(codePoint) {
      if (WRITTEN.has(attribute)) value += String.fromCodePoint(codePoint);
    },
    onattribend() {
      if (attribute === 'hidden') attributes = { ...attributes, hidden: true };
      else if (WRITTEN.has(attribute) && attributes[attribute as Written] === '')
        attributes = { ...attributes, [attribute]: value };
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
