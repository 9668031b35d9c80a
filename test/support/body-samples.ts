/** Bodies as the documentation shows them: its worked examples, or what a page puts together from those of the fields. */

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly anyOf?: readonly Schema[];
  readonly required?: readonly string[];
  readonly type?: string | readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
  readonly enum?: readonly unknown[];
  readonly example?: unknown;
  readonly default?: unknown;
}

interface Body {
  readonly schema: Schema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly description?: string;
}

export interface DocumentedOperation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly summary?: string;
  readonly description?: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Body>> };
  readonly responses: Readonly<Record<string, DocumentedAnswer>>;
}

export interface DocumentedAnswer {
  readonly description?: string;
  readonly headers?: object;
}

export interface DocumentedApi {
  readonly tags: readonly { readonly name: string; readonly description: string }[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, DocumentedOperation>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, Schema>>;
    readonly parameters: Readonly<Record<string, Parameter>>;
    readonly responses: Readonly<Record<string, DocumentedAnswer>>;
  };
}

export interface BodySample {
  readonly method: string;
  readonly path: string;
  readonly operationId: string;
  readonly name: string;
  readonly body: unknown;
}

/** Each with its parameters and answers in full, also those that the document names once for all. */
export function operationsOf(api: DocumentedApi): { method: string; path: string; operation: DocumentedOperation }[] {
  const inFull = (parameter: Parameter & { readonly $ref?: string }): Parameter =>
    api.components.parameters[parameter.$ref?.replace('#/components/parameters/', '') ?? ''] ?? parameter;
  const answerInFull = (answer: DocumentedAnswer & { readonly $ref?: string }): DocumentedAnswer =>
    api.components.responses[answer.$ref?.replace('#/components/responses/', '') ?? ''] ?? answer;
  return Object.entries(api.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, described]) => {
      const answers = Object.entries(described.responses).map(([status, it]) => [status, answerInFull(it)] as const);
      const parameters = (described.parameters ?? []).map(inFull);
      const operation = { ...described, parameters, responses: Object.fromEntries(answers) };
      return { method: method.toUpperCase(), path, operation };
    }),
  );
}

export function bodySamples(api: DocumentedApi): BodySample[] {
  return operationsOf(api).flatMap(({ method, path, operation: { operationId, requestBody } }) => {
    const json = requestBody?.content['application/json'];
    if (json === undefined) return [];
    const examples = json.examples ?? { 'of the fields': { value: sampleOf(json.schema, api) } };
    return Object.entries(examples).map(([name, { value }]) => ({ method, path, operationId, name, body: value }));
  });
}

/** What Swagger UI writes into the box of a body that has no example of its own. */
function sampleOf(schema: Schema, api: DocumentedApi): unknown {
  if (schema.$ref !== undefined) {
    return sampleOf(api.components.schemas[schema.$ref.replace('#/components/schemas/', '')] ?? {}, api);
  }
  if (schema.example !== undefined) return schema.example;
  if (schema.default !== undefined) return schema.default;
  if (schema.enum !== undefined) return schema.enum[0];
  const part = schema.anyOf?.[0] ?? schema.allOf?.[0];
  if (part !== undefined) return sampleOf(part, api);
  const type = typeof schema.type === 'string' ? schema.type : (schema.type ?? [])[0];
  if (type === 'object' || schema.properties !== undefined) {
    return Object.fromEntries(
      Object.entries(schema.properties ?? {}).map(([name, property]) => [name, sampleOf(property, api)]),
    );
  }
  if (type === 'array') return schema.items === undefined ? [] : [sampleOf(schema.items, api)];
  if (type === 'boolean') return true;
  return type === 'integer' || type === 'number' ? 0 : 'string';
}
