import type { z } from '@hono/zod-openapi';
import {
  type CaseDetail,
  type CaseInList,
  type Claim,
  type Consultation,
  type Decision,
  elementsIn,
  keepingOf,
  type RetentionDays,
} from '../../../cases/index.ts';
import type { Standing } from '../../../store/index.ts';
import type { CaseView, MailView, PartView } from '../../shared/index.ts';
import type { Case, CaseRow } from './case-answers.ts';

/** Field by field: what the review app learns to know of a case later is not told to other systems unasked. */
const sameOf = ({
  id,
  kind,
  status,
  band,
  acts,
  mails,
  decidedBy,
  counterparty,
  assignee,
}: CaseInList | CaseDetail) => ({
  id,
  kind,
  status,
  band,
  acts,
  mails,
  decidedBy,
  counterparty,
  assignee,
});

/** A case as the list of the review app shows it. @param row veiled */
export function rowJson(
  row: CaseInList,
  standing: Standing | null,
  retention: RetentionDays,
): z.output<typeof CaseRow> {
  const decision = standing?.decided?.decision ?? null;
  const keeping = standing && keepingOf(standing.times, retention);
  return {
    ...sameOf(row),
    from: row.from,
    subject: row.subject,
    receivedAt: row.receivedAt.toISOString(),
    claim: claimJson(row.claim),
    sources: row.sources,
    confidential: row.confidential,
    decidedAt: standing?.times.decidedAt?.toISOString() ?? null,
    severity: decision?.kind === 'approve' ? decision.severity : null,
    reason: decision?.kind === 'dismiss' ? decision.reason : null,
    keptUntil: keeping?.kind === 'until' ? keeping.at.toISOString() : null,
  };
}

/** A case as its page shows it, hidden words hidden. */
export function caseJson({ detail, mails, masking }: CaseView, claim: Claim | null): z.output<typeof Case> {
  const { report, decisions, previousCase, heldBy, merging } = detail;
  return {
    ...sameOf(detail),
    from: masking.coverLine(detail.from),
    subject: masking.coverLine(detail.subject),
    receivedAt: detail.receivedAt.toISOString(),
    claim: claimJson(claim),
    previousCase,
    mergedInto: merging.into,
    merged: merging.parts.map(({ id }) => id),
    heldBy,
    hidden: masking.hides,
    report: report && consultationJson(report, masking.cover),
    first: detail.first + 1,
    items: mails.map((mail) => itemJson(mail, masking.cover)),
    decisions: decisions.map(({ decision, by, at }) => ({
      decision: { ...decisionJson(decision), note: masking.cover(decision.note) },
      by,
      at: at.toISOString(),
    })),
  };
}

/** As clients know it: the list names what is met. */
function decisionJson(decision: Decision) {
  switch (decision.kind) {
    case 'approve':
      return { ...decision, elements: elementsIn(decision.elements, 'met'), elementStates: decision.elements };
    case 'hand-over':
      return { kind: decision.kind, to: decision.to, note: decision.note };
    case 'dismiss':
    case 'reopen':
      return decision;
  }
}

const consultationJson = (consultation: Consultation, cover: (text: string) => string) => ({
  reporter: consultation.reporter,
  channel: consultation.channel,
  confidential: consultation.confidential,
  happenedAt: consultation.happenedAt?.toISOString() ?? null,
  happenedAbout: consultation.happenedAbout,
  otherSide: consultation.otherSide,
  words: cover(consultation.words),
  wish: consultation.wish,
  handedInAt: consultation.handedInAt.toISOString(),
  notes: consultation.notes.map(({ author, by, words, at }) => ({
    author,
    by,
    words: cover(words),
    at: at.toISOString(),
  })),
});

const claimJson = (claim: Claim | null) => claim && { name: claim.name, until: claim.until.toISOString() };

function itemJson({ item, message, parts, reasons, remarks }: MailView, cover: (text: string) => string) {
  const { mailId: id, source, receivedAt, deliveries, watchedSince, assessment, warnings, failure } = item;
  const person = ({ name, address }: { name: string; address: string }) => ({
    name: cover(name),
    address: cover(address),
  });
  return {
    id,
    source,
    receivedAt: receivedAt.toISOString(),
    deliveries,
    watchedSince: watchedSince?.toISOString() ?? null,
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
      probability: assessment.probability,
      acts: assessment.acts,
      at_least: assessment.atLeast,
      worry: assessment.worry,
      dictionary: assessment.dictionary,
    },
    reasons: reasons.map(({ match: { entry, act, part, atLeast, strength }, words, sentence }) => ({
      entry,
      act,
      part,
      words,
      at_least: atLeast,
      strength,
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
    text: runs.map(({ text, label }) => label ?? text).join(''),
  })),
});
