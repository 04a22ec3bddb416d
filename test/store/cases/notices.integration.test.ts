import { expect, it } from 'vitest';
import {
  casesToTell,
  channelHealth,
  decide,
  noteChannelTrouble,
  noteTold,
  untoldAlarms,
} from '../../../src/store/index.ts';
import { assessment, at, judgedMail, storeMail } from '../samples.ts';
import { describeStores } from '../stores.ts';
import { writeUnreadable } from '../write.ts';

const digest = (before: Date) => ({ kind: 'digest', before }) as const;

describeStores('what a channel is to be told', (store) => {
  it('is every open urgent case at once, and once', async () => {
    const { db } = store();
    const { caseId } = await judgedMail(db, 1, { assessment: assessment('urgent') });
    await judgedMail(db, 2, { assessment: assessment('review') });
    await judgedMail(db, 3, { assessment: assessment('grey') });
    expect(await casesToTell(db, 'leads', { kind: 'urgent' })).toEqual([caseId]);
    await noteTold(db, 'leads', { kind: 'urgent', subjects: [caseId!], at: at(700) });
    expect(await casesToTell(db, 'leads', { kind: 'urgent' })).toEqual([]);
    expect(await casesToTell(db, 'others', { kind: 'urgent' })).toEqual([caseId]);
  });

  it('is, at the time of a digest, what was flagged or unreadable before it, and not what was told as urgent', async () => {
    const { db } = store();
    const early = await judgedMail(db, 1, { assessment: assessment('review'), screenedAt: at(10) });
    const urgent = await judgedMail(db, 2, { assessment: assessment('urgent'), screenedAt: at(11) });
    await judgedMail(db, 3, { assessment: assessment('review'), screenedAt: at(30) });
    await judgedMail(db, 4, { assessment: assessment('grey'), screenedAt: at(12) });
    const broken = await writeUnreadable(db, { mailId: await storeMail(db, { minute: 5 }), at: at(13), reason: 'x' });
    await noteTold(db, 'leads', { kind: 'urgent', subjects: [urgent.caseId!], at: at(11) });
    expect(await casesToTell(db, 'leads', digest(at(20)))).toEqual([early.caseId, broken.caseId]);
  });

  it('is a case again when it becomes urgent after a digest', async () => {
    const { db } = store();
    const { caseId } = await judgedMail(db, 1, { messageId: 'first', screenedAt: at(10) });
    await noteTold(db, 'leads', { kind: 'digest', subjects: [caseId!], at: at(20) });
    await judgedMail(db, 30, { references: ['first'], assessment: assessment('urgent') });
    expect(await casesToTell(db, 'leads', { kind: 'urgent' })).toEqual([caseId]);
  });

  it('is nothing that someone has decided', async () => {
    const { db } = store();
    const { caseId } = await judgedMail(db, 1, { assessment: assessment('urgent') });
    await decide(db, caseId!, { kind: 'dismiss', reason: 'jargon', note: '' }, 'reviewer', at(601));
    expect(await casesToTell(db, 'leads', { kind: 'urgent' })).toEqual([]);
    expect(await casesToTell(db, 'leads', digest(at(900)))).toEqual([]);
  });

  it('is no case whose mails all came before their source was to tell, until a newer one joins it', async () => {
    const { db } = store();
    const { caseId } = await judgedMail(db, 1, { messageId: 'first', assessment: assessment('urgent') });
    const quiet = [{ source: 'support', before: at(20) }];
    expect(await casesToTell(db, 'leads', { kind: 'urgent' }, quiet)).toEqual([]);
    expect(await casesToTell(db, 'leads', digest(at(900)), quiet)).toEqual([]);
    expect(await casesToTell(db, 'leads', { kind: 'urgent' }, [{ source: 'sales', before: at(20) }])).toEqual([caseId]);
    await judgedMail(db, 30, { references: ['first'], assessment: assessment('urgent') });
    expect(await casesToTell(db, 'leads', { kind: 'urgent' }, quiet)).toEqual([caseId]);
  });

  it('is each alarm once', async () => {
    const { db } = store();
    await noteTold(db, 'leads', { kind: 'alarm', subjects: ['down support'], at: at(1) });
    await noteTold(db, 'leads', { kind: 'alarm', subjects: ['down support'], at: at(2) });
    expect(await untoldAlarms(db, 'leads', ['down support', 'down sales'])).toEqual(new Set(['down sales']));
    expect(await untoldAlarms(db, 'leads', [])).toEqual(new Set());
  });
});

describeStores('the health of a channel', (store) => {
  it('keeps when its trouble began, and when it was last told something', async () => {
    const { db } = store();
    await noteChannelTrouble(db, 'leads', 'refused', at(1));
    await noteChannelTrouble(db, 'leads', 'not reached', at(2));
    expect(await channelHealth(db)).toEqual([
      { name: 'leads', trouble: 'not reached', troubleSince: at(1), lastToldAt: null },
    ]);
    await noteTold(db, 'leads', { kind: 'urgent', subjects: ['1'], at: at(3) });
    await noteChannelTrouble(db, 'leads', null, at(3));
    expect(await channelHealth(db)).toEqual([{ name: 'leads', trouble: null, troubleSince: null, lastToldAt: at(3) }]);
  });
});
