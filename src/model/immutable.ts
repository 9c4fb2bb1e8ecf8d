/** Deeply readonly version of a type, arrays and nested objects included. */
export type Immutable<T> = T extends object ? { readonly [Key in keyof T]: Immutable<T[Key]> } : T;
