import { Judged, PasteForm } from '../dictionaries/sandbox.tsx';
import type { Pasted } from '../dictionaries/sandbox-form.ts';
import type { JudgedView } from '../dictionaries/sandbox-view-model.ts';
import { Points } from '../policy/points.tsx';
import type { Messages } from '../shell/messages.ts';

interface DraftProps {
  readonly messages: Messages;
  readonly pasted: Pasted;
  readonly judged: JudgedView | null;
}

/** A box for a draft, and what a mail with these words would be taken for. */
export function DraftView({ messages, pasted, judged }: DraftProps) {
  const { draft: say } = messages;
  return (
    <>
      <h1>{say.title}</h1>
      <p>{say.lead}</p>
      <p class="muted">{say.kept}</p>
      {judged !== null && (
        <>
          <p class={judged.assessment.band === 'ordinary' ? 'after-bar' : 'alert'} role="status">
            {say.result[judged.assessment.band]}
          </p>
          <Judged messages={messages} judged={judged} />
          {judged.assessment.band !== 'ordinary' && <Points id="hints" title={say.hintsTitle} points={say.hints} />}
          <p class="muted">{say.limit}</p>
        </>
      )}
      <PasteForm messages={messages} pasted={pasted} action="/draft" />
    </>
  );
}
