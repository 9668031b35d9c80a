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
  'Retry-After': {
    description: 'Seconds to wait before the same request may succeed',
    schema: { type: 'integer', format: 'int32', minimum: 0, maximum: 86_400 },
  },
};

const ON_EVERY_ANSWER = ['RateLimit', 'RateLimit-Policy', 'Access-Control-Allow-Origin'];
const WITH_RETRY_AFTER = new Set(['429', '503']);
const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;

/** Writes into each operation what the HTTP layer does for all of them, so that no controller has to repeat it. */
export function describeConventions(document: OpenAPIObject): OpenAPIObject {
  document.components = { ...document.components, headers: { ...document.components?.headers, ...HEADERS } };
  for (const path of Object.values(document.paths)) {
    for (const method of METHODS) {
      for (const [status, response] of Object.entries(path[method]?.responses ?? {})) {
        if (response === undefined || '$ref' in response) continue;
        const names = [...ON_EVERY_ANSWER, ...(WITH_RETRY_AFTER.has(status) ? ['Retry-After'] : [])];
        const refs = names.map((name) => [name, { $ref: `#/components/headers/${name}` }] as const);
        response.headers = { ...response.headers, ...Object.fromEntries(refs) };
      }
    }
  }
  return document;
}
