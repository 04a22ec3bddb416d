export {
  type AttemptWindow,
  beginAttempt,
  forgetWrongPasswords,
  giveBackAttempt,
  noteWrongPassword,
  wrongPasswords,
} from './attempts.ts';
export {
  concernedIn,
  nameVictim,
  type OwnCase,
  ownCase,
  ownCases,
  unnameVictim,
  writeCareAnswer,
  writeNaming,
  writeWishes,
} from './concerned.ts';
export { exposureSince, noteExposure } from './exposure.ts';
export * from './invitations.ts';
export * from './people.ts';
export { casesOfPerson, type PersonCases, personEvents } from './person-timeline.ts';
export {
  isGuideClosed,
  type Preferences,
  preferencesOf,
  setGuideClosed,
  setPreferences,
  usualPreferences,
} from './preferences.ts';
export { deleteView, MOST_VIEWS, type SavedView, savedViews, saveView } from './saved-views.ts';
export { factorSecret, takeTimeStep } from './second-factor.ts';
export { consentOf, giveConsent, holdConsent, withdrawConsent } from './timeline-consent.ts';
export { type ApiToken, addToken, endToken, findToken, listTokens, noteTokenUse } from './tokens.ts';
