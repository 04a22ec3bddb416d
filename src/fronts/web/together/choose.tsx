import type { CaseId, CaseSummary } from '../../../cases/index.ts';
import { PickRow, type PickRowProps } from '../decide/similar.tsx';
import { TOGETHER_FORM, TogetherBar } from './bar.tsx';

type ChooseProps = Omit<PickRowProps, 'row' | 'form' | 'hidden'> &
  Parameters<typeof TogetherBar>[0] & {
    readonly cases: readonly CaseSummary[];
    readonly hidden: ReadonlySet<CaseId>; // cases that are not shown to this person
    readonly leftOut: number; // near-duplicates that do not stand here
    readonly notLookedUp: number; // chosen cases whose near-duplicates nobody looked for
    readonly back: string; // address of the list
  };

/** Cases and what is nearly the same, each in sight before something is done to all of them. */
export function ChooseView(props: ChooseProps) {
  const { messages, cases, hidden, leftOut, notLookedUp, back } = props;
  const say = messages.together;
  return (
    <>
      <p class="crumbs">
        <a href={back}>← {say.back}</a>
      </p>
      <h1>{say.chooseTitle}</h1>
      <p>{say.chooseLead}</p>
      {leftOut > 0 && <p>{say.leftOut(leftOut)}</p>}
      {notLookedUp > 0 && <p>{say.notLookedUp(notLookedUp)}</p>}
      {cases.length === 0 ? (
        <p class="empty">{messages.similar.none}</p>
      ) : (
        <ul class="cases pick">
          {cases.map((row) => (
            <PickRow {...props} form={TOGETHER_FORM} row={row} hidden={hidden.has(row.id)} />
          ))}
        </ul>
      )}
      <TogetherBar {...props} chosen />
    </>
  );
}
