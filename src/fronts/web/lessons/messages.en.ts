import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  lessons: {
    title: 'Lessons',
    link: 'Short lessons on each act',
    lead: 'A short explanation and invented examples for each of the 18 acts, some two minutes each. No person, no company and no mail in them is real. Some examples hurt to read.',
    progress: (done: number, all: number) => `${done} of ${all} finished`,
    private: 'Only the day on which you finished is kept: no answers, and not how often you tried.',
    done: (day: string) => `Finished on ${day}`,
    back: 'All lessons',
    what: 'What it is',
    counts: 'An example (invented)',
    fine: 'Close to it, but none (invented)',
    why: 'What the difference is',
    act: 'When you meet it',
    check: 'Which of the two is one?',
    choose: 'Choose one of them.',
    answer: 'Check',
    right: 'Right. It is noted that you finished.',
    wrong: 'It is the other one. Read the difference once more.',
    next: 'Next lesson',
  },
};
