import { type OpenAPIObject } from '@nestjs/swagger';

/**
 * The document in the words of OpenAPI 3.0, for Swagger UI alone: of a 3.1 document it makes a tree of everything anew for each
 * operation that is opened, which takes it many seconds with one as large as ours; a 3.0 document it reads where somebody looks.
 * What is sent to receivers (`webhooks`) is not there in 3.0; `/reference` and `/openapi.json` have it.
 */
export function asOpenApi30({
  webhooks: _webhooks,
  ...document
}: OpenAPIObject & { webhooks?: object }): OpenAPIObject {
  return { ...(inWordsOf30(document) as OpenAPIObject), openapi: '3.0.4' };
}

function inWordsOf30(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inWordsOf30);
  if (typeof value !== 'object' || value === null) return value;
  const { $ref, ...beside } = Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, inWordsOf30(each)]),
  );
  if (typeof $ref === 'string') return Object.keys(beside).length === 0 ? { $ref } : { allOf: [{ $ref }], ...beside };
  return Array.isArray(beside['type']) ? { ...beside, ...typeOf(beside['type']) } : beside;
}

/** In 3.0 a type is one, and may be `nullable`. */
function typeOf(types: readonly unknown[]): object {
  const [type] = types.filter((each) => each !== 'null');
  return types.includes('null') ? { type, nullable: true } : { type };
}
