import { file, mail, multipart, text, words } from '../../support/mime.ts';
import { type Wrapping, whole } from './wrapping.ts';

const BODY = 'お世話になっております。納品書をお送りいたします。';
const named = (header: 'From' | 'Reply-To' | 'Sender', name: (threat: string) => string): Wrapping =>
  whole(`in the name of ${header}`, (threat) => mail(text(BODY), { [header]: `${name(threat)} <a@example.jp>` }));

const twice = (threat: string): string => `=?us-ascii?B?${Buffer.from(words('utf-8', threat)).toString('base64')}?=`;

/** What a list of mails shows beside the text. */
export const NAMES: readonly Wrapping[] = [
  named('From', (threat) => words('utf-8', threat)),
  named('Reply-To', (threat) => words('utf-8', threat)),
  named('Sender', (threat) => words('iso-2022-jp', threat)),
  named('From', (threat) => `"${threat}"`),
  whole('in the name of a picture', (threat) =>
    mail(multipart('mixed', [text(BODY), file(`${threat}.png`, Buffer.from([1, 0, 2]), 'image/png')])),
  ),
  whole('in the name of the second file', (threat) =>
    mail(
      multipart('mixed', [
        text(BODY),
        file('a.bin', Buffer.from([1, 0, 2])),
        file(Buffer.from(`${threat}.zip`), Buffer.from([1, 0, 3])),
      ]),
    ),
  ),
  whole('in a subject that was encoded twice', (threat) => mail(text('。'), { Subject: twice(threat) })),
  whole('in a subject that was encoded twice, above words', (threat) => mail(text(BODY), { Subject: twice(threat) })),
];
