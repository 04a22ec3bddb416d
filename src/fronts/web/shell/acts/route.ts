import type { Hono } from 'hono';
import { AccountError, type DeclaredAct, type DoneBy, perform, Refusal } from '../../../../actions/index.ts';
import { oneAtATime } from '../../../../util/one-at-a-time.ts';
import type { FrontDeps } from '../../../shared/index.ts';
import { actorOf } from '../actor.ts';
import { first, type Values, valuesOf } from '../form-values.ts';
import type { WebContext, WebEnv } from '../page.tsx';
import type { Tried } from './form.tsx';
import { filesIn, longestIn, namesOf, rowsThatStand, writtenIn } from './written.ts';

export interface ActPage<A extends DeclaredAct = DeclaredAct> {
  /** Where it leads once done: an address, which may name what its own names; or a page that says once what came of it. */
  readonly back: string | ((c: WebContext, deps: FrontDeps, done: DoneBy<A>, sent: Values) => Promise<Response>);
  /** The page again, with what was written. */
  readonly show: (c: WebContext, deps: FrontDeps, tried: Tried) => Promise<Response>;
  /** Fields that have parts, put together. */
  readonly read?: (values: Values) => Readonly<Record<string, unknown>>;
  /** Codes of refusals that this page says itself; every other has its page in `app.tsx`. */
  readonly says?: readonly string[];
}

/** Takes the form of an act. */
export function onAct<A extends DeclaredAct>(app: Hono<WebEnv>, deps: FrontDeps, act: A, page: ActPage<A>): void {
  const take = async (c: WebContext) => {
    const body = await c.req.parseBody({ all: true });
    const files = filesIn(act, body);
    const sent = { ...rowsThatStand(act, valuesOf(body, longestIn(act))), ...namesOf(files) };
    const values = { ...sent, ...namedIn(c.req.param()) };
    try {
      const written = writtenIn(act, values, { ...files, ...page.read?.(values) });
      const done = (await perform(act, deps, actorOf(c, deps), written)) as DoneBy<A>;
      if (typeof page.back === 'function') return page.back(c, deps, done, values);
      return c.redirect(
        page.back.replace(/:(\w+)/g, (_, name) => encodeURIComponent(first(values, name))),
        303,
      );
    } catch (error) {
      const tried = triedIn(act, values, error, page.says ?? []);
      if (tried === null) throw error;
      return page.show(c, deps, tried);
    }
  };
  const inTurn = oneAtATime<string>(); // files may be large: those of one person one after another
  const bringsFiles = Object.values(act.shapes).some(({ kind }) => kind === 'file' || kind === 'files');
  app.post(act.path, bringsFiles ? (c: WebContext) => inTurn(c.get('person')!.id, () => take(c)) : take);
}

const namedIn = (params: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(params).map(([name, one]) => [name, [one]]));

/** What the page can say of it, to be mended or known there; null: it has a page of its own. */
function triedIn(act: DeclaredAct, values: Values, error: unknown, says: readonly string[]): Tried | null {
  if (!(error instanceof Refusal || error instanceof AccountError)) return null;
  const problems = problemsOf(act, error);
  if (problems !== null) return { act, values, problems, code: null, reason: null };
  if (!says.includes(error.code)) return null;
  return { act, values, problems: {}, code: error.code, reason: error instanceof Refusal ? error.reason : null };
}

/** What people can mend in the form: a field, among them a case that is not there. Null: nothing. */
function problemsOf({ about, path }: DeclaredAct, error: Refusal | AccountError): Tried['problems'] | null {
  if (error instanceof AccountError) return null;
  if (error.reason.code === 'wrong-fields') return error.reason.fields;
  const inForm = about !== undefined && !path.includes(`:${about}`);
  return error.code === 'no-such-case' && inForm ? { [about]: 'wrong' } : null;
}
