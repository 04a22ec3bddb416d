import { Hono } from 'hono';
import { z } from 'zod';
import {
  changeCounterparty,
  comment,
  createCounterparty,
  endMeasure,
  endSenderWatch,
  nameCounterpartyOf,
  proposeMeasure,
  requireCaseId,
  strikeInCase,
  watchSender,
} from '../../../actions/index.ts';
import { asked, done } from '../acts/act.ts';
import { caseFileFor, NoteBody, noteAs } from '../acts/case-file.ts';
import {
  CounterpartyQuery,
  counterpartiesFor,
  counterpartyShown,
  namedOfCase,
  savedJson,
} from '../acts/counterparties.ts';
import {
  AssignBody,
  assignAs,
  commented,
  commentsFor,
  ShownBody,
  TogetherBody,
  togetherAs,
  watched,
  watchesAs,
} from '../acts/desk.ts';
import {
  fileOfLetter,
  LETTER_FILES,
  lettersFor,
  ReplyBody,
  replyAs,
  SentBody,
  sentAs,
  withdrawAs,
} from '../acts/letters.ts';
import { ended, InForceQuery, inForceFor, measuresFor, proposed } from '../acts/measures.ts';
import type { LocalApiDeps } from './deps.ts';
import { actor, json, query } from './request.ts';

const FileQuery = z.object({ file: z.enum(LETTER_FILES) });

/** What commands ask of the desk's work around a case and of what follows its decision: the acts that the API has. */
export function aroundCases(deps: LocalApiDeps) {
  const caseOf = (c: { readonly req: { param(name: 'id'): string } }) => requireCaseId(c.req.param('id'));
  return new Hono()
    .post('/cases/:id/assignment', actor, json(AssignBody), async (c) =>
      c.json(await assignAs(deps, c.var.actor, caseOf(c), c.req.valid('json'))),
    )
    .get('/cases/:id/comments', actor, query(ShownBody), async (c) =>
      c.json(await commentsFor(deps, c.var.actor, caseOf(c), c.req.valid('query'))),
    )
    .post(comment.path, actor, asked(comment), async (c) =>
      c.json(commented(await done(comment, deps, c.var.actor, c, c.req.valid('json'))), 201),
    )
    .post(watchSender.path, actor, asked(watchSender), async (c) =>
      c.json(watched(await done(watchSender, deps, c.var.actor, c, c.req.valid('json'))), 201),
    )
    .get('/watches', actor, async (c) => c.json(await watchesAs(deps, c.var.actor)))
    .post(endSenderWatch.path, actor, async (c) => c.json(await done(endSenderWatch, deps, c.var.actor, c)))
    .post('/decisions', actor, json(TogetherBody), async (c) =>
      c.json(await togetherAs(deps, c.var.actor, c.req.valid('json'))),
    )
    .get('/cases/:id/file', actor, query(ShownBody), async (c) =>
      c.json(await caseFileFor(deps, c.var.actor, caseOf(c), c.req.valid('query'))),
    )
    .post('/cases/:id/file/notes', actor, json(NoteBody), async (c) =>
      c.json(await noteAs(deps, c.var.actor, caseOf(c), c.req.valid('json')), 201),
    )
    .post(strikeInCase.path, actor, async (c) => c.json(await done(strikeInCase, deps, c.var.actor, c)))
    .get('/counterparties', query(CounterpartyQuery), async (c) =>
      c.json(await counterpartiesFor(deps, c.req.valid('query'))),
    )
    .post(createCounterparty.path, actor, asked(createCounterparty), async (c) =>
      c.json(savedJson(await done(createCounterparty, deps, c.var.actor, c, c.req.valid('json'))), 201),
    )
    .get('/counterparties/:counterparty', actor, async (c) =>
      c.json(await counterpartyShown(deps, c.var.actor, c.req.param('counterparty'))),
    )
    .post(changeCounterparty.path, actor, asked(changeCounterparty), async (c) =>
      c.json(savedJson(await done(changeCounterparty, deps, c.var.actor, c, c.req.valid('json')))),
    )
    .post(nameCounterpartyOf.path, actor, asked(nameCounterpartyOf), async (c) =>
      c.json(namedOfCase(await done(nameCounterpartyOf, deps, c.var.actor, c, c.req.valid('json')))),
    )
    .get('/cases/:id/letters', actor, async (c) => c.json(await lettersFor(deps, c.var.actor, caseOf(c))))
    .post('/cases/:id/letters/:letter/withdraw', actor, async (c) =>
      c.json(await withdrawAs(deps, c.var.actor, caseOf(c), c.req.param('letter'))),
    )
    .post('/cases/:id/letters/:letter/sent', actor, json(SentBody), async (c) =>
      c.json(await sentAs(deps, c.var.actor, caseOf(c), c.req.param('letter'), c.req.valid('json'))),
    )
    .post('/cases/:id/letters/:letter/reply', actor, json(ReplyBody), async (c) =>
      c.json(await replyAs(deps, c.var.actor, caseOf(c), c.req.param('letter'), c.req.valid('json'))),
    )
    .get('/cases/:id/letters/:letter/file', actor, query(FileQuery), async (c) => {
      const { file } = c.req.valid('query');
      const { bytes } = await fileOfLetter(deps, c.var.actor, caseOf(c), c.req.param('letter'), file);
      return c.body(bytes, 200);
    })
    .get('/measures', actor, query(InForceQuery), async (c) =>
      c.json(await inForceFor(deps, c.var.actor, c.req.valid('query'))),
    )
    .get('/cases/:id/measures', actor, async (c) => c.json(await measuresFor(deps, c.var.actor, caseOf(c))))
    .post(proposeMeasure.path, actor, asked(proposeMeasure), async (c) =>
      c.json(proposed(await done(proposeMeasure, deps, c.var.actor, c, c.req.valid('json'))), 201),
    )
    .post(endMeasure.path, actor, asked(endMeasure), async (c) =>
      c.json(ended(await done(endMeasure, deps, c.var.actor, c, c.req.valid('json')))),
    );
}
