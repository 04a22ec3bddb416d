import { parseArgs } from 'node:util';
import { backfillPart, waitingPart } from './backfill.ts';
import { deskPart } from './desk.ts';
import { dictionaryPart } from './dictionary.ts';
import { orMissing, type Part } from './figures.ts';
import { growthPart } from './growth/index.ts';
import { largeCasePart } from './large-case.ts';
import { latencyPart } from './latency.ts';
import { memoryPart } from './memory.ts';
import { pastPart } from './past.ts';
import { machine, type Section, table } from './report.ts';
import { scalePart } from './scale/index.ts';
import { scalingPart } from './scaling.ts';
import { scanPart } from './scan.ts';
import { screenPart } from './screen.ts';
import { stallsPart } from './stalls.ts';
import { startupPart } from './startup.ts';

const parts: Readonly<Record<string, Part>> = {
  screen: screenPart,
  dictionary: dictionaryPart,
  startup: startupPart,
  scan: scanPart,
  memory: memoryPart,
  latency: latencyPart,
  backfill: backfillPart,
  waiting: waitingPart,
  scaling: scalingPart,
  scale: scalePart,
  past: pastPart,
  desk: deskPart,
  growth: growthPart,
  'large-case': largeCasePart,
  stalls: stallsPart,
};

const { values } = parseArgs({
  options: { json: { type: 'boolean', default: false }, only: { type: 'string', multiple: true } },
});
const wanted = values.only ?? Object.keys(parts);
const unknown = wanted.find((name) => !Object.hasOwn(parts, name));

if (unknown !== undefined) {
  process.stderr.write(`There is no part ${unknown}; there are ${Object.keys(parts).join(', ')}.\n`);
  process.exitCode = 2;
} else {
  const before = machine();
  const sections: Section[] = [];
  for (const name of wanted) {
    process.stderr.write(`${name} …\n`);
    sections.push({ part: name, about: parts[name]!.about, figures: await orMissing(name, parts[name]!.measure) });
  }
  const after = machine();
  const { node, processor, cores, load } = before;
  process.stdout.write(
    values.json
      ? `${JSON.stringify({ ...before, load: { before: load, after: after.load }, sections }, null, 2)}\n`
      : `Node ${node}, ${cores} × ${processor}, load ${load[0]} before and ${after.load[0]} after\n\n${table(sections)}`,
  );
}
