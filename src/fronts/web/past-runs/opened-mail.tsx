import type { Child } from 'hono/jsx';
import { type FoundPastMail, openPastMail, Refusal } from '../../../actions/index.ts';
import type { PastRow, PastRunId } from '../../../cases/index.ts';
import { actsFound } from '../../../detect/index.ts';
import { bareSender, type FrontDeps, hiddenActs, maskingOver } from '../../shared/index.ts';
import { viewJudged } from '../dictionaries/sandbox-view-model.ts';
import { actorOf } from '../shell/actor.ts';
import type { WebContext } from '../shell/page.tsx';
import { PastMailView } from './mail-view.tsx';

/** A mail within the page of its reading, and the status that it gives the page. */
export interface OpenedMail {
  readonly view: Child;
  readonly status: 200 | 403 | 404 | 503;
}

/** A mail that a reading has listed, fetched anew from its mailbox: in this answer and nowhere else. Null: none was listed in that place. */
export async function openedMail(
  c: WebContext,
  deps: FrontDeps,
  run: PastRunId,
  asked: string,
): Promise<OpenedMail | null> {
  if (!/^\d{1,9}$/.test(asked)) return null;
  try {
    const opened = await openPastMail(deps, actorOf(c, deps), run, Number(asked));
    return opened && mailOf(c, deps, run, opened);
  } catch (error) {
    if (!(error instanceof Refusal && error.code === 'recused')) throw error;
    return noteOf(c, run, c.get('messages').pastRuns.mailRecused, 403);
  }
}

function mailOf(
  c: WebContext,
  deps: FrontDeps,
  run: PastRunId,
  { row, found }: { readonly row: PastRow; readonly found: FoundPastMail },
): OpenedMail {
  const say = c.get('messages').pastRuns;
  switch (found.kind) {
    case 'gone':
      return noteOf(c, run, say.mailGone, 404);
    case 'busy':
      return noteOf(c, run, say.mailBusy, 503);
    case 'trouble':
      return noteOf(c, run, found.sentence, 503);
    case 'found': {
      const language = c.get('language');
      const { assessment, message } = found.mail;
      const masking = maskingOver(
        { acts: [], foundActs: actsFound(assessment), assessments: [assessment], words: [] },
        hiddenActs(c.get('preferences').maskAll),
        language,
      );
      const from = message.from === null ? '' : bareSender(message.from.address, language);
      const judged = viewJudged(deps, found.mail, language, masking);
      return {
        view: (
          <PastMailView messages={c.get('messages')} clock={c.get('clock')} {...{ run, from, judged }} at={row.at} />
        ),
        status: 200,
      };
    }
  }
}

const noteOf = (c: WebContext, run: PastRunId, note: string, status: 403 | 404 | 503): OpenedMail => ({
  view: <PastMailView messages={c.get('messages')} clock={c.get('clock')} run={run} note={note} />,
  status,
});
