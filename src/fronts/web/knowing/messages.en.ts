import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  knowing: {
    edit: 'Make a new version of the policy',
    editLead:
      'What was published is never changed; to mend it, make the next version. Headings begin with “# ”, points with “- ”. What is published here takes the place of company.policy in the configuration.',
    wrong: 'It could not be published. Mend the fields below.',
    form: {
      do: 'Publish',
      fields: {
        text: {
          label: 'Text of the policy',
          hint: 'Say what is not accepted, what is done about it, where to turn, that nobody suffers for asking, and that proper complaints are welcome.',
          wrong: 'Write the text of the policy.',
        },
        note: { label: 'What changed' },
        from: {
          label: 'In force from',
          hint: 'Today or later. From that day on everybody sees this version.',
          wrong: 'Give today or a later day.',
        },
      },
    },
    published: 'Published. Everybody sees it from the day on which it comes into force.',
    versions: 'Versions of the policy',
    versionsLead: 'Every version so far. What was published does not change.',
    noVersions:
      'There is no version yet. The first one comes when one is published here, or when somebody says that they have read the policy’s file.',
    version: (number: number) => `Version ${number}`,
    number: 'Version',
    inForce: 'in force',
    fileDay: '(first seen)',
    fromFile: 'from the configuration',
    publishedAt: 'Published',
    ownReading: 'Read by you',
    readers: 'Read by',
    people: (count: number) => `${count} ${count === 1 ? 'person' : 'people'}`,
    read: 'I have read this policy',
    readOn: (day: string) => `Noted on ${day}: you have read this version.`,
    changed: 'The policy has changed since. Read it once more before you say so.',
    who: 'Who has read it',
    whoLead:
      'When people read the version in force, and how many lessons they finished. Answers, whether they were right, and how often somebody tried are kept nowhere. Do not use this for appraisals.',
    noPolicy: 'There is no policy to be read yet.',
    name: 'Name',
    readAt: 'Policy read',
    lessons: 'Lessons finished',
    lessonsOf: (done: number, all: number) => `${done} of ${all}`,
    last: 'Last lesson',
    notYet: 'not yet',
    readCount: (read: number, all: number) => `Read the policy in force: ${read} of ${all} people`,
  },
};
