import { fromBER, OctetString } from 'asn1js';

/** More than any response has: what is larger or deeper is not looked at. */
const LIMITS = { maxDepth: 40, maxNodes: 10_000, maxContentLength: 2 ** 20 };

/** A value as it stands in a response, read in BER and so in DER. */
export interface Node {
  readonly context: number | null; // number of a tag of its context; null: a universal one
  readonly tag: number; // of a universal one
  readonly children: readonly Node[];
  readonly bytes: Uint8Array; // tag and length too
  readonly content: Uint8Array; // of what has no children; of an octet string its bytes
}

/** Numbers of universal tags. */
export const TAG = { boolean: 1, integer: 2, octets: 4, oid: 6, sequence: 16, set: 17, time: 24 } as const;

/** What is none of the values that were expected. */
export class NotAsExpected extends Error {
  override readonly name = 'NotAsExpected';
}

/** @throws NotAsExpected for bytes that are no single value within the limits */
export function readAsn1(bytes: Uint8Array): Node {
  const { offset, result } = fromBER(Uint8Array.from(bytes), LIMITS);
  if (offset < 0 || offset !== bytes.byteLength) throw new NotAsExpected('no single ASN.1 value');
  return nodeOf(result);
}

type Block = ReturnType<typeof fromBER>['result'];

function nodeOf(block: Block): Node {
  const { tagClass, tagNumber, isConstructed } = block.idBlock;
  const { value, valueHexView } = block.valueBlock as {
    readonly value?: unknown;
    readonly valueHexView?: Uint8Array;
  };
  const octets = block instanceof OctetString ? new Uint8Array(block.getValue()) : null;
  return {
    context: tagClass === CONTEXT ? tagNumber : null,
    tag: tagClass === UNIVERSAL ? tagNumber : -1,
    children: isConstructed && octets === null && Array.isArray(value) ? (value as Block[]).map(nodeOf) : [],
    bytes: block.valueBeforeDecodeView,
    content: octets ?? valueHexView ?? new Uint8Array(),
  };
}

const [UNIVERSAL, CONTEXT] = [1, 3];

/** @throws NotAsExpected unless it is there and has the tag */
export function expected(node: Node | undefined, tag: number): Node {
  if (node?.tag !== tag) throw new NotAsExpected(`no value with tag ${tag}`);
  return node;
}

/** The only value within a tag of the context. @throws NotAsExpected */
export function within(nodes: readonly Node[], context: number): Node {
  const inner = nodes.find((node) => node.context === context)?.children[0];
  if (inner === undefined) throw new NotAsExpected(`nothing in context ${context}`);
  return inner;
}

/** 1.2.840.113549.1.7.2. @throws NotAsExpected */
export function oidOf(node: Node | undefined): string {
  const { bytes } = expected(node, TAG.oid);
  const numbers: number[] = [];
  let number = 0;
  for (const byte of bytes.subarray(2)) {
    number = number * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      numbers.push(number);
      number = 0;
    }
  }
  const [first = 0, ...rest] = numbers;
  const root = Math.min(Math.floor(first / 40), 2);
  return [root, first - root * 40, ...rest].join('.');
}

/** Hex of an integer, as it stands. @throws NotAsExpected */
export const integerOf = (node: Node | undefined): string =>
  Buffer.from(contentOf(expected(node, TAG.integer))).toString('hex');

/** What follows tag and length, of a short value. */
const contentOf = ({ bytes }: Node): Uint8Array => bytes.subarray(bytes[1]! < 0x80 ? 2 : 2 + (bytes[1]! & 0x7f));

/** A GeneralizedTime in UTC, as RFC 3161 wants it. @throws NotAsExpected */
export function timeOf(node: Node | undefined): Date {
  const text = Buffer.from(contentOf(expected(node, TAG.time))).toString('latin1');
  const [, year, month, day, hour, minute, second, fraction = ''] =
    /^(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)(?:\.(\d{1,9}))?Z$/.exec(text) ?? [];
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}.${fraction.padEnd(3, '0').slice(0, 3)}Z`);
  if (Number.isNaN(at.getTime())) throw new NotAsExpected('no time in UTC');
  return at;
}
