import { type CaseDetail, type CaseId, type PersonId, reportsOf } from '../../cases/index.ts';
import {
  type Bundle,
  type BundleCase,
  type BundleEntry,
  type BundleMail,
  type Disclosure,
  type DisclosureSubject,
  type EvidenceMail,
  PURPOSES,
  RECIPIENTS,
  redact,
} from '../../response/index.ts';
import {
  auditRows,
  caseEntries,
  caseOrigin,
  commentsOf,
  consentOf,
  expertRequests,
  letterFile,
  lettersOf,
  listAccounts,
  loadAccount,
  measuresOfCase,
  objectionsOf,
  ordinaryOf,
  ownCases,
  ownConsultations,
  standingWatches,
  theirCases,
  theirMails,
  theirObjections,
} from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import { admittedOrNull } from '../cases/admit.ts';
import { dossierGround } from '../evidence/dossier-facts.ts';
import { gatherEvidence } from '../evidence/gather.ts';
import { Refusal } from '../refusal.ts';
import { type KeptDeps, whoseOf } from './whose.ts';

type LeftOut = { -readonly [K in keyof Bundle['leftOut']]: number };

/** What one case is looked at with: whose mails and reports are theirs, whose names are covered, and what was left out so far. */
interface Looking {
  readonly whose: Awaited<ReturnType<typeof whoseOf>>;
  readonly reports: ReadonlySet<string>; // ids of what the person handed in
  readonly names: readonly string[];
  readonly leftOut: LeftOut;
}

/** All that is kept of whom a request is about, without what is of others. @throws Refusal `too-large` */
export async function bundleOf(
  deps: KeptDeps,
  actor: Actor,
  {
    id,
    received,
    role,
    subject,
  }: Pick<Disclosure, 'id' | 'received' | 'role'> & { readonly subject: DisclosureSubject | null },
  held: boolean,
): Promise<Bundle> {
  const { db } = deps;
  const about = subject!;
  const whose = await whoseOf(deps, about);
  const found = await theirCases(db, whose, visibilityOf(actor));
  if (found === null) throw new Refusal({ code: 'too-large' });
  const own = whose.person === null ? [] : await ownConsultations(db, whose.person);
  const names = (await listAccounts(db, deps.now())).flatMap(({ id: one, name }) =>
    one === whose.person ? [] : [name],
  );
  const leftOut: LeftOut = { mails: 0, reports: 0, concerned: 0, advice: 0, held: 0, recused: 0, names: 0 };
  const looking: Looking = { whose, reports: new Set(own.map((report) => report.id)), names, leftOut };
  const cases: BundleCase[] = [];
  for (const one of found) {
    const detail = await admittedOrNull(deps, actor, one.id);
    if (detail === null) leftOut.recused++;
    else if (detail.heldBy !== null && !held) leftOut.held++;
    else cases.push(await caseOf(deps, actor, detail, looking));
  }
  const { rules, policies } = await dossierGround(deps, actor, null, []);
  const watches = (await standingWatches(db, deps.now())).filter(({ address }) =>
    whose.addresses.includes(address.toLowerCase()),
  );
  return {
    ...{ request: { id, received, role }, subject: about, cases, rules, policies, leftOut },
    ordinary: (await ordinaryOf(db, whose)).map(({ day, band }) => ({ day, band })),
    watches: watches.map(({ since, until }) => ({ since, until })),
    objections: await theirObjections(db, whose),
    counterparty: whose.register && factsOf(whose.register),
    person: whose.person === null ? null : await personOf(deps, whose.person),
  };
}

