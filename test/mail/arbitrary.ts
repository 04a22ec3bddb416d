import fc from 'fast-check';
import { attachedMail, encode, file, html, mail, multipart, type Part, text, words } from '../support/mime.ts';

const japanese = ['utf-8', 'iso-2022-jp', 'shift_jis', 'euc-jp'] as const;
const charset = fc.constantFrom(...japanese);
const declared = fc.constantFrom(...japanese, null, 'us-ascii', 'iso-8859-1', 'x-none', 'utf-7', 'utf-16');
const transfer = fc.constantFrom('7bit', 'base64', 'quoted-printable' as const);
const sentence = fc.stringMatching(/^[あ-んア-ヶ亜-腕a-zA-Z0-9、。!?\r\n >-]{0,200}$/);
const markup = fc
  .array(
    fc.oneof(
      sentence,
      fc.constantFrom('<p>', '</p>', '<b', '<!--', '<blockquote>', '<div hidden>', '&#0;', '<pre>', '\0'),
    ),
  )
  .map((pieces) => pieces.join(''));

/** A part of any well-formed structure, with its charset declared rightly or wrongly. */
export const part = fc.letrec<{ part: Part; leaf: Part }>((tie) => ({
  part: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(
        fc.constantFrom('mixed', 'alternative', 'related', 'digest', 'report'),
        fc.array(tie('part'), { maxLength: 4 }),
      )
      .map(([subtype, parts]) => multipart(subtype, parts)),
    tie('part').map((inner) => attachedMail(mail(inner))),
  ),
  leaf: fc.oneof(
    fc.record({ charset, declared, transfer }).chain((options) => sentence.map((content) => text(content, options))),
    fc.record({ charset, declared, transfer }).chain((options) => markup.map((content) => html(content, options))),
    fc.tuple(fc.string({ unit: 'binary' }), fc.uint8Array()).map(([name, bytes]) => file(name, Buffer.from(bytes))),
    fc.uint8Array().map((bytes) => text(Buffer.from(bytes), { declared: null })),
  ),
})).part;

export const headers = fc.record({
  Subject: fc.tuple(charset, sentence).map(([name, value]) => words(name, value)),
  From: fc.oneof(
    fc.string({ unit: 'binary' }),
    sentence.map((value) => encode(value, 'shift_jis')),
  ),
  References: fc.string(),
  Date: fc.string(),
});

/** A change to bytes; places are shares of the length, so that one fits every mail. */
export const mutation = fc.oneof(
  fc.record({ kind: fc.constant('set' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(80) }),
  fc.record({
    kind: fc.constant('insert' as const),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 20 }),
      fc.constantFrom('\r\n\r\n', '--', '\x1b$B', '=', '"', ';', '\0').map((s) => Buffer.from(s)),
    ),
  }),
);

export type Mutation = typeof mutation extends fc.Arbitrary<infer M> ? M : never;

export function mutate(raw: Buffer, mutations: readonly Mutation[]): Buffer {
  return mutations.reduce((bytes, change) => {
    const at = Math.floor(change.at * bytes.length);
    switch (change.kind) {
      case 'set':
        return Buffer.concat([bytes.subarray(0, at), Buffer.from([change.byte]), bytes.subarray(at + 1)]);
      case 'cut':
        return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + change.length)]);
      case 'insert':
        return Buffer.concat([bytes.subarray(0, at), change.bytes, bytes.subarray(at)]);
    }
  }, raw);
}
