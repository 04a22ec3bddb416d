import { expect, inject, it } from 'vitest';
import { coverage, YEARS } from './simulated-years.ts';

const YEARS_EACH = inject('atLength') ? 1_000 : 60;

it.each(YEARS)(
  'the interval holds the truth in 95 of 100 years: %s',
  (_, year) => {
    const { covered } = coverage(year, YEARS_EACH, 20261126);
    expect(covered).toBeGreaterThanOrEqual(0.95);
  },
  600_000,
);
