import type { Handler } from 'hono';
import { knowingFor, publishPolicy } from '../../../actions/index.ts';
import { ACTS } from '../../../detect/index.ts';
import { dayOf, isDay } from '../../../util/day.ts';
import { type FrontDeps, isUsualYear, policyInForce } from '../../shared/index.ts';
import { Knowing } from '../knowing/view.tsx';
import { actorOf } from '../shell/actor.ts';
import { first, type Values, valuesOf } from '../shell/form-values.ts';
import { page, type WebContext, type WebEnv } from '../shell/page.tsx';
import { EditView, MOST_NOTE, MOST_TEXT } from './edit-view.tsx';

/** The text that holds now, to be changed into the next version. */
export const showEdit =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const { text } = await policyInForce(deps, c.get('language'));
    return editPage(c, deps, { text: [text], from: [todayOf(deps)] }, {});
  };

/** Publishes a version. What was published is never changed. */
export const publish =
  (deps: FrontDeps): Handler<WebEnv> =>
  async (c) => {
    const values = valuesOf(await c.req.parseBody({ all: true }), MOST_TEXT + 1);
    const errors = wrongIn(values, c, deps);
    if (Object.keys(errors).length > 0) return editPage(c, deps, values, errors);
    const written = { text: textOf(values), note: first(values, 'note').trim(), from: first(values, 'from') };
    const before = await policyInForce(deps, c.get('language'));
    await publishPolicy({ ...deps, timeZone: deps.company.timeZone }, actorOf(c, deps), before, written);
    return c.redirect('/policy?published=1#versions', 303);
  };

const textOf = (values: Values): string => first(values, 'text').replaceAll('\r\n', '\n').trim(); // as a browser counts

const todayOf = (deps: FrontDeps): string => dayOf(deps.now(), deps.company.timeZone);

function wrongIn(values: Values, c: WebContext, deps: FrontDeps): Readonly<Record<string, string>> {
  const say = c.get('messages').knowing;
  const text = textOf(values);
  const from = first(values, 'from');
  return {
    ...(text === '' ? { text: say.textMissing } : text.length > MOST_TEXT ? { text: say.textLong(MOST_TEXT) } : {}),
    ...(first(values, 'note').length > MOST_NOTE ? { note: say.noteLong(MOST_NOTE) } : {}),
    ...(!isDay(from) || !isUsualYear(from) || from < todayOf(deps) ? { from: say.fromWrong } : {}),
  };
}

async function editPage(c: WebContext, deps: FrontDeps, values: Values, errors: Readonly<Record<string, string>>) {
  const policy = await policyInForce(deps, c.get('language'));
  const messages = c.get('messages');
  const status = Object.keys(errors).length > 0 ? 400 : 200;
  return page(
    c,
    deps,
    { title: messages.knowing.edit, section: 'policy-edit', status, here: '/policy/edit' },
    <EditView messages={messages} values={values} errors={errors} today={todayOf(deps)}>
      <Knowing
        messages={messages}
        clock={c.get('clock')}
        people={await knowingFor(deps, actorOf(c, deps), policy)}
        hasPolicy={policy.kind === 'own'}
        lessons={ACTS.length}
      />
    </EditView>,
  );
}
