export { chronologyFor, type Reads } from './chronology.ts';
export { makeDossier } from './compose.ts';
export type { Dossier, DossierCase, DossierLetter, DossierMail, DossierOrder, LeftOut } from './dossier.ts';
export { DOSSIER_RECIPIENTS, DOSSIER_SHARES, type DossierRecipient, type DossierShare } from './shares.ts';
export type { DossierWords } from './words.ts';
export { DOSSIER_WORDS } from './writing.ts';
