import { type DocumentedApi } from './body-samples.js';

/** One body that differs from a good one in one place. */
export interface Mutation {
  /** JSON pointer of the place. */
  readonly pointer: string;
  readonly what: string;
  readonly body: unknown;
}

export interface BodySchema {
  readonly $ref?: string;
  readonly allOf?: readonly BodySchema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, BodySchema>>;
  readonly items?: BodySchema;
  readonly nullable?: boolean;
}

type Path = readonly (string | number)[];

interface Place {
  readonly path: Path;
  readonly types: readonly string[];
}

const WRONG: Readonly<Record<string, unknown>> = {
  string: 'twelve',
  fraction: 12.5,
  number: 12,
  boolean: true,
  array: [['x']],
  object: { wrong: { deep: true } },
  null: null,
};

/** Which types of a schema allow a number of this kind. */
const NUMERIC: Readonly<Record<string, readonly string[]>> = { fraction: ['number'], number: ['number', 'integer'] };

/** Every field of a body, whether the sample has it or not, with each JSON type that its schema does not allow. */
export function wrongTypes(api: DocumentedApi, schema: BodySchema, sample: unknown): Mutation[] {
  return placesOf(api, schema, sample).flatMap(({ path, types }) =>
    Object.entries(WRONG)
      .filter(([type]) => !types.includes(type) && !(NUMERIC[type]?.some((each) => types.includes(each)) ?? false))
      .map(([type, value]) => ({
        pointer: pointerOf(path),
        what: `${type} for ${types.join()}`,
        body: changed(sample, path, value),
      })),
  );
}

/** Every text of a body with characters that no database stores, and without end; every amount below zero and beyond. */
export function hostileTexts(sample: unknown): Mutation[] {
  return textsOf(sample, []).flatMap(({ path, text }) => {
    const isAmount = path.at(-1) === 'amount' && typeof path.at(-2) === 'string';
    const values: [string, string][] = [
      ['NUL', `${text}\u0000`],
      ['a lone surrogate', `${text}\ud800`],
      ['a text without end', text.padEnd(50_000, '9')],
      ...(isAmount ? ([['an amount of 10^40', '1'.padEnd(40, '0')]] as [string, string][]) : []),
    ];
    return values.map(([what, value]) => ({ pointer: pointerOf(path), what, body: changed(sample, path, value) }));
  });
}

/** Every amount of a body, below zero. */
export function negativeAmounts(sample: unknown): Mutation[] {
  return textsOf(sample, [])
    .filter(({ path, text }) => path.at(-1) === 'amount' && /^\d/.test(text))
    .map(({ path, text }) => ({
      pointer: pointerOf(path),
      what: 'below zero',
      body: changed(sample, path, `-${text}`),
    }));
}

function placesOf(api: DocumentedApi, schema: BodySchema, sample: unknown, path: Path = []): Place[] {
  const { types, properties, items } = resolved(api, schema);
  const here = path.length === 0 || types.length === 0 ? [] : [{ path, types }];
  if (properties !== undefined && isRecord(sample)) {
    const below = Object.entries(properties).flatMap(([name, property]) =>
      placesOf(api, property, sample[name], [...path, name]),
    );
    return [...here, ...below];
  }
  if (items !== undefined && Array.isArray(sample) && sample.length > 0) {
    return [...here, ...placesOf(api, items, sample[0], [...path, 0])];
  }
  return here;
}

function resolved(
  api: DocumentedApi,
  schema: BodySchema,
): { types: readonly string[]; properties?: Readonly<Record<string, BodySchema>>; items?: BodySchema } {
  const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
  const named = target === undefined ? {} : api.components.schemas[target.replace('#/components/schemas/', '')];
  const { type = [], properties, items } = { ...(named as BodySchema), ...schema };
  const types = typeof type === 'string' ? [type] : type;
  const isObject = types.length === 0 && properties !== undefined;
  return {
    types: [...(isObject ? ['object'] : types), ...(schema.nullable === true ? ['null'] : [])],
    ...(properties === undefined ? {} : { properties }),
    ...(items === undefined ? {} : { items }),
  };
}

function textsOf(value: unknown, path: Path): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  // The first of a list stands for the others.
  if (Array.isArray(value)) return value.slice(0, 1).flatMap((each) => textsOf(each, [...path, 0]));
  if (!isRecord(value)) return [];
  return Object.entries(value).flatMap(([name, each]) => textsOf(each, [...path, name]));
}

function changed(sample: unknown, [head, ...rest]: Path, value: unknown): unknown {
  if (head === undefined) return value;
  if (Array.isArray(sample))
    return sample.map((each: unknown, index) => (index === head ? changed(each, rest, value) : each));
  const record = isRecord(sample) ? sample : {};
  return { ...record, [head]: changed(record[head], rest, value) };
}

function pointerOf(path: Path): string {
  return `/${path.join('/')}`;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
