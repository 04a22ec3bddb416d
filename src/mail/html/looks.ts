import { type Declarations, lengthOf } from './declarations.ts';

/** How the text of an element is shown, as far as it decides whether somebody can read it. */
export interface Looks {
  readonly gone: boolean; // neither shown nor what is inside it
  readonly invisible: boolean; // what is inside it may be shown again
  readonly size: number; // of the letters, in CSS pixels
  readonly color: Color;
  readonly ground: Color; // behind the letters
}

/** 0xRRGGBB; null: not known, as over a picture. */
type Color = number | 'transparent' | null;

/** Black on white, as mail programs show what says nothing else. */
export const PLAIN: Looks = { gone: false, invisible: false, size: 16, color: 0x000000, ground: 0xffffff };

const UNREADABLE_PX = 2;
const OFF_SCREEN_PX = -500;
const SPECK_PX = 1; // a box into which no letter fits
const ALIKE = 30; // colours of which the channels differ by no more, all together

/** Nobody can read text that looks like this. */
export const isHidden = ({ gone, invisible, size, color, ground }: Looks): boolean =>
  gone || invisible || size <= UNREADABLE_PX || color === 'transparent' || alike(color, ground);

/** What an element makes of the looks around it. */
export function within(around: Looks, name: string, declared: Declarations): Looks {
  const link = name === 'a'; // has a colour of its own
  if (declared.size === 0) return link ? { ...around, color: null } : around;
  const value = (property: string): string => declared.get(property)?.value ?? '';
  const size = sizeOf(declared, around.size);
  const visibility = value('visibility');
  const color = value('color');
  return {
    gone: around.gone || isGone(value, size),
    invisible: visibility === '' ? around.invisible : /hidden|collapse/.test(visibility),
    size,
    color: color === '' || color === 'inherit' ? (link ? null : around.color) : colorOf(color),
    ground: groundOf(value, around.ground),
  };
}

type Value = (property: string) => string;

function isGone(value: Value, size: number): boolean {
  if (value('display') === 'none' || value('mso-hide') === 'all' || value('content-visibility') === 'hidden')
    return true;
  const opacity = value('opacity');
  if (opacity !== '' && Number.parseFloat(opacity) < 0.05) return true;
  return isSpeck(value, size) || isOffScreen(value, size) || /scale\(0/.test(value('transform')) || isClipped(value);
}

const BOX = ['height', 'max-height', 'width', 'max-width'];

function isSpeck(value: Value, size: number): boolean {
  if (!/hidden|clip|auto|scroll/.test(`${value('overflow')} ${value('overflow-x')} ${value('overflow-y')}`))
    return false;
  const line = value('line-height');
  return (
    BOX.some((side) => (lengthOf(value(side), size) ?? Number.POSITIVE_INFINITY) <= SPECK_PX) ||
    (line !== '' && lengthOf(line, size) === 0)
  );
}

const AWAY = ['text-indent', 'margin-left', 'margin-top'];
const PLACED = ['left', 'top', 'right', 'bottom'];

const isOffScreen = (value: Value, size: number): boolean =>
  [...AWAY, ...(value('position') === '' ? [] : PLACED)].some(
    (side) => (lengthOf(value(side), size) ?? 0) <= OFF_SCREEN_PX,
  );

const isClipped = (value: Value): boolean =>
  /^rect\(\s*[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?[\s,]+[01](?:px)?\s*\)/.test(value('clip')) ||
  /^inset\(\s*(?:[5-9]\d|100)%/.test(value('clip-path'));

/** `font` sets all at once; `font: 0/0 a` is how newsletters hide a line. */
function sizeOf(declared: Declarations, around: number): number {
  const own = declared.get('font-size');
  const font = declared.get('font');
  const last = own === undefined || (font !== undefined && font.order > own.order) ? font : own;
  if (last === undefined) return around;
  for (const word of last.value.split(/\s+/, 8)) {
    const length = lengthOf(word.split('/')[0]!, around);
    if (length !== null && !(last === font && /^[1-9]00$/.test(word))) return length; // 400, 700: how bold
    if (/^(?:(?:xx?-)?(?:small|large)|medium|xxx-large)$/.test(word)) return PLAIN.size;
  }
  return around;
}

function groundOf(value: Value, around: Color): Color {
  const [picture, shorthand, color] = [value('background-image'), value('background'), value('background-color')];
  if (/url\(|gradient/.test(`${picture} ${shorthand}`)) return null;
  const found =
    color === ''
      ? shorthand
          .split(/\s+(?![^(]*\))/, 8)
          .map(colorOf)
          .find((one) => one !== null)
      : colorOf(color);
  return found === undefined || found === 'transparent' ? around : found;
}

const NAMED: Readonly<Record<string, Color>> = {
  white: 0xffffff,
  snow: 0xfffafa,
  ivory: 0xfffff0,
  whitesmoke: 0xf5f5f5,
  black: 0x000000,
  transparent: 'transparent',
};

function colorOf(text: string): Color {
  const hex = /^#([0-9a-f]{3,8})$/.exec(text)?.[1];
  if (hex !== undefined) return fromHex(hex);
  const [, list] = /^rgba?\(([^()]{1,60})\)$/.exec(text) ?? [];
  if (list === undefined) return NAMED[text] ?? null;
  const [red = 0, green = 0, blue = 0, alpha = 1] = list
    .split(/[\s,/]+/)
    .filter(Boolean)
    .map(Number.parseFloat);
  if (alpha < 0.05) return 'transparent';
  return Number.isNaN(red + green + blue) ? null : (red << 16) | (green << 8) | blue;
}

function fromHex(hex: string): Color {
  const digits = hex.length < 6 ? [...hex].map((digit) => digit + digit).join('') : hex;
  if (digits.length === 8 && Number.parseInt(digits.slice(6), 16) < 13) return 'transparent';
  return Number.parseInt(digits.slice(0, 6), 16);
}

function alike(a: Color, b: Color): boolean {
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  const channel = (color: number, shift: number): number => (color >> shift) & 0xff;
  return [16, 8, 0].reduce((sum, shift) => sum + Math.abs(channel(a, shift) - channel(b, shift)), 0) <= ALIKE;
}
