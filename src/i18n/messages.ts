import type { en } from './en.ts';

/** A text that depends on a number: one form for each plural category that the language has. `{n}` is the number. */
type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string };

type KeysOf<Kind> = { [Key in keyof typeof en]: (typeof en)[Key] extends Kind ? Key : never }[keyof typeof en];

/** Keys of texts that stand as they are, or with `{name}` places to fill. */
export type TextKey = KeysOf<string>;

/** Keys of texts that depend on a number. */
export type PluralKey = KeysOf<Plural>;

/** Everything that the interface says, in one language. */
export type Messages = Record<TextKey, string> & Record<PluralKey, Plural>;
