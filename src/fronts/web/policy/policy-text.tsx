import { type TextBlock, textBlocks } from '../../../policy/index.ts';
import { inert, inertLine } from '../shell/inert.ts';

/** What a company wrote. The page has its own title: a text's headings stand below it. */
export const PolicyText = ({ text }: { readonly text: string }) => (
  <>
    {textBlocks(text).map((block) => (
      <Block block={block} />
    ))}
  </>
);

function Block({ block }: { readonly block: TextBlock }) {
  switch (block.kind) {
    case 'heading':
      return block.level === 1 ? <h2>{inertLine(block.text)}</h2> : <h3>{inertLine(block.text)}</h3>;
    case 'points':
      return (
        <ul>
          {block.points.map((point) => (
            <li>{inert(point)}</li>
          ))}
        </ul>
      );
    case 'paragraph':
      return <p class="lines">{inert(block.text)}</p>;
  }
}
