/** A sentence of the platform, by its code and the values in it: why something happened, for programs. */
export interface Cause {
  readonly code: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** In English, or in the words of who said it; with `causes` where it is the platform that says it. */
export interface Reason {
  readonly reason: string;
  readonly causes?: readonly Cause[];
}
