import { NOTE_KINDS } from '../../../response/index.ts';
import { NotDone } from '../shell/components.tsx';
import type { TimelineItem } from './events.ts';
import { type MergeProps, Merging } from './merge.tsx';
import { Notes, type NotesProps } from './notes.tsx';
import { Timeline } from './timeline.tsx';

export interface FileProps extends NotesProps, MergeProps {
  readonly timeline: readonly TimelineItem[];
  readonly error: string | null;
  readonly done: string | null; // what was done, in a sentence
}

/** The file of a case: what happened, who is concerned, facts apart from judgements, and what is merged into it. */
export function FileView(props: FileProps) {
  const { messages, error, done } = props;
  const say = messages.caseFile;
  return (
    <section aria-labelledby="file">
      <h2 id="file">{say.title}</h2>
      <p class="muted">{say.lead}</p>
      <NotDone of={error} />
      {done !== null && (
        <div class="after-bar" role="status">
          <p>{done}</p>
        </div>
      )}
      <Timeline {...props} />
      {NOTE_KINDS.map((kind) => (
        <Notes {...props} kind={kind} />
      ))}
      <Merging {...props} />
    </section>
  );
}
