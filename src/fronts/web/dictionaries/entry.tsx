import type { CaseSummary } from '../../../cases/index.ts';
import type { ContextRule, Dictionary, Entry } from '../../../detect/index.ts';
import type { DictionaryChange } from '../../../store/index.ts';
import type { EntryFigures } from '../../../tuning/index.ts';
import type { Shown } from '../case-list/hiding.ts';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Stranger } from '../shell/components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { PrecisionBar } from '../shell/precision.tsx';
import { Change } from '../tuning/log-view.tsx';
import { listsIn, plainPhrase } from './plain-phrase.ts';
import { dictionaryTabUrl, editUrl } from './tabs.ts';
import { askedWords, kindOf } from './view.tsx';

interface EntryProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly dictionary: Dictionary;
  readonly figures: EntryFigures;
  readonly shown: Shown<CaseSummary> | null; // null: whoever looks may not read cases
  readonly mayEdit: boolean;
  readonly changes: readonly DictionaryChange[]; // the newest of it
  readonly mayWrite: boolean;
}

/** One entry: what it looks for, what it must and must not find, and what it did find. */
export function EntryView(props: EntryProps) {
  const { messages, dictionary, figures } = props;
  const { rule } = figures;
  const say = messages.dictionaries;
  return (
    <>
      <p class="crumbs">
        <a href="/dictionaries" data-key="l">
          ← {say.back}
        </a>
      </p>
      <h1>{sentenceOf(props)}</h1>
      <p class="muted">
        <code>{rule.id}</code> · {kindOf(messages, dictionary, rule)}
        {rule.kind === 'entry' && ` · ${askedWords(messages, rule)}`}
      </p>
      <p class="buttons-line">
        {props.mayEdit && (
          <a class="button" href={editUrl(rule.id)} data-key="e">
            {messages.tuning.edit}
          </a>
        )}
      </p>
      <div class="pair entry-pair">
        <section class="card" aria-labelledby="phrases">
          <h2 id="phrases">{say.phrases}</h2>
          <ul class="phrases">
            {rule.say.map((one) => (
              <li>{plainPhrase(one, messages)}</li>
            ))}
          </ul>
          <p class="hint">{say.signs}</p>
          {rule.kind === 'entry' && rule.aimed && <p class="small">{say.aimed}</p>}
          <Lists {...props} />
        </section>
        <section class="card" aria-labelledby="found">
          <h2 id="found">{say.found}</h2>
          <Found {...props} />
        </section>
        <section class="card" aria-labelledby="examples">
          <h2 id="examples">{say.examples}</h2>
          <Examples title={say.mustMatch} list={rule.examples.match} />
          <Examples title={say.mustNot} list={rule.examples.not} />
        </section>
        <Note messages={messages} rule={rule} />
      </div>
      <Cases {...props} />
      <h2 class="changes-head">{messages.tuning.history}</h2>
      {props.changes.length === 0 && <p class="muted">{messages.tuning.noHistory}</p>}
      {props.changes.map((change) => (
        <Change {...props} change={change} />
      ))}
      {props.changes.length > 0 && (
        <p>
          <a href={dictionaryTabUrl('log', { entry: rule.id })}>{messages.tuning.allChanges}</a>
        </p>
      )}
    </>
  );
}

const MOST_PHRASES = 3;

/** The entry read aloud. */
function sentenceOf({ messages, dictionary, figures: { rule } }: EntryProps): string {
  if (rule.kind === 'context' || rule.role.kind === 'grammar') return kindOf(messages, dictionary, rule);
  const say = messages.dictionaries;
  const words = rule.say.slice(0, MOST_PHRASES).map((one) => say.quoted(plainPhrase(one, messages)));
  const act = messages.acts[rule.role.act];
  const band = rule.atLeast === null ? null : messages.bands[rule.atLeast];
  return say.sentence(`${words.join('')}${rule.say.length > MOST_PHRASES ? say.andMore : ''}`, act, band);
}

function Found({ messages, clock, now, figures: { found, precision, misfires } }: EntryProps) {
  const say = messages.dictionaries;
  if (found === null) return <p class="muted">{say.uncountedWhy}</p>;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <>
      <dl class="facts">
        <dt>{say.cases}</dt>
        <dd>
          {number(found.cases)} <span class="muted">{say.flagged(number(found.flagged))}</span>
        </dd>
        <dt>{messages.statuses.approved}</dt>
        <dd>{number(found.approved)}</dd>
        <dt>{messages.statuses.dismissed}</dt>
        <dd>{number(found.dismissed)}</dd>
        <dt>{say.misfires}</dt>
        <dd>{number(misfires)}</dd>
        <dt>{say.last}</dt>
        <dd>{found.lastAt === null ? say.never : `${clock.date(found.lastAt)} (${clock.age(found.lastAt, now)})`}</dd>
        <dt>{messages.precision.title}</dt>
        <dd>
          <PrecisionBar messages={messages} precision={precision} />
        </dd>
      </dl>
      <p class="hint">{messages.precision.lead}</p>
    </>
  );
}

function Lists({ messages, dictionary, figures: { rule } }: EntryProps) {
  const names = listsIn(rule.say, dictionary.words);
  if (names.length === 0) return null;
  return (
    <details class="fold">
      <summary>{messages.dictionaries.lists}</summary>
      <dl class="headers">
        {names.map((name) => (
          <>
            <dt>〈{name}〉</dt>
            <dd>
              {dictionary.words
                .get(name)!
                .map((one) => plainPhrase(one, messages))
                .join(messages.decide.separator)}
            </dd>
          </>
        ))}
      </dl>
    </details>
  );
}

function Examples({ title, list }: { readonly title: string; readonly list: readonly string[] }) {
  if (list.length === 0) return null;
  return (
    <>
      <h3>{title}</h3>
      <ul class="examples">
        {list.map((one) => (
          <li>{inert(one)}</li>
        ))}
      </ul>
    </>
  );
}

function Note({ messages, rule }: { readonly messages: Messages; readonly rule: Entry | ContextRule }) {
  if (rule.kind === 'context' || rule.note === null) return null;
  return (
    <section class="card" aria-labelledby="note">
      <h2 id="note">{messages.dictionaries.note}</h2>
      <p>{inert(rule.note)}</p>
    </section>
  );
}

function Cases({ messages, clock, now, figures, shown }: EntryProps) {
  const say = messages.dictionaries;
  if (figures.found === null) return null;
  return (
    <section class="card past" aria-labelledby="latest">
      <h2 id="latest">{say.latest}</h2>
      {shown === null ? (
        <p class="muted">{say.casesClosed}</p>
      ) : shown.cases.length === 0 ? (
        <p class="muted">{say.noCases}</p>
      ) : (
        <ul class="plain latest">
          {shown.cases.map(({ id, band, status, subject, receivedAt }) => (
            <li>
              <BandLabel messages={messages} band={band} />{' '}
              <a href={`/cases/${id}`} data-step>
                {shown.isHidden({ id }) ? (
                  messages.queue.hiddenSubject
                ) : (
                  <Stranger text={inertLine(subject)} otherwise={messages.queue.noSubject} />
                )}
              </a>{' '}
              <span class={`state state-${status}`}>{messages.statuses[status]}</span>{' '}
              <time class="muted" datetime={receivedAt.toISOString()} title={clock.date(receivedAt)}>
                {clock.age(receivedAt, now)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
