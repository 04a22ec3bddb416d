import { Hono } from 'hono';
import { z } from 'zod';
import { requireChange, TAKE_MODES, takeRules } from '../../../actions/index.ts';
import { parseChangeId } from '../../../cases/index.ts';
import { ACTS, type EntryId, RULE_SECTIONS } from '../../../detect/index.ts';
import { dictionaryChanges, siteRules } from '../../../store/index.ts';
import { slice } from '../schemas.ts';
import type { LocalApiDeps } from './deps.ts';
import { actor, json, query } from './request.ts';

const reason = z.string().trim().max(500).default('');
const Changes = z.object({ entry: z.string().max(200).optional(), ...slice(20, 200) });
const Rule = z.strictObject({
  entry: z.string().min(1).max(200),
  act: z.enum(ACTS).nullable(),
  section: z.enum(RULE_SECTIONS),
  text: z.string().max(1_000_000),
});
const RulesBody = z.strictObject({ rules: z.array(Rule).max(10_000), mode: z.enum(TAKE_MODES), reason });

/** What commands ask of the rules of the site and of their history. */
export function dictionaryCommands(deps: LocalApiDeps) {
  const { db } = deps;
  return new Hono()
    .get('/dictionaries/rules', async (c) => c.json(await siteRules(db)))
    .post('/dictionaries/rules', actor, json(RulesBody), async (c) => {
      const { rules, ...how } = c.req.valid('json');
      const named = rules.map((rule) => ({ ...rule, entry: rule.entry as EntryId }));
      return c.json(await takeRules(deps, c.var.actor, named, how));
    })
    .get('/dictionaries/changes', query(Changes), async (c) =>
      c.json(await dictionaryChanges(db, c.req.valid('query'))),
    )
    .get('/dictionaries/changes/:id', async (c) => c.json(await requireChange(deps, parseChangeId(c.req.param('id')))));
}
