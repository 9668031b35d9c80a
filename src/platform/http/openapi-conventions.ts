import { type OpenAPIObject } from '@nestjs/swagger';

/** Headers that every answer of a kind carries, whatever the operation. */
const HEADERS = {
  RateLimit: {
    description: 'What this client has left: `r` requests within the next `t` seconds',
    schema: { type: 'string', maxLength: 100, example: '"client";r=599;t=42' },
  },
  'RateLimit-Policy': {
    description: 'The allowance of a client: `q` requests in `w` seconds',
    schema: { type: 'string', maxLength: 100, example: '"client";q=600;w=60' },
  },
  'Access-Control-Allow-Origin': {
    description: 'Only pages of this installation may read the answer in a browser',
    schema: { type: 'string', format: 'uri', maxLength: 300, example: 'https://api.example.com' },
  },
  Link: {
    description: 'The next page, where there is one: `<…>; rel="next"`',
    schema: {
      type: 'string',
      maxLength: 4_000,
      example: '</v1/orders?limit=50&cursor=AaINWHY8fMicOlDiBQoCAQ>; rel="next"',
    },
  },
  'Retry-After': {
    description: 'Seconds to wait before the same request may succeed',
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
  },
};

const ON_EVERY_ANSWER = ['RateLimit', 'RateLimit-Policy', 'Access-Control-Allow-Origin'];
const WITH_RETRY_AFTER = new Set(['429', '503']);
/** Where `@CommandOperation` leaves examples of the body. */
export const BODY_EXAMPLES = 'x-body-examples';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** What parameters of a name always are; an operation need not say it. */
const ID_PATTERN = '^[a-z]+_[0-7][0-9a-hjkmnp-tv-z]{25}$';
const CURSOR_PATTERN = '^[A-Za-z0-9_-]+$';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Parameter = Extract<NonNullable<Operation['parameters']>[number], { name: string }>;
type Schema = Record<string, unknown>;

/** Writes into each operation what the HTTP layer does for all of them, so that no controller has to repeat it. */
export function describeConventions(described: OpenAPIObject): OpenAPIObject {
  // The parameters in it belong to the decorators, which describe every document of this process.
  const document = structuredClone(described);
  document.components = { ...document.components, headers: { ...document.components?.headers, ...HEADERS } };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      const operation = path[method];
      if (operation === undefined) continue;
      describeAnswers(operation);
      for (const parameter of operation.parameters ?? []) if (!('$ref' in parameter)) describeParameter(parameter);
      moveExamples(operation);
    }
  }
  return document;
}

function describeAnswers(operation: Operation): void {
  const isList = (operation.parameters ?? []).some((parameter) => 'name' in parameter && parameter.name === 'cursor');
  for (const [status, response] of Object.entries(operation.responses)) {
    if (response === undefined || '$ref' in response) continue;
    const names = [
      ...ON_EVERY_ANSWER,
      ...(WITH_RETRY_AFTER.has(status) ? ['Retry-After'] : []),
      ...(isList && status === '200' ? ['Link'] : []),
    ];
    const refs = names.map((name) => [name, { $ref: `#/components/headers/${name}` }] as const);
    response.headers = { ...response.headers, ...Object.fromEntries(refs) };
  }
}

function describeParameter(parameter: Parameter): void {
  const schema = (parameter.schema ?? {}) as Schema;
  if (parameter.in === 'path' && (parameter.name === 'id' || parameter.name.endsWith('Id'))) {
    parameter.description ??= 'The id, as the API gave it';
    schema['pattern'] ??= ID_PATTERN;
  }
  if (parameter.name === 'cursor') schema['pattern'] ??= CURSOR_PATTERN;
  // A page that fills in the example of a filter would find nothing; the reader sees it beside the field.
  if (parameter.in === 'query' && parameter.required !== true) suggest(parameter, schema);
}

/** Turns the example of an optional filter into words: pages that try requests send every example they are given. */
function suggest(parameter: Parameter, schema: Schema): void {
  const example: unknown = parameter.example ?? schema['example'];
  if (typeof example !== 'string') return;
  delete parameter.example;
  delete schema['example'];
  if (new RegExp(ID_PATTERN).test(example)) return;
  parameter.description = `${parameter.description ?? ''}; such as \`${example}\``;
}

/** `@CommandOperation` does not know the body's class; what it says of examples waits in an extension until here. */
function moveExamples(operation: Operation): void {
  const extended = operation as Operation & { 'x-body-examples'?: Readonly<Record<string, object>> };
  const examples = extended['x-body-examples'];
  if (examples === undefined) return;
  delete extended['x-body-examples'];
  const body = operation.requestBody;
  const json = body === undefined || '$ref' in body ? undefined : body.content['application/json'];
  if (json === undefined) throw new Error(`${operation.operationId ?? ''} has examples and no body`);
  json.examples = Object.fromEntries(
    Object.entries(examples).map(([name, value]) => [name, { summary: name.replaceAll('_', ' '), value }]),
  );
}