async function caseOf(deps: KeptDeps, actor: Actor, detail: CaseDetail, looking: Looking): Promise<BundleCase> {
  const { db } = deps;
  const { id } = detail;
  const { leftOut } = looking;
  const sight = visibilityOf(actor);
  const origin = await caseOrigin(db, id, sight);
  if (origin === null) throw new Refusal({ code: 'no-such-case' });
  const { mails, care, custody } = await gatherEvidence(deps, actor, detail);
  const file = [id, ...detail.merging.parts.map((part) => part.id)];
  const ofEach = async <T>(read: (one: CaseId) => Promise<readonly T[]>): Promise<T[]> => {
    const found: T[] = [];
    for (const one of file) found.push(...(await read(one)));
    return found;
  };
  const reports = reportsOf(detail);
  const theirs = reports.filter((report) => looking.reports.has(report.id));
  leftOut.reports += reports.length - theirs.length;
  const written = await theirMails(db, id, looking.whose);
  const isOwn = ({ kind, ...mail }: EvidenceMail) =>
    written.has(`${mail.source} ${mail.uidValidity} ${mail.uid}`) || (kind === 'incident' && theirs.length > 0);
  leftOut.mails += mails.filter((mail) => mail.kind !== 'incident' && !isOwn(mail)).length;
  const texts = mails.filter(isOwn);
  const entries = await caseEntries(db, file, sight);
  const told = entries.filter(({ note }) => note.kind !== 'person' && !(note.kind === 'fact' && note.told === true));
  leftOut.concerned += entries.length - told.length;
  leftOut.advice += (await ofEach((one) => expertRequests(db, one))).length;
  const named = entries.flatMap(({ note }) => (note.kind === 'person' ? [note.name] : []));
  const cover = covering([...looking.names, ...named, ...reports.map(({ reporter }) => reporter)], leftOut);
  const letters = [];
  for (const letter of await ofEach((one) => lettersOf(db, one, sight)))
    letters.push({
      ...letter,
      file: letter.sent === null ? null : await letterFile(db, letter.caseId, letter.id, 'pdf', sight),
    });
  const measures = (await ofEach((one) => measuresOfCase(db, one, sight))).reverse();
  return {
    ...{ id, status: detail.status === 'merged' ? 'open' : detail.status, openedAt: origin.openedAt, care, letters },
    ...{ reports: theirs, answers: [], experts: [], custody: [] },
    mails: texts.map((mail) => ({
      ...{ kind: mail.kind, at: mail.receivedAt, sha256: mail.sha256, kept: mail.raw !== null },
      quotes: mail.kind === 'incident' ? [] : [textOf(mail)].filter((text) => text !== ''),
    })),
    texts: texts.map(mailOf),
    decisions: detail.decisions.map((one) => ({
      ...one,
      decision: { ...one.decision, note: cover(one.decision.note) },
    })),
    entries: told.map((entry) => ({
      ...entry,
      note: { ...entry.note, words: cover(entry.note.words) },
      struck: entry.struck && { ...entry.struck, why: cover(entry.struck.why) },
    })),
    measures: measures.map((one) => ({
      ...one,
      reason: cover(one.reason),
      outcome: one.outcome && { ...one.outcome, note: cover(one.outcome.note) },
      lifted: one.lifted && { ...one.lifted, note: cover(one.lifted.note) },
    })),
    objections: await ofEach((one) => objectionsOf(db, one, sight)),
    comments: (await commentsOf(db, id, sight)).map(({ at, words }) => ({ at, words: cover(words) })),
    handed: custody.flatMap(({ action, at, details }) => {
      const [recipient, purpose] = [
        RECIPIENTS.find((one) => one === details.recipient),
        PURPOSES.find((one) => one === details.purpose),
      ];
      return action === 'case.evidence' && recipient && purpose ? [{ at, recipient, purpose }] : [];
    }),
    logged: await ofEach((one) => logged(deps, `case/${one}`)),
  };
}

/** Covers names, and counts how often. Of one letter alone nothing is covered: it stands in every word. */
function covering(names: readonly string[], leftOut: LeftOut): (text: string) => string {
  const known = [...new Set(names.map((name) => name.trim()))].filter((name) => name.length > 1);
  return (text) => {
    const covered = redact(text, known);
    leftOut.names += covered.places;
    return covered.text;
  };
}

const textOf = ({ message }: EvidenceMail): string =>
  (message?.parts ?? []).flatMap(({ id, text }) => (id === 'subject' ? [] : [text.trim()])).join('\n\n');

const mailOf = (mail: EvidenceMail): BundleMail => ({
  at: mail.receivedAt,
  from: mail.message?.from?.address ?? '',
  subject: mail.message?.subject ?? '',
  text: textOf(mail),
  sha256: mail.sha256,
  raw: mail.raw,
  band: mail.assessment?.band ?? null,
});

async function logged({ db }: KeptDeps, target: string): Promise<BundleEntry[]> {
  const found: BundleEntry[] = [];
  for await (const { seq, at, action } of auditRows(db, { target })) found.push({ seq, at, action });
  return found;
}

/** The entry as it is kept, without who wrote it. */
function factsOf({
  by: _,
  at: __,
  version: ___,
  clauseNoted: ____,
  id: _____,
  ...facts
}: NonNullable<Looking['whose']['register']>) {
  return facts;
}

async function personOf(deps: KeptDeps, person: PersonId): Promise<Bundle['person']> {
  const account = await loadAccount(deps.db, person, deps.now());
  const consent = await consentOf(deps.db, person);
  return {
    name: account?.name ?? '',
    email: account?.email ?? '',
    roles: account?.roles ?? [],
    concerned: (await ownCases(deps.db, person)).map(({ at, wishes, wishWords, naming }) => ({
      ...{ at, wishes, words: wishWords, naming },
    })),
    consent: consent && { way: consent.way, day: consent.day },
    logged: await logged(deps, `account/${person}`),
  };
}
