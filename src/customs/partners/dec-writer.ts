import { SAY } from '../domain/customs.sentences.js';
import { Findings } from '../domain/finding.js';
import { type Field } from './dec-message.layout.js';
import { escapeXml } from './xml.js';

/** A value of the message and the place on our form that it comes from; without one, it cannot be mended there. */
export interface Value {
  readonly text: string;
  readonly pointer: string;
}
export type Values = Readonly<Record<string, Value | undefined>>;

/** Writes elements in the order of their layout and notes what does not fit. */
export class Writer {
  readonly findings = new Findings();
  fields = 0;

  /** @param nested what stands where an element of that name would: parts with elements of their own */
  element(
    name: string,
    layout: readonly Field[],
    values: Values,
    nested: Readonly<Record<string, string>> = {},
  ): string {
    return wrap(
      name,
      layout.map((field) => nested[field.name] ?? this.leaf(field, values[field.name])),
    );
  }

  leaf({ name, max, isAlways }: Field, value: Value | undefined): string {
    const text = value?.text ?? '';
    if (text === '') return isAlways ? `<${name}></${name}>` : '';
    this.fields += 1;
    const { length } = [...text];
    const fits = length <= max;
    this.findings.unless(fits, 'field_too_long', value?.pointer ?? '', SAY.field_takes({ field: name, max, length }));
    return `<${name}>${escapeXml(text)}</${name}>`;
  }
}

export function wrap(name: string, parts: readonly string[]): string {
  return `<${name}>${parts.join('')}</${name}>`;
}

export function own(text: string): Value {
  return { text, pointer: '' };
}

/** XML 1.0 cannot hold control characters. */
const UNREPRESENTABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A field of the message is one line, however the address or the remark was typed. */
export function from(pointer: string, text: string | null): Value {
  return { text: (text ?? '').replace(UNREPRESENTABLE, '').replace(/\s+/g, ' ').trim(), pointer };
}

const CHINA_OFFSET_MS = 8 * 3_600_000;

/** `YYYYMMDDHHMMSSmm`, Beijing time: the last two are hundredths of a second. */
export function signingTime(instant: Date): string {
  return new Date(instant.getTime() + CHINA_OFFSET_MS).toISOString().replace(/\D/g, '').slice(0, 16);
}
