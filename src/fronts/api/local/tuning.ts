import { Hono } from 'hono';
import { z } from 'zod';
import { beginPast, perform, requireChange, startPastRun, steerPast } from '../../../actions/index.ts';
import { type CaseId, type PastCase, type PastVerdict, parseChangeId, parsePastRunId } from '../../../cases/index.ts';
import { type Db, loadPastRun, type PastRun, pastCasePage } from '../../../store/index.ts';
import type { CasesFigures } from '../../../tuning/index.ts';
import type { LocalApiDeps } from './deps.ts';
import { actor, json } from './request.ts';

/** The files of a folder of dictionaries, as a command has read them. */
const Files = z.array(z.strictObject({ path: z.string().min(1).max(300), text: z.string().max(8_000_000) })).max(1_000);
const Folder = z.strictObject({ folder: z.string().min(1).max(300), files: Files });
const { days } = beginPast.ask;
const RunBody = z.union([Folder.extend({ days }), z.strictObject({ days, before: z.string().max(30) })]);
const Nobody = z.strictObject({});
const MOST_LISTED = 2_000;

/** What commands ask of comparisons over decided cases. */
export function tuningCommands(deps: LocalApiDeps) {
  const { db } = deps;
  return new Hono()
    .post('/past', actor, json(RunBody), async (c) => {
      const { days: back, ...against } = c.req.valid('json');
      const change = 'before' in against ? parseChangeId(against.before) : null;
      if ('before' in against) await requireChange(deps, change);
      const run = await startPastRun(deps, c.var.actor, {
        days: back,
        over: 'cases',
        sources: [],
        against: 'before' in against ? { before: change! } : against,
      });
      return c.json({ run }, 201);
    })
    .post('/past/:run/work', actor, json(Nobody), async (c) => {
      const run = parsePastRunId(c.req.param('run'));
      if (run !== null) await deps.workAtPast(run);
      return c.json({ ok: true });
    })
    .post('/past/:run/cancel', actor, json(Nobody), async (c) => {
      const run = parsePastRunId(c.req.param('run'));
      return c.json({ ok: run !== null && (await perform(steerPast, deps, c.var.actor, { run, step: 'cancel' })) });
    })
    .get('/past/:run', async (c) => {
      const id = parsePastRunId(c.req.param('run'));
      const run = id && (await loadPastRun(db, id));
      return c.json<RunJson>(run?.over === 'cases' ? await runJson(db, run) : { run: null, changed: [] });
    });
}

interface RunJson {
  readonly run:
    | (Pick<PastRun, 'state' | 'total' | 'done' | 'trouble'> & { readonly figures: CasesFigures | null })
    | null;
  readonly changed: readonly {
    readonly case: CaseId;
    readonly outcome: PastCase['outcome'];
    readonly receivedAt: string;
    readonly verdicts: readonly (Pick<PastVerdict, 'band' | 'probability' | 'acts'> & {
      readonly entries: PastVerdict['top'];
    })[];
  }[];
}

async function runJson(db: Db, { id, state, total, done, trouble, figures }: PastRun): Promise<RunJson> {
  const listed = state === 'done' ? await pastCasePage(db, id, { before: null, limit: MOST_LISTED }) : [];
  return {
    run: { state, total, done, trouble, figures: figures as CasesFigures | null },
    changed: listed.map(({ caseId, outcome, receivedAt, verdicts }) => ({
      case: caseId,
      outcome,
      receivedAt: receivedAt.toISOString(),
      verdicts: verdicts.map(({ band, probability, top, acts }) => ({ band, probability, entries: top, acts })),
    })),
  };
}
