import { NotDone } from '../shell/components.tsx';

interface HeadProps {
  readonly back: { readonly href: string; readonly label: string } | null;
  readonly title: string;
  readonly lead: string;
  readonly notice?: string | null; // what was done
  readonly complaint?: string | null; // why it was not
}

/** What stands above each page on which the judgement is tuned. */
export function TuningHead({ back, title, lead, notice = null, complaint = null }: HeadProps) {
  return (
    <>
      {back !== null && (
        <p class="crumbs">
          <a href={back.href} data-key="l">
            ← {back.label}
          </a>
        </p>
      )}
      <h1>{title}</h1>
      <p class="muted">{lead}</p>
      {notice !== null && (
        <p class="notice" role="status">
          {notice}
        </p>
      )}
      <NotDone of={complaint} />
    </>
  );
}
