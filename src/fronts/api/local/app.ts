import { Hono } from 'hono';
import { z } from 'zod';
import {
  auditActorOf,
  backup,
  invite,
  type OperatorActor,
  packEvidence,
  purge,
  Refusal,
  requireCaseId,
  resetPassword,
} from '../../../actions/index.ts';
import type { AuditActor } from '../../../audit/index.ts';
import type { CaseMail, CaseMessage } from '../../../cases/index.ts';
import {
  auditAfter,
  countCases,
  databaseVersion,
  failedMails,
  foreignMails,
  listCases,
  loadCase,
  purgeable,
  sourceHealth,
  spoolDepth,
  verdictCounts,
  wordsElsewhere,
} from '../../../store/index.ts';
import { LANGUAGES, veiled } from '../../shared/index.ts';
import { asked, done } from '../acts/act.ts';
import { problemHandler, QueueDownError } from '../problem.ts';
import { caseFilter, slice } from '../schemas.ts';
import { aroundCases } from './around-cases.ts';
import { commandedActs } from './commanded.ts';
import type { LocalApiDeps } from './deps.ts';
import { dictionaryCommands } from './dictionaries.ts';
import { actor, json, query } from './request.ts';

const Filter = z.object({
  ...caseFilter,
  q: z.string().max(200).optional(),
  veil: z.enum(LANGUAGES).optional(), // words that hurt are said by their kind, in this language; without it all stands as written
  ...slice(200, 500),
});
const Shown = z.object({ reveal: z.enum(['true', 'false']).default('false') }); // words that a person does not see unless they ask
const Most = z.object({ limit: z.coerce.number().int().min(1).max(1000).default(200) });
const Rows = z.object({
  after: z.coerce.number().int().min(0), // 0: from the first
  limit: z.coerce.number().int().min(1).max(1000),
});
const KnownUser = z.strictObject({ email: z.email().max(254) });
const PurgeBody = z.strictObject({ really: z.boolean().default(false) });
const Anchors = z.strictObject({
  anchors: z
    .array(
      z.strictObject({
        at: z.iso.datetime().nullable(),
        seq: z.int().min(1),
        hash: z.string().regex(/^[0-9a-f]{64}$/),
      }),
    )
    .max(100_000),
});
const dated = ({ at, ...head }: z.output<typeof Anchors>['anchors'][number]) => ({
  ...head,
  at: at === null ? null : new Date(at),
});

/**
 * What commands ask of the store, as JSON. The process that owns the store serves it on a socket only its owner may
 * open; a command that finds no such process opens the store and calls it in process. The caller says who acts in the
 * header `x-komainu-actor` (percent-encoded UTF-8).
 */
export function localApi(deps: LocalApiDeps) {
  const { db, audit, baseUrl, backlog, read, now, log } = deps;
  const by = (actor: OperatorActor): AuditActor => auditActorOf(actor, now());
  const linkOf = (token: string) => new URL(`/welcome/${token}`, baseUrl).href;
  return new Hono()
    .onError(problemHandler(log))
    .get('/status', async (c) =>
      c.json({
        cases: await countCases(db),
        verdicts: await verdictCounts(db),
        foreign: await foreignMails(db, now()),
        waiting: await spoolDepth(db),
        sources: await sourceHealth(db),
      }),
    )
    .get('/set-up', async (c) =>
      c.json({
        sources: await deps.checkSetUp(),
        urgent: deps.urgentChannels(),
        store: { kind: deps.store.engine.kind, version: await databaseVersion(db) },
      }),
    )
    .get('/queue', async (c) => {
      const waiting = await backlog().catch((cause: Error) => {
        throw new QueueDownError(cause.message, { cause });
      });
      return c.json({ waiting });
    })
    .get('/purge', async (c) => c.json(await purgeable(db, deps.retention, now())))
    .post('/purge', actor, json(PurgeBody), async (c) => c.json(await purge(deps, c.var.actor, c.req.valid('json'))))
    .post(packEvidence.path, actor, asked(packEvidence), async (c) =>
      c.body((await done(packEvidence, deps, c.var.actor, c, c.req.valid('json'))).bytes, 201),
    )
    .get('/failed-mails', query(Most), async (c) => c.json(await failedMails(db, now(), c.req.valid('query').limit)))
    .get('/backup', actor, async (c) => c.body(streamed(await backup(deps, c.var.actor))))
    .get('/cases', query(Filter), async (c) => {
      const { q, veil, ...filter } = c.req.valid('query');
      const found = await listCases(db, { ...filter, ...(q === undefined ? {} : { words: q }) });
      const cases = veil ? await veiled(db, found.cases, { maskAll: false, language: veil }) : found.cases;
      return c.json({ ...found, cases });
    })
    .get('/cases/:id', actor, query(Shown), async (c) => {
      const found = await loadCase(db, requireCaseId(c.req.param('id')));
      if (!found) throw new Refusal({ code: 'no-such-case' });
      const action = c.req.valid('query').reveal === 'true' ? 'case.reveal' : 'case.view';
      await audit.record({ ...by(c.var.actor), action, target: `case/${found.id}`, details: {} });
      const items = await Promise.all(found.items.map(async (item) => itemJson(item, await read(item))));
      return c.json({ ...found, items, elsewhere: await wordsElsewhere(db, found) });
    })
    .post('/audit/verification', json(Anchors), async (c) =>
      c.json(await audit.verify(c.req.valid('json').anchors.map(dated))),
    )
    .get('/audit', actor, query(Rows), async (c) => {
      const { after, limit } = c.req.valid('query');
      if (after === 0) await audit.record({ ...by(c.var.actor), action: 'audit.export', target: '', details: {} });
      return c.json(await auditAfter(db, {}, after, limit));
    })
    .post('/users', actor, asked(invite), async (c) =>
      c.json({ link: linkOf((await done(invite, deps, c.var.actor, c, c.req.valid('json'))).token) }, 201),
    )
    .post('/users/reset', actor, json(KnownUser), async (c) =>
      c.json({ link: linkOf(await resetPassword(deps, c.var.actor, c.req.valid('json').email)) }, 201),
    )
    .route('/', commandedActs(deps))
    .route('/', aroundCases(deps))
    .route('/', dictionaryCommands(deps));
}

/** A mail as it was read; its bytes stay where they are. */
const itemJson = ({ head: _, ...item }: CaseMail, message: CaseMessage | null) => ({
  ...item,
  message: message && { from: message.from, subject: message.subject, parts: message.parts },
});

/**
 * Lines as they are written; a failure half-way breaks the stream off, so that nobody takes it for the whole. Whoever reads may go at any
 * moment (no room, no right to write there): that ends the stream and nothing else.
 */
function streamed(produce: (write: (line: string) => Promise<void>) => Promise<void>): ReadableStream<Uint8Array> {
  const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>();
  const writer = writable.getWriter();
  const encoder = new TextEncoder();
  produce((line) => writer.write(encoder.encode(`${line}\n`)))
    .then(() => writer.close())
    .catch((error: unknown) => writer.abort(error))
    .catch(() => {});
  return readable;
}

export type LocalApi = ReturnType<typeof localApi>;
