import { mail, text } from '../../support/mime.ts';
import { cut, everyday, lines, type Wrapping } from './wrapping.ts';

const padded = (before: string, behind: string) => (threat: string) => mail(text(`${before}\n${threat}\n${behind}`));

const megabyte = lines(6_000, everyday);

/** So much around a threat that not everything is judged. */
export const PADDING: readonly Wrapping[] = [
  cut('between two megabytes of everyday words', padded(megabyte, megabyte)),
];
