import { type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyInstance } from 'fastify';

/**
 * What marks a resource, which says whether it is one of a live tenant: a name of its own, a version that is counted, or the
 * word for what it is. What says its mode itself is left as it is.
 */
const MARKS = [
  { name: 'id', type: 'string', schema: 'string' },
  { name: 'version', type: 'number', schema: 'integer' },
  { name: 'object', type: 'string', schema: 'string' },
] as const;

interface Resource {
  readonly livemode?: boolean;
}

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
}

type Schemas = Readonly<Record<string, Schema>>;
type Contents = Readonly<Record<string, { readonly schema?: Schema }>>;

export const LIVEMODE = 'False: of a sandbox tenant, whose partners are simulated and whose money is none';

/** A resource, or a page of them, with its mode; whatever else is answered has none. */
export function withMode<Body extends object>(body: Body, livemode: boolean): Body {
  if (isResource(body)) return { livemode, ...body };
  const { data } = body as { readonly data?: unknown };
  if (!Array.isArray(data) || !data.some(isResource)) return body;
  return { ...body, data: data.map((each: unknown) => (isResource(each) ? { livemode, ...each } : each)) };
}

function isResource(value: unknown): value is Resource {
  if (typeof value !== 'object' || value === null) return false;
  const fields = value as Readonly<Record<string, unknown>>;
  return MARKS.some(({ name, type }) => typeof fields[name] === type);
}

/** For answers to questions; those to commands are kept as text, and are given their mode before that. */
export function tellMode(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    const { principal } = request;
    const isTold = principal !== undefined && reply.statusCode < 400 && typeof payload === 'object' && payload !== null;
    done(null, isTold ? withMode(payload, principal.livemode) : payload);
  });
}

/** Writes into the document what `withMode` writes into the answers. */
export function describeMode({ paths, components }: OpenAPIObject): void {
  const schemas = (components?.schemas ?? {}) as Schemas;
  for (const answer of answersOf(paths)) {
    const whole = resolved(answer, schemas);
    for (const schema of [whole, resolved(whole?.properties?.['data']?.items, schemas)]) {
      const { properties } = schema ?? {};
      if (schema === undefined || properties === undefined || 'livemode' in properties) continue;
      if (!MARKS.some((mark) => properties[mark.name]?.type === mark.schema)) continue;
      schema.properties = { ...schema.properties, livemode: { ...MODE } };
      schema.required = [...(schema.required ?? []), 'livemode'];
    }
  }
}

const MODE = { type: 'boolean', description: LIVEMODE, example: false };

function answersOf(paths: OpenAPIObject['paths']): Schema[] {
  const operations = Object.values(paths).flatMap(
    (path) =>
      Object.values(path) as { readonly responses?: Readonly<Record<string, { readonly content?: Contents }>> }[],
  );
  return operations.flatMap(({ responses = {} }) =>
    Object.entries(responses)
      .filter(([status]) => status.startsWith('2'))
      .flatMap(([, { content = {} }]) => content['application/json']?.schema ?? []),
  );
}

function resolved(schema: Schema | undefined, schemas: Schemas): Schema | undefined {
  return schema?.$ref === undefined ? schema : schemas[schema.$ref.replace('#/components/schemas/', '')];
}
