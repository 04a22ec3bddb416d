export type { ServerKind } from './available.ts';
export { chromiumPath } from './chromium.ts';
export { startDovecot, type TestDovecot } from './dovecot.ts';
export { startPostgres } from './postgres.ts';
export { startRedis } from './redis.ts';
export type { TestServer } from './server-process.ts';
export { createDatabase } from './shared.ts';
export { describeWithServer } from './with-server.ts';
