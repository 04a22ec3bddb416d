import type { Context, Handler } from 'hono';
import {
  approveLetter,
  assigneesOf,
  downloadLetter,
  lettersState,
  noteLetterReply,
  noteLetterSent,
  Refusal,
  viewLetter,
  withdrawLetter,
} from '../../../actions/index.ts';
import { mayWith } from '../../../cases/index.ts';
import {
  type Day,
  LETTER_TITLES,
  type LetterLayout,
  mapWords,
  SENDING_WAYS,
  standsOnApproval,
  todayIn,
} from '../../../response/index.ts';
import { isDay } from '../../../util/day.ts';
import { type FrontDeps, noMasking } from '../../shared/index.ts';
import { recusedPage } from '../cases/recusal.tsx';
import { actorOf, entryOf } from '../shell/actor.ts';
import { chosen, first, type Values, valuesOf } from '../shell/form-values.ts';
import { caseIdOf } from '../shell/id-of.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { closedMasking } from './draft-section.tsx';
import { MOST, textOf } from './form.ts';
import { LetterView } from './letter-view.tsx';
import { letterIdOf, withLabels } from './route.tsx';

/** One letter: what it says, how far it has come, what can be done. */
export const showLetter =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    letterPage(c, deps, {}, null);

export const approve =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    doing(c, deps, 'approved', {}, () => approveLetter(withLabels(deps), actorOf(c, deps), caseIdOf(c), letterIdOf(c)));

export const withdraw =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    doing(c, deps, 'withdrawn', {}, () =>
      withdrawLetter(withLabels(deps), actorOf(c, deps), caseIdOf(c), letterIdOf(c)),
    );

/** Writes down when and how a letter went out. */
export const saveSent =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const say = c.get('messages').letters;
    const way = chosen(values, 'way', SENDING_WAYS);
    const record = recordOf(values);
    if (way === null) return letterPage(c, deps, values, `${say.wrongRecord} ${say.noWay}`);
    if (record === 'day') return letterPage(c, deps, values, `${say.wrongRecord} ${say.wrongDay}`);
    if (record === 'long') return letterPage(c, deps, values, say.noteTooLong(MOST.note));
    return doing(c, deps, 'sent', values, () =>
      noteLetterSent(withLabels(deps), actorOf(c, deps), caseIdOf(c), letterIdOf(c), { ...record, way }),
    );
  };

/** Writes down what came back. */
export const saveReply =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }));
    const say = c.get('messages').letters;
    const record = recordOf(values);
    if (record === 'day') return letterPage(c, deps, values, `${say.wrongRecord} ${say.wrongReplyDay}`);
    if (record === 'long') return letterPage(c, deps, values, say.noteTooLong(MOST.note));
    if (record.note === '') return letterPage(c, deps, values, `${say.wrongRecord} ${say.noReply}`);
    return doing(c, deps, 'replied', values, () =>
      noteLetterReply(withLabels(deps), actorOf(c, deps), caseIdOf(c), letterIdOf(c), record),
    );
  };

function recordOf(values: Values): { readonly day: Day; readonly note: string } | 'day' | 'long' {
  const [day, note] = [first(values, 'day'), textOf(values, 'note')];
  if (!isDay(day)) return 'day';
  return note.length > MOST.note ? 'long' : { day: day as Day, note };
}

