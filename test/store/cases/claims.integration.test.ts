import { expect, it } from 'vitest';
import {
  ACTIVE_MINUTES,
  type CaseId,
  CLAIM_MINUTES,
  type PersonId,
  plainApproval,
  REST_MINUTES,
} from '../../../src/cases/index.ts';
import {
  claimCase,
  claimNext,
  decide,
  declineCase,
  liveClaim,
  noteExposure,
  openForDeciding,
  releaseCase,
  type Store,
  skipCase,
  USUAL_VISIBILITY,
} from '../../../src/store/index.ts';
import { caseId } from '../../support/ids.ts';
import { reviewers } from '../reviewers.ts';
import { assessment, at, judgedMail } from '../samples.ts';
import { describeStores } from '../stores.ts';

const newCase = async (store: Store, minute = 1, band: 'grey' | 'review' | 'urgent' = 'review') =>
  (await judgedMail(store.db, minute, { assessment: assessment(band) })).caseId!;
const handOver = (to: { id: PersonId; name: string }) =>
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
    await skipCase(db, one, a!, at(3));
    await skipCase(db, one, a!, at(4));
    expect(await claimNext(db, a!, at(3))).toBe(two);
    await skipCase(db, two, a!, at(3));
    expect(await claimNext(db, a!, at(60 * 24))).toBeNull();
    expect(await claimNext(db, b!, at(4))).toBe(one);
  });

  it('handed to someone goes to them alone, though they had skipped it; skipped again it waits for anyone', async () => {
    const { db } = store();
    const [a, b, c] = await reviewers(db, 'a', 'b', 'c');
    const id = await newCase(store());
    await skipCase(db, id, b!, at(1));
    await decide(db, id, handOver(b!), 'a', at(2), { person: a!.id });
    expect(await claimNext(db, a!, at(3))).toBeNull();
    expect(await claimNext(db, b!, at(3))).toBe(id);
    await skipCase(db, id, b!, at(4));
    expect(await claimNext(db, b!, at(5))).toBeNull();
    expect(await claimNext(db, c!, at(5))).toBe(id);
  });

  it('declined goes to others for good, though it is handed to the same person again', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const id = await newCase(store());
    await decide(db, id, handOver(b!), 'a', at(1), { person: a!.id });
    expect(await claimNext(db, b!, at(2))).toBe(id);
    expect(await declineCase(db, id, b!, at(2))).toBe(true);
    await skipCase(db, id, b!, at(2)); // takes nothing back
    expect(await liveClaim(db, id, at(2))).toBeNull();
    expect(await claimNext(db, b!, at(3))).toBeNull();
    expect(await claimNext(db, a!, at(3))).toBe(id);
    await decide(db, id, handOver(b!), 'a', at(3), { person: a!.id });
    expect(await claimNext(db, b!, at(4))).toBeNull();
    expect(await claimNext(db, a!, at(4))).toBe(id);
    expect(await declineCase(db, caseId('999'), b!, at(4))).toBe(false);
  });

  it('declined before it was ever seen stays with whoever is at it', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const id = await newCase(store());
    await claimNext(db, a!, at(1));
    await declineCase(db, id, b!, at(2));
    expect(await liveClaim(db, id, at(2))).toMatchObject({ person: a!.id });
  });

  it('handed to the consultation desk goes to people of the desk', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const id = await newCase(store());
    await decide(db, id, { kind: 'hand-over', to: { kind: 'desk' }, note: '' }, 'a', at(2), { person: a!.id });
    expect(await claimNext(db, b!, at(3))).toBeNull();
    expect(await claimNext(db, { ...b!, seesConfidential: true }, at(3))).toBe(id);
  });
});

