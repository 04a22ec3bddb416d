import type { Child } from 'hono/jsx';
import { moved, numbersUrl, PERS } from '../../shared/index.ts';
import { type ActCount, Acts } from './acts.tsx';
import type { NumbersProps } from './components.tsx';
import { KeyFigures } from './key-figures.tsx';
import { Last } from './last.tsx';
import { Consultations, Decisions, FlagPrecision, Load, Mails, Times } from './sections.tsx';

/** Counts of mails and cases: for the report to the management, on screen, on paper and as a file. */
export function NumbersView(props: NumbersProps & { readonly acts: readonly ActCount[]; readonly children: Child }) {
  const { messages, ask, company } = props;
  const say = messages.numbers;
  const last = ask.starts.at(-2)!;
  return (
    <>
      <div class="list-head">
        <h1>{say.title}</h1>
        <a class="button no-print" href={numbersUrl(ask.per, last, '/numbers/export')}>
          {say.csv}
        </a>
      </div>
      <p class="print-only">{company}</p>
      <p class="muted">{say.lead}</p>
      <Periods {...props} />
      <KeyFigures {...props} />
      <Mails {...props} />
      <Decisions {...props} />
      <Acts messages={messages} acts={props.acts} />
      <Times {...props} />
      <Load {...props} />
      <Consultations {...props} />
      <FlagPrecision {...props} />
      {props.children}
      <Last {...props} />
    </>
  );
}

function Periods({ messages, ask }: NumbersProps) {
  const say = messages.numbers;
  const last = ask.starts.at(-2)!;
  return (
    <nav class="tabs no-print" aria-label={say.periods}>
      <ul>
        {PERS.map((per) => (
          <li>
            <a
              href={numbersUrl(per, per === ask.per ? last : null)}
              aria-current={per === ask.per ? 'page' : undefined}
            >
              {say.pers[per]}
            </a>
          </li>
        ))}
        <li class="apart">
          <a rel="prev" href={numbersUrl(ask.per, moved(last, ask.per, -1))}>
            {say.before[ask.per]}
          </a>
        </li>
        {!ask.isNewest && (
          <li>
            <a rel="next" href={numbersUrl(ask.per, moved(last, ask.per, 1))}>
              {say.after[ask.per]}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}
