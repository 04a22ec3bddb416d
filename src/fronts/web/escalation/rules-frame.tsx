import type { Hono } from 'hono';
import type { Child, PropsWithChildren } from 'hono/jsx';
import { changeEscalation, changeMeasureRules, type DeclaredAct, restoreRules } from '../../../actions/index.ts';
import type { Day, RuleVersion } from '../../../response/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { ActForm, formOf, isTried, type Option, type Tried } from '../shell/acts/form.tsx';
import { type ActPage, onAct } from '../shell/acts/route.ts';
import type { SomeWords } from '../shell/acts/words.ts';
import type { Clock } from '../shell/clock.ts';
import type { Values } from '../shell/form-values.ts';
import type { Messages } from '../shell/messages.ts';
import type { WebEnv } from '../shell/page.tsx';

export interface RulesProps<Rules> {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly today: Day;
  readonly versions: readonly RuleVersion<Rules>[]; // the newest first
  readonly mayChange: boolean;
  readonly tried: Tried | null;
  readonly saved: string | null; // the part of the page that was saved
  readonly asked: { readonly part: string; readonly version: string } | null; // a version to be read as it stood
}

type ChangesRules = typeof changeEscalation | typeof changeMeasureRules;

interface FrameProps<Rules> extends RulesProps<Rules> {
  readonly act: ChangesRules;
  readonly say: Messages['escalation' | 'measureRules'];
  readonly lines: readonly string[]; // one for each version
  readonly asText: (rules: Rules) => Child;
}

/** What stands around rules that a company writes for itself: what became of a form, and every version. */
export function RulesFrame<Rules>(props: PropsWithChildren<FrameProps<Rules>>) {
  const { act, say, messages, today, versions, lines, mayChange, tried, saved, asked, asText, children } = props;
  const part = PARTS[act.path];
  const after = String(versions[0]?.version ?? 0);
  const opened = versions.findIndex(({ version }) => asked?.part === part && String(version) === asked.version);
  return (
    <section aria-labelledby={part}>
      <h2 id={part}>{say.title}</h2>
      <p class="muted">{say.lead}</p>
      {(isTried(tried, act) || isTried(tried, restoreRules, { kind: part })) && (
        <p class="alert" role="alert">
          {tried?.code === 'rules-changed' ? say.changed : messages.fields.unsaved}
        </p>
      )}
      {saved === part && (
        <div class="after-bar" role="status">
          <p>{say.saved}</p>
        </div>
      )}
      <p>{lines[0] === undefined ? say.none : <b>{lines[0]}</b>}</p>
      {children as Child}
      <h3>{say.versions}</h3>
      <ol reversed class="plain">
        {lines.map((line, i) => (
          <li class="muted small">
            <a href={`/escalation?part=${part}&version=${versions[i]!.version}#version`}>{line}</a>
            {mayChange && i > 0 && (
              <ActForm
                {...{ act: restoreRules, say: messages.escalation.again, messages, today, tried: null, look: 'quiet' }}
                at={{ kind: part, version: String(versions[i]!.version), after }}
                called={`${line}: ${messages.escalation.again.do}`}
              />
            )}
          </li>
        ))}
      </ol>
      {opened >= 0 && (
        <section aria-labelledby="version">
          <h3 id="version">{lines[opened]}</h3>
          {asText(versions[opened]!.rules)}
        </section>
      )}
    </section>
  );
}

/** Takes the forms of the rules, and shows the page again where one was not taken. */
export function mountRules(app: Hono<WebEnv>, deps: FrontDeps, show: ActPage['show']): void {
  const rules = { show, says: ['rules-changed'] };
  onAct(app, deps, changeEscalation, { ...rules, back: '/escalation?saved=escalation' });
  onAct(app, deps, restoreRules, { ...rules, back: '/escalation?saved=:kind#:kind' });
  onAct(app, deps, changeMeasureRules, { ...rules, back: '/escalation?saved=measures#measures' });
}

/** The parts of the page, as its addresses name them. */
export const PARTS = { '/escalation': 'escalation', '/measures/rules': 'measures' } as const;

/** The form of the next version. When somebody else wrote one meanwhile it begins anew, from theirs. */
export const rulesForm = <A extends ChangesRules & DeclaredAct>(
  { messages, today, versions, tried }: RulesProps<unknown>,
  form: {
    readonly act: A;
    readonly say: SomeWords<A>;
    readonly usual: Values;
    readonly among: Readonly<Record<string, readonly Option[]>>;
  },
) =>
  formOf<A>({
    ...{ messages, today, ...form },
    usual: { ...form.usual, after: [String(versions[0]?.version ?? 0)] },
    tried: tried?.code === 'rules-changed' ? null : tried,
  });
