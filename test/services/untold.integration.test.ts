import { expect, it } from 'vitest';
import { untoldOf } from '../../src/services/untold.ts';
import { reviewers } from '../store/reviewers.ts';
import { describeStores } from '../store/stores.ts';

const channel = (about: readonly string[]) => [{ name: 'leads', kind: 'slack', about, urlFile: null }];
const notify = (channels: unknown) => ({ sample: false, notify: { channels } }) as never;

describeStores('nobody would be told', (store) => {
  it('without a channel for what is urgent, without anyone who decides, without a consultation desk', async () => {
    const { db } = store();
    expect(await untoldOf(notify([]), db)).toEqual(['no-channel', 'no-decider', 'no-desk']);
    expect(await untoldOf(notify(channel(['digest'])), db)).toContain('no-channel');
    expect(await untoldOf({ sample: true, notify: { channels: [] } } as never, db)).toEqual([]);
    await reviewers(db, '花子');
    expect(await untoldOf(notify(channel(['urgent'])), db)).not.toContain('no-channel');
  });
});
