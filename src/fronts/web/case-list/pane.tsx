import type { CaseInList } from '../../../cases/index.ts';
import { type CaseCounts, caseListPage, countCases } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import type { Clock } from '../shell/clock.ts';
import { BandLabel, Stranger } from '../shell/components.tsx';
import type { Messages } from '../shell/messages.ts';
import type { WebContext } from '../shell/page.tsx';
import { lookingOf } from '../shell/reviewer.ts';
import { firstWords } from './first-words.ts';
import { shownTo } from './hiding.ts';
import { POLLING } from './polling.ts';
import { tabFilter } from './query.ts';
import { marksOf } from './row.tsx';

/** As many stand beside a case; the rest is on the list itself. */
const SHOWN = 30;

export interface PaneProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly now: Date;
  readonly person: string; // id of the account that looks
  readonly current: string; // the case of the page
  readonly cases: readonly CaseInList[];
  readonly isHidden: (row: CaseInList) => boolean; // its subject
  readonly words: ReadonlyMap<string, string>; // how the newest mail begins, by case
  readonly pressing: number; // open cases that cannot wait
}

/** Open cases that cannot wait. */
export const pressingOf = ({ urgent, review }: Pick<CaseCounts, 'urgent' | 'review'>): number => urgent + review;

/** The first open cases, as the list would show them to whoever looks. */
export async function paneOf(c: WebContext, deps: FrontDeps, current: string): Promise<PaneProps> {
  const { db } = deps;
  const at = deps.now();
  const person = c.get('person')!;
  const slice = { limit: SHOWN, offset: 0 };
  const rows = await caseListPage(db, { ...tabFilter('all', person.id), ...slice }, lookingOf(c, at));
  const { cases, isHidden, isSilent } = await shownTo(c, deps, rows);
  return {
    messages: c.get('messages'),
    clock: c.get('clock'),
    now: at,
    person: person.id,
    current,
    cases,
    isHidden,
    pressing: pressingOf(await countCases(db, lookingOf(c, at))),
    words: await firstWords(db, cases, { who: person, isSilent }),
  };
}

/** Beside a case on a wide screen: which others wait. It keeps itself up to date; the page of the case stays as it is. */
export function CasePane({ messages, clock, now, person, current, cases, isHidden, words, pressing }: PaneProps) {
  const say = messages.queue;
  return (
    <nav
      class="pane-list"
      id="pane-list"
      aria-label={say.title}
      data-pressing={pressing}
      hx-get={`/list/pane?current=${current}`}
      {...POLLING}
    >
      <ol>
        {cases.map((row) => (
          <li id={`pane-${row.id}`}>
            <a
              id={`pane-case-${row.id}`}
              href={`/cases/${row.id}`}
              aria-current={row.id === current ? 'page' : 'false'}
            >
              <span class="pane-head">
                <BandLabel messages={messages} band={row.band} />
                <time datetime={row.receivedAt.toISOString()}>{clock.age(row.receivedAt, now)}</time>
              </span>
              <span class="pane-subject">
                {isHidden(row) ? say.hiddenSubject : <Stranger text={row.subject} otherwise={say.noSubject} />}
              </span>
              <bdi class="pane-words">{words.get(row.id) ?? ''}</bdi>
              <span class="pane-marks">{marksOf(messages, person, row).join(messages.decide.separator)}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
