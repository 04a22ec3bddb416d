import type { PastVerdict } from '../../../cases/index.ts';
import { BandLabel } from '../shell/components.tsx';
import { EntryName } from './entry-name.tsx';
import type { RunProps } from './props.ts';

const SHOWN_ENTRIES = 3;

/** Two cells of a row: what each version says, and by which entries the last of them says it. */
export const VerdictCells = ({
  verdicts,
  ...props
}: Pick<RunProps, 'messages' | 'mayReadDictionaries'> & { readonly verdicts: readonly PastVerdict[] }) => (
  <>
    <td>
      {verdicts.map(({ band }, index) => (
        <>
          {index > 0 && ' → '}
          <BandLabel messages={props.messages} band={band} />
        </>
      ))}
    </td>
    <td>
      {verdicts
        .at(-1)!
        .top.slice(0, SHOWN_ENTRIES)
        .map((entry) => (
          <>
            <EntryName {...props} entry={entry} />{' '}
          </>
        ))}
    </td>
  </>
);
