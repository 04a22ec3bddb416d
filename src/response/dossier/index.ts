export { makeDossier } from './compose.ts';
export type { Dossier, DossierCase, DossierLetter, DossierMail, DossierOrder, LeftOut } from './dossier.ts';
export { DOSSIER_RECIPIENTS, DOSSIER_SHARES, type DossierRecipient, type DossierShare } from './shares.ts';
