import { many } from '../shell/many.ts';
import type { ja } from './messages.ja.ts';

export const en: typeof ja = {
  comments: {
    title: 'Comments',
    lead: 'Write what you noticed or want to ask without deciding. It stays in the history of the case and goes with it.',
    write: {
      do: 'Write the comment',
      fields: {
        words: {
          label: 'Comment',
          hint: 'Write facts and words, not characterisations. With @name the comment appears among that person’s mentions.',
          wrong: 'Please write the comment.',
        },
      },
    },
    names: (names) => `Whom @ can call: ${names}`,
    noNames: 'Nobody else may see this case.',
    written: 'Comment',
    mentioned: (names) => `→ ${names}`,
  },
  mentions: {
    title: 'Mentions',
    lead: 'Comments that call you with @. They count as seen once you open the case.',
    unseen: (n) => `${many(n, 'mention', 'mentions')} not seen yet`,
    by: (name) => `by ${name}`,
    fresh: 'new',
    seeAll: 'I have seen them all',
  },
};
