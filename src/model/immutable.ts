/** The type with everything in it readonly, arrays and nested objects too. */
export type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;
