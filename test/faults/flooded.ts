/** A process that watches a mail server that floods and one beside it that does not, and tells its parent how they are. */

import { watch } from '../intake/imap/lies/watch.ts';
import { memoryState } from '../support/memory-state.ts';

const [flooding, honest] = process.argv.slice(2).map(Number) as [number, number];
const [state, beside] = [memoryState({ cursor: { uidValidity: 7n, lastUid: 0 } }), memoryState()];
watch({ port: flooding }, state);
watch({ port: honest }, beside);
process.on('disconnect', () => process.exit());
setInterval(
  () =>
    process.send?.({ trouble: state.trouble() ?? null, well: beside.trouble() === null, mails: beside.mails.length }),
  50,
);
