import type { CaseSummary } from '../../../cases/index.ts';
import { PickRow, type PickRowProps } from '../decide/similar.tsx';
import { TOGETHER_FORM, TogetherBar } from './bar.tsx';

type ChooseProps = Omit<PickRowProps, 'row' | 'form'> &
  Parameters<typeof TogetherBar>[0] & {
    readonly cases: readonly CaseSummary[];
    readonly back: string; // address of the list
  };

/** Cases and what is nearly the same, each in sight before something is done to all of them. */
export function ChooseView(props: ChooseProps) {
  const { messages, cases, back } = props;
  const say = messages.together;
  return (
    <>
      <p class="crumbs">
        <a href={back}>← {say.back}</a>
      </p>
      <h1>{say.chooseTitle}</h1>
      <p>{say.chooseLead}</p>
      {cases.length === 0 ? (
        <p class="empty">{messages.similar.none}</p>
      ) : (
        <ul class="cases pick">
          {cases.map((row) => (
            <PickRow {...props} form={TOGETHER_FORM} row={row} />
          ))}
        </ul>
      )}
      <TogetherBar {...props} chosen />
    </>
  );
}
