// Sets the thresholds of the configuration in argv as the review app does, and tells where they were written and whether the folder took any.
import { loadConfig } from '../../../dist/config/index.js';
import { openDictionaryFolder } from '../../../dist/screening/index.js';
import { planThresholds } from '../../../dist/tuning/index.js';

const [home, thresholds] = process.argv.slice(2);
const { config } = loadConfig(null, {}, home);
const folder = openDictionaryFolder(config);
const files = await folder.read();
const plan = await planThresholds(files, JSON.parse(thresholds), (path) => folder.takesChanges(path));
await folder.write(plan.path, plan.fileAfter, plan.fileBefore);
const { text } = files.find(({ path }) => path === 'scoring.yaml');
const direct = await folder.write('scoring.yaml', 'x', text).then(
  () => 'written',
  ({ code }) => code,
);
process.stdout.write(JSON.stringify({ path: plan.path, direct }));
