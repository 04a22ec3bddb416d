import { ACTS, type ContextRule, type Dictionary, type Entry } from '../../../detect/index.ts';
import { ENTRY_ORDERS, type EntryFigures } from '../../../tuning/index.ts';
import { Choice } from '../shell/choice.tsx';
import type { Clock } from '../shell/clock.ts';
import { Empty, Pages } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';
import { PrecisionBar } from '../shell/precision.tsx';
import { plainPhrase } from './plain-phrase.ts';
import { type DictionaryQuery, dictionaryUrl } from './query.ts';
import { dictionaryTabUrl } from './tabs.ts';

interface DictionariesProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly at: Date; // when it was counted
  readonly dictionary: Dictionary;
  readonly ask: DictionaryQuery;
  readonly figures: readonly EntryFigures[]; // of this page
  readonly total: number;
  readonly lastPage: number;
  readonly mayWrite: boolean;
}

/** All entries with what they found: where a dictionary is too eager, and where it sleeps. */
export function DictionariesView(props: DictionariesProps) {
  const { messages, clock, at, dictionary, figures, total, ask, lastPage } = props;
  const { mayWrite } = props;
  const say = messages.dictionaries;
  return (
    <>
      <div class="list-head">
        <h1>{say.title}</h1>
        <p class="buttons-line">
          {mayWrite && (
            <a class="button" href={dictionaryTabUrl('new')} data-key="n">
              {messages.tuning.newEntry}
            </a>
          )}
          <a class="button" href={dictionaryTabUrl('costly')}>
            {messages.costly.title}
          </a>
        </p>
      </div>
      <p class="muted">{say.lead}</p>
      <Filters {...props} />
      <p class="order muted">
        {say.count(total)} {say.countedAt(clock.time(at))} {say.version} <code>{dictionary.version}</code>
      </p>
      {figures.length === 0 ? (
        <Empty>{say.none}</Empty>
      ) : (
        <ol class="cases">
          {figures.map((one) => (
            <Row {...props} one={one} />
          ))}
        </ol>
      )}
      <Pages
        messages={messages}
        at={ask.page}
        more={ask.page < lastPage}
        last={lastPage}
        href={(page) => dictionaryUrl({ ...ask, page })}
      />
    </>
  );
}

function Filters({ messages, ask }: DictionariesProps) {
  const say = messages.dictionaries;
  return (
    <search>
      <form class="filters" method="get" action="/dictionaries">
        <div class="filter-grid">
          <div>
            <label for="q">{say.search}</label>
            <input type="search" id="q" name="q" value={ask.q} maxlength={200} data-key="/" autocomplete="off" />
          </div>
          <Choice
            name="shelf"
            label={messages.filter.act}
            any={messages.filter.any}
            value={ask.shelf}
            options={[...ACTS.map((act) => [act, messages.acts[act]] as const), ['shared', say.shared]]}
          />
          <div>
            <label for="order">{say.order}</label>
            <select id="order" name="order">
              {ENTRY_ORDERS.map((order) => (
                <option value={order} selected={order === ask.order}>
                  {say.orders[order]}
                </option>
              ))}
            </select>
          </div>
        </div>
        <div class="filter-line">
          <button type="submit" class="button">
            {messages.filter.apply}
          </button>
          {(ask.q !== '' || ask.shelf !== '') && (
            <a href={dictionaryUrl({ ...ask, q: '', shelf: '', page: 1 })}>{messages.filter.clear}</a>
          )}
        </div>
      </form>
    </search>
  );
}

const SHOWN_PHRASES = 4;

function Row({ messages, clock, now, dictionary, one }: DictionariesProps & { readonly one: EntryFigures }) {
  const { rule, found, precision, misfires } = one;
  const say = messages.dictionaries;
  const phrases = rule.say.slice(0, SHOWN_PHRASES).map((say) => plainPhrase(say, messages));
  return (
    <li class="case-row entry-row">
      <div class="row-main">
        <a class="row-link" href={`/dictionaries/${rule.id}`} data-step>
          <code>{rule.id}</code>
        </a>
        <p class="row-from">
          {kindOf(messages, dictionary, rule)}
          {rule.kind === 'entry' && ` · ${askedWords(messages, rule)}`}
        </p>
        <p class="entry-phrases">{say.example(inertLine(rule.examples.match.slice(0, 2).join('／'), 80))}</p>
        <p class="entry-phrases muted">{inertLine(phrases.join(messages.decide.separator), 90)}</p>
      </div>
      {found === null ? (
        <p class="muted small entry-uncounted">{say.uncounted}</p>
      ) : (
        <>
          <ul class="tallies">
            <li>
              {say.cases} <b>{found.cases.toLocaleString(messages.language.code)}</b>
            </li>
            <li>
              {messages.statuses.approved} <b>{found.approved.toLocaleString(messages.language.code)}</b>
            </li>
            <li>
              {messages.statuses.dismissed} <b>{found.dismissed.toLocaleString(messages.language.code)}</b>
            </li>
            {misfires > 0 && (
              <li class="trouble">
                {say.misfires} <b>{misfires.toLocaleString(messages.language.code)}</b>
              </li>
            )}
          </ul>
          <PrecisionBar messages={messages} precision={precision} />
          <p class="row-when">
            {found.lastAt === null ? (
              say.never
            ) : (
              <time datetime={found.lastAt.toISOString()} title={clock.date(found.lastAt)}>
                {clock.age(found.lastAt, now)}
              </time>
            )}
          </p>
        </>
      )}
    </li>
  );
}

/** Which act the rule is about, or what it does for the others. */
/** What an entry asks for. */
export const askedWords = ({ dictionaries: say, bands }: Messages, { atLeast }: Entry): string =>
  atLeast === null ? say.reasonOnly : say.asks(bands[atLeast]);

export function kindOf(messages: Messages, { groups }: Dictionary, rule: Entry | ContextRule): string {
  const { code } = messages.language;
  const language = code === 'ja' ? 'ja' : 'en';
  if (rule.kind === 'context') return messages.dictionaries.context(rule.label[language]);
  switch (rule.role.kind) {
    case 'grammar':
      return messages.dictionaries.grammar(groups.get(rule.role.group)?.[language] ?? rule.role.group);
    case 'demand':
    case 'expression':
      return `${messages.acts[rule.role.act]} · ${messages.dictionaries.roles[rule.role.kind]}`;
  }
}
