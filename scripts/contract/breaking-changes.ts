import { type OperationSurface, type ParameterSurface, type SchemaSurface, type Surface } from './surface.js';

/** Which way the data goes: what is sent to us may only widen, what we answer may only narrow. */
type Direction = 'request' | 'answer';

/** The later a bound, the wider the schema: for a lower one the other way round. */
const LOWER_BOUNDS = ['minLength', 'minimum', 'minItems'] as const;
const UPPER_BOUNDS = ['maxLength', 'maximum', 'maxItems'] as const;

/**
 * What would break a client that was written against the released contract. Enumerations of answers are open, by the
 * promise of the API, so a new value there breaks nobody; request bodies are closed, so a field that goes does.
 * What was released as deprecated may go once its sunset has passed.
 * @param today `2026-11-28`
 * @returns each in words; empty when nobody has to change anything
 */
export function breakingChanges(released: Surface, now: Surface, today: string): string[] {
  const comparison = new Comparison(released, now, today);
  return Object.entries(released.operations).flatMap(([name, operation]) => comparison.operation(name, operation));
}

class Comparison {
  private readonly seen = new Set<string>();

  constructor(
    private readonly released: Surface,
    private readonly now: Surface,
    private readonly today: string,
  ) {}

  operation(name: string, before: OperationSurface): string[] {
    const after = this.now.operations[name];
    if (after === undefined) return this.mayGo(before) ? [] : [`${name} is gone`];
    return [
      ...changed(`${name}: the operationId`, before.operationId, after.operationId),
      ...changed(`${name}: the scope`, before.scope, after.scope),
      ...this.parameters(name, before, after),
      ...this.body(name, before, after),
      ...this.answers(name, before, after),
    ];
  }

  private parameters(name: string, before: OperationSurface, after: OperationSurface): string[] {
    const find = (all: readonly ParameterSurface[], wanted: ParameterSurface): ParameterSurface | undefined =>
      all.find((each) => each.name === wanted.name && each.in === wanted.in);
    const gone = before.parameters.filter((each) => find(after.parameters, each) === undefined);
    return [
      ...gone.map((each) => `${name}: the parameter ${each.name} is gone`),
      ...after.parameters.flatMap((each) => {
        const earlier = find(before.parameters, each);
        const isAsked = each.required && earlier?.required !== true;
        const narrowed =
          earlier === undefined ? [] : this.schemas(`${name}: ${each.name}`, earlier.schema, each.schema, 'request');
        return [...(isAsked ? [`${name}: the parameter ${each.name} is required now`] : []), ...narrowed];
      }),
    ];
  }

  private body(name: string, before: OperationSurface, after: OperationSurface): string[] {
    const isAsked = after.bodyRequired && !before.bodyRequired;
    return [
      ...(isAsked ? [`${name}: a body is required now`] : []),
      ...Object.entries(before.body).flatMap(([type, schema]) => {
        const later = after.body[type];
        return later === undefined
          ? [`${name}: ${type} is not taken any more`]
          : this.schemas(name, schema, later, 'request');
      }),
    ];
  }

  private answers(name: string, before: OperationSurface, after: OperationSurface): string[] {
    return Object.entries(before.answers).flatMap(([status, contents]) => {
      const later = after.answers[status];
      if (later === undefined) return [`${name}: ${status} is not answered any more`];
      return Object.entries(contents).flatMap(([type, schema]) => {
        const other = later[type];
        return other === undefined
          ? [`${name} ${status}: no ${type} any more`]
          : this.schemas(`${name} ${status}`, schema, other, 'answer');
      });
    });
  }

  private schemas(where: string, one: SchemaSurface, other: SchemaSurface, direction: Direction): string[] {
    // A shape that many operations share is told of once.
    const names = [one.$ref ?? one.allOf?.[0]?.$ref, other.$ref ?? other.allOf?.[0]?.$ref];
    if (names[0] !== undefined && names[1] !== undefined) {
      const key = `${direction} ${names.join(' ')}`;
      if (this.seen.has(key)) return [];
      this.seen.add(key);
    }
    const [before, after] = [resolved(this.released, one), resolved(this.now, other)];
    return [
      ...types(where, before, after, direction),
      ...values(where, before, after, direction),
      ...(direction === 'request' ? bounds(where, before, after) : []),
      ...this.properties(where, before, after, direction),
      ...this.parts(where, before, after, direction),
    ];
  }

