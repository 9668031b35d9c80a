/** A part of a JSON Schema, draft 2020-12. */
export interface JsonSchema {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly minimum?: number;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly required?: readonly string[];
}

/** A value of an event, written down once: its schema, an example, and by the example its type. */
export interface Shape<Value> {
  readonly schema: JsonSchema;
  readonly example: Value;
  readonly isOptional?: true;
}

/** A field that may be left out. */
interface OptionalShape<Value> extends Shape<Value> {
  readonly isOptional: true;
}

export type Fields = Readonly<Record<string, Shape<unknown>>>;

type OptionalNames<Of extends Fields> = {
  [Name in keyof Of]: Of[Name] extends OptionalShape<unknown> ? Name : never;
}[keyof Of];

/** What an object of these fields is in TypeScript. */
export type ValueOf<Of extends Fields> = {
  readonly [Name in Exclude<keyof Of, OptionalNames<Of>>]: Of[Name]['example'];
} & { readonly [Name in OptionalNames<Of>]?: Of[Name]['example'] };

const described = (schema: JsonSchema, description?: string): JsonSchema =>
  description === undefined ? schema : { ...schema, description };

export function text(example: string, description?: string): Shape<string> {
  return { schema: described({ type: 'string' }, description), example };
}

export function integer(example: number, description?: string): Shape<number> {
  return { schema: described({ type: 'integer' }, description), example };
}

export function flag(example: boolean, description?: string): Shape<boolean> {
  return { schema: described({ type: 'boolean' }, description), example };
}

/** A decimal, as text, so that nobody rounds it. */
export function decimal(example: string, description?: string): Shape<string> {
  return { schema: described({ type: 'string', pattern: '^-?\\d+(\\.\\d+)?$' }, description), example };
}

export function day(example: string, description?: string): Shape<string> {
  return { schema: described({ type: 'string', format: 'date' }, description), example };
}

export function instant(example: string, description?: string): Shape<string> {
  return { schema: described({ type: 'string', format: 'date-time' }, description), example };
}

/** One of these words; the first is the example. */
export function word<const Word extends string>(words: readonly [Word, ...Word[]], description?: string): Shape<Word> {
  return { schema: described({ type: 'string', enum: words }, description), example: words[0] };
}

export function list<Item>(item: Shape<Item>, description?: string): Shape<readonly Item[]> {
  return { schema: described({ type: 'array', items: item.schema }, description), example: [item.example] };
}

export function nullable<Value>({ schema, example }: Shape<Value>): Shape<Value | null> {
  return { schema: { anyOf: [schema, { type: 'null' }] }, example };
}

export function optional<Value>({ schema, example }: Shape<Value>): OptionalShape<Value> {
  return { schema, example, isOptional: true };
}

/** An object whose fields nobody knows beforehand. */
export function open(
  example: Readonly<Record<string, unknown>>,
  description?: string,
): Shape<Readonly<Record<string, unknown>>> {
  return { schema: described({ type: 'object' }, description), example };
}

export function object<const Of extends Fields>(fields: Of, description?: string): Shape<ValueOf<Of>> {
  const entries = Object.entries(fields);
  const schema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(entries.map(([name, { schema: each }]) => [name, each])),
    required: entries.filter(([, { isOptional }]) => isOptional !== true).map(([name]) => name),
  };
  const example = Object.fromEntries(entries.map(([name, shape]) => [name, shape.example]));
  return { schema: described(schema, description), example: example as ValueOf<Of> };
}

/** The kinds of resource that a type is about, as the API names them: keys of ID_PREFIX. Mostly one. */
type Kinds = readonly [string, ...string[]];

/** An event type: what it is about, what it says in every language, and the shape of its `data`. */
export interface EventShape<Of extends Fields> extends Shape<ValueOf<Of>> {
  readonly about: Kinds;
  readonly says: Readonly<Record<'en' | 'zh', string>>;
}

/** @param en as the page of events says it; its backticks name fields */
export function event<const Of extends Fields>(about: Kinds, en: string, zh: string, fields: Of): EventShape<Of> {
  return { about, says: { en, zh }, ...object(fields) };
}

/** The data of each type of a table of events. */
export type DataOf<Table extends Readonly<Record<string, EventShape<Fields>>>> = {
  readonly [Type in keyof Table]: Table[Type]['example'];
};
