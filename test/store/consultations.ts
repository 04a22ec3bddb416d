import type { NewConsultation, Reviewer } from '../../src/store/index.ts';

/** What `reporter` hands in: a call, or a mail. */
export const newConsultation = (
  { id, name }: Pick<Reviewer, 'id' | 'name'>,
  { confidential = false, mail = false, words = '電話で怒鳴られました' } = {},
): NewConsultation => ({
  person: { id, name },
  channel: mail ? 'mail' : 'phone',
  confidential,
  happenedAt: null,
  happenedAbout: null,
  otherSide: '佐藤と名乗る人',
  words,
  wish: '担当を替わりたい',
  from: '',
  subject: words,
  mail: mail ? { raw: new TextEncoder().encode('Subject: ひみつ\r\n\r\n本文'), receivedAt: new Date(0) } : null,
});
