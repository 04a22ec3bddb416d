import type { Language } from '../../shared/index.ts';
import { en as accountEn } from '../account/messages.en.ts';
import { ja as accountJa } from '../account/messages.ja.ts';
import { en as auditEn } from '../audit/messages.en.ts';
import { ja as auditJa } from '../audit/messages.ja.ts';
import { en as careEn } from '../care/messages.en.ts';
import { ja as careJa } from '../care/messages.ja.ts';
import { en as caseFileEn } from '../case-file/messages.en.ts';
import { ja as caseFileJa } from '../case-file/messages.ja.ts';
import { en as caseListEn } from '../case-list/messages.en.ts';
import { ja as caseListJa } from '../case-list/messages.ja.ts';
import { en as casesEn } from '../cases/messages.en.ts';
import { ja as casesJa } from '../cases/messages.ja.ts';
import { en as channelsEn } from '../channels/messages.en.ts';
import { ja as channelsJa } from '../channels/messages.ja.ts';
import { en as commentsEn } from '../comments/messages.en.ts';
import { ja as commentsJa } from '../comments/messages.ja.ts';
import { en as companyEn } from '../company/messages.en.ts';
import { ja as companyJa } from '../company/messages.ja.ts';
import { en as concernedEn } from '../concerned/messages.en.ts';
import { ja as concernedJa } from '../concerned/messages.ja.ts';
import { en as consultationsEn } from '../consultations/messages.en.ts';
import { ja as consultationsJa } from '../consultations/messages.ja.ts';
import { en as cooperationEn } from '../cooperation/messages.en.ts';
import { ja as cooperationJa } from '../cooperation/messages.ja.ts';
import { en as costlyEn } from '../costly/messages.en.ts';
import { ja as costlyJa } from '../costly/messages.ja.ts';
import { en as counterpartiesEn } from '../counterparties/messages.en.ts';
import { ja as counterpartiesJa } from '../counterparties/messages.ja.ts';
import { en as deadlinesEn } from '../deadlines/messages.en.ts';
import { ja as deadlinesJa } from '../deadlines/messages.ja.ts';
import { en as decideEn } from '../decide/messages.en.ts';
import { ja as decideJa } from '../decide/messages.ja.ts';
import { en as dictionariesEn } from '../dictionaries/messages.en.ts';
import { ja as dictionariesJa } from '../dictionaries/messages.ja.ts';
import { en as disclosuresEn } from '../disclosures/messages.en.ts';
import { ja as disclosuresJa } from '../disclosures/messages.ja.ts';
import { en as draftEn } from '../draft/messages.en.ts';
import { ja as draftJa } from '../draft/messages.ja.ts';
import { en as escalationEn } from '../escalation/messages.en.ts';
import { ja as escalationJa } from '../escalation/messages.ja.ts';
import { en as evidenceEn } from '../evidence/messages.en.ts';
import { ja as evidenceJa } from '../evidence/messages.ja.ts';
import { en as expertsEn } from '../experts/messages.en.ts';
import { ja as expertsJa } from '../experts/messages.ja.ts';
import { en as firstStepsEn } from '../first-steps/messages.en.ts';
import { ja as firstStepsJa } from '../first-steps/messages.ja.ts';
import { en as forwardedEn } from '../forwarded/messages.en.ts';
import { ja as forwardedJa } from '../forwarded/messages.ja.ts';
import { en as furtherEn } from '../further/messages.en.ts';
import { ja as furtherJa } from '../further/messages.ja.ts';
import { en as knowingEn } from '../knowing/messages.en.ts';
import { ja as knowingJa } from '../knowing/messages.ja.ts';
import { en as lessonsEn } from '../lessons/messages.en.ts';
import { ja as lessonsJa } from '../lessons/messages.ja.ts';
import { en as lettersEn } from '../letters/messages.en.ts';
import { ja as lettersJa } from '../letters/messages.ja.ts';
import { en as mailboxesEn } from '../mailboxes/messages.en.ts';
import { ja as mailboxesJa } from '../mailboxes/messages.ja.ts';
import { en as measureRulesEn } from '../measure-rules/messages.en.ts';
import { ja as measureRulesJa } from '../measure-rules/messages.ja.ts';
import { en as measuresEn } from '../measures/messages.en.ts';
import { ja as measuresJa } from '../measures/messages.ja.ts';
import { en as numbersEn } from '../numbers/messages.en.ts';
import { ja as numbersJa } from '../numbers/messages.ja.ts';
import { en as objectionsEn } from '../objections/messages.en.ts';
import { ja as objectionsJa } from '../objections/messages.ja.ts';
import { en as operationsEn } from '../operations/messages.en.ts';
import { ja as operationsJa } from '../operations/messages.ja.ts';
import { en as peopleEn } from '../people/messages.en.ts';
import { ja as peopleJa } from '../people/messages.ja.ts';
import { en as policyEn } from '../policy/messages.en.ts';
import { ja as policyJa } from '../policy/messages.ja.ts';
import { en as proofEn } from '../proof/messages.en.ts';
import { ja as proofJa } from '../proof/messages.ja.ts';
import { en as signInEn } from '../sign-in/messages.en.ts';
import { ja as signInJa } from '../sign-in/messages.ja.ts';
import { en as spotChecksEn } from '../spot-checks/messages.en.ts';
import { ja as spotChecksJa } from '../spot-checks/messages.ja.ts';
import { en as tasksEn } from '../tasks/messages.en.ts';
import { ja as tasksJa } from '../tasks/messages.ja.ts';
import { en as timelinesEn } from '../timelines/messages.en.ts';
import { ja as timelinesJa } from '../timelines/messages.ja.ts';
import { en as togetherEn } from '../together/messages.en.ts';
import { ja as togetherJa } from '../together/messages.ja.ts';
import { en as tokensEn } from '../tokens/messages.en.ts';
import { ja as tokensJa } from '../tokens/messages.ja.ts';
import { en as tradingEn } from '../trading/messages.en.ts';
import { ja as tradingJa } from '../trading/messages.ja.ts';
import { en as tuningEn } from '../tuning/messages.en.ts';
import { ja as tuningJa } from '../tuning/messages.ja.ts';
import { en as watchesEn } from '../watches/messages.en.ts';
import { ja as watchesJa } from '../watches/messages.ja.ts';
import { en as worryEn } from '../worry/messages.en.ts';
import { ja as worryJa } from '../worry/messages.ja.ts';
import { en as shellEn } from './messages.en.ts';
import { ja as shellJa } from './messages.ja.ts';

