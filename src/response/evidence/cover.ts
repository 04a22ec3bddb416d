import type { EvidenceCase, PackOrder } from './case.ts';
import { contentWords, mailsWords, WORDS } from './cover-words.ts';
import type { PackFile } from './manifest.ts';
import { momentsIn } from './moment.ts';
import { CONTENTS, SHARES } from './recipients.ts';
import { senderOf } from './sender.ts';

/** The letter that goes with a pack: what it is, for whom and what for, what it holds, and what was found. */
export function coverText(
  language: 'ja' | 'en',
  evidence: EvidenceCase,
  order: PackOrder,
  { files, covered }: { readonly files: readonly PackFile[]; readonly covered: number },
): string {
  const { recipient, purpose, at, company, acts } = order;
  const say = WORDS[language];
  const moment = momentsIn(company.timeZone);
  const standing = evidence.decisions.findLast(({ decision: { kind } }) => kind === 'approve');
  const found = standing?.decision.kind === 'approve' ? standing.decision : null;
  const outcome = SHARES[recipient].decisions === 'outcome';
  return [
    say.title,
    '',
    `${say.to}: ${say.recipients[recipient]}`,
    `${say.purpose}: ${say.purposes[purpose]}`,
    `${say.from}: ${senderOf(order)}`,
    `${say.made}: ${moment(at)}`,
    `${say.case}: ${evidence.id}`,
    '',
    `■ ${say.found}`,
    ...(found === null || standing === undefined
      ? []
      : [
          `${say.decidedAt}: ${moment(standing.at)}`,
          `${say.acts}: ${found.acts.map((act) => acts[language][act]).join(say.comma)}`,
          `${say.declaration}: ${found.declaration ? say.yes : say.no}`,
          ...(outcome
            ? []
            : [
                `${say.severity}: ${found.severity ?? '-'}`,
                `${say.elements}: ${(['customer', 'beyond', 'harmed'] as const)
                  .map((one) => `${say.elementNames[one]} ${say.elementStates[found.elements[one]]}`)
                  .join(say.comma)}`,
              ]),
        ]),
    '',
    `■ ${mailsWords(say, evidence)}`,
    ...evidence.mails.map(
      ({ kind, receivedAt, size, sha256 }, place) =>
        `${place + 1}. ${kind === 'incident' ? say.reported : say.received}: ${moment(receivedAt)}  ${say.bytes(size)}  SHA-256 ${sha256}`,
    ),
    '',
    `■ ${say.holds}`,
    ...CONTENTS.flatMap((content) => {
      const count = files.filter(({ what }) => what === content).length;
      return count === 0 ? [] : [`- ${contentWords(say, content, evidence)}${say.files(count)}`];
    }),
    ...(files.some(({ what }) => what === 'redacted')
      ? ['', covered > 0 ? say.redacted(covered) : say.nothingCovered]
      : []),
    '',
    say.readMe,
    '',
  ].join('\n');
}
