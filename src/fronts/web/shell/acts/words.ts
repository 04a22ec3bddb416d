import type { z } from 'zod';
import type { DeclaredAct } from '../../../../actions/index.ts';

/** What a page says of one field. `wrong` stands beside it when it is missing or cannot be used; `options` are those of a choice. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly need?: string; // how it is said that it is needed; left out where it is not, or goes without saying
  readonly wrong?: string;
  readonly taken?: string; // where there is one of it already
  readonly tooLong?: string; // where characters do not say it
  readonly options?: Readonly<Record<string, string>>;
}

/** What a page says of an act: its fields by their names, but for those that its address names, the page settles or nobody sees, and the button. */
export interface ActWords<A extends DeclaredAct, Settled extends keyof A['ask'] = never> {
  readonly fields: Omit<Fields<A>, Settled>;
  readonly do: string;
  readonly lead?: string; // what it does, where the button stands alone
}
/** The same where the page adds, or settles, what its catalogue does not have. */
export type SomeWords<A extends DeclaredAct> = Omit<ActWords<A>, 'fields'> & { readonly fields: Partial<Fields<A>> };

export type Fields<A extends DeclaredAct> = {
  readonly [Name in Exclude<keyof A['ask'], PathField<A['path']>>]: WordsOf<A['ask'][Name]>;
};
type WordsOf<F extends z.ZodType> = F extends z.ZodEnum
  ? FieldWords & { readonly options: Readonly<Record<z.output<F>, string>> }
  : F extends z.ZodArray<infer One extends z.ZodEnum>
    ? FieldWords & { readonly options: Readonly<Record<z.output<One>, string>> }
    : F extends z.ZodArray<z.ZodObject<infer Row>>
      ? Partial<FieldWords> & { readonly row: { readonly [Name in keyof Row]: FieldWords } }
      : FieldWords;
type PathField<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathField<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;
