declare const brand: unique symbol;

/** A value that one function vouches for: the id of a case is no longer any string, and no id of a person. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
