import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  evidence: {
    open: 'Choose who is given it',
    back: (id: string) => `Back to case ${id}`,
    title: 'Evidence pack',
    lead: 'A zip with what each recipient may see, and no more. Whoever is given it can check that nothing was changed.',
    notApproved: 'This case is not approved. Only approved cases are made into evidence packs.',
    locked: (n: number) =>
      `${many(n, 'point', 'points')} left in the care list. The person concerned is seen to first.`,
    inDanger: 'Where there is danger, before the care list is done (the reason “danger” is kept):',
    inDangerLead: (n: number) =>
      `Handed over for the reason “danger” with ${many(n, 'point', 'points')} left in the care list. The reason stays in the audit log and in the course of the case; the care stays due.`,
    madeInDanger: 'reason: danger (before the care list)',
    toCare: 'Open the care list',
    recipients: {
      lawyer: 'Lawyer',
      police: 'Police',
      'labour-office': 'Labour office',
      prefecture: 'Prefecture or city',
      court: 'Court',
      company: 'Company of the other side',
    },
    purposes: {
      advice: 'Advice',
      claim: 'Claim or injunction',
      report: 'Report of an offence',
      inspection: 'Answer to an inspection',
      notice: 'Notice to the company',
    },
    contents: {
      mails: 'times of receipt and SHA-256 of mails',
      originals: 'original mails (.eml)',
      headers: 'headers',
      redacted: 'copies of texts (with the words covered that you choose below)',
      consultation: 'what was handed in',
      assessment: 'assessment and dictionary version',
      decisions: 'decisions',
      care: 'points of care and when',
      custody: 'who saw, saved and handed over',
    },
    details: { whole: 'with notes', finding: 'without notes', outcome: 'acts and time only' },
    has: 'In it',
    hasNot: 'Not in it',
    noNames: 'It names nobody of our own staff.',
    preparing: (recipient: string, purpose: string) => `Pack for: ${recipient} (${purpose})`,
    kind: 'What',
    howMany: 'Files',
    size: 'Size',
    extra: 'cover letter, summary (PDF), and how to check the pack',
    names: 'Show the names of the files',
    redact: 'Words to cover in copies of texts (one a line)',
    redactHint:
      'Whoever handed it in and everybody whom the mails name beside their sender stand here already. Take out the addresses of the other side and of our own desk; add names in the texts, family names used alone, addresses and telephone numbers. The words are not kept.',
    redactLeft: ({ most, longest }: { most: number; longest: number }, lines: string) =>
      `These lines cannot be covered (at most ${most} lines of ${longest} characters): ${lines}`,
    namesLeft: (names: string) =>
      `The mails also name these, who do not stand here (one letter, too long or too many). Add those to be covered: ${names}`,
    copies: 'Read the copies (as things are covered now; they may hold words that hurt)',
    namesConfirm:
      'I have read the copies, and every name, family name and address in them stands among the words to cover',
    namesUnconfirmed:
      'Nobody has confirmed the names in the texts. Read the copies, add words to cover, then tick this.',
    noSender: 'The pack cannot say who hands it over. Set company.name in the configuration.',
    consent: 'Whoever handed it in agrees that it leaves the house',
    consentNeeded: 'Ask whoever handed it in, and tick that they agree.',
    logged: 'The audit log keeps recipient, purpose and SHA-256 of what you make, and nothing of what is in it.',
    make: 'Make and save',
    wrong: 'Nothing was made.',
    tooLarge: 'There are too many mails for one file. Save the originals one by one from the case.',
    changed: 'The case was changed meanwhile. Make it again.',
    wrongPurpose: 'Choose recipient and purpose again.',
    choose: 'Choose another recipient',
    made: 'Packs made before',
    madeLead: 'Tell whoever is given a pack its SHA-256, by another way than the pack itself.',
    none: 'None was made yet.',
    hash: 'SHA-256',
    stamp: 'Time stamp',
    stampLead:
      'To show a third party when it existed, send the request file to a time-stamping authority and keep what comes back here. Komainu itself asks nobody.',
    stampRequest: 'Save the request (.tsq)',
    stampAdd: 'Add a response',
    stampFile: 'Response (.tsr)',
    stampKeep: 'Check and keep',
    stampSave: 'Save the .tsr',
    stampHint:
      'The signature holds, and it is of this pack. Whether you trust that authority is told by komainu evidence verify with --ca.',
    stampKept: 'It is kept. Put it beside the zip, named like the zip with .tsr at the end.',
    noStamp: 'Choose the response file.',
    notStamped: 'Nothing was kept.',
    stampProblems: {
      unreadable: 'It cannot be read as a response of a time-stamping authority.',
      refused: 'The authority gave no time stamp.',
      'other-pack': 'It is the time stamp of another file.',
      'other-request': 'It answers another request.',
      changed: 'What it says is not what was signed: it was changed.',
      'unknown-algorithm': 'It uses an algorithm that is unknown, or too old to be believed.',
      'no-certificate': 'The certificate of who signed is not in it. Ask again with the request file.',
      'wrong-certificate': 'The certificate is not one for time stamps, or was not valid at that time.',
      untrusted: 'It leads to none of the certificates that you trust.',
      'too-many': 'This case has too many time stamps.',
      'kept-already': 'It is kept already.',
    },
    dossier: {
      title: 'Rules, and what was done',
      leadOfCase:
        'A PDF of the company’s rules, what happened and what was done, by day, in a zip with the letters that went out. Notes of care and wishes are not in it.',
      leadOfCounterparty: (n: number) =>
        n === 0
          ? 'It cannot be made: no case is approved yet.'
          : `One PDF and zip of the company’s rules, what happened and what was done in the approved cases (${n}). Cases whose care list is not done, for instance, are not in it; only how many there are.`,
      do: 'Make and save',
      fields: {
        recipient: {
          label: 'For whom',
          wrong: 'Choose for whom it is.',
          options: {
            lawyer: 'Lawyer (with our own notes and what experts said)',
            'labour-office': 'Labour office (neither words nor names)',
            court: 'Court (without our own notes and what experts said)',
          },
        },
        consent: { label: 'Whoever handed it in agrees that it leaves the house' },
      },
      problems: {
        'case-status': 'No case can leave the house. See whether it is approved and its care list is done.',
        'care-open': 'Points of the care list are left. See to the person concerned first.',
        'wish-nothing': 'The person concerned wishes that nothing is done towards the other side.',
        'no-consent': 'Ask whoever handed it in, and tick that they agree.',
        'no-sender': 'It cannot say who hands it over. Set company.name in the configuration.',
        'too-large': 'There are too many mails for one.',
        'case-changed': 'The case was changed meanwhile. Make it again.',
      },
    },
  },
};