/** A file of an approved letter, to be saved. */
export const saveFile =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const file = c.req.param('file') === 'pdf' ? 'pdf' : c.req.param('file') === 'docx' ? 'docx' : null;
    if (file === null) return c.notFound();
    const id = caseIdOf(c);
    try {
      const { letter, bytes } = await downloadLetter(withLabels(deps), actorOf(c, deps), id, letterIdOf(c), file);
      const name = `${LETTER_TITLES[letter.language][letter.kind]}-${id}-${letter.number}.${file}`;
      return c.body(Uint8Array.from(bytes), 200, {
        'content-type': 'application/octet-stream', // to be saved, never opened by the browser
        'content-disposition': `attachment; filename="letter-${id}-${letter.number}.${file}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      });
    } catch (error) {
      return refusedLetter(c, deps, {}, error);
    }
  };

async function doing(
  c: WebContext,
  deps: FrontDeps,
  done: 'approved' | 'withdrawn' | 'sent' | 'replied',
  values: Values,
  act: () => Promise<void>,
): Promise<Response> {
  try {
    await act();
  } catch (error) {
    return refusedLetter(c, deps, values, error);
  }
  return c.redirect(`/cases/${caseIdOf(c)}/letters/${letterIdOf(c)}?done=${done}`, 303);
}

/** The page of the letter with the reason; it says by itself what locks it. @throws `error` itself for what it cannot say */
async function refusedLetter(c: WebContext, deps: FrontDeps, values: Values, error: unknown): Promise<Response> {
  if (!(error instanceof Refusal)) throw error;
  const say = c.get('messages').letters;
  const { reason } = error;
  switch (reason.code) {
    case 'recused':
      return recusedPage(c, deps);
    case 'no-such-letter':
      return c.notFound();
    case 'own-letter':
      return letterPage(c, deps, values, say.ownLetter, 403);
    case 'letter-status':
      return letterPage(c, deps, values, say.status, 409);
    case 'no-clause':
      return letterPage(c, deps, values, say.clauseGone, 409);
    case 'no-measure':
      return letterPage(c, deps, values, say.noMeasure(c.get('messages').measures.steps[reason.step]), 409);
    case 'wrong-day': {
      const why = first(values, 'do') === 'reply' ? say.wrongReplyDay : say.wrongDay;
      return letterPage(c, deps, values, `${say.wrongRecord} ${why}`);
    }
    case 'letter-stale':
    case 'case-status':
    case 'care-open':
      return letterPage(c, deps, values, '', 409);
    default:
      throw error;
  }
}

const DONE = ['drafted', 'approved', 'withdrawn', 'sent', 'replied'] as const;

/** @param error why something was not done; '' where the page says it by itself, null where nothing was to be done */
async function letterPage(
  c: Context<WebEnv>,
  deps: FrontDeps,
  values: Values,
  error: string | null,
  status: 400 | 403 | 409 = 400,
): Promise<Response> {
  const id = caseIdOf(c);
  const actor = actorOf(c, deps);
  let which: ReturnType<typeof letterIdOf>;
  let viewed: Awaited<ReturnType<typeof viewLetter>>;
  try {
    which = letterIdOf(c);
    viewed = await viewLetter(withLabels(deps), actor, id, which);
  } catch (refused) {
    if (refused instanceof Refusal && refused.code === 'no-such-letter') return c.notFound();
    throw refused;
  }
  const { letter, layout } = viewed;
  const { detail, open } = await lettersState(withLabels(deps), actor, id);
  const closed = await closedMasking(c, deps, detail);
  const revealed = c.req.method === 'GET' && c.req.query('reveal') === '1';
  if (revealed && closed.hides) await deps.audit.record(entryOf(c, deps, 'case.reveal', `case/${id}`));
  const { cover } = revealed ? noMasking : closed;
  const messages = c.get('messages');
  const done = c.req.query('done');
  return page(
    c,
    deps,
    {
      title: messages.letters.one(letter.number, messages.letters.kinds[letter.kind]),
      section: 'cases',
      here: `/cases/${id}/letters/${which}`,
      status: error === null ? 200 : status,
    },
    <LetterView
      messages={messages}
      clock={c.get('clock')}
      today={todayIn(deps.company.timeZone, deps.now())}
      detail={detail}
      letter={letter}
      layout={coveredLayout(layout, cover)}
      cover={cover}
      veiled={closed.hides ? (revealed ? 'revealed' : 'hidden') : 'nothing'}
      open={detail.status === 'approved' || standsOnApproval(letter.kind) ? open.length : 0}
      mine={letter.drafted.person === actor.id}
      mayApprove={can(c, 'letters.approve')}
      approvers={approversFor(c)}
      mayInvite={can(c, 'people.manage')}
      done={error === null ? (DONE.find((one) => one === done) ?? null) : null}
      error={error || null}
      values={values}
    />,
  );
}

/** Who else could approve a letter of this case. */
function approversFor(c: Context<WebEnv>) {
  const admitted = c.get('admitted');
  const me = c.get('person')!.id;
  return admitted === null
    ? []
    : assigneesOf(admitted).filter(({ id, roles }) => id !== me && mayWith(roles, 'letters.approve'));
}

const coveredLayout = (layout: LetterLayout, cover: (text: string) => string): LetterLayout => ({
  ...layout,
  header: mapWords(layout.header, cover),
  body: mapWords(layout.body, cover),
  footer: mapWords(layout.footer, cover),
});
