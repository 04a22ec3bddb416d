import type { CaseDetail, CaseId } from '../../cases/index.ts';
import {
  type Counterparty,
  DOSSIER_SHARES,
  type Dossier,
  type DossierCase,
  type DossierLetter,
  type DossierMail,
  type DossierRecipient,
  type EvidenceMail,
  type MeasureRules,
  quoteChoices,
  repeatsOf,
} from '../../response/index.ts';
import {
  caseEntries,
  caseOrigin,
  demandsAround,
  expertRequests,
  fileDeeds,
  fileEvents,
  letterFile,
  lettersOf,
  measuresOfCase,
  objectionsOf,
  policyVersions,
  rulesOf,
  talksOf,
} from '../../store/index.ts';
import { type Actor, visibilityOf } from '../actor.ts';
import type { ActionDeps } from '../deps.ts';
import { Refusal } from '../refusal.ts';
import { gatherEvidence } from './gather.ts';

type Deps = Pick<ActionDeps, 'db' | 'read'>;

/** As many sentences of one mail are quoted. */
const QUOTES_OF_MAIL = 20;

/** What a dossier tells of a case and of what stands in it. The case was admitted before. @throws Refusal as `gatherEvidence` */
export async function dossierCase(
  deps: Deps,
  actor: Actor,
  detail: CaseDetail,
  recipient: DossierRecipient,
): Promise<DossierCase> {
  const { db } = deps;
  const { id } = detail;
  const sight = visibilityOf(actor);
  const origin = await caseOrigin(db, id, sight);
  if (origin === null) throw new Refusal({ code: 'no-such-case' });
  const { mails, reports, decisions, care, custody } = await gatherEvidence(deps, actor, detail);
  const parts = detail.merging.parts.map((part) => part.id);
  const file = [id, ...parts];
  const ofEach = async <T>(read: (one: CaseId) => Promise<readonly T[]>): Promise<T[]> => {
    const found: T[] = [];
    for (const one of file) found.push(...(await read(one)));
    return found;
  };
  const letters: DossierLetter[] = [];
  for (const letter of await ofEach((one) => lettersOf(db, one, sight))) {
    const out = letter.sent !== null && DOSSIER_SHARES[recipient].words;
    letters.push({ ...letter, file: out ? await letterFile(db, letter.caseId, letter.id, 'pdf', sight) : null });
  }
  const answers = [
    ...(await fileEvents(db, id, parts)).flatMap((event) => (event.kind === 'answer' ? [event.at] : [])),
    ...(await fileDeeds(db, id, parts)).flatMap((deed) => (deed.kind === 'demand-answer' ? [deed.at] : [])),
  ];
  return {
    ...{ id, reports, decisions, care, custody, letters, answers },
    openedAt: origin.openedAt,
    mails: mails.map(mailOf),
    measures: (await ofEach((one) => measuresOfCase(db, one, sight))).reverse(), // the first first
    objections: await ofEach((one) => objectionsOf(db, one, sight)),
    experts: (await ofEach((one) => expertRequests(db, one))).reverse(),
    entries: await caseEntries(db, file, sight),
  };
}

/** Of an incident the report has the words. */
function mailOf({ kind, receivedAt: at, sha256, raw, message, assessment }: EvidenceMail): DossierMail {
  const quotes =
    message === null || kind === 'incident' ? [] : quoteChoices([{ place: 0, at, message, assessment, told: null }]);
  return { kind, at, sha256, kept: raw !== null, quotes: quotes.slice(0, QUOTES_OF_MAIL).map(({ words }) => words) };
}

/** What is the same for all cases of a dossier: rules, policy, talks that were asked for, and demands that were made again. */
export async function dossierGround(
  { db }: Deps,
  actor: Actor,
  counterparty: Counterparty | null,
  cases: readonly DossierCase[],
): Promise<Pick<Dossier, 'rules' | 'policies' | 'repeats' | 'talks'>> {
  const rules = (await rulesOf<MeasureRules>(db, 'measures')).reverse();
  const told = new Set(cases.map(({ id }) => id));
  const last = cases.at(-1);
  const around =
    last === undefined
      ? { demands: [], answers: [] }
      : await demandsAround(db, last.id, counterparty, visibilityOf(actor));
  const demands = around.demands.filter(({ caseId }) => told.has(caseId));
  return {
    rules,
    talks: counterparty === null ? [] : await talksOf(db, counterparty.id),
    policies: (await policyVersions(db)).map(({ number, from }) => ({ number, from })),
    repeats: repeatsOf(demands, around.answers, rules.at(-1)?.rules.repeats ?? NO_RULE),
  };
}

const NO_RULE = { caution: Number.POSITIVE_INFINITY, end: Number.POSITIVE_INFINITY };
