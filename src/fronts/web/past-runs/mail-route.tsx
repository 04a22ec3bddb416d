import type { Handler } from 'hono';
import { type FoundPastMail, openPastMail, Refusal } from '../../../actions/index.ts';
import { type PastRow, parsePastRunId } from '../../../cases/index.ts';
import { actsFound } from '../../../detect/index.ts';
import { bareSender, type FrontDeps, hiddenActs, maskingOver } from '../../shared/index.ts';
import { viewJudged } from '../dictionaries/sandbox-view-model.ts';
import { actorOf } from '../shell/actor.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { PastMailView } from './mail-view.tsx';

/** A mail that a reading has listed, fetched anew from its mailbox: in this answer and nowhere else. */
export const showPastMail =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const id = parsePastRunId(c.req.param('run') ?? '');
    const named = c.req.param('n') ?? '';
    const n = /^\d{1,9}$/.test(named) ? Number(named) : null;
    if (id === null || n === null) return c.notFound();
    try {
      const opened = await openPastMail(deps, actorOf(c, deps), id, n);
      return opened === null ? c.notFound() : mailPage(c, deps, `/past/${id}`, opened);
    } catch (error) {
      if (!(error instanceof Refusal && error.code === 'recused')) throw error;
      return notePage(c, deps, `/past/${id}`, c.get('messages').pastRuns.mailRecused, 403);
    }
  };

function mailPage(
  c: WebContext,
  deps: FrontDeps,
  back: string,
  { row, found }: { readonly row: PastRow; readonly found: FoundPastMail },
): Promise<Response> {
  const say = c.get('messages').pastRuns;
  switch (found.kind) {
    case 'gone':
      return notePage(c, deps, back, say.mailGone, 404);
    case 'busy':
      return notePage(c, deps, back, say.mailBusy, 503);
    case 'trouble':
      return notePage(c, deps, back, found.sentence, 503);
    case 'found': {
      const language = c.get('language');
      const { assessment, message } = found.mail;
      const masking = maskingOver(
        { acts: [], foundActs: actsFound(assessment), assessments: [assessment], words: [] },
        hiddenActs(c.get('preferences').maskAll),
        language,
      );
      const from = message.from === null ? '' : bareSender(message.from.address, language);
      return page(
        c,
        deps,
        { title: say.mailTitle, section: 'past' },
        <PastMailView
          messages={c.get('messages')}
          clock={c.get('clock')}
          back={back}
          at={row.at}
          from={from}
          judged={viewJudged(deps, found.mail, language, masking)}
        />,
      );
    }
  }
}

function notePage(
  c: WebContext,
  deps: FrontDeps,
  back: string,
  note: string,
  status: 403 | 404 | 503,
): Promise<Response> {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.pastRuns.mailTitle, section: 'past', status },
    <PastMailView messages={messages} clock={c.get('clock')} back={back} note={note} />,
  );
}
