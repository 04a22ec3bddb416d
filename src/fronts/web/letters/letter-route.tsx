import type { Handler } from 'hono';
import { assigneesOf, lettersState, type saveLetterFile, viewLetter } from '../../../actions/index.ts';
import { mayWith } from '../../../cases/index.ts';
import { LETTER_TITLES, type LetterLayout, mapWords, standsOnApproval, todayIn } from '../../../response/index.ts';
import { type FrontDeps, noMasking } from '../../shared/index.ts';
import { actorOf, entryOf } from '../shell/actor.ts';
import { statusOf, type Tried } from '../shell/acts/form.tsx';
import type { ActPage } from '../shell/acts/route.ts';
import { caseIdOf } from '../shell/id-of.ts';
import type { Messages } from '../shell/messages.ts';
import { can, page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { closedMasking } from './draft-section.tsx';
import { LetterView } from './letter-view.tsx';
import { letterIdOf } from './route.tsx';

/** One letter: what it says, how far it has come, what can be done. */
export const showLetter =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) =>
    letterPage(c, deps, null);

/** A file of an approved letter, sent to be saved. */
export const SENT_AS_FILE: ActPage<typeof saveLetterFile>['back'] = async (c, _, { letter, bytes }) => {
  const { number, kind, language, caseId } = letter;
  const end = `${caseId}-${number}.${c.req.param('file')}`;
  return c.body(bytes, 200, {
    'content-type': 'application/octet-stream', // to be saved, never opened by the browser
    'content-disposition': `attachment; filename="letter-${end}"; filename*=UTF-8''${encodeURIComponent(`${LETTER_TITLES[language][kind]}-${end}`)}`,
  });
};

/** Of an act on the page of a letter: the page says by itself what locks it. */
export const ON_LETTER = {
  show: letterPage,
  says: [
    ...[
      'own-letter',
      'letter-status',
      'letter-stale',
      'no-clause',
      'no-measure',
      'wrong-day',
      'case-status',
      'care-open',
      'wish-nothing',
      'not-named',
    ],
  ],
} as const;

/** Why something was not done; null where the page says it by itself, or beside a field. */
function errorIn({ code, reason }: Tried, { letters: say, measures, fields }: Messages): string | null {
  if (reason?.code === 'no-measure') return say.noMeasure(measures.steps[reason.step]);
  if (code === 'own-letter') return say.ownLetter;
  if (code === 'not-named') return say.notNamed;
  if (code === 'wish-nothing') return null;
  if (code === 'letter-status') return say.status;
  if (code === 'no-clause') return say.clauseGone;
  return code === null ? fields.unsaved : null;
}

const DONE = ['drafted', 'approved', 'withdrawn', 'sent', 'replied'] as const;

/** @param came what was not done */
async function letterPage(c: WebContext, deps: FrontDeps, came: Tried | null): Promise<Response> {
  const early = came?.code === 'wrong-day';
  const tried: Tried | null = early ? { ...came, problems: { day: 'wrong' }, code: null, reason: null } : came;
  const id = caseIdOf(c);
  const actor = actorOf(c, deps);
  const which = letterIdOf(c);
  const viewed = await viewLetter(deps, actor, id, which);
  const { letter, layout } = viewed;
  const { detail, open, stopped } = await lettersState(deps, actor, id);
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
      status: statusOf(tried),
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
      stopped={stopped}
      mine={letter.drafted.person === actor.id}
      mayApprove={can(c, 'letters.approve')}
      approvers={approversFor(c)}
      mayInvite={can(c, 'people.manage')}
      done={tried === null ? (DONE.find((one) => one === done) ?? null) : null}
      error={tried && errorIn(tried, messages)}
      tried={tried}
    />,
  );
}

/** Who else could approve a letter of this case. */
function approversFor(c: WebContext) {
  const admitted = c.get('admitted');
  const me = c.get('person')!.id;
  return admitted === null
    ? []
    : assigneesOf(admitted).filter(({ id, roles }) => id !== me && mayWith(roles, 'letters.approve'));
}

const coveredLayout = (layout: LetterLayout, cover: (text: string) => string): LetterLayout => ({
  ...layout,
  header: mapWords((layout.first ?? layout).header, cover), // as its first page has them
  body: mapWords(layout.body, cover),
  footer: mapWords((layout.first ?? layout).footer, cover),
});
