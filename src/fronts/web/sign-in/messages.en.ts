import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  signIn: {
    title: 'Sign in',
    lead: 'For invited people only.',
    email: 'Mail address',
    password: 'Password',
    submit: 'Sign in',
    refused: 'Mail address or password is wrong.',
    limited: (seconds) => `Too many attempts. Please wait about ${many(seconds, 'second', 'seconds')}.`,
    with: (provider) => `Sign in with ${provider}`,
    unreachable: (provider) => `${provider} cannot be reached. Try again later, or sign in with your password.`,
    refusals: {
      cancelled: (provider) => `You left the sign-in at ${provider}.`,
      stale: (_provider) => 'The sign-in took too long, or began in another browser. Please try again.',
      unverified: (provider) =>
        `${provider} does not vouch that this mail address is yours. Sign in with your password, or tell your administrator.`,
      unknown: (_provider) => 'There is no account with this mail address. Ask your administrator for an invitation.',
      'other-address': (provider) =>
        `Your mail address at ${provider} is not the one it was. Sign in with your password, or tell your administrator.`,
      inactive: (_provider) => 'This account is deactivated. Ask your administrator.',
      failed: (provider) =>
        `The answer of ${provider} could not be verified. Please try again; if it goes on, tell your administrator.`,
    },
    sampleLink:
      'This is sample mode. The link for the first sign-in, as an administrator, stands in the terminal that started it.',
    samplePeople: 'Look around as somebody invented',
    samplePeopleLead: (password) =>
      `All of them are invented; their password is “${password}”. With a real mailbox they are not there.`,
    sampleAs: (name, roles) => `${name} (${roles})`,
    forgotten: 'Forgot your password? Ask your administrator for a reset link (komainu user reset).',
  },
  welcome: {
    title: 'Welcome',
    lead: 'Choose a name and a password; you are then signed in.',
    resetTitle: 'New password',
    resetLead: 'Choose a new password; you are then signed in. Other devices are signed out.',
    name: 'Name',
    nameHint: 'Shown in the history of decisions.',
    password: 'New password',
    passwordHint: '12 characters or more. A long phrase is best.',
    again: 'New password (again)',
    submit: 'Save and sign in',
    gone: 'This link does not work',
    goneLead: 'It was used already, or its 24 hours are over. Ask your administrator for a new one.',
  },
  factor: {
    title: 'Second factor',
    offLead: 'Signing in then asks for the 6 digits of an authenticator app besides the password.',
    onLead: 'It is set up: signing in asks for the 6 digits of your authenticator app.',
    start: 'Set up',
    stop: 'Remove',
    renew: 'Make new backup codes',
    refused: 'The password is wrong, or this cannot be done now.',
    setUpTitle: 'Set up a second factor',
    scan: 'Scan with your app',
    scanLead: 'Scan this code with your authenticator app. It cannot be shown again after you leave this page.',
    qr: 'QR code for an authenticator app',
    byHand: 'If it cannot be scanned, type this:',
    codes: 'Backup codes',
    codesLead: 'Each gets you in once when the app is not at hand. Keep them in a safe place, on paper for example.',
    confirm: 'At last, enter a code',
    confirmHint: 'The 6 digits your app shows. With them the second factor counts.',
    code: 'Code',
    finish: 'Finish',
    wrongCode: 'The code is wrong, or was used before. Wait for the next one in the app.',
    enterTitle: 'Enter a code',
    enterLead: 'The 6 digits that your authenticator app shows, or a backup code.',
    lost: 'If you have neither the app nor a backup code, ask an administrator to remove the second factor.',
    removal: {
      do: 'Remove the second factor',
      lead: 'For someone who lost the app and the backup codes. Make sure that it is them.',
      fields: {},
    },
  },
};
