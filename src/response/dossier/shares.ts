import type { Purpose, Recipient } from '../evidence/recipients.ts';

/** For whom the record of rules and deeds is made: whoever advises us, judges what we did for our people, or decides between us and the other side. */
export const DOSSIER_RECIPIENTS = ['lawyer', 'labour-office', 'court'] as const satisfies readonly Recipient[];
export type DossierRecipient = (typeof DOSSIER_RECIPIENTS)[number];

/** Whose words one recipient reads; kinds, days and versions stand in it for all. */
export interface DossierShare {
  readonly purpose: Purpose;
  /** Between us and the other side: quotes of mails, reports and facts, reasons of measures, letters, objections. */
  readonly words: boolean;
  /** Among ourselves: notes of decisions and of questions before a step, judgements, what experts said. */
  readonly ours: boolean;
}

export const DOSSIER_SHARES: Readonly<Record<DossierRecipient, DossierShare>> = {
  lawyer: { purpose: 'advice', words: true, ours: true },
  'labour-office': { purpose: 'inspection', words: false, ours: false },
  court: { purpose: 'claim', words: true, ours: false },
};
