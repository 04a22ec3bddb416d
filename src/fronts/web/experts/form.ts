import type { ExpertQuestion } from '../../../actions/index.ts';
import {
  EXPERT_KINDS,
  type Expert,
  type ExpertId,
  type ExpertRequestId,
  HANDED,
  parseDay,
} from '../../../response/index.ts';
import { chosen, first, has, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of each field. */
export const MOST = { name: 200, contact: 500, question: 2000, answer: 5000 } as const;

export type Errors = Readonly<Record<string, string>>;

const text = (values: Values, name: string): string => first(values, name).replaceAll('\r\n', '\n').trim(); // as a browser counts

const ROW_ID = /^[1-9]\d{0,17}$/;

/** A contact as it was written. */
export function readExpert(
  values: Values,
  { experts: say }: Messages,
): { readonly expert: Omit<Expert, 'id'>; readonly errors: Errors } {
  const kind = chosen(values, 'kind', EXPERT_KINDS);
  const [name, contact] = [text(values, 'name'), text(values, 'contact')];
  const errors = {
    ...(kind === null ? { kind: say.kindMissing } : {}),
    ...wrongLength('name', name, say.nameMissing, say),
    ...wrongLength('contact', contact, say.contactMissing, say),
  };
  return { expert: { kind: kind ?? 'other', name, contact }, errors };
}

/** What was asked about a case. */
export function readQuestion(
  values: Values,
  {
    messages: { experts: say },
    today,
    needsConsent,
  }: { readonly messages: Messages; readonly today: string; readonly needsConsent: boolean },
): { readonly asked: ExpertQuestion; readonly errors: Errors } {
  const expert = first(values, 'expert');
  const question = text(values, 'question');
  const handed = chosen(values, 'handed', HANDED);
  const written = first(values, 'due');
  const due = written === '' ? null : parseDay(written, today);
  const consent = has(values, 'consent', '1');
  const errors = {
    ...(ROW_ID.test(expert) ? {} : { expert: say.kindMissing }),
    ...wrongLength('question', question, say.questionMissing, say),
    ...(handed === null ? { handed: say.kindMissing } : {}),
    ...(written !== '' && due === null ? { due: say.dueWrong } : {}),
    ...(needsConsent && !consent ? { consent: say.consentMissing } : {}),
  };
  return { asked: { expert: expert as ExpertId, question, handed: handed ?? 'words', due, consent }, errors };
}

/** What an expert answered; null: there is nothing that could be noted. */
export function readAnswer(
  values: Values,
  { experts: say }: Messages,
): { readonly request: ExpertRequestId; readonly words: string; readonly errors: Errors } | null {
  const request = first(values, 'request');
  if (!ROW_ID.test(request)) return null;
  const words = text(values, 'answer');
  return { request: request as ExpertRequestId, words, errors: wrongLength('answer', words, say.answerMissing, say) };
}

const wrongLength = (name: keyof typeof MOST, written: string, missing: string, say: Messages['experts']): Errors =>
  written === '' ? { [name]: missing } : written.length > MOST[name] ? { [name]: say.tooLong(MOST[name]) } : {};
