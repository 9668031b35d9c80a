/** A value of the message and the place on our form that it comes from; without one, it cannot be mended there. */
export interface Value {
  readonly text: string;
  readonly pointer: string;
}
export type Values = Readonly<Record<string, Value | undefined>>;

export function own(text: string): Value {
  return { text, pointer: '' };
}

/** XML 1.0 cannot hold control characters. */
const UNREPRESENTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A field of the message is one line, however the address or the remark was typed. */
export function from(pointer: string, text: string | null): Value {
  return { text: (text ?? '').replace(UNREPRESENTABLE, '').replace(/\s+/g, ' ').trim(), pointer };
}
