import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Message, parseMail, readThreading, UnreadableMailError } from '../../src/mail/index.ts';
import { mail } from '../support/mime.ts';
import { headers, mutate, mutation, part } from './arbitrary.ts';
import { receivedAt } from './support.ts';

const RUNS = Number(process.env.FUZZ_RUNS ?? 300);
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
  it('of a well-formed structure are read', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(part, headers, async (body, fields) => check(mail(body, fields))),
      { numRuns: RUNS },
    );
  });

  it('of a mutated mail are read or refused', { timeout: 60_000 }, async () => {
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

  it('at all are read or refused', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 2_000 }), async (bytes) => check(Buffer.from(bytes))),
      { numRuns: RUNS },
    );
  });

  it('give the same message twice', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(part, headers, async (body, fields) => {
        const raw = mail(body, fields);
        expect(await parseMail(raw, receivedAt)).toEqual(await parseMail(raw, receivedAt));
      }),
      { numRuns: Math.ceil(RUNS / 5) },
    );
  });
});
