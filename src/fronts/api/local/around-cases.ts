import { Hono } from 'hono';
import { z } from 'zod';
import { LETTER_FILES, requireCaseId, saveLetterFile } from '../../../actions/index.ts';
import { done } from '../acts/act.ts';
import { caseFileFor } from '../acts/case-file.ts';
import { CounterpartyQuery, counterpartiesFor, counterpartyShown } from '../acts/counterparties.ts';
import { commentsFor, ShownBody, TogetherBody, togetherAs, watchesAs } from '../acts/desk.ts';
import { lettersFor } from '../acts/letters.ts';
import { InForceQuery, inForceFor, measuresFor } from '../acts/measures.ts';
import type { LocalApiDeps } from './deps.ts';
import { actor, json, query } from './request.ts';

const FileQuery = z.object({ file: z.enum(LETTER_FILES) });

/** What commands read of the desk's work around a case and of what follows its decision. What they do is in `commanded.ts`. */
export function aroundCases(deps: LocalApiDeps) {
  const caseOf = (c: { readonly req: { param(name: 'id'): string } }) => requireCaseId(c.req.param('id'));
  return new Hono()
    .get('/cases/:id/comments', actor, query(ShownBody), async (c) =>
      c.json(await commentsFor(deps, c.var.actor, caseOf(c), c.req.valid('query'))),
    )
    .get('/watches', actor, async (c) => c.json(await watchesAs(deps, c.var.actor)))
    .post('/decisions', actor, json(TogetherBody), async (c) =>
      c.json(await togetherAs(deps, c.var.actor, c.req.valid('json'))),
    )
    .get('/cases/:id/file', actor, query(ShownBody), async (c) =>
      c.json(await caseFileFor(deps, c.var.actor, caseOf(c), c.req.valid('query'))),
    )
    .get('/counterparties', query(CounterpartyQuery), async (c) =>
      c.json(await counterpartiesFor(deps, c.req.valid('query'))),
    )
    .get('/counterparties/:counterparty', actor, async (c) =>
      c.json(await counterpartyShown(deps, c.var.actor, c.req.param('counterparty'))),
    )
    .get('/cases/:id/letters', actor, async (c) => c.json(await lettersFor(deps, c.var.actor, caseOf(c))))
    .get('/cases/:id/letters/:letter/file', actor, query(FileQuery), async (c) => {
      const { bytes } = await done(saveLetterFile, deps, c.var.actor, c, c.req.valid('query'));
      return c.body(bytes, 200);
    })
    .get('/measures', actor, query(InForceQuery), async (c) =>
      c.json(await inForceFor(deps, c.var.actor, c.req.valid('query'))),
    )
    .get('/cases/:id/measures', actor, async (c) => c.json(await measuresFor(deps, c.var.actor, caseOf(c))));
}
