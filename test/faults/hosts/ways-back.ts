import { createService, type TestService } from '../../support/service.ts';
import { databaseUrl, query } from '../../support/shared-servers.ts';
import { ended } from './rolling.ts';
import { type HostsStage, SECRET } from './stage.ts';

/** What came of a backup that the version of before had made. */
export interface Back {
  readonly rows: number; // that were restored
  readonly cases: number;
  readonly faults: readonly string[];
}

/**
 * Restores a backup into an empty database, verifies the audit log there, and starts a web on it.
 *
 * @param main the build that does it
 */
export async function restoreBy(stage: HostsStage, backup: string, name: string, main: string): Promise<Back> {
  await query(stage.databaseUrl, `create database ${name}`);
  const env = { DATABASE_URL: databaseUrl(stage.databaseUrl, name), KOMAINU_SECRET: SECRET, LANG: 'en_US.UTF-8' };
  const service = createService('{}\n', env, () => main);
  try {
    return await restoreOn(service, backup);
  } finally {
    service.remove();
  }
}

async function restoreOn(service: TestService, backup: string): Promise<Back> {
  const restored = await ended(service.cli('restore', backup));
  const rows = Number(/restored (\d+) rows/.exec(restored.out)?.[1] ?? 0);
  if (restored.code !== 0) return { rows, cases: 0, faults: [`The restore failed: ${restored.out.trim()}`] };
  const verified = await ended(service.cli('audit', 'verify'));
  const running = await service.start('--part', 'web');
  const { length: cases } = await service.cases();
  await running.stop();
  return { rows, cases, faults: verified.code === 0 ? [] : [`The audit log of the restore: ${verified.out}`] };
}
