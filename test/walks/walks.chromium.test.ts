import { afterAll, beforeAll, it } from 'vitest';
import { describeWithServer } from '../support/servers.ts';
import { employeesDay } from './employee.ts';
import { leadsDay } from './lead.ts';
import { operatorsDay } from './operator.ts';
import { phonesDay } from './phone.ts';
import { openSample, type Sample } from './place.ts';
import { reviewersDay } from './reviewer.ts';
import { tunersDay } from './tuner.ts';

// What five people do on a day, with the built program and its sample: each walk goes by what is on the page, as they do.

describeWithServer('chromium', 'a day of', () => {
  let sample: Sample;
  beforeAll(async () => {
    sample = await openSample();
  }, 300_000);
  afterAll(() => sample?.close());

  it.each([
    ['a reviewer', reviewersDay],
    ['a lead', leadsDay],
    ['an employee', employeesDay],
    ['a tuner', tunersDay],
    ['an operator', operatorsDay],
    ['a lead with a phone', phonesDay],
  ] as const)('%s', { timeout: 300_000 }, async (_, walk) => walk(sample));
});