describeStores('the worst cases', (store) => {
  const seen = (person: PersonId, caseId: CaseId, heavy: boolean, minute: number) =>
    noteExposure(store().db, { person, caseId, heavy, at: at(minute) });
  const violent = async (minute: number) =>
    (await judgedMail(store().db, minute, { assessment: assessment('review', ['physical-violence']) })).caseId!;

  it('do not come twice in a row while something lighter waits, nor after a rest', async () => {
    const { db } = store();
    const [a] = await reviewers(db, 'a');
    const [before, heavy, grey] = [await violent(1), await violent(2), await newCase(store(), 3, 'grey')];
    await decide(db, before, plainApproval([]), 'a', at(4), { person: a!.id });
    await seen(a!.id, before, true, 4);
    expect(await claimNext(db, a!, at(5))).toBe(grey);
    expect(await claimNext(db, a!, at(4 + REST_MINUTES))).toBe(heavy);
    await decide(db, grey, plainApproval([]), 'a', at(5), { person: a!.id });
    expect(await claimNext(db, a!, at(6))).toBe(heavy); // nothing else is left
  });

  it('go to different people, though all of them ask at the same time and come from one', async () => {
    const { db } = store();
    const people = await reviewers(db, 'a', 'b', 'c', 'd', 'e', 'f');
    const before = await violent(0);
    await decide(db, before, plainApproval([]), 'a', at(1));
    for (const one of people) await seen(one.id, before, true, 1);
    for (let minute = 2; minute < 5; minute++) await violent(minute);
    for (let minute = 5; minute < 8; minute++) await newCase(store(), minute, 'grey');
    const served = await Promise.all(people.map((one) => claimNext(db, one, at(9))));
    expect(new Set(served).size).toBe(6);
    expect(served).not.toContain(null);
  });

  it('are served by the case that was opened last', async () => {
    const { db } = store();
    const [a] = await reviewers(db, 'a');
    const [heavy, grey] = [await violent(2), await newCase(store(), 3, 'grey')];
    await seen(a!.id, heavy, true, 4);
    await seen(a!.id, grey, false, 5);
    expect(await claimNext(db, a!, at(6))).toBe(heavy);
    await seen(a!.id, heavy, true, 6); // again: the same case, later
    expect(await claimNext(db, a!, at(7))).toBe(grey);
  });

  it.each([
    ['nobody else is at the desk', async () => {}, 'urgent'],
    ['someone else is free', (b: PersonId, grey: CaseId) => seen(b, grey, false, 9), 'grey'],
    ['the other comes from one of the worst, too', (b: PersonId, grey: CaseId) => seen(b, grey, true, 9), 'urgent'],
    ['the other has left', (b: PersonId, grey: CaseId) => seen(b, grey, false, 10 - ACTIVE_MINUTES), 'urgent'],
    [
      'the other has skipped it',
      async (b: PersonId, grey: CaseId, urgent: CaseId) => {
        await seen(b, grey, false, 9);
        await skipCase(store().db, urgent, { id: b, ...USUAL_VISIBILITY }, at(9));
      },
      'urgent',
    ],
  ])('that are urgent wait for nothing when %s', async (_, prepare, expected) => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const ids = {
      before: await newCase(store(), 1),
      urgent: await newCase(store(), 3, 'urgent'),
      grey: await newCase(store(), 2, 'grey'),
    };
    await decide(db, ids.before, plainApproval([]), 'a', at(8), { person: a!.id });
    await seen(a!.id, ids.before, true, 8);
    await prepare(b!.id, ids.grey, ids.urgent);
    expect(await claimNext(db, a!, at(10))).toBe(ids[expected as keyof typeof ids]);
  });

  it('that are urgent are served at once to whom they were handed, and to the desk when nobody else is of it', async () => {
    const { db } = store();
    const [a, b] = await reviewers(db, 'a', 'b');
    const [before, grey, urgent] = [
      await newCase(store(), 1),
      await newCase(store(), 2, 'grey'),
      await newCase(store(), 3, 'urgent'),
    ];
    await decide(db, before, plainApproval([]), 'a', at(8), { person: a!.id });
    await seen(a!.id, before, true, 8);
    await seen(b!.id, grey, false, 9);
    await decide(db, urgent, handOver(a!), 'b', at(9), { person: b!.id });
    expect(await claimNext(db, a!, at(10))).toBe(urgent);
    await decide(db, urgent, { kind: 'hand-over', to: { kind: 'desk' }, note: '' }, 'a', at(10), { person: a!.id });
    expect(await claimNext(db, { ...a!, seesConfidential: true }, at(10))).toBe(urgent);
  });
});
