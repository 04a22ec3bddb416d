import { parseAddressHeader } from 'mailparser';
import { cleanLine } from './clean.ts';
import { toUtf8Words } from './decode/encoded-words.ts';
import { allValues, type Field } from './header.ts';
import { ADDRESSES } from './limits.ts';
import type { Address } from './message.ts';

const ADDRESS = /^[^\s@<>]{1,256}@[^\s@<>]{1,255}$/; // RFC 5321, 4.5.3.1, and generous

/** The mailboxes of all fields of that name, groups opened, at most `ADDRESSES`. */
export function addressesOf(fields: readonly Field[], name: string): Address[] {
  const values = allValues(fields, name).map(toUtf8Words);
  return parseAddressHeader(values, { flatten: true })
    .value.map((mailbox) => ({
      name: cleanLine(mailbox.name ?? ''),
      address: cleanLine(mailbox.address ?? '').toLowerCase(),
    }))
    .filter(({ address }) => ADDRESS.test(address))
    .slice(0, ADDRESSES);
}
