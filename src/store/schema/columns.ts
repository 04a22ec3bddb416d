import { type SQL, sql } from 'drizzle-orm';
import { type AnyPgColumn, customType, timestamp } from 'drizzle-orm/pg-core';

/** A moment, to the millisecond, as JavaScript counts. */
export const time = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

/** A plain Uint8Array, whichever driver: pg gives a Buffer. */
export const bytea = customType<{ data: Uint8Array; driverData: Uint8Array }>({
  dataType: () => 'bytea',
  fromDriver: ({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength),
});

/** Row ids are decimal strings in TypeScript: no precision is lost, and nobody calculates with them. */
export const rowId = customType<{ data: string; driverData: string | number | bigint }>({
  dataType: () => 'bigint',
  fromDriver: String,
});

/** A row id that the database counts up by itself. */
export const serialId = customType<{
  data: string;
  driverData: string | number | bigint;
  notNull: true;
  default: true;
}>({ dataType: () => 'bigserial', fromDriver: String });

/** A mail that waits, and was read within ten minutes of its arrival: it came as we watched. */
export const isLiving = (t: {
  readonly waiting: AnyPgColumn;
  readonly storedAt: AnyPgColumn;
  readonly receivedAt: AnyPgColumn;
}): SQL => sql`${t.waiting} and ${t.storedAt} - ${t.receivedAt} < interval '10 minutes'`;

/** A mail that may take minutes to judge: of more than 1 MiB. */
export const isLarge = (t: { readonly waiting: AnyPgColumn; readonly size: AnyPgColumn }): SQL =>
  sql`${t.waiting} and ${t.size} > 1048576`;

/** An original that was kept because the mail was surfaced. */
export const isKept = (t: { readonly waiting: AnyPgColumn; readonly raw: AnyPgColumn }): SQL =>
  sql`not ${t.waiting} and ${t.raw} is not null`;

/** An open case that presses, grey ones do not, and that every figure may count. */
export const isWaiting = (t: {
  readonly status: AnyPgColumn;
  readonly kind: AnyPgColumn;
  readonly band: AnyPgColumn;
  readonly confidential: AnyPgColumn;
}): SQL => sql`${t.status} = 'open' and not ${t.confidential} and (${t.kind} <> 'mail' or ${t.band} <> 'grey')`;
