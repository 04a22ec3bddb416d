import type { Language } from '../../shared/index.ts';
import { inertLine } from '../shell/inert.ts';
import { Duties, type ProofProps } from './view.tsx';

/** For paper; the file loads nothing from anywhere. */
const STYLE =
  'body{font-family:sans-serif;line-height:1.7;max-width:48rem;margin:2rem auto;padding:0 1rem}h2{border-top:1px solid #888;padding-top:1rem}section{break-inside:avoid}.muted{color:#555}';

/** The proof as a file of its own. */
export function ProofFile(props: ProofProps & { readonly language: Language; readonly company: string }) {
  const say = props.messages.proof;
  return (
    <html lang={props.language}>
      <head>
        <meta charset="utf-8" />
        <title>{say.title}</title>
        <style>{STYLE}</style>
      </head>
      <body>
        <h1>{say.title}</h1>
        {props.company !== '' && <p>{inertLine(props.company, 100)}</p>}
        <p>{say.lead}</p>
        <p>
          <strong>{say.noAdvice}</strong>
        </p>
        <p class="muted">{say.basis(props.today, props.dictionary)}</p>
        <Duties {...props} />
      </body>
    </html>
  );
}
