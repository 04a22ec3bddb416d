const LARGEST = 9223372036854775807n; // of a PostgreSQL bigint

/**
 * Ids come from URLs and command lines too: what is no row id belongs to no row, and is no error of the database.
 *
 * @example
 * isRowId('77') // → true
 * isRowId('077') // → false
 */
export const isRowId = (id: string): boolean => /^[1-9]\d{0,18}$/.test(id) && BigInt(id) <= LARGEST;
