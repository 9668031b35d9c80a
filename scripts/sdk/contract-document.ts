/** As much of `docs/openapi.json` as the SDK is made of. */
export interface ContractDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, ContractOperation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, ContractSchema>> };
}

export interface ContractOperation {
  readonly operationId: string;
  readonly summary: string;
  readonly parameters?: readonly ContractParameter[];
  readonly requestBody?: unknown;
  readonly responses: Readonly<Record<string, ContractResponse>>;
  readonly 'x-scope'?: string;
}

interface ContractParameter {
  readonly required?: boolean;
  readonly in: string;
  readonly name: string;
  readonly schema?: { readonly enum?: readonly string[]; readonly example?: unknown };
}

interface ContractResponse {
  readonly headers?: unknown;
  readonly content?: Readonly<Record<string, { readonly schema?: ContractSchema }>>;
}

export interface ContractSchema {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly pattern?: string;
  readonly properties?: Readonly<Record<string, ContractSchema>>;
}

export interface DescribedOperation {
  readonly method: string;
  readonly path: string;
  readonly operation: ContractOperation;
}

/** Below `/v1`: what the resource methods are made of. Tokens are fetched by the client itself, beside them. */
export function operationsOf({ paths }: ContractDocument): DescribedOperation[] {
  return Object.entries(paths)
    .filter(([path]) => path.startsWith('/v1/'))
    .flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
    );
}

/** The shape of the good answer, where it is JSON. */
export function answerOf(document: ContractDocument, { responses }: ContractOperation): ContractSchema | null {
  const [, good] = Object.entries(responses).find(([status]) => status.startsWith('2')) ?? [];
  const schema = good?.content?.['application/json']?.schema;
  if (schema === undefined) return null;
  const [, name] = /^#\/components\/schemas\/(\w+)$/.exec(schema.$ref ?? '') ?? [];
  return name === undefined ? schema : (document.components.schemas[name] ?? null);
}
