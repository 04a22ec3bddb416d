import { head, type Message, type PartId, type TextPart } from '../mail/index.ts';
import { fold, headAndTail, type Segment } from '../text/index.ts';

type Envelope = Pick<Message, 'from' | 'to' | 'cc' | 'subject' | 'date' | 'headers' | 'attachments'>;

/** What people see of a mail. */
export interface CaseMessage extends Envelope, Pick<Message, 'parts'> {
  readonly segments: ReadonlyMap<PartId, readonly Segment[]>;
  readonly left?: number; // UTF-16 units of its texts that are not here
}

/** A mail as it was read for its verdict, so that no page takes it apart again; plain values, bounded. */
export interface KeptReading {
  readonly envelope: Omit<Envelope, 'date'> & { readonly date: string | null }; // RFC 3339
  readonly parts: readonly (TextPart & { readonly segments: readonly Segment[] })[];
  readonly characters: number; // of `parts`, UTF-16 units
  readonly left: number; // of the mail's texts that are not kept, UTF-16 units
  readonly searched: Searched; // in which people are looked for
}

/** A text in which people are looked for, made comparable once for all of them. */
export interface Searched {
  readonly folded: string;
  readonly plain: string; // for addresses, whose signs folding may change
}

/** As much of one mail as a page shows at most. UTF-16 units, as the next. */
const KEPT = 300_000;
/** Who is spoken of is looked for in the head and tail of a longer text. */
const SEARCHED = 20_000;
const HEADERS = { fields: 200, units: 2_000 };

/** What is kept of a mail that was read. */
export function keptReading(message: CaseMessage): KeptReading {
  let room = KEPT;
  let left = message.left ?? 0;
  const parts = message.parts.map(({ text, ...part }) => {
    const kept = head(text, room);
    room -= kept.length;
    left += text.length - kept.length;
    return { ...part, text: kept, segments: within(message.segments.get(part.id) ?? [], kept.length) };
  });
  const { from, to, cc, subject, date, headers, attachments } = message;
  return {
    envelope: {
      from,
      to,
      cc,
      subject,
      date: date?.toISOString() ?? null,
      headers: headers
        .slice(0, HEADERS.fields)
        .map(({ name, value }) => ({ name, value: value.slice(0, HEADERS.units) })),
      attachments,
    },
    parts: parts.filter(({ text }) => text !== ''),
    characters: KEPT - room,
    left,
    searched: searched(
      textsOf(message).flatMap((text) => headAndTail(text, SEARCHED).map((span) => text.slice(span.start, span.end))),
    ),
  };
}

/** The kept reading as a message again. */
export const caseMessage = ({
  envelope: { date, ...envelope },
  parts,
  left,
}: Omit<KeptReading, 'characters' | 'searched'>): CaseMessage => ({
  ...envelope,
  date: date === null ? null : new Date(date),
  parts: parts.map(({ segments: _, ...part }) => part),
  segments: new Map(parts.map(({ id, segments }) => [id, segments])),
  left,
});

/** All texts of a mail that may speak of somebody. */
const textsOf = ({ parts, from, to, cc }: CaseMessage): string[] => [
  ...[from, ...to, ...cc].flatMap((one) => (one === null ? [] : [`${one.name} <${one.address}>`])),
  ...parts.map(({ text }) => text),
];

const within = (segments: readonly Segment[], end: number): Segment[] =>
  segments.filter(({ start }) => start < end).map((one) => ({ ...one, end: Math.min(one.end, end) }));

export function searched(texts: readonly string[]): Searched {
  const text = texts.join('\n');
  return { folded: fold(text).text, plain: plainly(text) };
}

/** As addresses are compared. */
export const plainly = (text: string): string => text.normalize('NFKC').toLowerCase();
