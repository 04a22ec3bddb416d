import { loadConfig } from './config/index.ts';
import { shipRules } from './screening/index.ts';
import { shipEmptyStore } from './store/index.ts';
import { writeIpadic } from './text/index.ts';
import { shipLanguage } from './util/language-files.ts';
import { shipped } from './util/paths.ts';

// Run by the build: puts beside it what each start would else make anew.

shipLanguage();
await writeIpadic();
await shipEmptyStore();
await shipRules(loadConfig(null, {}, shipped('dist/data')).config); // a folder without a configuration
