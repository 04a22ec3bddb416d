import type { Messages } from '../shell/messages.ts';

/** Of a hundred: outwards, so that no digit promises more than is known. */
export const ofHundred = ({ low, high }: { readonly low: number; readonly high: number }) => ({
  low: String(Math.floor(low * 100 + 1e-9)),
  high: String(Math.ceil(high * 100 - 1e-9)),
});

/** How much of harassment is found, for whoever knows no statistics. */
export function recallWords(
  { spotChecks: say }: Messages,
  recall: { readonly low: number; readonly high: number },
): string {
  const { low, high } = ofHundred(recall);
  return low === high ? say.recallSame(low) : say.recall(low, high);
}
