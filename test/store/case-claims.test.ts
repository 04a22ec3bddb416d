import { expect, it } from 'vitest';
import { CLAIM_MINUTES, plainApproval } from '../../src/cases/index.ts';
import {
  claimCase,
  claimNext,
  decide,
  liveClaim,
  openForDeciding,
  releaseCase,
  type Store,
  skipCase,
} from '../../src/store/index.ts';
import { reviewers } from './reviewers.ts';
import { assessment, at, judgedMail } from './samples.ts';
import { describeStores } from './stores.ts';

const newCase = async (store: Store, minute = 1, band: 'grey' | 'review' | 'urgent' = 'review') =>
  (await judgedMail(store.db, minute, { assessment: assessment(band) })).caseId!;
const handOver = (to: { id: string; name: string }) =>
  ({ kind: 'hand-over', to: { kind: 'person', ...to }, note: '' }) as const;

describeStores('a claim', (store) => {
  it('belongs to one of eight people who open the case at the same time', async () => {
    const { db } = store();
    const people = await reviewers(db, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    const id = await newCase(store());
    const held = await Promise.all(people.map((one) => claimCase(db, id, one, at(1))));
    expect(new Set(held.map((claim) => claim!.person)).size).toBe(1);
  });

  it('ends by itself, and is renewed only by its owner', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const id = await newCase(store());
    expect(await claimCase(db, id, a!, at(0))).toEqual({ person: 'id-a', name: 'a', until: at(CLAIM_MINUTES) });
    expect(await claimCase(db, id, b!, at(10))).toMatchObject({ person: 'id-a', until: at(CLAIM_MINUTES) });
    expect(await claimCase(db, id, a!, at(10))).toMatchObject({ person: 'id-a', until: at(10 + CLAIM_MINUTES) });
    expect(await liveClaim(db, id, at(10 + CLAIM_MINUTES))).toBeNull();
    expect(await claimCase(db, id, b!, at(10 + CLAIM_MINUTES))).toMatchObject({ person: 'id-b' });
  });

  it('keeps everyone else from deciding, on the command line too', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const id = await newCase(store());
    await claimCase(db, id, a!, at(1));
    const refused = { code: 'claimed' };
    await expect(decide(db, id, plainApproval([]), 'b', at(2), { person: b!.id })).rejects.toMatchObject(refused);
    await expect(decide(db, id, plainApproval([]), 'cli:taro', at(2))).rejects.toMatchObject(refused);
    await decide(db, id, plainApproval([]), 'a', at(2), { person: a!.id });
    expect(await liveClaim(db, id, at(2))).toBeNull();
    expect(await claimCase(db, id, b!, at(2))).toBeNull(); // decided: nothing to claim
  });

  it('does not last when the person opens another case or lets it go', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const [one, two] = [await newCase(store(), 1), await newCase(store(), 2)];
    await openForDeciding(db, one, a!, at(3));
    await openForDeciding(db, two, a!, at(3));
    expect(await liveClaim(db, one, at(3))).toBeNull();
    await releaseCase(db, two, b!.id);
    expect(await liveClaim(db, two, at(3))).not.toBeNull();
    await releaseCase(db, two, a!.id);
    expect(await liveClaim(db, two, at(3))).toBeNull();
  });
});

describeStores('the next case', (store) => {
  it('is another one for each of eight people who ask at the same time', async () => {
    const { db } = store();
    const people = await reviewers(db, 'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h');
    for (let minute = 0; minute < 7; minute++) await newCase(store(), minute);
    const served = await Promise.all(people.map((one) => claimNext(db, one, at(9))));
    expect(served.filter((id) => id === null)).toHaveLength(1);
    expect(new Set(served).size).toBe(8);
  });

  it('is the most pressing one, then the oldest', async () => {
    const { db } = store();
    const [a] = await reviewers(db, 'a');
    const grey = await newCase(store(), 1, 'grey');
    const newer = await newCase(store(), 4, 'urgent');
    const older = await newCase(store(), 3, 'urgent');
    const served = [];
    for (let i = 0; i < 3; i++) {
      const id = await claimNext(db, a!, at(9));
      served.push(id);
      await decide(db, id!, plainApproval([]), 'a', at(9), { person: a!.id });
    }
    expect(served).toEqual([older, newer, grey]);
    expect(await claimNext(db, a!, at(9))).toBeNull();
  });

  it('is never one the person has skipped, though others get it', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const [one, two] = [await newCase(store(), 1), await newCase(store(), 2)];
    expect(await claimNext(db, a!, at(3))).toBe(one);
    await skipCase(db, one, a!.id, at(3));
    await skipCase(db, one, a!.id, at(4));
    expect(await claimNext(db, a!, at(3))).toBe(two);
    await skipCase(db, two, a!.id, at(3));
    expect(await claimNext(db, a!, at(60 * 24))).toBeNull();
    expect(await claimNext(db, b!, at(4))).toBe(one);
  });

  it('handed to someone goes to them alone, though they had skipped it; skipped again it waits for anyone', async () => {
    const { db } = store();
    const [a, b, c] = await reviewers(db, 'a', 'b', 'c');
    const id = await newCase(store());
    await skipCase(db, id, b!.id, at(1));
    await decide(db, id, handOver(b!), 'a', at(2), { person: a!.id });
    expect(await claimNext(db, a!, at(3))).toBeNull();
    expect(await claimNext(db, b!, at(3))).toBe(id);
    await skipCase(db, id, b!.id, at(4));
    expect(await claimNext(db, b!, at(5))).toBeNull();
    expect(await claimNext(db, c!, at(5))).toBe(id);
  });

  it('handed to the consultation desk goes to people of the desk', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const id = await newCase(store());
    await decide(db, id, { kind: 'hand-over', to: { kind: 'desk' }, note: '' }, 'a', at(2), { person: a!.id });
    expect(await claimNext(db, b!, at(3))).toBeNull();
    expect(await claimNext(db, { ...b!, atDesk: true }, at(3))).toBe(id);
  });
});
