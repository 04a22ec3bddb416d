import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findChromium } from './chromium.ts';
import { COURIER_UNPACKED, findCourier } from './courier.ts';
import { CYRUS_UNPACKED, findCyrus } from './cyrus.ts';
import { findDovecot } from './dovecot.ts';
import { findPostgres } from './postgres.ts';
import { findRedis } from './redis.ts';

export const SERVER_KINDS = ['postgres', 'redis', 'dovecot', 'cyrus', 'courier', 'chromium'] as const;
export type ServerKind = (typeof SERVER_KINDS)[number];

interface Requirement {
  readonly label: string;
  readonly packages: readonly string[]; // Debian's full names
  readonly unpackInto?: string; // Debian lets one IMAP server be installed: others are only unpacked
  readonly isThere: () => boolean;
  readonly timeoutMs: number; // of a test with it, on a machine that does much else
}

const CJK_FONT = '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc';

export const SERVERS: Readonly<Record<ServerKind, Requirement>> = {
  postgres: {
    label: 'PostgreSQL 17',
    packages: ['postgresql-17'],
    isThere: () => findPostgres() !== null,
    timeoutMs: 180_000,
  },
  redis: {
    label: 'Redis or Valkey',
    packages: ['redis-server'],
    isThere: () => findRedis() !== null,
    timeoutMs: 180_000,
  },
  dovecot: {
    label: 'Dovecot 2.4',
    packages: ['dovecot-imapd'],
    isThere: () => findDovecot() !== null,
    timeoutMs: 180_000,
  },
  cyrus: {
    label: 'Cyrus IMAP 3',
    packages: ['cyrus-imapd', 'sasl2-bin', 'libsasl2-modules-db'],
    unpackInto: CYRUS_UNPACKED,
    isThere: () => findCyrus() !== null,
    timeoutMs: 180_000,
  },
  courier: {
    label: 'Courier IMAP',
    packages: ['courier-imap'],
    unpackInto: COURIER_UNPACKED,
    isThere: () => findCourier() !== null,
    timeoutMs: 180_000,
  },
  chromium: {
    label: 'Chromium',
    packages: ['chromium'],
    isThere: () => findChromium() !== null,
    timeoutMs: 180_000,
  },
};

/** Without it screenshots show boxes instead of Japanese; no test depends on it. */
export const FONT: Omit<Requirement, 'timeoutMs'> = {
  label: 'Noto Sans CJK',
  packages: ['fonts-noto-cjk'],
  isThere: () => existsSync(CJK_FONT),
};

/** Without it the two tests that look at a letter's PDF as a picture are skipped. */
export const POPPLER: Omit<Requirement, 'timeoutMs'> = {
  label: 'Poppler',
  packages: ['poppler-utils'],
  isThere: () => spawnSync('pdftoppm', ['-v']).error === undefined,
};
