import type { z } from 'zod';
import type { DeclaredAct } from '../../../../actions/index.ts';

/** What a page says of one field. `wrong` stands beside it when it is missing or cannot be used; `options` are those of a choice. */
export interface FieldWords {
  readonly label: string;
  readonly hint?: string;
  readonly wrong?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** What a page says of an act: its fields by their names, but for those that its address names, and the button. */
export interface ActWords<A extends DeclaredAct> {
  readonly fields: {
    readonly [Name in Exclude<keyof A['ask'], PathField<A['path']>>]: WordsOf<A['ask'][Name]>;
  };
  readonly do: string;
}
type WordsOf<F extends z.ZodType> = F extends z.ZodEnum
  ? FieldWords & { readonly options: Readonly<Record<z.output<F>, string>> }
  : FieldWords;
type PathField<P extends string> = P extends `${string}:${infer Name}/${infer Rest}`
  ? Name | PathField<`/${Rest}`>
  : P extends `${string}:${infer Name}`
    ? Name
    : never;
