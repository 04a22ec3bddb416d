import { createRoute, type OpenAPIHono, z } from '@hono/zod-openapi';
import { retryMails } from '../../../actions/index.ts';
import { countCases, failedMails } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { slice } from '../schemas.ts';
import { FailedMails, OperationsAnswer, Retried, Status } from './answers.ts';
import { json, problems, security } from './components.ts';
import { type ApiEnv, visibilityOf } from './env.ts';
import { onApi } from './on-api.ts';

const statusRoute = createRoute({
  method: 'get',
  path: '/status',
  summary: 'How sources, dictionaries and channels are, and how much waits',
  security,
  responses: { 200: json(Status, 'The status.'), ...problems },
});

const operationsRoute = createRoute({
  method: 'get',
  path: '/operations',
  summary: 'Queues, storage (bytes) and versions',
  security,
  responses: { 200: json(OperationsAnswer, 'What runs behind the review app.'), ...problems },
});

const failedRoute = createRoute({
  method: 'get',
  path: '/failed-mails',
  summary: 'Mails that could not be assessed, the newest failure first; nothing of what they say',
  security,
  request: { query: z.object({ limit: slice(200, 1000).limit }) },
  responses: { 200: json(FailedMails, 'The mails.'), ...problems },
});

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export function addOperations(api: OpenAPIHono<ApiEnv>, deps: FrontDeps): void {
  const { db, now } = deps;

  api.openapi(statusRoute, async (c) => {
    const { sources, channels, dictionary, queue, backlog } = await deps.status();
    const answer = {
      sources: sources.map(({ name, trouble, troubleSince, lastContactAt, lastMailAt, note, unaskedRows }) => ({
        name,
        trouble,
        troubleSince: iso(troubleSince),
        lastContactAt: iso(lastContactAt),
        lastMailAt: iso(lastMailAt),
        note,
        unaskedRows,
      })),
      dictionary: {
        ...dictionary,
        hosts: dictionary.hosts.map(({ host, dictionary: version }) => ({ host, version })),
      },
      queue: queue && { trouble: queue.trouble, since: queue.since.toISOString() },
      backlog,
      channels: channels.map(({ name, kind, trouble, troubleSince, lastToldAt }) => ({
        name,
        kind,
        trouble,
        troubleSince: iso(troubleSince),
        lastToldAt: iso(lastToldAt),
      })),
      cases: await countCases(db, visibilityOf(c)),
    };
    return c.json(answer, 200);
  });

  api.openapi(operationsRoute, async (c) => {
    const { lags, ...rest } = await deps.operations();
    const waiting = [...lags].map(([source, since]) => ({ source, since: since.toISOString() }));
    return c.json({ ...rest, waiting }, 200);
  });

  api.openapi(failedRoute, async (c) => {
    const mails = await failedMails(db, now(), c.req.valid('query').limit);
    return c.json(
      {
        mails: mails.map(({ receivedAt, at, ...mail }) => ({
          ...mail,
          receivedAt: receivedAt.toISOString(),
          at: at.toISOString(),
        })),
      },
      200,
    );
  });

  onApi(api, deps, retryMails, {
    summary: 'Have one mail screened again, or all that were given up',
    responses: { 200: json(Retried, 'How many wait to be screened now.'), ...problems },
    tell: (retried) => ({ retried }),
  });
}
