import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { consultationDesk, type HandInInput, handIn, withBytes } from '../../../actions/index.ts';
import { readEnvelope, UnreadableMailError } from '../../../mail/index.ts';
import { oneAtATime } from '../../../util/one-at-a-time.ts';
import { type FrontDeps, HANDED_IN_LIMIT } from '../../shared/index.ts';
import { actorOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { type Errors, type HandedIn, MOST, readCover, readIncident } from './form.ts';
import { HandInForm } from './hand-in.tsx';
import { mailOfPasted } from './pasted.ts';
import { filesIn } from './sent-files.ts';

/** What somebody hands in: a mail, or what left none. */
type HandInKind = 'mail' | 'incident';

/** The form for one more. Old addresses say what it is about. */
export const showHandIn =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    formPage(c, deps, c.req.query('about') === 'mail' ? 'mail' : 'incident', {});

/** Takes the form, by what it is about: how it reached somebody tells. */
export function handInEither(deps: FrontDeps): Handler<WebEnv> {
  const [mail, incident] = [handInMail(deps), handInIncident(deps)];
  return async (c, next) => {
    const body = await c.req.parseBody({ all: true });
    const channel = first(valuesOf({ channel: body.channel }), 'channel');
    const brings = (body.mail instanceof File && body.mail.size > 0) || body.pasted;
    return (channel === 'mail' || (channel === '' && brings) ? mail : incident)(c, next);
  };
}

/** Takes a call, a visit, a post and the like, and files with it; of each person one after another, since they may be large. */
export function handInIncident(deps: FrontDeps): Handler<WebEnv> {
  const inTurn = oneAtATime<string>();
  return (c) => inTurn(c.get('person')!.id, () => takeIncident(c, deps));
}

async function takeIncident(c: WebContext, deps: FrontDeps): Promise<Response> {
  const body = await c.req.parseBody({ all: true });
  const values = valuesOf(body);
  const { given, errors: wrong } = readIncident(values, await circumstances(c, deps));
  const sent = filesIn(body.files);
  const say = c.get('messages').handIn.fileProblems;
  const errors = sent.kind === 'files' ? wrong : { ...wrong, files: say[sent.kind] };
  if (sent.kind !== 'files' || Object.keys(errors).length > 0) return formPage(c, deps, 'incident', { values, errors });
  const files = await withBytes(sent.files);
  const { otherSide, words } = given;
  return take(c, deps, 'incident', values, { ...given, from: otherSide, subject: firstLine(words), mail: null, files });
}

/** Takes a mail as a file, or what was pasted of one; of each person one after another, since a file may be large. */
export function handInMail(deps: FrontDeps): Handler<WebEnv> {
  const inTurn = oneAtATime<string>();
  return (c) => inTurn(c.get('person')!.id, () => takeMail(c, deps));
}

async function takeMail(c: WebContext, deps: FrontDeps): Promise<Response> {
  const body = await c.req.parseBody({ all: true });
  const values = valuesOf(body, HANDED_IN_LIMIT);
  const { given, errors } = readCover(values, await circumstances(c, deps));
  const sent = await mailOf(body.mail, first(values, 'pasted'));
  const mail = sent.kind === 'mail' ? await readable(sent.raw, deps.now()) : sent;
  if (mail.kind !== 'read' || Object.keys(errors).length > 0) {
    const again = mail.kind === 'read' ? {} : mailError(mail.kind, c);
    return formPage(c, deps, 'mail', { values, errors: { ...errors, ...again } });
  }
  const { raw, receivedAt, from } = mail;
  const subject = mail.subject || firstLine(given.words || first(values, 'pasted'));
  const shown = { from: from || given.otherSide, subject };
  return take(c, deps, 'mail', values, { ...given, ...shown, mail: { raw, receivedAt } });
}

type Sent =
  | { readonly kind: 'mail'; readonly raw: Uint8Array }
  | { readonly kind: 'nothing' | 'both' | 'tooLarge' | 'outlook' | 'pastedLong' };

/** One of the two, the file or the text. A browser sends an empty file where none was chosen. */
async function mailOf(field: unknown, pasted: string): Promise<Sent> {
  const file = field instanceof File && field.size > 0 ? field : null;
  if (file !== null && pasted.trim() !== '') return { kind: 'both' };
  if (file === null && pasted.trim() === '') return { kind: 'nothing' };
  if (file === null)
    return pasted.length > MOST.pasted ? { kind: 'pastedLong' } : { kind: 'mail', raw: mailOfPasted(pasted) };
  if (file.size > HANDED_IN_LIMIT) return { kind: 'tooLarge' };
  const raw = new Uint8Array(await file.arrayBuffer());
  return OLE.every((byte, index) => raw[index] === byte) ? { kind: 'outlook' } : { kind: 'mail', raw };
}

/** How a compound file begins, as Outlook saves mails in (.msg). */
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/** The mail as a list shows it, dated as it says itself unless that lies ahead. */
async function readable(raw: Uint8Array, now: Date) {
  try {
    const { from, subject, date } = await readEnvelope(raw, now);
    const receivedAt = date !== null && date < now ? date : now;
    const sender = from === null ? '' : from.name === '' ? from.address : `${from.name} <${from.address}>`;
    return { kind: 'read' as const, raw, receivedAt, from: sender, subject };
  } catch (error) {
    if (error instanceof UnreadableMailError) return { kind: 'unreadable' as const };
    return { kind: 'read' as const, raw, receivedAt: now, from: '', subject: '' }; // its case will say what is wrong with it
  }
}

function mailError(kind: Exclude<Sent['kind'], 'mail'> | 'unreadable', c: WebContext): Errors {
  const say = c.get('messages').handIn.mailProblems;
  return kind === 'pastedLong' ? { pasted: say.pastedLong(MOST.pasted) } : { mail: say[kind] };
}

const SHOWN = 100; // characters of the first line

const firstLine = (text: string): string =>
  text
    .split('\n')
    .map((line) => line.trim())
    .find((line) => line !== '')
    ?.slice(0, SHOWN) ?? '';

/** Writes it down and leads to its page. */
async function take(
  c: WebContext,
  deps: FrontDeps,
  kind: HandInKind,
  values: Values,
  given: HandedIn & Pick<HandInInput, 'from' | 'subject' | 'mail' | 'files'>,
): Promise<Response> {
  const handedIn = await handIn(deps, actorOf(c, deps), given);
  const say = c.get('messages').handIn;
  switch (handedIn.kind) {
    case 'handed-in':
      return c.redirect(
        `/reports/${handedIn.id}?received=1${given.files?.length ? `&files=${given.files.length}` : ''}`,
        303,
      );
    case 'too-many':
      return formPage(c, deps, kind, { values, errors: { form: say.tooMany }, status: 429 });
    case 'no-desk':
      return formPage(c, deps, kind, { values, errors: { confidential: say.noDesk } });
  }
}

const circumstances = async (c: WebContext, deps: FrontDeps) => ({
  messages: c.get('messages'),
  now: deps.now(),
  timeZone: deps.company.timeZone,
  desk: (await consultationDesk(deps)).length > 0,
});

interface FormState {
  readonly values?: Values;
  readonly errors?: Errors;
  readonly status?: ContentfulStatusCode;
}

async function formPage(
  c: WebContext,
  deps: FrontDeps,
  kind: HandInKind,
  { values = {}, errors = {}, status = Object.keys(errors).length > 0 ? 400 : 200 }: FormState,
): Promise<Response> {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.handIn.title, section: 'consult', status, here: `/reports/new?about=${kind}` },
    <HandInForm
      messages={messages}
      values={kind === 'mail' ? { ...values, channel: ['mail'] } : values}
      errors={errors}
      desk={await consultationDesk(deps)}
    />,
  );
}
