import type { Act, AssessedMatch, Assessment, Band, JudgedLanguage } from '../../../../src/detect/index.ts';
import type { PartId } from '../../../../src/mail/index.ts';
import { type Mail, readMail } from '../../../../src/screening/pipeline.ts';
import { assessmentWith, meant } from '../../../support/assessment.ts';
import { entryId } from '../../../support/ids.ts';

/** Words of a fixture mail and what a dictionary would say about them. */
export interface Found {
  readonly text: string;
  readonly act: Act | null;
  readonly points: number;
  readonly part?: PartId;
  readonly entry?: string; // that finds it; test.entry when left out
}

export interface FixtureMail {
  readonly from: string;
  readonly to?: string;
  readonly subject: string;
  readonly body: string;
  readonly headers?: string;
  readonly band?: Band;
  readonly found?: readonly Found[];
  readonly sentence?: string; // of the body, to which the classifier reacted
  readonly notes?: readonly string[]; // ids of what was noticed
  readonly language?: JudgedLanguage; // of the judge that has the mail; Japanese when left out
  readonly receivedAt?: Date;
  readonly counterparty?: string; // as the settings group its sender; example.com when left out
}

/** The mail as it travels: UTF-8, as unchecked as a stranger's. */
export const rawMail = ({ from, to = 'support@example.co.jp', subject, body, headers = '' }: FixtureMail): Buffer =>
  Buffer.from(
    `From: ${from}\r\nTo: ${to}\r\nSubject: ${subject}\r\nMIME-Version: 1.0\r\n${headers}` +
      `${/content-type/i.test(headers) ? '' : 'Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: 8bit\r\n'}\r\n${body}`,
    'utf8',
  );

/** An assessment whose spans point into the mail as it is really read. */
export async function assessmentOf(
  mail: Pick<Mail, 'bytes' | 'receivedAt'>,
  { band = 'review', found = [], sentence, notes = [], language }: FixtureMail,
): Promise<Assessment> {
  const { parts } = await readMail(mail);
  const at = (text: string, part: PartId = 'body') => {
    const start = parts.find(({ id }) => id === part)?.text.indexOf(text) ?? -1;
    if (start < 0) throw new Error(`the fixture does not say ${text} in its ${part}`);
    return { part, text, start, end: start + text.length };
  };
  const matches = found.map(
    ({ text, act, points, part, entry = 'test.entry' }): AssessedMatch => ({
      ...at(text, part),
      entry: entryId(entry),
      act,
      ...meant(act),
      ...(points > 0 ? {} : { meant: act === null, strength: null }),
      ...(points > 0 && points < 4 && act !== null ? { strength: 'medium' as const } : {}),
    }),
  );
  const points = new Map(found.map((one) => [one.act, one.points]));
  const acts = [...points].flatMap(([act, weight]) => (act === null || weight === 0 ? [] : [{ act, weight }]));
  return assessmentWith({
    band,
    probability: 0.9,
    odds: {
      ...{ base: -4, others: 0, dictionaries: 0, frequency: 0, sum: 2.2 },
      sentences: sentence === undefined ? [] : [{ ...at(sentence), odds: 6.2 }],
    },
    acts: acts.sort((a, b) => b.weight - a.weight).map(({ act, weight }) => ({ act, probability: weight / 100 })),
    matches,
    worry: notes.filter(isWorry).map((note) => entryId(note)),
    notes: notes.filter((note) => !isWorry(note)),
    ...(language === undefined ? {} : { judge: { by: 'classifier', version: 'test', language } }),
  });
}

const isWorry = (note: string): boolean => note.startsWith('worry.');
