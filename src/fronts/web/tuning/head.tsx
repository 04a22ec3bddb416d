import type { Messages } from '../shell/messages.ts';

interface HeadProps {
  readonly messages: Messages;
  readonly back?: { readonly href: string; readonly label: string }; // the dictionaries unless given
  readonly title: string;
  readonly lead: string;
  readonly notice?: string | null; // what was done
  readonly complaint?: string | null; // why it was not
}

/** What stands above each page on which the judgement is tuned. */
export function TuningHead({ messages, back, title, lead, notice = null, complaint = null }: HeadProps) {
  return (
    <>
      <p class="crumbs">
        <a href={back?.href ?? '/dictionaries'} data-key="l">
          ← {back?.label ?? messages.tuning.back}
        </a>
      </p>
      <h1>{title}</h1>
      <p class="muted">{lead}</p>
      {notice !== null && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      {complaint !== null && (
        <p class="alert" role="alert">
          {complaint}
        </p>
      )}
    </>
  );
}
