/** An amount in English, the noun fitting it: `1 case`, `1,200 cases`. */
export const many = (n: number, one: string, more: string): string =>
  `${n.toLocaleString('en')} ${n === 1 ? one : more}`;
