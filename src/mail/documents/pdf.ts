import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { init } from '@embedpdf/pdfium';

const PAGES = 500;
const silent = (): void => {}; // it would print what it stumbles over
const BYTES_OF_UNIT = 2; // UTF-16

/** What the types of the module leave out; another array whenever the memory has grown. */
interface Memory {
  readonly HEAPU8: Uint8Array;
}

/**
 * The text layer of a PDF, as far as there is room: what its pages draw as text, found by PDFium, which runs as WebAssembly and so in
 * memory of its own. It knows the encodings of Japanese fonts that are not embedded.
 *
 * @returns '' when there are only pictures. @throws Error for what is no PDF, or encrypted.
 */
export async function pdfText(bytes: Buffer, most: number): Promise<string> {
  const wasm = await readFile(createRequire(import.meta.url).resolve('@embedpdf/pdfium/pdfium.wasm'));
  const pdf = await init({ wasmBinary: Uint8Array.from(wasm).buffer, print: silent, printErr: silent });
  pdf.PDFiumExt_Init();
  const { malloc, free } = pdf.pdfium.wasmExports;
  const memory = pdf.pdfium as unknown as Memory;
  const start = malloc(bytes.length);
  memory.HEAPU8.set(bytes, start);
  const document = pdf.FPDF_LoadMemDocument(start, bytes.length, '');
  if (document === 0) throw new Error('cannot be opened');
  const pages: string[] = [];
  let room = most;
  for (let at = 0; at < Math.min(pdf.FPDF_GetPageCount(document), PAGES) && room > 0; at++) {
    const page = pdf.FPDF_LoadPage(document, at);
    const text = page === 0 ? 0 : pdf.FPDFText_LoadPage(page);
    if (text === 0) continue;
    const units = Math.min(pdf.FPDFText_CountChars(text), room);
    const into = malloc((units + 1) * BYTES_OF_UNIT);
    const written = pdf.FPDFText_GetText(text, 0, units, into); // with its terminator
    const found = Buffer.from(memory.HEAPU8.subarray(into, into + Math.max(written - 1, 0) * BYTES_OF_UNIT));
    pages.push(found.toString('utf16le'));
    room -= units;
    free(into);
    pdf.FPDFText_ClosePage(text);
    pdf.FPDF_ClosePage(page);
  }
  return pages.join('\n');
}
