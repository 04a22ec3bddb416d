import { noteInCase, strikeInCase } from '../../../actions/index.ts';
import { CAUSES, type CaseId, HARMS } from '../../../cases/index.ts';
import {
  type CaseNote,
  CONCERNED_AS,
  type Day,
  type NoteKind,
  RELATIONS,
  TAKEN_FILES,
} from '../../../response/index.ts';
import type { FiledEntry, NoteFiles } from '../../../store/index.ts';
import type { Masking } from '../../shared/index.ts';
import { ActForm } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { FileField, Group, LongText, Radio } from '../shell/form-components.tsx';
import { first, type Values } from '../shell/form-values.ts';
import { inert, inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

export interface NotesProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly id: CaseId;
  readonly today: Day;
  readonly masking: Masking;
  readonly entries: readonly FiledEntry[];
  readonly files: readonly NoteFiles[]; // that were given with notes
  readonly values: Values; // of a form that came back
}

/** Everything noted of one kind, and the form that adds to it. */
export function Notes(props: NotesProps & { readonly kind: NoteKind }) {
  const { messages, id, entries, values, kind } = props;
  const say = messages.caseFile;
  const own = entries.filter(({ note }) => note.kind === kind);
  const back = first(values, 'kind') === kind;
  return (
    <section class="card" id={kind} aria-labelledby={`${kind}-title`}>
      <h3 id={`${kind}-title`}>{say.kinds[kind]}</h3>
      <p class="hint">{say.leads[kind]}</p>
      {own.length === 0 ? (
        <p class="muted">{say.none[kind]}</p>
      ) : (
        <ul class="plain">
          {own.map((entry) => (
            <Entry {...props} entry={entry} />
          ))}
        </ul>
      )}
      <details class="more" open={back}>
        <summary>{say.add}</summary>
        <form method="post" action={`/cases/${id}/file`} enctype={kind === 'fact' ? 'multipart/form-data' : undefined}>
          <input type="hidden" name="kind" value={kind} />
          <Asked {...props} values={back ? values : {}} />
          <LongText
            id={`${kind}-words`}
            name="words"
            label={kind === 'person' || kind === 'cause' ? say.wordsOptional : say.words}
            hint={say.wordsHint}
            values={back ? values : {}}
            rows={3}
            most={noteInCase.shapes.words.maxLength!}
          />
          {kind === 'fact' && (
            <FileField
              id="files"
              label={say.files}
              hint={back ? `${say.filesHint} ${say.filesAgain}` : say.filesHint}
              error={undefined}
              accept={TAKEN_FILES.join(',')}
              multiple
            />
          )}
          <button type="submit" class="button">
            {say.save}
          </button>
        </form>
      </details>
    </section>
  );
}

/** What a kind of note asks beside words. */
function Asked({ messages, kind, values, today }: NotesProps & { readonly kind: NoteKind }) {
  const say = messages.caseFile;
  const { needed } = messages.form;
  switch (kind) {
    case 'person':
      return (
        <>
          <Group id="note-as" title={say.as} need={needed}>
            {CONCERNED_AS.map((one) => (
              <Radio values={values} name="as" value={one} label={say.concerned[one]} />
            ))}
          </Group>
          <Group id="note-relation" title={say.relation} need={needed}>
            {RELATIONS.map((one) => (
              <Radio values={values} name="relation" value={one} label={say.relations[one]} />
            ))}
          </Group>
          <div class="field">
            <label for="person-name">{say.name}</label>
            <input
              id="person-name"
              name="name"
              value={first(values, 'name')}
              maxlength={noteInCase.shapes.name.maxLength}
              autocomplete="off"
            />
          </div>
        </>
      );
    case 'fact':
      return (
        <div class="field">
          <label for="fact-on">{say.on}</label>
          <input type="date" id="fact-on" name="on" max={today} value={first(values, 'on')} />
        </div>
      );
    case 'effect':
      return (
        <Group id="note-harm" title={say.harm} need={needed}>
          {HARMS.map((one) => (
            <Radio values={values} name="harm" value={one} label={say.harms[one]} />
          ))}
        </Group>
      );
    case 'cause':
      return (
        <Group id="note-cause" title={say.cause} need={needed}>
          {CAUSES.map((one) => (
            <Radio values={values} name="cause" value={one} label={say.causes[one]} />
          ))}
        </Group>
      );
    case 'judgement':
      return null;
  }
}

function Entry({ messages, clock, id, masking, files, today, entry }: NotesProps & { readonly entry: FiledEntry }) {
  const say = messages.caseFile;
  const { note, by, at, struck } = entry;
  const head = headOf(messages, note, masking);
  const words = inert(masking.cover(note.words));
  return (
    <li>
      {head !== '' && <p>{struck === null ? <strong>{head}</strong> : <s>{head}</s>}</p>}
      {words !== '' && <p class="lines">{struck === null ? words : <s>{words}</s>}</p>}
      <Given messages={messages} id={id} masking={masking} given={files.find((one) => one.note === entry.id)} />
      <p class="muted small">
        {say.written(inertLine(by, 60), clock.date(at))}
        {entry.caseId !== id && ` · ${say.events.inPart(entry.caseId)}`}
        {struck !== null && ` · ${say.struck(inertLine(struck.by, 60), clock.date(struck.at))}`}
      </p>
      {struck !== null && struck.why !== '' && (
        <p class="small">{say.struckWhy(inertLine(masking.cover(struck.why)))}</p>
      )}
      {struck === null && (
        <details class="more">
          <summary>{say.strikeMore}</summary>
          <ActForm
            {...{ messages, today }}
            act={strikeInCase}
            say={say.strike}
            tried={null}
            at={{ id, note: entry.id }}
            look="quiet"
            called={say.strikeOf(head === '' ? words.slice(0, 30) : head)}
          />
        </details>
      )}
    </li>
  );
}

type GivenProps = Pick<NotesProps, 'messages' | 'id' | 'masking'> & { readonly given: NoteFiles | undefined };

/** The files of a note, each by way of the page that warns before it is saved. */
function Given({ messages, id, masking, given }: GivenProps) {
  if (given === undefined) return null;
  if (given.files === null) return <p class="muted small">{messages.caseFile.filesUnread}</p>;
  return (
    <ul class="small">
      {given.files.map(({ filename, size }, index) => (
        <li>
          <a href={`/cases/${id}/mails/${given.mailId}/files/${index}`}>{inertLine(masking.cover(filename), 100)}</a>{' '}
          <span class="muted">
            {size.toLocaleString(messages.language.code)} {messages.case.bytes}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** What a note chose, as one line. */
function headOf({ caseFile: say, decide }: Messages, note: CaseNote, masking: Masking): string {
  switch (note.kind) {
    case 'person':
      return [say.concerned[note.as], say.relations[note.relation], inertLine(masking.cover(note.name), 100)]
        .filter((part) => part !== '')
        .join(decide.separator);
    case 'fact':
      return note.on ?? '';
    case 'effect':
      return say.harms[note.harm];
    case 'cause':
      return say.causes[note.cause];
    case 'judgement':
      return '';
  }
}
