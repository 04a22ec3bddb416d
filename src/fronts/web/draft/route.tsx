import type { Handler } from 'hono';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import type { FrontDeps } from '../../shared/index.ts';
import { type Pasted, readPasted } from '../dictionaries/sandbox-form.ts';
import { type JudgedView, viewJudged } from '../dictionaries/sandbox-view-model.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { DraftView } from './view.tsx';

const NOTHING: Pasted = { text: { subject: '', body: '' }, errors: {} };

export function showDraft(c: WebContext, deps: FrontDeps): Promise<Response> {
  deps.prepareTry();
  return draftPage(c, deps, NOTHING);
}

/** Judges a draft. It is in the answer and nowhere else: the audit log does not even say that somebody asked, or nobody would. */
export const checkDraft =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const messages = c.get('messages');
    const pasted = readPasted(await c.req.parseBody(), messages);
    if (Object.keys(pasted.errors).length > 0) return draftPage(c, deps, pasted, { status: 400 });
    const tried = await deps.tryOut(pasted.text);
    switch (tried.kind) {
      case 'judged':
        return draftPage(c, deps, pasted, { judged: viewJudged(deps, tried.screened, c.get('language')) });
      case 'busy':
        return draftPage(c, deps, { ...pasted, errors: { body: messages.tryOut.busy } }, { status: 503 });
      case 'ended':
        return draftPage(c, deps, { ...pasted, errors: { body: messages.tryOut.ended } }, { status: 422 });
    }
  };

interface DraftState {
  readonly judged?: JudgedView;
  readonly status?: ContentfulStatusCode;
}

function draftPage(c: WebContext, deps: FrontDeps, pasted: Pasted, { judged, status = 200 }: DraftState = {}) {
  const messages = c.get('messages');
  return page(
    c,
    deps,
    { title: messages.draft.title, section: 'draft', status, here: '/reports?tab=draft' },
    <DraftView messages={messages} pasted={pasted} judged={judged ?? null} />,
  );
}
