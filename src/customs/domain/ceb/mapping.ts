import { fieldsOf } from './check-message.js';
import { type Field, type Form, type Layout, type Message } from './layout.js';
import { ROOT_ATTRIBUTES } from './messages.js';

/** Where a value stands in both forms of a message, and what may stand there. */
export interface MappedField {
  /** XPath with the prefix `ceb`; the signature is of `ds`. */
  readonly xml: string;
  /** JSON pointer with `*` for the place in an array. */
  readonly json: string;
  readonly label: string;
  readonly kind: Form['kind'];
  readonly required: boolean;
  /** Null: without end. */
  readonly maxOccurs: number | null;
  readonly minLength: number | null;
  readonly maxLength: number | null;
  readonly digits: number | null;
  readonly places: number | null;
  readonly fixed: string | null;
  readonly whenEmpty: string | null;
}

/** Every place of a message, those of the root first. */
export function mappingOf(message: Message): MappedField[] {
  return mapped(fieldsOf(message), `/ceb:${message.name}`, '');
}

function mapped(fields: Layout, xml: string, json: string): MappedField[] {
  return fields.flatMap((field) => {
    const here = place(field, xml, json);
    const { form } = field;
    return form.kind === 'group' ? [here, ...mapped(form.fields, here.xml, here.json)] : [here];
  });
}

function place({ name, label, min, max, form }: Field, xml: string, json: string): MappedField {
  return {
    xml: `${xml}/${stepTo(name, form, xml)}`,
    json: `${json}/${name}${max > 1 ? '/*' : ''}`,
    label,
    kind: form.kind,
    required: min === 1,
    maxOccurs: bounded(max),
    minLength: form.kind === 'text' ? form.min : null,
    maxLength: form.kind === 'text' ? bounded(form.max) : null,
    digits: 'digits' in form ? form.digits : null,
    places: form.kind === 'decimal' ? form.places : null,
    fixed: form.kind === 'text' ? (form.fixed ?? null) : null,
    whenEmpty: 'whenEmpty' in form ? (form.whenEmpty ?? null) : null,
  };
}

function stepTo(name: string, form: Form, xml: string): string {
  if (form.kind === 'signature') return `ds:${name}`;
  const isAttribute = xml.lastIndexOf('/') === 0 && Object.hasOwn(ROOT_ATTRIBUTES, name);
  return isAttribute ? `@${name}` : `ceb:${name}`;
}

function bounded(count: number): number | null {
  return Number.isFinite(count) ? count : null;
}
