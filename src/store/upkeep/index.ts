export { type Ahead, lookAhead } from './ahead.ts';
export {
  type AuditFilter,
  appendAudit,
  auditAfter,
  auditEnd,
  auditHash,
  auditRows,
  hasSignedInFrom,
  newestAudit,
} from './audit.ts';
export { type BackupContents, dumpStore } from './backup.ts';
export { readBackup, writeBackup } from './backup-file.ts';
export type { BackupKeys, BackupLock } from './backup-lock.ts';
export { believeClock, clockAhead } from './clock.ts';
export { dumpService } from './dump-service.ts';
export { loadDump, type Restored } from './load-dump.ts';
export { holdCase, type Purged, purge, purgeable } from './retention.ts';
export { forgetRunning, noteRunning, type RunningHost, runningHosts } from './running.ts';
export { changeSecret, keepSecret, requireSecret } from './secret-print.ts';