const ja = {
  ...accountJa,
  ...costlyJa,
  ...auditJa,
  ...careJa,
  ...caseFileJa,
  ...furtherJa,
  ...caseListJa,
  ...casesJa,
  ...commentsJa,
  ...channelsJa,
  ...companyJa,
  ...concernedJa,
  ...consultationsJa,
  ...cooperationJa,
  ...disclosuresJa,
  ...deadlinesJa,
  ...counterpartiesJa,
  ...decideJa,
  ...dictionariesJa,
  ...escalationJa,
  ...draftJa,
  ...evidenceJa,
  ...expertsJa,
  ...firstStepsJa,
  ...lettersJa,
  ...mailboxesJa,
  ...measureRulesJa,
  ...measuresJa,
  ...forwardedJa,
  ...knowingJa,
  ...lessonsJa,
  ...numbersJa,
  ...objectionsJa,
  ...operationsJa,
  ...peopleJa,
  ...policyJa,
  ...proofJa,
  ...shellJa,
  ...signInJa,
  ...spotChecksJa,
  ...tasksJa,
  ...timelinesJa,
  ...togetherJa,
  ...tokensJa,
  ...tradingJa,
  ...tuningJa,
  ...watchesJa,
  ...worryJa,
};

/** Everything the web application says: the catalogues of all features in one object. */
export type Messages = typeof ja;

const en: Messages = {
  ...accountEn,
  ...costlyEn,
  ...auditEn,
  ...careEn,
  ...caseFileEn,
  ...furtherEn,
  ...caseListEn,
  ...casesEn,
  ...commentsEn,
  ...channelsEn,
  ...companyEn,
  ...concernedEn,
  ...consultationsEn,
  ...cooperationEn,
  ...disclosuresEn,
  ...deadlinesEn,
  ...counterpartiesEn,
  ...decideEn,
  ...dictionariesEn,
  ...escalationEn,
  ...draftEn,
  ...evidenceEn,
  ...expertsEn,
  ...firstStepsEn,
  ...lettersEn,
  ...mailboxesEn,
  ...measureRulesEn,
  ...measuresEn,
  ...forwardedEn,
  ...knowingEn,
  ...lessonsEn,
  ...numbersEn,
  ...objectionsEn,
  ...operationsEn,
  ...peopleEn,
  ...policyEn,
  ...proofEn,
  ...shellEn,
  ...signInEn,
  ...spotChecksEn,
  ...tasksEn,
  ...timelinesEn,
  ...togetherEn,
  ...tokensEn,
  ...tradingEn,
  ...tuningEn,
  ...watchesEn,
  ...worryEn,
};

const CATALOGUES: Readonly<Record<Language, Messages>> = { ja, en };

export const messagesOf = (language: Language): Messages => CATALOGUES[language];

/** Why a mail could not be judged, in a sentence for the reviewer. `code` is what the verdict or the failure says. */
export const failureSentence = ({ failures }: Messages, code: string): string =>
  Object.hasOwn(failures, code) ? failures[code as keyof typeof failures] : failures.other;
