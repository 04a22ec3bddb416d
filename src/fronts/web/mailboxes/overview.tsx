import { beginInstallation, type SettingSeen } from '../../../actions/index.ts';
import type { SourceHealth } from '../../../store/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import { Heading } from '../shell/acts/heading.tsx';
import { AddMailbox } from './add.tsx';
import { MailboxList } from './list.tsx';
import type { SetUp } from './props.ts';

interface OverviewProps extends SetUp {
  readonly settings: readonly SettingSeen[];
  readonly health: readonly SourceHealth[];
  readonly saved: boolean;
  readonly mayBegin: boolean; // the real installation, out of the sample
}

/** What is read now, and one more. */
export function MailboxesView(props: OverviewProps) {
  const { messages, saved, tried, hasRoom, mayBegin } = props;
  const say = messages.mailboxes;
  return (
    <div class="narrow">
      <Heading messages={messages} title={say.title} saved={saved} tried={tried}>
        {say.lead} <a href="/mailboxes?tab=steps">{say.steps}</a>
      </Heading>
      {!hasRoom && <p class="after-bar">{say.sample}</p>}
      {mayBegin && <ActForm {...props} act={beginInstallation} say={say.beginReal} look="primary" />}
      <MailboxList {...props} />
      {hasRoom && (
        <section class="card" aria-labelledby="add">
          <h2 id="add">{say.add}</h2>
          <AddMailbox {...props} />
        </section>
      )}
    </div>
  );
}
