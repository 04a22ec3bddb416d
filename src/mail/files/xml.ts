import { Parser } from 'htmlparser2';

/** Names and addresses for machines have neither. */
export const SAYS_SOMETHING = /\s|[^\0-\x7f]/;

/**
 * What an XML file says between its tags and in its attributes, elements on lines of their own. Nothing is fetched, no entity is
 * expanded. Never throws.
 *
 * @example
 * xmlText('<a t="お世話に">なります<b>1</b></a>') // → 'お世話に\nなります\n1'
 */
export function xmlText(xml: string): string {
  const lines: string[] = [];
  let line = '';
  const end = (): void => {
    if (line.trim() !== '') lines.push(line.trim());
    line = '';
  };
  const parser = new Parser(
    {
      onopentag(_, attributes) {
        end();
        lines.push(...Object.values(attributes).filter((value) => SAYS_SOMETHING.test(value.trim())));
      },
      onclosetag: end,
      ontext: (text) => {
        line += text;
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  end();
  return lines.join('\n');
}
