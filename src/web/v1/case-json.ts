import type { z } from '@hono/zod-openapi';
import type { Claim, QueuedCase, Report } from '../../cases/index.ts';
import type { CaseView, MailView } from '../case-view.ts';
import type { PartView } from '../evidence.ts';
import { BLOCKS, hidesSubject } from '../veil.ts';
import type { Case, CaseRow } from './answers.ts';

/** A case as the list of the desk shows it. */
export function rowJson({
  claim,
  skipped: _,
  declined: __,
  receivedAt,
  subject,
  ...row
}: QueuedCase): z.output<typeof CaseRow> {
  return {
    ...row,
    subject: hidesSubject(row.acts, false) ? null : subject,
    receivedAt: receivedAt.toISOString(),
    claim: claimJson(claim),
  };
}

/** A case as its page shows it, hidden words hidden. */
export function caseJson({ detail, mails, veil }: CaseView, claim: Claim | null): z.output<typeof Case> {
  const { items: _, report, decisions, receivedAt, from, subject, ...rest } = detail;
  return {
    ...rest,
    from: veil.cover(from),
    subject: veil.cover(subject),
    receivedAt: receivedAt.toISOString(),
    claim: claimJson(claim),
    report: report && reportJson(report, veil.cover),
    hidden: veil.hides,
    items: mails.map((mail) => itemJson(mail, veil.cover)),
    decisions: decisions.map(({ decision, by, at }) => ({ decision, by, at: at.toISOString() })),
  };
}

const reportJson = (
  { id: _, seenAt: __, happenedAt, handedInAt, words, notes, ...report }: Report,
  cover: (text: string) => string,
) => ({
  ...report,
  words: cover(words),
  happenedAt: happenedAt?.toISOString() ?? null,
  handedInAt: handedInAt.toISOString(),
  notes: notes.map((note) => ({ words: cover(note.words), at: note.at.toISOString() })),
});

const claimJson = (claim: Claim | null) => claim && { name: claim.name, until: claim.until.toISOString() };

function itemJson({ item, message, parts, reasons, remarks }: MailView, cover: (text: string) => string) {
  const { mailId: id, source, receivedAt, deliveries, assessment, warnings, failure } = item;
  const person = ({ name, address }: { name: string; address: string }) => ({ name: cover(name), address });
  return {
    id,
    source,
    receivedAt: receivedAt.toISOString(),
    deliveries,
    message: message && {
      from: message.from && person(message.from),
      to: message.to.map(person),
      cc: message.cc.map(person),
      subject: cover(message.subject),
      date: message.date?.toISOString() ?? null,
      parts: parts.map((part) => ({ id: part.id, ...partJson(part.view) })),
      attachments: message.attachments.map(({ filename, contentType, size, sha256 }) => ({
        filename: cover(filename),
        contentType,
        size,
        sha256,
      })),
    },
    assessment: assessment && {
      band: assessment.band,
      score: assessment.score,
      acts: assessment.acts,
      axes: assessment.axes,
      reader: assessment.reader,
      dictionary: assessment.dictionary,
    },
    reasons: reasons.map(({ match: { entry, act, part, points }, words, sentence }) => ({
      entry,
      act,
      part,
      words,
      points,
      sentence,
    })),
    remarks,
    warnings,
    failure,
  };
}

const partJson = ({ blocks, cut }: PartView) => ({
  cut,
  blocks: blocks.map(({ kind, runs }) => ({
    kind,
    text: runs.map(({ text, veiled }) => (veiled ? BLOCKS : text)).join(''),
  })),
});
