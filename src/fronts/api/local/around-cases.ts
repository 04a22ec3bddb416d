import { Hono } from 'hono';
import { z } from 'zod';
import {
  assign,
  changeCounterparty,
  comment,
  createCounterparty,
  DECIDING,
  endMeasure,
  endSenderWatch,
  hold,
  LETTER_FILES,
  nameCounterpartyOf,
  noteInCase,
  noteLetterReply,
  noteLetterSent,
  proposeMeasure,
  requireCaseId,
  saveLetterFile,
  strikeInCase,
  watchSender,
  withdrawLetter,
} from '../../../actions/index.ts';
import { asked, done, meantOf } from '../acts/act.ts';
import { caseFileFor } from '../acts/case-file.ts';
import {
  CounterpartyQuery,
  counterpartiesFor,
  counterpartyShown,
  namedOfCase,
  savedJson,
} from '../acts/counterparties.ts';
import {
  assigned,
  commented,
  commentsFor,
  ShownBody,
  standing,
  TogetherBody,
  togetherAs,
  watched,
  watchesAs,
} from '../acts/desk.ts';
import { letterNamed, lettersFor } from '../acts/letters.ts';
import { ended, InForceQuery, inForceFor, measuresFor, proposed } from '../acts/measures.ts';
import type { LocalApiDeps } from './deps.ts';
import { actor, json, query } from './request.ts';

const FileQuery = z.object({ file: z.enum(LETTER_FILES) });

/** What commands ask of the desk's work around a case and of what follows its decision: the acts that the API has. */
export function aroundCases(deps: LocalApiDeps) {
  const caseOf = (c: { readonly req: { param(name: 'id'): string } }) => requireCaseId(c.req.param('id'));
  return new Hono()
    .post('/cases/:id/decisions', actor, asked(...DECIDING), async (c) => {
      const [act, written] = meantOf(DECIDING, c.req.valid('json'));
      return c.json(standing(await done(act, deps, c.var.actor, c, written)), 201);
    })
    .post(hold.path, actor, asked(hold), async (c) =>
      c.json(standing(await done(hold, deps, c.var.actor, c, c.req.valid('json')))),
    )
    .post('/cases/:id/assignment', actor, asked(assign), async (c) =>
      c.json(assigned(await done(assign, deps, c.var.actor, c, c.req.valid('json')))),
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
    .post('/cases/:id/file/notes', actor, asked(noteInCase), async (c) => {
      const { id } = await done(noteInCase, deps, c.var.actor, c, c.req.valid('json'));
      return c.json({ id }, 201);
    })
    .post(strikeInCase.path, actor, asked(strikeInCase), async (c) =>
      c.json(await done(strikeInCase, deps, c.var.actor, c, c.req.valid('json'))),
    )
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
    .post(withdrawLetter.path, actor, async (c) =>
      c.json(letterNamed(await done(withdrawLetter, deps, c.var.actor, c))),
    )
    .post(noteLetterSent.path, actor, asked(noteLetterSent), async (c) =>
      c.json(letterNamed(await done(noteLetterSent, deps, c.var.actor, c, c.req.valid('json')))),
    )
    .post(noteLetterReply.path, actor, asked(noteLetterReply), async (c) =>
      c.json(letterNamed(await done(noteLetterReply, deps, c.var.actor, c, c.req.valid('json')))),
    )
    .get('/cases/:id/letters/:letter/file', actor, query(FileQuery), async (c) => {
      const { bytes } = await done(saveLetterFile, deps, c.var.actor, c, c.req.valid('query'));
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
