import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  policy: {
    title: 'Policy and learning',
    ask: 'When you are in trouble, or unsure',
    askLead:
      'You need not know whether it is customer harassment. “Please look at this” is enough. Do not carry it alone.',
    desk: (names: string) => `At the consultation desk: ${names}`,
    noDesk: 'Nobody is registered at the consultation desk yet. Leads and reviewers look at consultations.',
    company: 'The company’s policy',
    template:
      'The company has not registered its policy yet; this is a template. Brackets are blanks. An administrator names the file as company.policy in the configuration.',
    unreadable: 'The file of the company’s policy cannot be read; this is a template. Please tell an administrator.',
    after: {
      title: 'What happens next',
      points: [
        'Someone reads it and establishes the facts. “My consultations” shows how far it has come.',
        'Your name is not given to the other side, and nobody answers in your place.',
        'You can add whatever you remember later.',
      ],
    },
    noHarm: {
      title: 'You suffer no disadvantage for asking',
      points: [
        'The law forbids dismissal, worse appraisal, transfer and any other disadvantage for asking or for helping to establish facts (Act on Comprehensive Promotion of Labor Policies, article 33, paragraph 2).',
        'That holds even when it is found not to be customer harassment.',
        'If you feel that you were put at a disadvantage, tell the consultation desk or someone outside the company.',
      ],
    },
    privacy: {
      title: 'Privacy',
      points: [
        'Only leads, reviewers and the consultation desk see a consultation. Who looked at it and when is recorded.',
        'A consultation with “keep it from my manager” is seen by the consultation desk alone. It appears in no list, count, search or notification of anyone else.',
        'Consultations are deleted after a set time. They are kept while they wait.',
      ],
    },
    spotChecks: (days) =>
      `A very small part of the ordinary mails is kept for ${days} days, only to see whether something is missed. Leads, reviewers and the consultation desk read them without seeing the sender. Mails marked as private and consultations are never among them. Who opened one and when is recorded.`,
    customers: {
      title: 'The rights of customers count too',
      points: [
        'To complain or to ask for something is a customer’s right. One harsh sentence is not customer harassment.',
        'A person with a disability who asks for accommodation, or not to be discriminated against, does not harass anyone.',
        'To announce calmly a lawsuit, or a call to a consumer centre or an authority, is a right.',
        'Where the fault is ours, admitting and mending it comes first.',
      ],
    },
    outside: {
      title: 'Help outside the company',
      points: [
        'If you feel in danger, call the police (110 in Japan) without hesitation; else their consultation service.',
        'About workers’ rights and what the company does: the consultation service of the prefectural labour bureau.',
        'About the law: a lawyer, or a public legal advice service.',
        'If you cannot sleep or are in distress: a doctor, the industrial physician, a mental health service.',
      ],
    },
  },
};
