const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const ZONES: Readonly<Record<string, number>> = {
  // minutes; of RFC 5322, 4.3, and JST, which Japanese mailers write
  EST: -300,
  EDT: -240,
  CST: -360,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
  JST: 540,
};
const DATE =
  /^(?:[A-Za-z]{3,9},?\s+)?(\d{1,2})\s+([A-Za-z]{3})[a-z]*\.?\s+(\d{2}|\d{4})\s+(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\s*([+-]\d{4}|[A-Za-z]{1,5}))?$/;

/**
 * The Date field (RFC 5322, 3.3 and 4.3); null when it is no date. `new Date` is no help: it takes "room 12" for a date
 * in 2001. A time without a known zone counts as UTC.
 *
 * @example
 * parseDate('Tue, 1 Dec 2026 09:00:00 +0900') // → new Date('2026-12-01T00:00:00Z')
 * parseDate('yesterday') // → null
 */
export function parseDate(value: string): Date | null {
  const plain = value
    .slice(0, 200)
    .replace(/\([^()]*\)/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
  const [, day, monthName, yearDigits, hour, minute, second = '0', zone = 'UT'] = DATE.exec(plain) ?? [];
  if (day === undefined || yearDigits === undefined) return null;
  const month = MONTHS.indexOf(monthName?.toLowerCase() ?? '');
  const year =
    yearDigits.length === 4 ? Number(yearDigits) : Number(yearDigits) + (Number(yearDigits) < 50 ? 2000 : 1900);
  const local = new Date(
    Date.UTC(year, month, Number(day), Number(hour), Number(minute), Math.min(Number(second), 59)),
  );
  const real =
    month >= 0 &&
    local.getUTCDate() === Number(day) &&
    local.getUTCHours() === Number(hour) &&
    Number(minute) < 60 &&
    year >= 1970;
  return real ? new Date(local.getTime() - offsetMinutes(zone) * 60_000) : null;
}

function offsetMinutes(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d\d)(\d\d)$/.exec(zone) ?? [];
  if (sign === undefined) return ZONES[zone.toUpperCase()] ?? 0;
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes));
}
