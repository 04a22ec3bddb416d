import type { Right } from '../../../cases/index.ts';
import type { FileDeed } from '../../../store/index.ts';
import { objectionUrl } from '../objections/urls.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

/** Whether somebody who may see the file may know of this, too: packs and experts have rights of their own. */
export function isFor({ kind }: Pick<FileDeed, 'kind'>, may: (right: Right) => boolean): boolean {
  if (kind === 'pack') return may('cases.evidence');
  return kind !== 'expert' || may('experts.manage');
}

/** What somebody did, with the way to where it stands. */
export function Deed({ messages, deed }: { readonly messages: Messages; readonly deed: FileDeed }) {
  const words = wordsOfDeed(messages, deed);
  const href = wayTo(deed);
  return href === null ? words : <a href={href}>{words}</a>;
}

/** What was done, and by whom unless nobody is named. */
export function wordsOfDeed(messages: Messages, deed: FileDeed): string {
  const say = messages.caseFile.deeds;
  const by = inertLine(deed.by, 60);
  switch (deed.kind) {
    case 'letter': {
      const what = say.letter(deed.number, messages.letters.kinds[deed.of]);
      return say.did(what, say.letters[deed.did], deed.day === null ? by : say.on(deed.day, by));
    }
    case 'measure':
      return say.did(say.measure(messages.measures.steps[deed.step]), say.measures[deed.did], by);
    case 'objection':
      return say.did(
        say.objection,
        deed.did === 'received' ? say.objected : messages.objections.draft.fields.effect.options[deed.did],
        by,
      );
    case 'pack': {
      const to = messages.evidence.recipients[deed.recipient];
      return say.did(messages.evidence.title, deed.inDanger ? say.packInDanger(to) : say.packFor(to), by);
    }
    case 'expert':
      return say.did(messages.experts.kinds[deed.of], say.experts[deed.did], by);
    case 'care':
      return say.did(messages.care.points[deed.point], messages.care.states[deed.state], by);
    case 'follow-up':
      return say.did(say.followUp(deed.day), say.followUps[deed.did], by);
    case 'recurrence':
      return say.did(messages.care.recurrence, say.written, by);
    case 'word':
      return say.words[deed.from](by);
    case 'demand-answer':
      return say.demandAnswer(by);
    case 'further':
      return deed.did === 'came' ? say.furtherCame : say.furtherJoined(by);
  }
}

function wayTo(deed: FileDeed): string | null {
  const at = `/cases/${deed.caseId}`;
  switch (deed.kind) {
    case 'letter':
      return `${at}/letters/${deed.letter}`;
    case 'measure':
      return `${at}/measures#measure-${deed.measure}`;
    case 'objection':
      return objectionUrl({ id: deed.objection, caseId: deed.caseId });
    case 'pack':
      return `${at}?tab=papers#evidence`;
    case 'expert':
      return `${at}/experts#request-${deed.request}`;
    case 'care':
    case 'follow-up':
    case 'recurrence':
      return `${at}/care`;
    case 'word':
      return `${at}/answer`;
    case 'demand-answer':
      return null;
    case 'further':
      return `/cases/${deed.further}`;
  }
}