  private properties(where: string, before: SchemaSurface, after: SchemaSurface, direction: Direction): string[] {
    const { properties: earlier = {}, required: wasRequired = [] } = before;
    const { properties: later = {}, required: isRequired = [] } = after;
    return [
      ...Object.entries(earlier).flatMap(([name, schema]) => {
        const other = later[name];
        if (other === undefined) return this.mayGo(schema) ? [] : [`${where}: ${name} is gone`];
        const isUnsure = direction === 'answer' && wasRequired.includes(name) && !isRequired.includes(name);
        const missing = isUnsure ? [`${where}: ${name} may be missing now`] : [];
        return [...missing, ...this.schemas(`${where}.${name}`, schema, other, direction)];
      }),
      ...(direction === 'request' ? isRequired.filter((name) => !wasRequired.includes(name)) : []).map(
        (name) => `${where}: ${name} is required now`,
      ),
    ];
  }

  private parts(where: string, before: SchemaSurface, after: SchemaSurface, direction: Direction): string[] {
    const items = before.items && after.items ? this.schemas(`${where}[]`, before.items, after.items, direction) : [];
    const choices = (before.anyOf ?? before.oneOf ?? []).flatMap((each, index) => {
      const other = (after.anyOf ?? after.oneOf)?.[index];
      return other === undefined ? [`${where}: a choice is gone`] : this.schemas(where, each, other, direction);
    });
    return [...items, ...choices];
  }

  /** Announced in the released contract, and its day is past. */
  private mayGo({ deprecated, 'x-sunset': sunset }: SchemaSurface | OperationSurface): boolean {
    return deprecated === true && sunset !== undefined && sunset < this.today;
  }
}

function resolved({ schemas }: Surface, schema: SchemaSurface): SchemaSurface {
  const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (target === undefined) return schema;
  return { ...schemas[target.replace('#/components/schemas/', '')], ...schema };
}

function types(where: string, before: SchemaSurface, after: SchemaSurface, direction: Direction): string[] {
  const [earlier, later] = [listOf(before.type), listOf(after.type)];
  const [from, to] = direction === 'request' ? [earlier, later] : [later, earlier];
  const isSafe = from.every((type) => to.includes(type) || (type === 'integer' && to.includes('number')));
  return [
    ...(isSafe ? [] : [`${where}: was ${earlier.join(' or ')}, is ${later.join(' or ')}`]),
    ...changed(`${where}: the format`, before.format ?? null, after.format ?? null),
    ...(direction === 'request' ? patterns(where, before.pattern ?? null, after.pattern ?? null) : []),
  ];
}

/** Words with commas between, as filters of a list take them. */
const WORDS = /^\^\((?<words>[\w|]+)\)\(,\(\k<words>\)\)\*\$$/;

/**
 * One pattern cannot be held against another, but for lists of words, of which more may be taken, and for numbers, which may be
 * below zero now.
 */
function patterns(where: string, before: string | null, after: string | null): string[] {
  if (before !== null && after === before.replace('^', '^-?')) return [];
  const [earlier, later] = [before, after].map((pattern) => WORDS.exec(pattern ?? '')?.groups?.['words']?.split('|'));
  if (earlier === undefined || later === undefined) return changed(`${where}: the pattern`, before, after);
  return earlier.filter((word) => !later.includes(word)).map((word) => `${where}: ${word} is not taken any more`);
}

function values(where: string, before: SchemaSurface, after: SchemaSurface, direction: Direction): string[] {
  if (direction === 'answer' || after.enum === undefined) return [];
  const taken = after.enum;
  const gone = (before.enum ?? []).filter((value) => !taken.includes(value));
  const isClosed = before.enum === undefined;
  return [
    ...(isClosed ? [`${where}: only some values are taken now`] : []),
    ...gone.map((value) => `${where}: ${String(value)} is not taken any more`),
  ];
}

function bounds(where: string, before: SchemaSurface, after: SchemaSurface): string[] {
  const lower = LOWER_BOUNDS.filter((name) => (after[name] ?? -Infinity) > (before[name] ?? -Infinity));
  const upper = UPPER_BOUNDS.filter((name) => (after[name] ?? Infinity) < (before[name] ?? Infinity));
  return [...lower, ...upper].map((name) => `${where}: ${name} is ${after[name] ?? ''} now`);
}

function changed(what: string, before: string | null, after: string | null): string[] {
  return before === after ? [] : [`${what} was ${before ?? 'none'}, is ${after ?? 'none'}`];
}

function listOf(type: string | readonly string[] | undefined): readonly string[] {
  return type === undefined ? ['object'] : typeof type === 'string' ? [type] : type;
}
