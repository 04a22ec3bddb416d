import { inertLine } from '../shell/inert.ts';
import type { Messages } from '../shell/messages.ts';

interface FileProps {
  readonly messages: Messages;
  readonly file: {
    readonly filename: string;
    readonly contentType: string;
    readonly size: number; // bytes
    readonly sha256: string | null;
  };
  readonly back: string;
}

/** Between a link and a stranger's file: what it is, and what it may be. */
export function FileView({ messages, file, back }: FileProps) {
  const say = messages.file;
  return (
    <div class="narrow">
      <p class="crumbs">
        <a href={back}>← {say.back}</a>
      </p>
      <h1>{say.title}</h1>
      <section class="card">
        <p class="alert">{say.lead}</p>
        <dl class="facts">
          <dt>{say.name}</dt>
          <dd>
            <bdi class="file">{inertLine(file.filename)}</bdi>
          </dd>
          <dt>{say.type}</dt>
          <dd>{inertLine(file.contentType, 100)}</dd>
          <dt>{say.size}</dt>
          <dd>
            {file.size.toLocaleString(messages.language.code)} {messages.case.bytes}
          </dd>
          {file.sha256 !== null && (
            <>
              <dt>{say.hash}</dt>
              <dd>
                <code>{file.sha256}</code>
              </dd>
            </>
          )}
        </dl>
        <form method="post" class="after">
          <button type="submit" class="button">
            {say.save}
          </button>
        </form>
      </section>
    </div>
  );
}
