import { otherLanguagesNow, setOtherLanguages } from '../../../actions/index.ts';
import { todayIn } from '../../../response/index.ts';
import { dictionaryChanges } from '../../../store/index.ts';
import { LANGUAGES_RULE } from '../../../tuning/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { dictionaryTabUrl } from '../dictionaries/tabs.ts';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import { Done, NotDone } from '../shell/components.tsx';
import { first } from '../shell/form-values.ts';
import { inertLine } from '../shell/inert.ts';
import { can, type WebContext } from '../shell/page.tsx';

/** What becomes of mails in languages without a judge: a form for whoever sets thresholds, what is so now for the others. */
export async function languagesCard(c: WebContext, deps: FrontDeps, tried: Tried | null) {
  const messages = c.get('messages');
  const { languages: say } = messages.pastRuns;
  const { value, base } = await otherLanguagesNow(deps);
  const [last] = await dictionaryChanges(deps.db, { entry: LANGUAGES_RULE.entry, limit: 1 });
  const mine = tried?.act === setOtherLanguages ? tried : null;
  const { action, settled, field } = formOf({
    ...{ act: setOtherLanguages, say: say.form, messages, tried: mine },
    today: todayIn(deps.company.timeZone, deps.now()),
    at: { base: mine?.code === null ? first(mine.values, 'base') : base }, // after a conflict what is so now
    usual: { otherLanguages: value },
  });
  return (
    <section class="card" id="languages" aria-labelledby="languages-title">
      <h2 id="languages-title">{say.title}</h2>
      <p>{say.lead}</p>
      <Done of={c.req.query('languages') === '1' && say.done} />
      <NotDone of={mine !== null && (mine.code === 'entry-changed' ? say.conflict : messages.fields.unsaved)} />
      {last !== undefined && (
        <p class="muted small">
          {say.last(inertLine(last.by, 60), c.get('clock').date(last.at))} {inertLine(last.reason, 500)}{' '}
          {can(c, 'dictionaries.read') && (
            <a href={dictionaryTabUrl('log', { entry: LANGUAGES_RULE.entry })}>{messages.tuning.history}</a>
          )}
        </p>
      )}
      {can(c, 'thresholds.set') ? (
        <form method="post" action={action}>
          {settled}
          {field('otherLanguages')}
          {field('reason', 2)}
          <button type="submit" class="button">
            {say.form.do}
          </button>
        </form>
      ) : (
        <p>{say.form.fields.otherLanguages.options[value]}</p>
      )}
    </section>
  );
}
