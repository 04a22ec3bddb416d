import { html, mail, type TextOptions, text } from '../../support/mime.ts';
import { type Wrapping, whole } from './wrapping.ts';

const written = (name: string, options: TextOptions, part = text): Wrapping =>
  whole(name, (threat) => mail(part(threat, options)));

/** Charsets and transfer encodings, named rightly, wrongly or not at all. */
export const BYTES: readonly Wrapping[] = [
  written('in UTF-8', {}),
  written('in base64', { transfer: 'base64' }),
  written('in quoted-printable', { transfer: 'quoted-printable' }),
  written('in HTML alone', {}, html),
  written('in ISO-2022-JP', { charset: 'iso-2022-jp' }),
  written('in Shift_JIS', { charset: 'shift_jis' }),
  written('in EUC-JP', { charset: 'euc-jp' }),
  written('in UTF-16', { charset: 'utf-16le', transfer: 'base64' }),
];
