import type { ja } from './messages.ja.ts';

const hours = (value: number): string => (value < 48 ? `${Math.round(value)} hours` : `${Math.round(value / 24)} days`);

export const en: typeof ja = {
  proof: {
    title: 'Duties beside their records',
    lead: 'Each thing that is asked of a company beside its records of the last year (of the policy: the version in force), for whoever is asked outside what was done, and when. No names, and no confidential consultations.',
    noAdvice:
      'This is no legal advice. Nothing here is called legally sufficient: ask a lawyer or a labour consultant whether it is enough.',
    unverified: 'Unverified: the final wording of the law or its guideline was not checked when this page was written.',
    basis: (day: string, dictionary: string) => `As of ${day}. Dictionaries ${dictionary}.`,
    save: 'Save as HTML (print it for a PDF)',
    records: 'Records',
    gaps: 'Missing, and what to do',
    noRecords: 'There is no record.',
    noGaps: 'Nothing that could be told from here.',
    duties: {
      policy: 'Have a policy, and say beforehand what is done',
      known: 'Make both known to everybody, managers too',
      desk: 'Have a consultation desk that can answer',
      facts: 'Establish the facts promptly and correctly',
      care: 'Care for the person concerned',
      outside: 'Deal with the outside prepared, and in order',
      recurrence: 'Keep it from happening again',
      deterrence: 'Have measures of deterrence that are older than the case',
      privacy: 'Protect the privacy of those concerned',
      'no-detriment': 'Nobody suffers for consulting or helping',
      cooperation: 'Try to cooperate when another employer asks',
      'own-conduct': 'Try to keep our own people from doing it',
      accuracy: 'Know how well things are found',
    },
    found: {
      policyInForce: ({ policy }) => `Version ${policy!.number} of the policy, in force from ${policy!.from}.`,
      policyRead: ({ readers, people }) =>
        `Said that they have read the version in force: ${readers} of ${people} people.`,
      lessons: ({ learners, people }) => `Finished one lesson or more: ${learners} of ${people} people.`,
      deskPeople: ({ desk }) => `At the consultation desk: ${desk}.`,
      addresses: ({ addresses }) => `Addresses to which mails may be forwarded: ${addresses}.`,
      consultations: ({ consultations }) =>
        `Consultations of the last year: ${consultations.handedIn}, without confidential ones.`,
      seen: ({ consultations: { seen, medianHours } }) =>
        `Until somebody first looked at a consultation: ${hours(medianHours)} in the median (${seen}).`,
      decided: ({ decided: { approved, dismissed, medianHours, p90Hours } }) =>
        `From arrival until a case was decided: ${hours(medianHours)} in the median, ${hours(p90Hours)} for nine in ten (${approved} approved, ${dismissed} dismissed).`,
      careDone: ({ care: { approved, points, confirmed } }) =>
        `Care in ${approved} approved cases: ${confirmed} of ${points} points were received or declined in the words of whoever is concerned. What only others wrote down is not counted.`,
      followUps: ({ care }) => `Days on which somebody asked again: ${care.followUps}.`,
      ladder: ({ ladder }) =>
        `Version ${ladder!.version} of the steps and criteria (caution to termination), of ${ladder!.from}. A step under rules younger than its case says so.`,
      objections: ({ objections: { received, answered } }) =>
        `Objections to what was told or done: ${received}. Answered by two people: ${answered} (without confidential cases).`,
      cooperation: ({ cooperation: { received, sent, answered } }) =>
        `Requests of other employers: ${received}, of ours: ${sent}. Answered: ${answered} (without confidential cases).`,
      packs: ({ packs }) =>
        `Evidence packs for people outside: ${packs}. None can be made before every point of care is seen to.`,
      experts: ({ experts }) => `Contacts of experts outside: ${experts}.`,
      recurrence: ({ care }) =>
        `Approved cases with a note against recurrence: ${care.recurrence} of ${care.approved}.`,
      retention: ({ retention }) =>
        `Kept: approved cases ${retention.approvedDays} days, dismissed ones ${retention.dismissedDays}; then deleted, with an entry in the log.`,
      readersOfCases: ({ readersOfCases, people }) =>
        `May read mails: ${readersOfCases} of ${people} people. Nobody else is shown any.`,
      audit: () => 'Who looked, decided or saved is in an audit log in which every later change shows.',
      factors: ({ factors, people }) => `Sign in with a second factor: ${factors} of ${people} people.`,
      anchored: () => 'The end of the audit log is noted outside this machine.',
      privacySaid: () => 'The policy has words about privacy; a person reads whether they are right.',
      noHarmPage: () => '“Policy and learning” always tells everybody that they suffer no disadvantage for asking.',
      noHarmSaid: () => 'The policy has words about disadvantages; a person reads whether they are right.',
      draft: () => 'Everybody can check a draft before sending it. Nothing is kept, so there is no count either.',
      precision: ({ decided: { flaggedApproved, flaggedDismissed } }) =>
        `Of what was shown as review or urgent and decided by a person, approved: ${flaggedApproved} of ${flaggedApproved + flaggedDismissed}.`,
      recall: ({ recall }) =>
        `Of 100 harassing mails, between ${Math.floor(recall!.low * 100)} and ${Math.ceil(recall!.high * 100)} are found (95 % interval). Estimated from ${recall!.read} ordinary mails, chosen with known chances and read by people who saw no band, each weighted by its chance (Horvitz–Thompson; the interval joins those of Clopper–Pearson).`,
    },
    missing: {
      noPolicy: 'There is no policy; a template is shown. Publish one under “Make a new version of the policy”.',
      policyUnnoted:
        'There is a file, but no version with a date. Publish it in the browser, or have somebody say that they have read it.',
      unread: 'Some have not said that they have read the version in force. See “Who has read it”, and tell them.',
      noLessons: 'Some have finished no lesson. Where there was training elsewhere, keep its date and its material.',
      noDesk: 'Nobody is at the consultation desk. Give somebody the role desk under “People”.',
      deskUnsaid: 'The policy seems to say nothing about the consultation desk.',
      unseen: 'There are consultations at which nobody has looked.',
      undecided: 'No case was decided in the last year.',
      careUnconfirmed:
        'Some care was not confirmed by whoever it is for. Ask them to do so on their own page (Consult). Nobody can count that of people without an account.',
      careOpen: 'Points of care are open in approved cases. Open “Care and deadlines”.',
      noExperts:
        'No contacts of experts outside (lawyer, labour consultant, physician …) are there. Decide on them under “Experts outside”.',
      noRecurrence: 'Some approved cases have no note against recurrence.',
      noLadder:
        'No steps and criteria for warnings, stopping service and the like are written yet. Write them under “Measures” before there is a case.',
      privacyUnsaid: 'The policy seems to say nothing about privacy.',
      fewFactors: 'Some sign in without a second factor.',
      notAnchored:
        'The end of the audit log is noted on this machine only. Add to audit.anchor in the configuration, or audit to a channel.',
      noHarmUnsaid: 'The policy seems to say nothing about disadvantages for asking.',
      noCooperation:
        'No request among employers is on record for the last year. When one comes, keep its day, its deadline and the answer under “Counterparties”, “Requests to help”.',
      cooperationLate:
        'Requests among employers are past their day without an answer on record. Open “Requests among employers”.',
      objectionsLate: 'Objections are past their day without an answer. Open “Objections”.',
      noDecisions: 'Nothing was decided by a person, so there is no share to show.',
      recallUnknown:
        'How much is missed is not measured yet on the mails that come in. It is when people read a part of the ordinary ones, under “What was missed” (spotChecks in the configuration). Measurements on invented mails are in docs/quality.md of the distribution.',
    },
  },
};
