import type { Messages } from '../shell/messages.ts';

const RULES = ['escalation', 'measures'] as const;
const PATHS = { escalation: '/escalation', measures: '/measures/rules' } as const;

interface TabsProps {
  readonly messages: Messages;
  readonly current: (typeof RULES)[number];
}

/** The rules that a company writes for itself. */
export function RuleTabs({ messages, current }: TabsProps) {
  const labels = { escalation: messages.escalation.title, measures: messages.measureRules.title };
  return (
    <nav class="tabs" aria-label={messages.site.rules}>
      <ul>
        {RULES.map((one) => (
          <li>
            <a href={PATHS[one]} aria-current={one === current ? 'page' : undefined}>
              {labels[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
