import type { Block, Paragraph, Run } from '../../../response/index.ts';
import { inert } from '../shell/inert.ts';

/** Blocks of a letter on a page, about as they stand on paper. */
export const Paper = ({ blocks }: { readonly blocks: readonly Block[] }) => (
  <>{blocks.map((block) => (block.kind === 'paragraph' ? <Lines {...block} /> : <Grid rows={block.rows} />))}</>
);

const Grid = ({ rows }: { readonly rows: readonly (readonly (readonly Block[])[])[] }) => (
  <table class="paper-table">
    <tbody>
      {rows.map((cells) => (
        <tr>
          {cells.map((cell) => (
            <td>
              <Paper blocks={cell} />
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
);

const Lines = ({ runs, align, marker }: Paragraph) => (
  <p class={`paper-${align}`}>
    {marker !== null && `${marker} `}
    {runs.length === 0 ? ' ' : runs.map((run) => <Stretch {...run} />)}
  </p>
);

const LARGE = 13; // points from which on words are a heading

function Stretch({ text, bold, size }: Run) {
  const shown = inert(text);
  if (!bold) return shown;
  return <strong class={size >= LARGE ? 'paper-large' : ''}>{shown}</strong>;
}
