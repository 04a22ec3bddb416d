import type { SuggestedWord, SuggestedWords } from '../../../actions/index.ts';
import { type Language, painfulLabel } from '../../shared/index.ts';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export interface Suggested {
  readonly words: SuggestedWords;
  readonly maskAll: boolean;
  readonly language: Language;
}

interface SuggestionsProps {
  readonly messages: Messages;
  readonly suggested: Suggested;
}

/** Words that separate approved from dismissed cases: an offer to write an entry, no more. */
export function Suggestions(props: SuggestionsProps) {
  const { messages, suggested } = props;
  const say = messages.learning;
  const { approved, dismissed } = suggested.words;
  return (
    <details class="card" open={approved.length > 0}>
      <summary>
        <h2>{say.suggestions}</h2>
      </summary>
      <p class="hint">{say.suggestionsLead}</p>
      {approved.length + dismissed.length === 0 && <p class="muted">{say.noSuggestions}</p>}
      {approved.length > 0 && (
        <>
          <h3>{say.forApproved}</h3>
          <Words {...props} words={approved} offers />
        </>
      )}
      {dismissed.length > 0 && (
        <>
          <h3>{say.forDismissed}</h3>
          <Words {...props} words={dismissed} />
        </>
      )}
    </details>
  );
}

function Words({
  messages,
  suggested: { maskAll, language },
  words,
  offers = false,
}: SuggestionsProps & { readonly words: readonly SuggestedWord[]; readonly offers?: boolean }) {
  const say = messages.learning;
  const number = (n: number) => n.toLocaleString(messages.language.code);
  return (
    <ul class="plain">
      {words.map(({ text, approved, dismissed }, i) => {
        const hidden = painfulLabel(text, language) ?? (maskAll ? `${say.word} ${i + 1}` : null);
        const shown = hidden ?? inertLine(text, 40);
        return (
          <li>
            <bdi>{shown}</bdi> <span class="muted small">{say.counts(number(approved), number(dismissed))}</span>{' '}
            {offers && hidden === null && (
              <a
                class="button"
                href={`/dictionaries/new?${new URLSearchParams({ say: text })}`}
                aria-label={say.makeEntryLong(shown)}
              >
                {say.makeEntry}
              </a>
            )}
          </li>
        );
      })}
    </ul>
  );
}
