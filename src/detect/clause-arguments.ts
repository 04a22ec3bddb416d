import type { Argument, Frame, Person } from '../clause/index.ts';

const THEIRS: ReadonlySet<Person> = new Set(['addressee', 'addressee-company', 'addressee-family', 'staff']);
/** Whether a person is of the side that the mail goes to. */
export const isTheirs = (person: Person): boolean => THEIRS.has(person);

/** Whether an argument is of one of these kinds or persons, or is one of these nouns. */
export const isOneOf = ({ kinds, person, head, text }: Argument, wanted: readonly string[]): boolean =>
  wanted.some(
    (one) => one === person || one === head || text.endsWith(one) || (kinds as readonly string[]).includes(one),
  );

/** What somebody goes or comes for: 行く of 謝りに行く. */
export const purposeOf = (frames: readonly Frame[]): string | null =>
  frames.find((frame) => frame.kind === 'purpose')?.lemma ?? null;
