import { buffer } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import { ZipFile } from 'yazl';
import { openDocument } from '../../../src/mail/documents/open-document.ts';
import { docx, pdf, pdfBomb } from '../../support/documents.ts';

const SAID = 'お世話になっております。明日伺います。';
const PATIENT = { deadlineMs: 120_000 }; // the machine may do much else

describe('in a thread', { timeout: 180_000 }, () => {
  it('documents are read', async () => {
    expect(await openDocument(pdf(SAID), PATIENT)).toBe(SAID);
    expect(await openDocument(docx(SAID), PATIENT)).toBe(SAID);
  });

  it('a PDF that unpacks to more memory than it may take cannot be opened', async () => {
    expect(await openDocument(pdfBomb(1_200), PATIENT)).toBeNull();
  });

  it('a zip bomb is read as far as there is room', async () => {
    const zip = new ZipFile();
    zip.addBuffer(Buffer.concat([Buffer.from('<w:t>'), Buffer.alloc(200 * 1024 * 1024, 'あ')]), 'word/document.xml');
    zip.end();
    const text = await openDocument(await buffer(zip.outputStream as NodeJS.ReadableStream), PATIENT);
    expect(text).toHaveLength(1_000_000);
  });

  it('what takes too long cannot be opened', async () => {
    expect(await openDocument(pdf(SAID), { deadlineMs: 1 })).toBeNull();
  });
});
