import type { ExpertQuestion } from '../../../actions/index.ts';
import { parseRowId } from '../../../cases/index.ts';
import { type ExpertId, type ExpertRequestId, HANDED, parseDay } from '../../../response/index.ts';
import { chosen, first, has, type Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';

/** Most UTF-16 units of each field. */
export const MOST = { question: 2000, answer: 5000 } as const;

export type Errors = Readonly<Record<string, string>>;

const text = (values: Values, name: string): string => first(values, name).replaceAll('\r\n', '\n').trim(); // as a browser counts

/** What was asked about a case. */
export function readQuestion(
  values: Values,
  {
    messages: { experts: say },
    today,
    needsConsent,
  }: { readonly messages: Messages; readonly today: string; readonly needsConsent: boolean },
): { readonly asked: ExpertQuestion; readonly errors: Errors } {
  const expert = parseRowId<ExpertId>(first(values, 'expert'));
  const question = text(values, 'question');
  const handed = chosen(values, 'handed', HANDED);
  const written = first(values, 'due');
  const due = written === '' ? null : parseDay(written, today);
  const consent = has(values, 'consent', '1');
  const errors = {
    ...(expert === null ? { expert: say.kindMissing } : {}),
    ...wrongLength('question', question, say.questionMissing, say),
    ...(handed === null ? { handed: say.kindMissing } : {}),
    ...(written !== '' && due === null ? { due: say.dueWrong } : {}),
    ...(needsConsent && !consent ? { consent: say.consentMissing } : {}),
  };
  return { asked: { expert: expert ?? ('' as ExpertId), question, handed: handed ?? 'words', due, consent }, errors };
}

/** What an expert answered; null: there is nothing that could be noted. */
export function readAnswer(
  values: Values,
  { experts: say }: Messages,
): { readonly request: ExpertRequestId; readonly words: string; readonly errors: Errors } | null {
  const request = parseRowId<ExpertRequestId>(first(values, 'request'));
  if (request === null) return null;
  const words = text(values, 'answer');
  return { request, words, errors: wrongLength('answer', words, say.answerMissing, say) };
}

const wrongLength = (name: keyof typeof MOST, written: string, missing: string, say: Messages['experts']): Errors =>
  written === '' ? { [name]: missing } : written.length > MOST[name] ? { [name]: say.tooLong(MOST[name]) } : {};
