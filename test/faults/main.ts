import { parseArgs } from 'node:util';
import { shipped } from '../../src/util/paths.ts';
import { machine } from '../bench/report.ts';
import { crashSection } from './crash-section.ts';
import { encodingsSection } from './encodings-section.ts';
import { floodsSection } from './floods-section.ts';
import { rollingSection } from './hosts/rolling-section.ts';
import { hostsSection } from './hosts/section.ts';
import { loadSection } from './load-section.ts';
import { malformedSection } from './malformed-section.ts';
import { circumstances, writeSection } from './report.ts';
import { scaleSection } from './scale-section.ts';
import type { Section } from './section.ts';

const sections: Readonly<Record<string, Section>> = {
  crash: crashSection,
  hosts: hostsSection,
  rolling: rollingSection,
  malformed: malformedSection,
  encodings: encodingsSection,
  load: loadSection,
  scale: scaleSection,
  floods: floodsSection,
};
const titles = Object.values(sections).map(({ title }) => title);

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    mails: { type: 'string' },
    kills: { type: 'string' },
    from: { type: 'string' },
    out: { type: 'string', default: shipped('docs/reliability.md') },
  },
});
const count = (value: string | undefined): number | null => (value === undefined ? null : Number(value));
const asked = {
  seed: count(values.seed) ?? Math.floor(Math.random() * 1_000_000),
  mails: count(values.mails),
  kills: count(values.kills),
  from: values.from ?? null,
};
const wanted = positionals.length > 0 ? positionals : Object.keys(sections);
const unknown = wanted.filter((name) => !Object.hasOwn(sections, name));
const badNumber = [asked.seed, asked.mails, asked.kills].some(
  (value) => value !== null && !(Number.isSafeInteger(value) && value > 0),
);

if (unknown.length > 0 || badNumber) {
  process.stderr.write(
    `Give sections (${Object.keys(sections).join(', ')}) and whole numbers for --seed, --mails and --kills.\n`,
  );
  process.exitCode = 2;
} else {
  for (const name of wanted) {
    const { title, run } = sections[name]!;
    const command = ['npm run test:faults --', name, ...optionsOf()].join(' ');
    process.stderr.write(`${command}\n`);
    const before = machine();
    const { markdown, faults } = await run(asked);
    writeSection(values.out, titles, title, `${circumstances(command, before)}\n\n${markdown.trim()}`);
    process.stdout.write(`${markdown.trim()}\n\n`);
    for (const fault of faults) process.stderr.write(`${name}: ${fault}\n`);
    if (faults.length > 0) process.exitCode = 1;
  }
}

function optionsOf(): readonly string[] {
  return Object.entries(asked).flatMap(([option, value]) => (value === null ? [] : [`--${option} ${value}`]));
}
