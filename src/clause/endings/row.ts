import type { Form, Inflection } from './forms.ts';

/**
 * A row of the table of endings: after any of the forms `after`, one of `spellings` may stand, and is then inflected like
 * `then`, or is itself in the form `then`. What may follow て is listed unvoiced; after 死ん it is read voiced.
 */
export interface Row {
  readonly name: string;
  readonly after: readonly Form[];
  readonly spellings: readonly string[];
  readonly then: Inflection | Form;
}

/** `row('taiwish', 'I', 'た', 'adjective')`: forms and spellings are separated by blanks, `_` is no spelling at all. */
export const row = (name: string, after: string, spellings: string, then: Inflection | Form): Row => ({
  name,
  after: after.split(' ') as Form[],
  spellings: spellings.split(' ').map((spelling) => (spelling === '_' ? '' : spelling)),
  then,
});

/** Rows that end in ません, ませんでした: the negation belongs to the expression and is not counted again. */
export const masen = (name: string, after: string, spellings: string): Row[] => {
  const all = (ending: string): string =>
    spellings
      .split(' ')
      .map((spelling) => spelling + ending)
      .join(' ');
  return [row(name, after, all('ん'), 'U'), row(name, after, all('んでし'), 'T')];
};
