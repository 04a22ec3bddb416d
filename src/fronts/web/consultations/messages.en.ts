import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  handIn: {
    title: 'Ask for help',
    back: 'Back to asking for help',
    wrong: 'Nothing was sent yet.',
    lead: 'As far as you remember. “Please look at this” is enough.',
    words: 'What happened, and what you want to say',
    wordsHint:
      'What was said or done, in its own words where you can, and in yours. For a mail you may leave it empty. 5,000 characters; you can add more later.',
    channels: {
      mail: 'Mail',
      phone: 'Phone',
      visit: 'Visit, face to face',
      sns: 'Social media, reviews',
      other: 'Other',
    },
    mail: {
      file: 'The mail as a file (.eml)',
      fileHint: 'As your mail program saves it in the .eml format. Up to 25 MB. It is kept as it is.',
      fileAgain: 'Please choose the file once more.',
      pasted: 'The text, pasted',
      pastedHint: 'If you cannot save a file. Sender, date and subject help if you paste them too.',
    },
    incident: {
      channel: 'How it happened',
      when: 'When',
      whenHint: 'The day is enough. Give the hour if you remember it.',
      day: 'Day',
      time: 'Time (if you know)',
      about: 'Roughly at',
      aboutUnknown: 'I do not know',
      files: 'Photos, recordings … (optional)',
      filesHint:
        'A photo, a recording, a screenshot, a mail as .msg. Ten at most, 20 MB together. Only who may read the case can save them. Keep the originals, too.',
    },
    dayParts: {
      morning: 'in the morning',
      afternoon: 'in the afternoon',
      evening: 'in the evening',
      night: 'at night',
      day: '(hour unknown)',
    },
    dangerTitle: 'If you are in danger now,',
    danger:
      'leave first and call the police (110), also when somebody is lying in wait for you or following you now. What worries you but is no emergency can be told at #9110. This page can wait until you are safe.',
    otherSide: 'The other side, as far as known',
    otherSideHint: 'Company, name, phone number. Leave it empty if you do not know.',
    wish: 'What you wish for (optional)',
    wishHint: 'For example: someone else takes over. Someone listens. A record is enough.',
    confidence: 'Who is to know',
    confidenceHint: (names: string) =>
      `Tick it, and only the consultation desk (${names}) sees this. If one of them must not know, there is help outside the company.`,
    confidential: 'Keep it from my manager',
    noDesk: 'Nobody is registered at the consultation desk yet, so leads and reviewers will see this.',
    noHarm: 'You suffer no disadvantage for asking.',
    submit: 'Send',
    tooMany: 'You have sent too many for one day. If it is urgent, please tell the consultation desk directly.',
    problems: {
      channel: 'Choose how it happened.',
      noMail: 'Choose the file of the mail, or paste its text.',
      bothWays: 'Either the file or the text, please. If you have both, send them one after the other.',
      unreadable:
        'This file cannot be read as a mail (nor can Outlook’s .msg format). Save it as .eml, or paste the text.',
      mailTooLarge: 'A file may have up to 25 MB. Save it without attachments, or paste the text.',
      pastedTooLong: 'Up to 100,000 characters can be pasted. An .eml file may be longer.',
      when: 'Say when it happened.',
      later: 'That time has not come yet.',
      words: 'Say what happened.',
      files:
        'Ten files at most, and 20 MB together. Send fewer, or smaller ones; others can go with a new consultation.',
    },
  },
  reports: {
    title: 'My consultations',
    lead: 'What you have sent. Nobody else’s consultations are shown here.',
    none: 'Nothing yet.',
    one: 'Consultation',
    confidential: 'Only the consultation desk sees it',
    confidentialHint: 'You asked to keep it from your manager. Only the consultation desk sees it.',
    progress: { received: 'Received', looking: 'Being looked at', done: 'Looked into' },
    progressHints: {
      received: 'It waits for someone to look at it.',
      looking: 'Someone is looking into it.',
      done: 'Someone has finished looking into it. If something still worries you, please talk to the consultation desk.',
    },
    next: 'What happens now',
    nextPoints: (desk) => [
      desk === '' ? 'Leads and reviewers read it.' : `It is read by: ${desk}.`,
      'Once somebody does, “Where it stands” says so. Their answer comes to this page.',
      'What you remember later, or what happens next, can be added below at any time. Keep the originals of recordings and photos.',
    ],
    by: 'By when',
    byDays: (days) => `You get a first answer within ${many(days, 'working day', 'working days')}.`,
    byNothing: 'Your company has set no time for an answer. If you cannot wait, see whom to call below.',
    call: 'If you want to talk now',
    callDesk: (names) => `Speak to the consultation desk (${names}) in person. You need not wait for this page.`,
    callNobody:
      'Speak to a lead in person, or turn to one of the places outside the company under “Policy and learning”. You need not wait for this page.',
    files: 'Files',
    filesTaken: (count) => `${many(count, 'file was', 'files were')} taken.`,
    said: {
      received: 'What you sent was received. Thank you for telling us.',
      added: 'Added.',
    },
    where: 'Where it stands',
    told: 'What you sent',
    mailKept: 'The mail is kept as it is.',
    unread: 'There is an answer',
    note: {
      do: 'Add',
      fields: {
        note: {
          label: 'Add something',
          hint: 'What you remembered, or what happened since.',
          wrong: 'Write what you want to add.',
        },
      },
    },
  },
  answer: {
    title: 'Answer to the consultation',
    write: 'Write an answer',
    lead: 'Only whoever handed it in reads it, on the page of their consultation. They are told that there is an answer, and no more. It can be written after the decision, too.',
    send: {
      do: 'Send the answer',
      fields: {
        words: {
          label: 'Answer',
          hint: 'Thank them first for telling you. Ask one thing at a time. Write nothing that sounds as if it were their fault.',
          wrong: 'Write an answer.',
        },
      },
    },
    sent: 'The answer was sent.',
    none: 'Nobody handed this case in.',
  },
  report: {
    wordsBelow: 'They stand below.',
    title: 'What was handed in',
    confidential:
      'They asked to keep this from their manager. Apart from the consultation desk, tell nobody that this consultation exists.',
    by: (name: string) => `From ${name}`,
    channel: 'How',
    when: 'When',
    otherSide: 'Other side',
    words: 'In their words',
    wish: 'Wish',
    added: 'Added',
    answered: (by: string) => `Answered by ${by}`,
    unknown: '(unknown)',
    nothing: '(nothing)',
  },
};
