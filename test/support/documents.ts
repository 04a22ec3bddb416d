import { crc32, deflateSync } from 'node:zlib';
import iconv from 'iconv-lite';

/** Builds documents byte by byte, so that tests may break them. */

/** A zip in which nothing is packed. */
export function storedZip(files: Readonly<Record<string, string | Buffer>>): Buffer {
  const [local, central]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [path, content] of Object.entries(files)) {
    const [name, bytes] = [Buffer.from(path), Buffer.from(content)];
    const common = Buffer.alloc(26); // version, flags, method, time, date, CRC, sizes, lengths
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(bytes), 10);
    common.writeUInt32LE(bytes.length, 14);
    common.writeUInt32LE(bytes.length, 18);
    common.writeUInt16LE(name.length, 22);
    const head = Buffer.concat([Buffer.from('PK\x03\x04'), common, name, bytes]);
    const place = Buffer.alloc(14); // comment, disk, attributes, offset
    place.writeUInt32LE(offset, 10);
    local.push(head);
    central.push(Buffer.from('PK\x01\x02\x14\x00'), common, place, name);
    offset += head.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(local.length, 4);
  end.writeUInt16LE(local.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...local, directory, Buffer.from('PK\x05\x06'), end]);
}

export const docx = (text: string, run = ''): Buffer =>
  storedZip({
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>${text.slice(0, 3)}</w:t></w:r>${run}<w:r><w:t>${text.slice(3)}</w:t></w:r></w:p></w:body></w:document>`,
  });

export const xlsx = (text: string): Buffer =>
  storedZip({
    'xl/sharedStrings.xml': `<?xml version="1.0"?><sst><si><r><t>${text.slice(0, 3)}</t></r><r><t>${text.slice(3)}</t></r></si></sst>`,
    'xl/worksheets/sheet1.xml': '<worksheet><row><c t="s"><v>0</v></c><c><v>42</v></c></row></worksheet>',
  });

export const pptx = (text: string): Buffer =>
  storedZip({ 'ppt/slides/slide1.xml': `<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>` });

export const odt = (text: string): Buffer =>
  storedZip({
    mimetype: 'application/vnd.oasis.opendocument.text',
    'content.xml': `<office:document-content><office:body><text:p>${text.slice(0, 3)}<text:span>${text.slice(3)}</text:span></text:p></office:body></office:document-content>`,
  });

/** A PDF of one page whose font is not embedded, in Shift_JIS, as Japanese printer drivers wrote them; without text it is a scan. */
export function pdf(text: string | null): Buffer {
  const hex = text === null ? '' : iconv.encode(text, 'shift_jis').toString('hex');
  return pdfWith(Buffer.from(text === null ? 'q Q' : `BT /F1 18 Tf 72 700 Td <${hex}> Tj ET`));
}

/** A PDF that unpacks to `megabytes` of blanks. */
export const pdfBomb = (megabytes: number): Buffer =>
  pdfWith(deflateSync(Buffer.alloc(megabytes * 1024 * 1024, 0x20)), '/Filter/FlateDecode');

function pdfWith(content: Buffer, filter = ''): Buffer {
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>',
    `<</Length ${content.length}${filter}>>`,
    '<</Type/Font/Subtype/Type0/BaseFont/MS-Gothic/Encoding/90ms-RKSJ-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/MS-Gothic/CIDSystemInfo<</Registry(Adobe)/Ordering(Japan1)/Supplement 2>>/DW 1000/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/MS-Gothic/Flags 4/FontBBox[0 -137 1000 859]/ItalicAngle 0/Ascent 859/Descent -137/CapHeight 769/StemV 78>>',
  ];
  const pieces: Buffer[] = [Buffer.from('%PDF-1.4\n')];
  const places: number[] = [];
  const length = () => pieces.reduce((sum, piece) => sum + piece.length, 0);
  objects.forEach((object, at) => {
    places.push(length());
    pieces.push(Buffer.from(`${at + 1} 0 obj\n${object}`));
    if (at === 3) pieces.push(Buffer.from('stream\n'), content, Buffer.from('\nendstream'));
    pieces.push(Buffer.from('\nendobj\n'));
  });
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('');
  const count = objects.length + 1;
  const end = `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer<</Size ${count}/Root 1 0 R>>\nstartxref\n${length()}\n%%EOF`;
  return Buffer.concat([...pieces, Buffer.from(end)]);
}

/** Rich Text as WordPad writes it: Shift_JIS by its font, with hidden words and a picture. */
export function rtf(text: string, hidden = ''): Buffer {
  const hex = (said: string): string =>
    [...iconv.encode(said, 'shift_jis')].map((byte) => `\\'${byte.toString(16).padStart(2, '0')}`).join('');
  return Buffer.from(
    `{\\rtf1\\ansi\\ansicpg932\\deff0{\\fonttbl{\\f0\\fnil\\fcharset128 ${hex('ＭＳ 明朝')};}}{\\*\\generator Riched20;}` +
      `{\\info{\\title x}}\\pard\\f0 ${hex(text.slice(0, 3))}{\\v ${hex(hidden)}}{\\pict\\pngblip 00ff}${hex(text.slice(3))}\\par}`,
  );
}

export const calendar = (description: string): Buffer =>
  Buffer.from(
    [
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'BEGIN:VEVENT',
      'UID:1@example.com',
      'SUMMARY;LANGUAGE=ja:打ち合わせ',
      `DESCRIPTION:${description.slice(0, 3)}`,
      ` ${description.slice(3)}\\nよろしく\\, お願いします`,
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ].join('\r\n'),
  );

/** S/MIME that carries `content` within its signature, by nobody (RFC 5652, 5.1); `kind` is the last arc of its type. */
export function cms(content: Buffer, kind: 2 | 3 = 2): Buffer {
  const oid = (last: number) => der(0x06, Buffer.from([0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x07, last]));
  const carried = der(0x30, oid(1), der(0xa0, der(0x04, content)));
  const signed = der(0x30, der(0x02, Buffer.from([1])), der(0x31), carried, der(0x31));
  return der(0x30, oid(kind), der(0xa0, signed));
}

function der(tag: number, ...inside: readonly Buffer[]): Buffer {
  const content = Buffer.concat(inside);
  if (content.length < 0x80) return Buffer.concat([Buffer.from([tag, content.length]), content]);
  const length = Buffer.alloc(6);
  length.writeUInt8(tag, 0);
  length.writeUInt8(0x84, 1);
  length.writeUInt32BE(content.length, 2);
  return Buffer.concat([length, content]);
}
