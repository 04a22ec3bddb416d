import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { machine } from '../bench/report.ts';

const HEAD = `# Reliability

Written by \`npm run test:faults\`, every section by a run of its own (\`npm run test:faults -- crash\`): do not edit. A run with the
same \`--seed\` does the same things at the same times to the same mails; what they meet depends on the machine.
`;

/** Replaces or adds one section of a report, the sections in the order of `titles`; the others stay as they are. */
export function withSection(report: string, titles: readonly string[], title: string, text: string): string {
  const old = sectionsOf(report);
  const all = titles.flatMap((name) => {
    const section = name === title ? text : old.get(name);
    return section === undefined ? [] : [`## ${name}\n\n${section.trim()}\n`];
  });
  return [HEAD, ...all].join('\n');
}

const sectionsOf = (report: string): ReadonlyMap<string, string> =>
  new Map(
    report
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf('\n')), section.slice(section.indexOf('\n') + 1)] as const),
  );

export function writeSection(path: string, titles: readonly string[], title: string, text: string): void {
  const report = existsSync(path) ? readFileSync(path, 'utf8') : '';
  writeFileSync(path, withSection(report, titles, title, text));
}

/** When, how and on what a section was measured. */
export function circumstances(command: string, { node, processor, cores, memory, load }: ReturnType<typeof machine>) {
  const day = new Date().toISOString().slice(0, 10);
  const cpu = processor === 'unknown' ? '' : ` (${processor})`;
  return `_${day}, \`${command}\`: ${cores} cores${cpu}, ${memory} GiB of memory, Node ${node}; load ${load[0]} before the run._`;
}
