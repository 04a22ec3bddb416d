import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Message, parseMail, readThreading, UnreadableMailError } from '../../src/mail/index.ts';
import { attachedMail, encode, file, html, mail, multipart, type Part, text, words } from '../support/mime.ts';
import { receivedAt } from './support.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
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

const part = fc.letrec<{ part: Part; leaf: Part }>((tie) => ({
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

const headers = fc.record({
  Subject: fc.tuple(charset, sentence).map(([name, value]) => words(name, value)),
  From: fc.oneof(
    fc.string({ unit: 'binary' }),
    sentence.map((value) => encode(value, 'shift_jis')),
  ),
  References: fc.string(),
  Date: fc.string(),
});

const mutation = fc.oneof(
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

function mutate(
  raw: Buffer,
  mutations: readonly (typeof mutation extends fc.Arbitrary<infer M> ? M : never)[],
): Buffer {
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

/** Whatever the bytes are: a message that keeps its promises, or the one error that says they are no mail. */
async function check(raw: Buffer): Promise<void> {
  readThreading(raw);
  let message: Message;
  try {
    message = await parseMail(raw, receivedAt);
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableMailError);
    expect((error as Error).cause).toBeUndefined(); // a cause is a fault of ours
    return;
  }
  const texts = [
    message.subject,
    ...message.parts.map((each) => each.text),
    ...message.headers.map(({ value }) => value),
  ];
  for (const each of texts) expect(each).not.toMatch(/\0|\p{Surrogate}/u);
  for (const { filename, size, sha256 } of message.attachments) {
    expect(filename).not.toMatch(/[/\\\p{Cc}\u202E]|^\.|^$/u);
    expect(size).toBeGreaterThanOrEqual(0);
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
  }
  for (const { address } of [message.from, ...message.to, ...message.cc].filter((each) => each !== null)) {
    expect(address).toMatch(/^[^\s@<>]+@[^\s@<>]+$/);
  }
  expect(message.date?.getTime()).not.toBeNaN();
}

describe('any bytes', () => {
  it('of a well-formed structure are read', async () => {
    await fc.assert(
      fc.asyncProperty(part, headers, async (body, fields) => check(mail(body, fields))),
      { numRuns: RUNS },
    );
  });

  it('of a mutated mail are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(
        part,
        headers,
        fc.array(mutation, { minLength: 1, maxLength: 30 }),
        async (body, fields, mutations) => check(mutate(mail(body, fields), mutations)),
      ),
      { numRuns: RUNS },
    );
  });

  it('at all are read or refused', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => check(Buffer.from(bytes))),
      { numRuns: RUNS },
    );
  });

  it('give the same message twice', async () => {
    await fc.assert(
      fc.asyncProperty(part, headers, async (body, fields) => {
        const raw = mail(body, fields);
        expect(await parseMail(raw, receivedAt)).toEqual(await parseMail(raw, receivedAt));
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});
