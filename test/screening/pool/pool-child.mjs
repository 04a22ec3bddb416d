import { pino } from 'pino';
import { packRules } from '../../../dist/screening/index.js';
import { openPool } from '../../../dist/screening/pool/index.js';
import { loadTokenizer } from '../../../dist/text/index.js';

// A service that only has a room.
const rules = packRules(JSON.parse(process.argv[2]), await loadTokenizer());
const screening = openPool({ threads: 1, rules: () => rules, log: pino({ level: 'silent' }) });
const mail = { bytes: Buffer.from('Subject: test\r\n\r\ntest\r\n'), receivedAt: new Date(), source: 'test' };
process.send('opened');
await screening.screen(mail, async () => []);
process.send('screened');
