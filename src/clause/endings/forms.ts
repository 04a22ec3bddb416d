/**
 * The form a stem is in, which decides what may follow it.
 *
 * A 殺さ(ない) · Av 殺さ(れる) · A1 食べ(られる) · Az せ(ず) · I 殺し(ます) · T 殺し(て), 書い(た) · D 死ん(で) · U 殺す · N 殺ん(な), 分かん(ない) ·
 * E 殺せ(ば) · P 殺せ(る) · M 殺せ · O 殺そう · Os 見よ(か) · Ku 早く · St 早(そう) · Ta 殺した · Te 殺して · Ba 殺せば · Ban 殺さなきゃ · Tara 殺したら · Temo 殺しても ·
 * Tewa 殺しては · Way 殺した方が · No 殺すの · Nn 殺すつもり · Np 殺すつもりは · Nx 無能 as a predicate · Q 殺すと · X nothing but more particles of the end.
 */
export type Form =
  | 'A'
  | 'Av'
  | 'A1'
  | 'Az'
  | 'I'
  | 'T'
  | 'D'
  | 'U'
  | 'N'
  | 'E'
  | 'P'
  | 'M'
  | 'O'
  | 'Os'
  | 'Ku'
  | 'St'
  | 'Ta'
  | 'Te'
  | 'Ba'
  | 'Ban'
  | 'Tara'
  | 'Temo'
  | 'Tewa'
  | 'Way'
  | 'No'
  | 'Nn'
  | 'Np'
  | 'Nx'
  | 'Q'
  | 'X';

/** The classes of inflection: rows of the five-step verbs by their consonant, the rest by name. */
export type Inflection =
  | 'k'
  | 'iku'
  | 'g'
  | 's'
  | 't'
  | 'n'
  | 'b'
  | 'm'
  | 'r'
  | 'w'
  | 'taru'
  | 'irassharu'
  | 'ichidan'
  | 'kureru'
  | 'suru'
  | 'kuru'
  | 'kurukanji'
  | 'masu'
  | 'adjective'
  | 'nai'
  | 'da'
  | 'desu';

/** What stands after the stem, and the forms it may be. The likelier reading of one spelling stands first. */
export type Forms = readonly (readonly [ending: string, ...forms: Form[]])[];
