/** Why a file cannot be given with a fact. */
export type FileProblem = 'kind' | 'not-as-named';

const starts =
  (...bytes: readonly number[]) =>
  (head: Uint8Array): boolean =>
    bytes.every((byte, at) => head[at] === byte);
const ascii =
  (text: string, from = 0) =>
  (head: Uint8Array): boolean =>
    Buffer.from(head.subarray(from, from + text.length)).toString('latin1') === text;
const any = (): boolean => true;

const JPEG = starts(0xff, 0xd8, 0xff);
const TIFF = (head: Uint8Array): boolean => starts(0x49, 0x49, 0x2a, 0)(head) || starts(0x4d, 0x4d, 0, 0x2a)(head);
const MP4 = ascii('ftyp', 4);
const MATROSKA = starts(0x1a, 0x45, 0xdf, 0xa3);
const RIFF = ascii('RIFF');

/** Photos, recordings, scans, saved mails and texts by the end of their name, with what such a file begins with. */
const KINDS: Readonly<Record<string, (head: Uint8Array) => boolean>> = {
  jpg: JPEG,
  jpeg: JPEG,
  png: starts(0x89, 0x50, 0x4e, 0x47),
  gif: ascii('GIF8'),
  webp: RIFF,
  heic: MP4,
  heif: MP4,
  bmp: ascii('BM'),
  tif: TIFF,
  tiff: TIFF,
  pdf: ascii('%PDF'),
  mp3: any, // with a tag before it or without, in several forms
  aac: any,
  m4a: MP4,
  wav: RIFF,
  flac: ascii('fLaC'),
  ogg: ascii('OggS'),
  oga: ascii('OggS'),
  opus: ascii('OggS'),
  amr: ascii('#!AMR'),
  mp4: MP4,
  m4v: MP4,
  mov: any,
  '3gp': MP4,
  webm: MATROSKA,
  avi: RIFF,
  eml: any,
  msg: starts(0xd0, 0xcf, 0x11, 0xe0),
  txt: any,
};

/** Ends of names that a form may offer, with their dots. */
export const TAKEN_FILES: readonly string[] = Object.keys(KINDS).map((end) => `.${end}`);

/** What a program begins with: Windows, Linux, macOS, a script. */
const PROGRAMS = [ascii('MZ'), ascii('\u007fELF'), starts(0xcf, 0xfa, 0xed, 0xfe), starts(0xca, 0xfe, 0xba, 0xbe)];

/**
 * Whether a file is a photo, a recording, a scan, a saved mail or a text, by its name and its first bytes; null: it is.
 *
 * @param head its first sixteen bytes at least, where it has so many
 *
 * @example
 * fileProblem('setup.exe', new Uint8Array()) // → 'kind'
 */
export function fileProblem(name: string, head: Uint8Array): FileProblem | null {
  const end = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const fits = Object.hasOwn(KINDS, end) ? KINDS[end]! : null;
  if (fits === null) return 'kind';
  const program = PROGRAMS.some((begins) => begins(head)) || (ascii('#!')(head) && end !== 'amr');
  return program || !fits(head) ? 'not-as-named' : null;
}
