/** What clients stand on: the contract without its words and examples. Of each release it is kept, to compare with. */
export interface Surface {
  readonly version: string;
  readonly operations: Readonly<Record<string, OperationSurface>>;
  readonly schemas: Readonly<Record<string, SchemaSurface>>;
}

/** By method and path: `POST /v1/orders`. */
export interface OperationSurface extends Announced {
  readonly operationId: string;
  readonly scope: string | null;
  readonly parameters: readonly ParameterSurface[];
  /** By content type. */
  readonly body: Readonly<Record<string, SchemaSurface>>;
  readonly bodyRequired: boolean;
  /** Of the good answers, by status and content type. */
  readonly answers: Readonly<Record<string, Readonly<Record<string, SchemaSurface>>>>;
}

export interface ParameterSurface {
  readonly name: string;
  readonly in: string;
  readonly required: boolean;
  readonly schema: SchemaSurface;
}

/** What was told to end, and on which day. */
interface Announced {
  readonly deprecated?: boolean;
  readonly 'x-sunset'?: string;
}

export interface SchemaSurface extends Announced {
  readonly $ref?: string;
  readonly allOf?: readonly SchemaSurface[];
  readonly anyOf?: readonly SchemaSurface[];
  readonly oneOf?: readonly SchemaSurface[];
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaSurface>>;
  readonly items?: SchemaSurface;
}

interface Media {
  readonly content?: Readonly<Record<string, { readonly schema?: SchemaSurface }>>;
}

interface ContractOperation extends Announced {
  readonly operationId: string;
  readonly 'x-scope'?: string;
  readonly parameters?: readonly (Partial<ParameterSurface> & { readonly name: string; readonly in: string })[];
  readonly requestBody?: Media & { readonly required?: boolean };
  readonly responses: Readonly<Record<string, Media>>;
}

/** As much of `/openapi.json` as the surface is made of. */
export interface ContractToCompare {
  readonly info: { readonly version: string };
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, SchemaSurface>> };
}

const WORDS = new Set(['description', 'title', 'example', 'examples', 'default']);

export function surfaceOf({ info, paths, components }: ContractToCompare): Surface {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(
      ([method, operation]) => [`${method.toUpperCase()} ${path}`, stand(operation)] as const,
    ),
  );
  return { version: info.version, operations: Object.fromEntries(operations), schemas: wordless(components.schemas) };
}

function stand(operation: ContractOperation): OperationSurface {
  const { operationId, parameters = [], requestBody, responses, deprecated, 'x-sunset': sunset } = operation;
  const good = Object.entries(responses).filter(([status]) => status.startsWith('2'));
  return {
    operationId,
    scope: operation['x-scope'] ?? null,
    parameters: parameters.map(({ name, in: place, required = false, schema = {} }) => {
      return { name, in: place, required, schema: wordless(schema) };
    }),
    body: schemasOf(requestBody ?? {}),
    bodyRequired: requestBody?.required === true,
    answers: Object.fromEntries(good.map(([status, answer]) => [status, schemasOf(answer)])),
    ...(deprecated === undefined ? {} : { deprecated }),
    ...(sunset === undefined ? {} : { 'x-sunset': sunset }),
  };
}

function schemasOf({ content = {} }: Media): Record<string, SchemaSurface> {
  return Object.fromEntries(Object.entries(content).map(([type, { schema = {} }]) => [type, wordless(schema)]));
}

/** Leaves the words out; a property may bear the name of one. */
function wordless<Value>(value: Value, isNamed = false): Value {
  if (Array.isArray(value)) return value.map((each: unknown) => wordless(each)) as Value;
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([name]) => isNamed || !WORDS.has(name));
  return Object.fromEntries(
    kept.map(([name, each]) => [name, wordless<unknown>(each, name === 'properties')]),
  ) as Value;
}
