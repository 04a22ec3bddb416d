import { afterAll, beforeAll, it } from 'vitest';
import { describeWithServer } from '../support/servers.ts';
import { employeesDay } from './employee.ts';
import { leadsDay } from './lead.ts';
import { operatorsDay } from './operator.ts';
import { DESK, openSample, PHONE, type Sample } from './place.ts';
import { reviewersDay } from './reviewer.ts';
import { thumbsDay } from './thumb.ts';
import { tunersDay } from './tuner.ts';

// What five people do on a day, with the built program and its sample: each walk goes by what is on the page, as they do.

const SCREENS = [
  ['on a desk', DESK],
  ['with a phone', PHONE],
] as const;

for (const [where, look] of SCREENS)
  describeWithServer('chromium', `${where}, a day of`, () => {
    let sample: Sample;
    beforeAll(async () => {
      sample = await openSample(look);
    }, 300_000);
    afterAll(() => sample?.close());

    it.each([
      ['a reviewer', look === PHONE ? thumbsDay : reviewersDay], // keys, or a thumb
      ['a lead', leadsDay],
      ['an employee', employeesDay],
      ['a tuner', tunersDay],
      ['an operator', operatorsDay],
    ] as const)('%s', { timeout: 300_000 }, async (_, walk) => walk(sample));
  });
