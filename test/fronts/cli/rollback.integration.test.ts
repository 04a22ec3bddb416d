import { cpSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { loadConfig } from '../../../src/config/index.ts';
import { openStore } from '../../../src/store/index.ts';
import { mail } from '../../../src/store/schema/core.ts';
import { storeMail } from '../../store/samples.ts';
import { putEmptyStore } from '../../support/store.ts';
import { komainu, workspace } from './support.ts';

it('puts the store of before an upgrade in place, once, keeps the other, and says what comes next', {
  timeout: 60_000,
}, async () => {
  await using place = await workspace();
  const { config, secrets } = loadConfig(null, {}, place.path);
  const opened = () => openStore(secrets.store, config.dataPath);
  const run = () => komainu(['rollback'], { cwd: place.path });
  const path = join(config.dataPath, 'store');
  await putEmptyStore(path);
  cpSync(path, `${path}.before-upgrade`, { recursive: true });
  const store = await opened();
  await storeMail(store.db, { minute: 1 });
  expect(await run()).toMatchObject({ code: 1, out: '' }); // the service runs
  await store.close();

  const { code, out } = await run();
  expect(code).toBe(0);
  expect(out).toContain('前の版を入れて起動してください');
  const [aside] = readdirSync(config.dataPath).filter((name) => /^store\.\d{4}-/.test(name));
  expect(out).toContain(aside!);
  const back = await opened();
  expect(await back.db.$count(mail)).toBe(0);
  await back.close();
  expect(await run()).toMatchObject({ code: 1, err: expect.stringContaining('no copy of before an upgrade') });
});
