import { type OpenAPIObject } from '@nestjs/swagger';

import { API_VERSIONS, CURRENT_API_VERSION } from './api-version.js';

export type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;
type Response = Exclude<NonNullable<Operation['responses'][string]>, { $ref: string }>;
type Schemas = NonNullable<NonNullable<OpenAPIObject['components']>['schemas']>;

/** Headers of answers, by name; `required` is what every answer has that declares the header at all. */
export const ANSWER_HEADERS = {
  'Api-Version': {
    description: 'The version of the API that the answer is written in',
    required: true,
    schema: { type: 'string', format: 'date', maxLength: 10, example: CURRENT_API_VERSION },
  },
  RateLimit: {
    description: 'What is left of each policy that the request fell under: `r` requests within the next `t` seconds',
    required: true,
    schema: { type: 'string', maxLength: 200, example: '"client";r=599;t=42' },
  },
  'RateLimit-Policy': {
    description:
      'Those policies: `q` requests in `w` seconds. `client` is for all requests of a key, or of an address without one; ' +
      '`costly` for the costly ones among them; `failed-keys` for keys from one address that are no good',
    required: true,
    schema: { type: 'string', maxLength: 200, example: '"client";q=600;w=60' },
  },
  'Access-Control-Allow-Origin': {
    description: 'Only pages of this installation may read the answer in a browser',
    required: true,
    schema: { type: 'string', format: 'uri', maxLength: 300, example: 'https://api.example.com' },
  },
  'X-Request-Id': {
    description: 'Names this request in our logs; problems have it as `traceId`',
    required: true,
    schema: { type: 'string', maxLength: 100, example: '01a20d60-e8f7-7cc8-9c45-3d459e08f51e' },
  },
  ETag: {
    description: 'The version of the resource, for `If-Match`',
    required: true,
    schema: { type: 'string', maxLength: 20, pattern: '^"\\d+"$', example: '"1"' },
  },
  Location: {
    description: 'Where the new resource is',
    required: true,
    schema: { type: 'string', maxLength: 300, pattern: '^/v1/', example: '/v1/orders/ord_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  },
  'Idempotent-Replayed': {
    description: '`true` where this is the first answer to the same `Idempotency-Key` once more; else absent',
    required: false,
    schema: { type: 'string', maxLength: 4, enum: ['true'] },
  },
  Link: {
    description:
      'The next page, where there is one: `<…>; rel="next"`; of what will end, what takes its place: `rel="successor-version"`',
    required: false,
    schema: {
      type: 'string',
      maxLength: 4_000,
      example: '</v1/orders?limit=50&cursor=AaINWHY8fMicOlDiBQoCAQ>; rel="next"',
    },
  },
  Deprecation: {
    description: 'Since when the operation should not be used any more (RFC 9745), as `@` and seconds since 1970',
    required: true,
    schema: { type: 'string', maxLength: 20, pattern: '^@\\d+$', example: '@1798761600' },
  },
  Sunset: {
    description: 'From when on the operation may be gone (RFC 8594)',
    required: true,
    schema: { type: 'string', maxLength: 40, example: 'Thu, 01 Jul 2027 00:00:00 GMT' },
  },
  'Retry-After': {
    description: 'Seconds to wait before the same request may succeed',
    required: true,
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
  },
  'WWW-Authenticate': {
    description: 'How to prove who you are',
    required: true,
    schema: { type: 'string', maxLength: 100, example: 'Bearer' },
  },
};
type HeaderName = keyof typeof ANSWER_HEADERS;

const ON_EVERY_ANSWER: readonly HeaderName[] = [
  'Api-Version',
  'RateLimit',
  'RateLimit-Policy',
  'Access-Control-Allow-Origin',
  'X-Request-Id',
];
const BY_STATUS: Readonly<Record<string, readonly HeaderName[]>> = {
  401: ['WWW-Authenticate'],
  429: ['Retry-After'],
  503: ['Retry-After'],
};

/** Of what will end; `Link` where something takes its place. */
const AT_THE_END: readonly HeaderName[] = ['Deprecation', 'Sunset', 'Link'];

/** The header of every request that chooses the version. */
export const API_VERSION_PARAMETER = {
  name: 'Api-Version',
  in: 'header' as const,
  required: false,
  description: 'The version of the API to speak for this request; without it, the one that the key is pinned to',
  schema: { type: 'string', enum: [...API_VERSIONS] },
};

/** The header by which a credential works for another tenant; named once, and pointed to where it means something. */
export const ACTING_FOR_PARAMETER = {
  name: 'Acting-For',
  in: 'header' as const,
  required: false,
  description:
    'The tenant to act for, under a mandate that it has granted to yours (`POST /v1/mandates`); without it, for your own',
  schema: { type: 'string', maxLength: 30, pattern: '^ten_[0-7][0-9a-hjkmnp-tv-z]{25}$' },
};

/** Names the headers, so that an operation can point to them. */
export function headerRefs(...names: readonly HeaderName[]): Record<string, { $ref: string }> {
  return Object.fromEntries(names.map((name) => [name, { $ref: `#/components/headers/${name}` }]));
}

/** Writes onto each answer the headers that the HTTP layer puts there by status and by what the body is. */
export function describeHeaders({ responses, deprecated }: Operation, schemas: Schemas): void {
  for (const [status, response] of Object.entries(responses)) {
    if (response === undefined || '$ref' in response) continue;
    const names = [
      ...ON_EVERY_ANSWER,
      ...(BY_STATUS[status] ?? []),
      ...headersOfBody(status, response, schemas),
      ...(deprecated === true ? AT_THE_END : []),
    ];
    response.headers = { ...response.headers, ...headerRefs(...names) };
  }
}

function headersOfBody(status: string, { content }: Response, schemas: Schemas): HeaderName[] {
  const schema = content?.['application/json']?.schema;
  if (!status.startsWith('2') || schema === undefined || !('$ref' in schema)) return [];
  const resource = schemas[schema.$ref.replace('#/components/schemas/', '')];
  const fields = resource === undefined || '$ref' in resource ? {} : (resource.properties ?? {});
  const { version } = fields;
  return [
    ...(version !== undefined && 'type' in version && version.type === 'integer' ? (['ETag'] as const) : []),
    ...(status === '201' && 'id' in fields ? (['Location'] as const) : []),
    ...('nextCursor' in fields ? (['Link'] as const) : []),
  ];
}
