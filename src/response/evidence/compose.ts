import { setImmediate as breathe } from 'node:timers/promises';
import { dayOf } from '../../util/day.ts';
import { canonicalJson } from './canonical.ts';
import type { EvidenceCase, EvidenceMail, PackOrder } from './case.ts';
import { coverText } from './cover.ts';
import { custodyFor } from './custody.ts';
import { decisionsFor } from './decisions.ts';
import { type PackFile, sealed, sha256Of } from './manifest.ts';
import { readMe } from './read-me.ts';
import { type Content, isShared, SHARES } from './recipients.ts';
import { senderOf } from './sender.ts';
import { summaryPdf } from './summary.ts';
import { careStates, headerBlock, textCopy } from './texts.ts';
import { zipOf } from './zip.ts';

/** The files of a pack for its recipient, without the manifest. Equal cases and orders give equal bytes. */
export async function composePack(whole: EvidenceCase, order: PackOrder): Promise<PackFile[]> {
  const has = (content: Content) => isShared(order.recipient, content, order.redactions.length > 0);
  const mails = whole.mails.filter(({ kind }) => kind !== 'incident' || has('consultation')); // an employee's own words
  const evidence = { ...whole, mails };
  const digits = Math.max(3, String(mails.length).length);
  const numbered = mails.map((mail, place) => ({
    mail,
    number: place + 1,
    name: String(place + 1).padStart(digits, '0'),
  }));
  async function perMail(
    content: 'originals' | 'headers' | 'redacted',
    extension: string,
    bytesOf: (mail: EvidenceMail, number: number) => Uint8Array | null,
  ): Promise<PackFile[]> {
    const files: PackFile[] = [];
    for (const { mail, number, name } of has(content) ? numbered : []) {
      const bytes = bytesOf(mail, number);
      if (bytes !== null) files.push({ path: `${content}/mail-${name}.${extension}`, what: content, bytes });
      await breathe(); // whatever else its process does goes on: a thread may hold thousands
    }
    return files;
  }
  const json = (content: Content, value: unknown): PackFile[] =>
    has(content) ? [{ path: `${content}.json`, what: content, bytes: Buffer.from(canonicalJson(value)) }] : [];
  let covered = 0; // places, in all copies
  const files: PackFile[] = [
    ...json(
      'mails',
      numbered.map(({ mail, number }) => mailRow(mail, number, has('consultation'))),
    ),
    ...(await perMail('originals', 'eml', ({ raw }) => raw)),
    ...(await perMail('headers', 'txt', ({ raw }) => raw && headerBlock(raw))),
    ...(await perMail('redacted', 'txt', (mail, number) => {
      const { text, places } = textCopy(mail, number, order);
      covered += places;
      return Buffer.from(text);
    })),
    ...consultations(evidence, order, json),
    ...json(
      'assessment',
      numbered.map(({ mail, number }) => assessmentRow(mail, number)),
    ),
    ...json('decisions', decisionsFor(evidence.decisions, SHARES[order.recipient])),
    ...json('care', careStates(evidence.care)),
    ...json('custody', custodyFor(evidence.custody, order.recipient)),
  ];
  const languages = ['ja', 'en'] as const;
  const summaries: PackFile[] = [];
  for (const language of languages) {
    const bytes = await summaryPdf(language, evidence, order, files);
    summaries.push({ path: `summary.${language}.pdf`, what: 'summary', bytes });
  }
  return [
    ...files,
    ...languages.map(
      (language): PackFile => ({
        path: `cover.${language}.txt`,
        what: 'cover',
        bytes: Buffer.from(coverText(language, evidence, order, { files, covered })),
      }),
    ),
    ...summaries,
    ...languages.map(
      (language): PackFile => ({
        path: `README.${language}.txt`,
        what: 'read-me',
        bytes: Buffer.from(readMe(language)),
      }),
    ),
  ];
}

/** A finished pack: its bytes, and their hash, which is noted outside it. */
export interface Pack {
  readonly bytes: Buffer<ArrayBuffer>;
  readonly sha256: string; // hex
  readonly files: readonly PackFile[];
}

/** @example const { sha256 } = await makePack(evidence, order); */
export async function makePack(evidence: EvidenceCase, order: PackOrder): Promise<Pack> {
  const files = await composePack(evidence, order);
  const made = {
    at: order.at.toISOString(),
    by: senderOf(order),
    komainu: order.komainu,
  };
  const bytes = await zipOf(
    sealed({ case: evidence.id, recipient: order.recipient, purpose: order.purpose, made }, files),
  );
  return { bytes, sha256: sha256Of(bytes), files };
}

/** What is known of a mail beside its text. Where it came in tells that somebody handed it in: not for everybody. */
const mailRow = ({ raw, ...mail }: EvidenceMail, number: number, origin: boolean) => ({
  number,
  kind: origin ? mail.kind : 'received',
  receivedAt: mail.receivedAt,
  size: mail.size,
  sha256: mail.sha256,
  kept: raw !== null,
  unchanged: raw === null ? null : sha256Of(raw) === mail.sha256,
  ...(origin ? { source: mail.source, uidValidity: mail.uidValidity, uid: mail.uid } : {}),
});

const assessmentRow = ({ assessment, failure, warnings }: EvidenceMail, number: number) => ({
  number,
  assessment,
  failure,
  warnings,
});

/** One as it is, several as a list. */
function consultations(
  { reports }: EvidenceCase,
  order: PackOrder,
  json: (content: Content, value: unknown) => PackFile[],
): PackFile[] {
  const rows = reports.map((report) => consultationRow(report, order));
  if (rows.length === 0) return [];
  return json('consultation', rows.length === 1 ? rows[0] : rows);
}

/**
 * Not who handed it in, nor what they wish: that is theirs to say. Of what happened on a day, or about an hour of it, only the day is told. What
 * was added and answered later stands below, in its words.
 */
const consultationRow = (
  { channel, happenedAt, happenedAbout, handedInAt, otherSide, words, notes }: EvidenceCase['reports'][number],
  { company: { timeZone } }: PackOrder,
) => ({
  channel,
  ...(happenedAbout === null || happenedAt === null
    ? { happenedAt }
    : { happenedOn: dayOf(happenedAt, timeZone), happenedAbout, timeZone }),
  handedInAt,
  otherSide,
  words,
  added: notes.map((note) => ({ from: note.author, words: note.words, at: note.at })),
});
