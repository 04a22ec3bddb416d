import { saveTemplate } from '../../../actions/index.ts';
import {
  type Day,
  LETTER_KINDS,
  LETTER_LANGUAGES,
  type LetterField,
  type LetterKind,
  PLACEHOLDERS,
  planOf,
  QUOTE_PLACEHOLDERS,
} from '../../../response/index.ts';
import type { OwnTemplate } from '../../../store/index.ts';
import { formOf, type Tried } from '../shell/acts/form.tsx';
import type { Clock } from '../shell/clock.ts';
import { Columns, Done, Scroll } from '../shell/components.tsx';
import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface TemplatesProps {
  readonly messages: Messages;
  readonly clock: Clock;
  readonly own: readonly OwnTemplate[];
  readonly today: Day;
  readonly tried: Tried | null;
  readonly errors: readonly string[]; // what speaks against the file itself
  readonly done: 'taken' | 'setAside' | null;
}

/** Which templates letters are made of, a form for one of the company's own, and the names that can stand in it. */
export function TemplatesView(props: TemplatesProps) {
  const { messages, tried, errors, done } = props;
  const say = messages.letterTemplates;
  return (
    <div class="narrow">
      <h1>{say.title}</h1>
      <p class="muted">{say.lead}</p>
      <p class="alert">{say.lawyer}</p>
      <Done of={done !== null && say[done]} />
      {tried !== null && (
        <div class="alert" role="alert">
          <p>{say.wrong}</p>
          <ul>
            {errors.map((error) => (
              <li>{error}</li>
            ))}
          </ul>
        </div>
      )}
      <Upload {...props} />
      <Current {...props} />
      <Places messages={messages} />
    </div>
  );
}

function Upload({ messages, today, tried }: TemplatesProps) {
  const say = messages.letterTemplates;
  const { kinds, languages } = messages.letters;
  const { fields } = say.form;
  const named = { kind: { ...fields.kind, options: kinds }, language: { ...fields.language, options: languages } };
  const { action, field } = formOf({
    ...{ act: saveTemplate, messages, today, tried },
    say: { ...say.form, fields: { ...fields, ...named } },
    usual: { language: LETTER_LANGUAGES[0] },
    among: { kind: LETTER_KINDS.map((value) => ({ value, label: kinds[value] })) },
  });
  return (
    <section class="card" aria-labelledby="upload-title">
      <h2 id="upload-title">{say.upload}</h2>
      <p class="hint">{say.uploadLead}</p>
      <form method="post" action={action} enctype="multipart/form-data">
        {field('kind')}
        {field('language')}
        {field('file')}
        <button type="submit" class="button primary">
          {say.form.do}
        </button>
      </form>
    </section>
  );
}

function Current({ messages, clock, own }: TemplatesProps) {
  const say = messages.letterTemplates;
  return (
    <div class="card">
      <h2>{say.current}</h2>
      <Scroll label={say.current}>
        <table>
          <thead>
            <tr>
              <th scope="col">{messages.letters.kind}</th>
              {LETTER_LANGUAGES.map((language) => (
                <th scope="col">{messages.letters.languages[language]}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {LETTER_KINDS.map((kind) => (
              <tr>
                <th scope="row">
                  {messages.letters.kinds[kind]}
                  <p class="hint">
                    {say.look}：{say.looks[kind]}
                  </p>
                </th>
                {LETTER_LANGUAGES.map((language) => {
                  const mine = own.find((one) => one.kind === kind && one.language === language);
                  const label = `${messages.letters.kinds[kind]} (${messages.letters.languages[language]})`;
                  return (
                    <td>
                      {mine === undefined
                        ? say.shipped
                        : say.own(inertLine(mine.name, 60), inertLine(mine.by, 60), clock.day(mine.at))}{' '}
                      <a href={`/letter-templates/${kind}/${language}`} aria-label={`${say.download}: ${label}`}>
                        {say.download}
                      </a>
                      {mine !== undefined && (
                        <form method="post" action={`/letter-templates/${kind}/${language}/aside`}>
                          <button type="submit" class="quiet" aria-label={`${say.aside}: ${label}`}>
                            {say.aside}
                          </button>
                        </form>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </div>
  );
}

function Places({ messages }: { readonly messages: Messages }) {
  const say = messages.letterTemplates;
  const { code } = messages.language;
  const called = (field: LetterField) => `{${PLACEHOLDERS[field][code]}}`;
  const fields = (list: readonly LetterField[]) =>
    list.map((field) => (
      <>
        <code title={messages.letters.fields[field]}>
          {field === 'quotes'
            ? `{#${PLACEHOLDERS.quotes[code]}} {${QUOTE_PLACEHOLDERS.when[code]}} {${QUOTE_PLACEHOLDERS.words[code]}} {/${PLACEHOLDERS.quotes[code]}}`
            : called(field)}
        </code>{' '}
      </>
    ));
  const row = (kind: LetterKind) => {
    const { needs, may } = planOf(kind);
    return (
      <tr>
        <th scope="row">{messages.letters.kinds[kind]}</th>
        <td>{fields(needs)}</td>
        <td>{fields(may)}</td>
      </tr>
    );
  };
  return (
    <div class="card">
      <h2>{say.places}</h2>
      <p class="hint">{say.placesLead(`{#${PLACEHOLDERS.quotes[code]}}`, `{/${PLACEHOLDERS.quotes[code]}}`)}</p>
      <Scroll label={say.places}>
        <table>
          <Columns of={[messages.letters.kind, say.needs, say.may]} />
          <tbody>{LETTER_KINDS.map(row)}</tbody>
        </table>
      </Scroll>
    </div>
  );
}
