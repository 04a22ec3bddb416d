import type { Pack } from '../evidence/compose.ts';
import { type PackFile, sealed, sha256Of } from '../evidence/manifest.ts';
import { readMe } from '../evidence/read-me.ts';
import { senderOf } from '../evidence/sender.ts';
import { zipOf } from '../evidence/zip.ts';
import type { Dossier, DossierOrder } from './dossier.ts';
import { dossierLayout } from './layout.ts';
import { DOSSIER_SHARES } from './shares.ts';
import { DOSSIER_WORDS, nameOf } from './writing.ts';

/**
 * The rules of a company and what it did, as a PDF in both languages with the letters that went out: a pack like those of evidence, and checked by
 * the same means. Equal facts and orders give equal bytes.
 *
 * @example
 * const { bytes, sha256 } = await makeDossier(dossier, order);
 */
export async function makeDossier(dossier: Dossier, order: DossierOrder): Promise<Pack> {
  const files = await filesOf(dossier, order);
  const { about, cases } = dossier;
  const head = {
    case: cases.map(({ id }) => id).join(' '),
    ...(about.kind === 'case' ? {} : { counterparty: about.id }),
    recipient: order.recipient,
    purpose: DOSSIER_SHARES[order.recipient].purpose,
    made: { at: order.at.toISOString(), by: senderOf(order), komainu: order.komainu },
  };
  const bytes = await zipOf(sealed(head, files));
  return { bytes, sha256: sha256Of(bytes), files };
}

async function filesOf(dossier: Dossier, order: DossierOrder): Promise<PackFile[]> {
  const { pdfOf } = await import('../letters/pdf.ts'); // only now: large
  const files: PackFile[] = [];
  for (const language of ['ja', 'en'] as const) {
    const say = DOSSIER_WORDS[language];
    const layout = dossierLayout(language, dossier, order);
    const bytes = await pdfOf(layout, {
      title: `${say.title} ${nameOf(dossier, say)}`,
      company: order.company.name,
      language,
      at: order.at,
    });
    files.push({ path: `dossier.${language}.pdf`, what: 'dossier', bytes });
    files.push({ path: `README.${language}.txt`, what: 'read-me', bytes: Buffer.from(readMe(language)) });
  }
  for (const { id, letters } of dossier.cases)
    for (const { number, file } of letters)
      if (file !== null) files.push({ path: `letters/case-${id}-letter-${number}.pdf`, what: 'letter', bytes: file });
  return files;
}
