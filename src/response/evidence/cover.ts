import { dayOf } from '../../util/day.ts';
import type { EvidenceCase, PackOrder } from './case.ts';
import { WORDS } from './cover-words.ts';
import type { PackFile } from './manifest.ts';
import { CONTENTS, SHARES } from './recipients.ts';

/** The letter that goes with a pack: what it is, for whom and what for, what it holds, and what was found. */
export function coverText(
  language: 'ja' | 'en',
  evidence: EvidenceCase,
  { recipient, purpose, at, by, company, acts, redactions }: PackOrder,
  files: readonly PackFile[],
): string {
  const say = WORDS[language];
  const moment = (when: Date) => `${when.toISOString()} (${dayOf(when, company.timeZone)} ${company.timeZone})`;
  const standing = evidence.decisions.findLast(({ decision: { kind } }) => kind === 'approve');
  const found = standing?.decision.kind === 'approve' ? standing.decision : null;
  const outcome = SHARES[recipient].decisions === 'outcome';
  return [
    say.title,
    '',
    `${say.to}: ${say.recipients[recipient]}`,
    `${say.purpose}: ${say.purposes[purpose]}`,
    `${say.from}: ${company.name}${SHARES[recipient].staffNames ? ` ${by}` : ''}`,
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
    `■ ${say.mails(evidence.mails.length)}`,
    ...evidence.mails.map(
      ({ receivedAt, size, sha256 }, place) =>
        `${place + 1}. ${moment(receivedAt)}  ${say.bytes(size)}  SHA-256 ${sha256}`,
    ),
    '',
    `■ ${say.holds}`,
    ...CONTENTS.flatMap((content) => {
      const count = files.filter(({ what }) => what === content).length;
      return count === 0 ? [] : [`- ${say.contents[content]}${say.files(count)}`];
    }),
    ...(redactions.length > 0 && files.some(({ what }) => what === 'redacted') ? ['', say.redacted] : []),
    '',
    say.readMe,
    '',
  ].join('\n');
}
