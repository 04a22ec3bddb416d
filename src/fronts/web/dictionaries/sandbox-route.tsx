import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FrontDeps } from '../../shared/index.ts';
import { entryOf } from '../shell/actor.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { TryView } from './sandbox.tsx';
import { type Pasted, readPasted } from './sandbox-form.ts';
import { type JudgedView, viewJudged } from './sandbox-view-model.ts';
import { dictionaryTabUrl } from './tabs.ts';

const NOTHING: Pasted = { text: { subject: '', body: '' }, errors: {} };

export const showTry =
  (deps: FrontDeps): Handler<WebEnv> =>
  (c) => {
    deps.prepareTry();
    return tryPage(c, deps, NOTHING);
  };

/** Judges a pasted text. It is in the answer and nowhere else: the log says only that somebody tried. */
export const tryText =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const pasted = readPasted(await c.req.parseBody(), messages);
    if (Object.keys(pasted.errors).length > 0) return tryPage(c, deps, pasted, { status: 400 });
    await deps.audit.record(entryOf(c, deps, 'dictionary.try', ''));
    const tried = await deps.tryOut(pasted.text);
    switch (tried.kind) {
      case 'judged':
        return tryPage(c, deps, pasted, { judged: viewJudged(deps, tried.screened, c.get('language')) });
      case 'busy':
        return tryPage(c, deps, { ...pasted, errors: { body: messages.tryOut.busy } }, { status: 503 });
      case 'ended':
        return tryPage(c, deps, { ...pasted, errors: { body: messages.tryOut.ended } }, { status: 422 });
    }
  };

interface TryState {
  readonly judged?: JudgedView;
  readonly status?: ContentfulStatusCode;
}

function tryPage(c: WebContext, deps: FrontDeps, pasted: Pasted, { judged, status = 200 }: TryState = {}) {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.tryOut.title, section: 'try', status, here: dictionaryTabUrl('try') },
    <TryView messages={messages} pasted={pasted} judged={judged ?? null} />,
  );
}
