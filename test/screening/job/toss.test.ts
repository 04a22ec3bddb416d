import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Keys } from '../../../src/config/index.ts';
import type { AssessedMail } from '../../../src/screening/index.ts';
import { verdictOf, type WorkerDeps } from '../../../src/screening/job/screen-job.ts';
import { readMail } from '../../../src/screening/pipeline.ts';
import type { StoredMail } from '../../../src/store/index.ts';
import { assessment } from '../../store/samples.ts';
import { mailId } from '../../support/ids.ts';
import { rawMail, silent } from '../pool/support.ts';

const ARRIVED = new Date('2026-10-01T09:00:00+09:00');
const keyed = (key: string): Pick<Keys, 'hash'> => ({
  hash: (value) => createHmac('sha256', key).update(value).digest('base64url').slice(0, 32),
});

async function tossOf(
  id: string,
  { headers = {}, source = 'support', oneIn = 2 as number | null, key = 'secret', now = ARRIVED } = {},
) {
  const raw = rawMail('見積書をお送りください。', { Subject: 'quote', ...headers });
  const mail: StoredMail = { id: mailId(id), source, receivedAt: ARRIVED, raw, hasVerdict: false };
  const screened: AssessedMail = {
    message: await readMail({ bytes: raw, receivedAt: ARRIVED }),
    assessment: assessment('ordinary', []),
  };
  const deps = {
    keys: keyed(key),
    counterpartyOf: (address: string) => address,
    spotChecks: { oneIn, days: 30, readers: 1, perDay: 10, exceptSources: ['personnel'] },
    now: () => now,
    log: silent,
  } as unknown as WorkerDeps;
  return verdictOf(deps, mail, screened).toss;
}

const kept = async (options = {}): Promise<string> =>
  (await Promise.all(Array.from({ length: 60 }, (_, i) => tossOf(String(i + 1), options))))
    .map((toss) => (toss!.kept ? '1' : '0'))
    .join('');

it('falls the same for a mail, whoever judges it and when; with another key it falls differently', async () => {
  const first = await kept();
  expect(await kept({ now: new Date('2026-10-02T09:00:00+09:00') })).toBe(first);
  expect(await kept({ key: 'another' })).not.toBe(first);
  expect(first).toMatch(/^(?=.*0)(?=.*1)/);
});

it.each([
  ['while nobody has turned it on', { oneIn: null }],
  ['for a source that was excepted', { source: 'personnel' }],
  ['for a mail that its sender marked', { headers: { Sensitivity: 'Private' } }],
  ['for a mail whose subject says so', { headers: { Subject: 'CONFIDENTIAL' } }],
] as const)('is not there %s', async (_, options) => {
  expect(await tossOf('1', options)).toBeNull();
});
