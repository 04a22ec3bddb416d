import { type Act, ASKED_BANDS, type AskedBand, askedBy } from '../../detect/index.ts';

/** Keys of an entry of a file that say what it asks for. */
type Written = Readonly<Partial<Record<'at_least' | 'weight' | 'floor' | 'apprentice', unknown>>>;

/** What an entry of a file asks for, as it is written there, in the form of today or the earlier one. */
export const askedIn = (written: Written, section: string, act: Act): AskedBand | null =>
  askedBy(
    {
      at_least: ASKED_BANDS.find((band) => band === written.at_least),
      weight: written.weight === undefined ? undefined : Number(written.weight),
      floor: ASKED_BANDS.find((band) => band === written.floor) ?? null,
      apprentice: written.apprentice === true,
    },
    { kind: section === 'demands' ? 'demand' : 'expression', act },
  );
