import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ConfigFile } from '../../../../src/config/file.ts';
import { LINES } from '../../../../src/fronts/web/first-steps/lines.ts';
import { type Facts, STEPS, stateOfSteps } from '../../../../src/fronts/web/first-steps/steps.ts';

const NOTHING: Facts = { sources: [], policy: 'template', deciders: 1, desk: 0, unused: 0, channels: [], judged: 0 };
const channel = {
  name: 'leads',
  kind: 'mail',
  trouble: null,
  troubleSince: null,
  lastToldAt: new Date(),
  urgent: true,
};
const source = { name: 'support', trouble: null, seen: true };

describe('the state of the first steps', () => {
  it('is open while nothing is there', () => {
    for (const step of STEPS) expect({ step, state: stateOfSteps(NOTHING)[step] }).toEqual({ step, state: 'open' });
  });

  it.each([
    ['mailbox', 'done', { sources: [source] }],
    ['mailbox', 'open', { sources: [{ ...source, seen: false }] }],
    ['mailbox', 'trouble', { sources: [source, { ...source, trouble: 'パスワード' }] }],
    ['policy', 'done', { policy: 'own' }],
    ['policy', 'trouble', { policy: 'unreadable' }],
    ['people', 'done', { deciders: 2 }],
    ['channels', 'done', { channels: [channel] }],
    ['channels', 'open', { channels: [{ ...channel, lastToldAt: null }] }],
    ['channels', 'open', { channels: [{ ...channel, urgent: false }] }], // nothing urgent is told there
    ['channels', 'trouble', { channels: [{ ...channel, trouble: 'HTTP 404' }] }],
    ['trial', 'done', { judged: 1 }],
  ] as const)('%s is %s by what is there', (step, state, facts) => {
    expect(stateOfSteps({ ...NOTHING, ...facts })[step]).toBe(state);
  });
});

it.each(Object.entries(LINES))('the lines of %s are a configuration', (_, lines) => {
  expect(ConfigFile.safeParse(parse(lines)).error).toBeUndefined();
});
