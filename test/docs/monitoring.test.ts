import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { shipped } from '../../src/util/paths.ts';

const read = (path: string) => readFileSync(shipped(path), 'utf8');
const known = new Set(read('test/contracts/metrics.txt').match(/^komainu_\w+/gm));

/** Every metric of ours that a query asks for; a histogram is asked by its buckets. */
const metricsIn = (queries: readonly string[]) =>
  queries.flatMap((query) => query.match(/komainu_\w+/g) ?? []).map((name) => name.replace(/_bucket$/, ''));

it('alerts and the dashboard ask for metrics that there are', () => {
  const { groups } = parse(read('docs/monitoring/alerts.yml')) as { groups: { rules: { expr: string }[] }[] };
  const rules = groups.flatMap((group) => group.rules.map(({ expr }) => expr));
  const { panels } = JSON.parse(read('docs/monitoring/dashboard.json')) as {
    panels: { targets: { expr: string }[] }[];
  };
  const targets = panels.flatMap((panel) => panel.targets.map(({ expr }) => expr));
  for (const queries of [rules, targets]) {
    const asked = metricsIn(queries);
    expect(asked.length).toBeGreaterThan(5);
    expect(asked.filter((name) => !known.has(name))).toEqual([]);
  }
});
