import { languageFile } from '../../util/language-files.ts';
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

/** As it is written: forms and spellings are separated by blanks, `_` is no spelling at all. */
type Written = readonly [name: string, after: string, spellings: string, then: Inflection | Form | 'masen'];

const row = (name: string, after: string, spellings: readonly string[], then: Inflection | Form): Row => ({
  name,
  after: after.split(' ') as Form[],
  spellings,
  then,
});

/** `masen` ends in ません, ませんでした: the negation belongs to the expression and is not counted again. */
function rowsOf([name, after, spellings, then]: Written): Row[] {
  const spelt = spellings.split(' ').map((spelling) => (spelling === '_' ? '' : spelling));
  if (then !== 'masen') return [row(name, after, spelt, then)];
  const ending = (end: string) => spelt.map((spelling) => spelling + end);
  return [row(name, after, ending('ん'), 'U'), row(name, after, ending('んでし'), 'T')];
}

const { particles, auxiliaries, colloquial } =
  languageFile<Record<'particles' | 'auxiliaries' | 'colloquial', readonly Written[]>>('endings.yaml');

/** The whole table; earlier rows are read first. */
export const ROWS: readonly Row[] = [...particles, ...auxiliaries, ...colloquial].flatMap(rowsOf);
