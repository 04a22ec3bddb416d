import { measureList } from '../../../store/index.ts';
import type { FrontDeps } from '../../shared/index.ts';
import { caseTabUrl } from '../cases/tabs.tsx';
import { Columns, Empty, Scroll } from '../shell/components.tsx';
import { inert, inertLine } from '../shell/inert.ts';
import { page, type WebContext } from '../shell/page.tsx';
import { visibilityOf } from '../shell/reviewer.ts';
import { versions, withFrontLine } from './query.ts';

const MOST = 500;

/** What is in force against whom, and what whoever serves them does. Nothing of the cases. */
export async function showMeasureList(c: WebContext, deps: FrontDeps): Promise<Response> {
  const messages = c.get('messages');
  const say = messages.measures;
  const clock = c.get('clock');
  const list = withFrontLine(
    await measureList(deps.db, { limit: MOST, offset: 0 }, visibilityOf(c)),
    await versions(deps.db),
  );
  return page(
    c,
    deps,
    { title: say.listTitle, section: 'measures' },
    <>
      <h1>{say.listTitle}</h1>
      <p class="muted">
        {say.listLead} <a href="/escalation#measures">{messages.measureRules.title}</a>
      </p>
      {list.length === 0 ? (
        <Empty>{say.noneInForce}</Empty>
      ) : (
        <Scroll card label={say.listTitle}>
          <table>
            <Columns of={[say.counterparty, say.step, say.sinceColumn, say.whatToDo, say.case]} />
            <tbody>
              {list.map((one) => (
                <tr>
                  <th scope="row">
                    <bdi>{inertLine(one.counterparty, 100)}</bdi>
                  </th>
                  <td>{say.steps[one.step]}</td>
                  <td>
                    <time datetime={one.since.toISOString()}>{clock.day(one.since)}</time>
                  </td>
                  <td class="lines">{inert(one.frontLine)}</td>
                  <td>
                    {one.caseId === null ? (
                      say.hiddenCase
                    ) : (
                      <a href={`${caseTabUrl(one.caseId, 'response')}#measures-of-case`}>{one.caseId}</a>
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </Scroll>
      )}
    </>,
  );
}
