import fc from 'fast-check';

/** What of JSON Schema the contract uses. */
export interface ValueSchema {
  readonly $ref?: string;
  readonly allOf?: readonly ValueSchema[];
  readonly anyOf?: readonly ValueSchema[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, ValueSchema>>;
  readonly required?: readonly string[];
  readonly items?: ValueSchema;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly format?: string;
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

type Values = fc.Arbitrary<unknown>;

/** Longer ones are for the tests of lengths; here they would only make the run slow. */
const MANY_ITEMS = 4;
const LONG_TEXT = 80;
const ID_PATTERN = /^\^([a-z]{3})_/;

/**
 * Values that a schema of the contract allows: what it gives as an example, the ends of its ranges, and all between.
 * @param ids of this tenant by prefix, so that what is drawn often names something that is there
 */
export class ValuesOf {
  constructor(
    private readonly schemas: Readonly<Record<string, ValueSchema>>,
    private readonly ids: ReadonlyMap<string, readonly string[]>,
  ) {}

  of(given: ValueSchema): Values {
    const schema = this.resolved(given);
    const drawn = this.drawn(schema);
    return schema.example === undefined
      ? drawn
      : fc.oneof({ weight: 2, arbitrary: fc.constant(schema.example) }, drawn);
  }

  resolved(schema: ValueSchema): ValueSchema {
    const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
    if (target === undefined) return schema;
    return { ...this.schemas[target.replace('#/components/schemas/', '')], ...schema };
  }

  private drawn(schema: ValueSchema): Values {
    if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
    if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((each) => this.of(each)));
    const types = typeof schema.type === 'string' ? [schema.type] : (schema.type ?? ['object']);
    return fc.oneof(...types.map((type) => this.ofType(type, schema)));
  }

  private ofType(type: string, schema: ValueSchema): Values {
    const { minimum = 0, maximum = 1_000_000, items = {}, minItems = 0, maxItems = MANY_ITEMS } = schema;
    switch (type) {
      case 'string':
        return this.texts(schema);
      case 'integer':
        return fc.integer({ min: minimum, max: maximum });
      case 'number':
        return fc.double({ min: minimum, max: maximum, noNaN: true });
      case 'boolean':
        return fc.boolean();
      case 'array':
        return fc.array(this.of(items), {
          minLength: minItems,
          maxLength: Math.max(minItems, Math.min(maxItems, MANY_ITEMS)),
        });
      case 'null':
        return fc.constant(null);
      default:
        return this.objects(schema);
    }
  }

  private objects({ properties = {}, required = [] }: ValueSchema): Values {
    const fields = Object.entries(properties).map(([name, property]) => [name, this.of(property)] as const);
    return fc.record(Object.fromEntries(fields), { requiredKeys: required.filter((name) => name in properties) });
  }

  private texts({ format, pattern, minLength = 0, maxLength = LONG_TEXT }: ValueSchema): Values {
    const prefix = ID_PATTERN.exec(pattern ?? '')?.[1];
    const own = prefix === undefined ? [] : (this.ids.get(prefix) ?? []);
    if (own.length > 0) return fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...own) }, matching(pattern ?? ''));
    if (pattern !== undefined) return matching(pattern);
    if (format === 'date-time') return instants().map((instant) => instant.toISOString());
    if (format === 'date') return instants().map((instant) => instant.toISOString().slice(0, 10));
    if (format === 'uri') return fc.webUrl();
    if (format === 'email') return fc.emailAddress();
    return fc.string({ minLength, maxLength: Math.max(minLength, Math.min(maxLength, LONG_TEXT)), unit: 'grapheme' });
  }
}

function matching(pattern: string): Values {
  return fc.stringMatching(new RegExp(pattern, 'u'), { size: 'small' });
}

/** Mostly of these years; some of the far ends that the format still allows. */
function instants(): fc.Arbitrary<Date> {
  const between = (from: string, until: string): fc.Arbitrary<Date> =>
    fc.date({ min: new Date(from), max: new Date(until), noInvalidDate: true });
  return fc.oneof(
    { weight: 4, arbitrary: between('2025-01-01T00:00:00Z', '2028-12-31T00:00:00Z') },
    between('0001-01-01T00:00:00Z', '9999-12-31T00:00:00Z'),
  );
}
