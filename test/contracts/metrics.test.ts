import { type Metric, Registry } from 'prom-client';
import { expect, it, vi } from 'vitest';
import { createMetrics } from '../../src/health/index.ts';
import { expectLines } from './lines.ts';

it('what /metrics counts: names, labels and help', async () => {
  const registered = vi.spyOn(Registry.prototype, 'registerMetric');
  createMetrics({ now: () => new Date(0) } as Parameters<typeof createMetrics>[0]);
  const metrics = registered.mock.calls.map(([metric]) => metric as Metric & Described);
  registered.mockRestore();
  const ours = metrics.filter(({ name }) => name.startsWith('komainu_'));
  expect(ours.length).toBeLessThan(metrics.length); // those of the process besides
  await expectLines(
    'metrics.txt',
    ours.map((one) => `${one.name} {${one.labelNames.join(', ')}} ${one.constructor.name.toLowerCase()}: ${one.help}`),
  );
});

interface Described {
  readonly name: string;
  readonly help: string;
  readonly labelNames: readonly string[];
}
