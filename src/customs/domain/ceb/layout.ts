/** How a text stands in an element: `collapsed` when blanks around it do not count. Lengths are of characters. */
interface TextForm {
  readonly kind: 'text';
  readonly min: number;
  /** Infinity where there is no limit. */
  readonly max: number;
  readonly collapsed: boolean;
  /** The one value that there is. */
  readonly fixed?: string;
}

/** Digits and decimal places count without zeros that change nothing. */
interface DecimalForm {
  readonly kind: 'decimal';
  readonly digits: number;
  readonly places: number;
}

/** An `xs:int`. */
interface IntegerForm {
  readonly kind: 'integer';
  readonly digits: number;
}

/** Markup of somebody else, kept as it stands: in JSON it is text. */
export interface MarkupForm {
  readonly kind: 'signature' | 'extension';
}

interface GroupForm {
  readonly kind: 'group';
  readonly fields: Layout;
}

export type ValueForm = (TextForm | DecimalForm | IntegerForm) & {
  /** What an empty element counts as. */
  readonly whenEmpty?: string;
};
export type Form = ValueForm | MarkupForm | GroupForm;

export interface Field {
  /** Official name of the element, with its spelling: `acturalPaid`. */
  readonly name: string;
  readonly min: 0 | 1;
  /** More than one: an array in JSON. */
  readonly max: number;
  readonly form: Form;
  /** Official name in Chinese. */
  readonly label: string;
}

/** The fields of an element in the order in which they must stand. */
export type Layout = readonly Field[];

export interface Message {
  /** Official name of the root: `CEB303Message`. */
  readonly name: string;
  readonly direction: 'export' | 'import';
  readonly label: string;
  readonly fields: Layout;
}

export const UNBOUNDED = Number.POSITIVE_INFINITY;
export const COLLAPSED = true;
export const SIGNATURE: MarkupForm = { kind: 'signature' };
export const ANY_XML: MarkupForm = { kind: 'extension' };

export function message(name: string, direction: Message['direction'], label: string, fields: Layout): Message {
  return { name, direction, label, fields };
}

type FormOrFields = Form | Layout;

export const one = (name: string, form: FormOrFields, label: string): Field => field(name, 1, 1, form, label);
export const maybe = (name: string, form: FormOrFields, label: string): Field => field(name, 0, 1, form, label);
/** At least one. */
export const many = (name: string, max: number, form: FormOrFields, label: string): Field =>
  field(name, 1, max, form, label);
export const any = (name: string, max: number, form: FormOrFields, label: string): Field =>
  field(name, 0, max, form, label);

export const exactly = (length: number, collapsed = false): TextForm => between(length, length, collapsed);
export const upTo = (max: number, collapsed = false): TextForm => between(0, max, collapsed);
export const between = (min: number, max: number, collapsed = false): TextForm => ({
  kind: 'text',
  min,
  max,
  collapsed,
});
export const text = (): TextForm => between(0, UNBOUNDED);
/** One value only; an empty element counts as it. */
export const fixed = (value: string): ValueForm => ({
  ...exactly(value.length),
  fixed: value,
  whenEmpty: value,
});
export const orElse = (whenEmpty: string, form: ValueForm): ValueForm => ({ ...form, whenEmpty });
export const decimal = (digits: number, places: number): DecimalForm => ({ kind: 'decimal', digits, places });
/** An `xs:int` has ten digits at most. */
export const integer = (digits = 10): IntegerForm => ({ kind: 'integer', digits });

export function isMarkup(form: MarkupForm | ValueForm): form is MarkupForm {
  return form.kind === 'signature' || form.kind === 'extension';
}

function field(name: string, min: 0 | 1, max: number, form: FormOrFields, label: string): Field {
  return { name, min, max, form: 'kind' in form ? form : { kind: 'group', fields: form }, label };
}
