import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  settings: {
    title: 'Display',
    lead: 'For yourself only. Nobody else sees them.',
    mask: 'Hiding words',
    painful: 'Hide violent and sexual words only',
    maskHint:
      'Violent and sexual words are hidden on everybody’s pages until somebody asks for them. With “all”, subjects are hidden, too; they can be shown case by case.',
    all: 'Hide all words that counted',
    keys: 'Keyboard',
    keysOn: 'Single keys do something',
    keysOff: 'Do not use them',
    cap: 'Cases a day',
    capHint: (most) =>
      `After so many, a rest is suggested before the next case. Left empty, it is the company’s number (${most}); yours may be lower.`,
    capWrong: (most) => `Write a number from 1 to ${most}, or leave it empty for the company’s.`,
    seenToday: (seen, cap) => `Today: ${seen} (of ${cap}).`,
    save: 'Save',
    saved: 'Saved.',
  },
  rest: {
    title: 'How about a rest?',
    count: (seen, cap) => `You have seen ${seen} cases today (your measure is ${cap}).`,
    lead: 'Reading harsh words for long tires people before they notice. Get up, have something to drink, talk to someone: take a breath first.',
    free: 'Nobody is told whether you rest or go on. The other cases can be seen by someone else, or by you after a rest.',
    stop: 'Rest (to the list)',
    goOn: 'Go on with the next case',
    counted:
      'The same case counts once a day; urgent, violent and sexual ones count as two. Only you see this number, and it is gone within the next day.',
  },
  account: {
    title: 'Your account',
    sessions: 'Signed in on',
    sessionsLead: 'End what you do not recognise, and tell an administrator. Each ends by itself after 12 hours.',
    here: 'This one',
    end: 'End',
    endOthers: 'End all others',
    endOthersHint: 'Keeps only this one.',
  },
};
