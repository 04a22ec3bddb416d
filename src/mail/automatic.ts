import { allValues, type Field, firstValue } from './header.ts';
import { parseMediaType } from './structure/media-type.ts';

/**
 * Whether a machine sent the mail to many, or in answer to a mail: a list, a newsletter, a bounce, an auto-reply
 * (RFC 3834, RFC 2919, RFC 2369). X-Auto-Response-Suppress alone says nothing: Exchange writes it on mails of people.
 */
export function isAutomatic(fields: readonly Field[]): boolean {
  const submitted = firstValue(fields, 'auto-submitted');
  return (
    (submitted !== null && parseMediaType(submitted).value !== 'no') ||
    firstValue(fields, 'list-id') !== null ||
    firstValue(fields, 'list-unsubscribe') !== null ||
    allValues(fields, 'precedence').some((value) => /^\s*(bulk|list|junk)\s*$/i.test(value)) ||
    parseMediaType(firstValue(fields, 'content-type') ?? '').value === 'multipart/report' ||
    allValues(fields, 'return-path').some((value) => /^\s*<\s*>\s*$/.test(value))
  );
}
