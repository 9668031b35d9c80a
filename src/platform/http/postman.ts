import { type OpenAPIObject } from '@nestjs/swagger';

import { EXAMPLE_KEY } from './docs-page.js';
import { type Operation } from './openapi-headers.js';

const SCHEMA = 'https://schema.getpostman.com/json/collection/v2.1.0/collection.json';
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
/** Filled in by Postman with another value for each request. */
const FRESH_KEY = '{{$guid}}';

interface Request {
  readonly name: string;
  readonly request: Readonly<Record<string, unknown>>;
}

type Parameter = Extract<NonNullable<Operation['parameters']>[number], { name: string }>;

/**
 * The contract as a Postman collection (v2.1): a folder per tag, the examples as bodies, `baseUrl` and `token` as variables.
 * @param baseUrl where this api is reached
 */
export function postmanCollection(document: OpenAPIObject, baseUrl: string): object {
  return {
    info: { name: `${document.info.title} API`, description: document.info.description, schema: SCHEMA },
    auth: { type: 'bearer', bearer: [{ key: 'token', value: '{{token}}', type: 'string' }] },
    variable: [
      { key: 'baseUrl', value: baseUrl },
      { key: 'token', value: '', description: 'An API key or an access token' },
    ],
    item: (document.tags ?? []).map(({ name, description }) => ({
      name,
      description,
      item: requestsOf(document, name),
    })),
  };
}

function requestsOf(document: OpenAPIObject, tag: string): Request[] {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    METHODS.flatMap((method) => {
      const operation = methods[method];
      return operation?.tags?.includes(tag) === true
        ? [requestTo(document, method.toUpperCase(), path, operation)]
        : [];
    }),
  );
}

function requestTo(document: OpenAPIObject, method: string, path: string, operation: Operation): Request {
  const parameters = (operation.parameters ?? []).filter((each): each is Parameter => !('$ref' in each));
  const query = parameters.filter((each) => each.in === 'query').map(valueOf);
  const body = bodyOf(document, operation);
  const isOpen = operation.security?.length === 0;
  const request = {
    method,
    description: operation.description,
    ...(isOpen ? { auth: { type: 'noauth' } } : {}),
    header: [...parameters.filter((each) => each.in === 'header').map(valueOf), ...(body?.header ?? [])],
    url: {
      raw: `{{baseUrl}}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`,
      host: ['{{baseUrl}}'],
      path: path
        .slice(1)
        .replaceAll(/\{(\w+)\}/g, ':$1')
        .split('/'),
      variable: parameters.filter((each) => each.in === 'path').map(valueOf),
      ...(query.length === 0 ? {} : { query }),
    },
    ...(body === null ? {} : { body: body.body }),
  };
  return { name: operation.summary ?? path, request };
}

/** What is optional is there to be switched on. */
function valueOf({ name, description, required, example, schema }: Parameter): object {
  const given: unknown = example ?? (schema as { example?: unknown } | undefined)?.example ?? '';
  return {
    key: name,
    value: name === 'Idempotency-Key' && (given === EXAMPLE_KEY || given === '') ? FRESH_KEY : textOf(given),
    description,
    disabled: required !== true,
  };
}

function bodyOf(document: OpenAPIObject, { requestBody }: Operation): { header: object[]; body: object } | null {
  if (requestBody === undefined || '$ref' in requestBody) return null;
  const [type = '', media] = Object.entries(requestBody.content)[0] ?? [];
  const [example] = Object.values((media?.examples ?? {}) as Readonly<Record<string, { readonly value?: unknown }>>);
  const value = example?.value ?? exampleOf(document, media?.schema);
  const header = [{ key: 'Content-Type', value: type }];
  if (type.includes('form-urlencoded')) {
    const fields = Object.entries(value as Readonly<Record<string, unknown>>);
    return {
      header,
      body: { mode: 'urlencoded', urlencoded: fields.map(([key, each]) => ({ key, value: textOf(each) })) },
    };
  }
  const raw = typeof value === 'string' ? value : JSON.stringify(value, null, 2);
  return {
    header,
    body: { mode: 'raw', raw, options: { raw: { language: type.includes('json') ? 'json' : 'text' } } },
  };
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly example?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly items?: Schema;
}

/** What the fields give as examples, put together; fields without one are left out. */
function exampleOf(document: OpenAPIObject, schema: Schema = {}): unknown {
  const target = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (schema.example !== undefined) return schema.example;
  if (target !== undefined) {
    return exampleOf(document, document.components?.schemas?.[target.replace('#/components/schemas/', '')]);
  }
  if (schema.items !== undefined) return [exampleOf(document, schema.items)];
  const fields = Object.entries(schema.properties ?? {}).map(([name, field]) => [name, exampleOf(document, field)]);
  return fields.length === 0 ? undefined : Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}
