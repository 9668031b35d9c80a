import { type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyInstance } from 'fastify';

/** What has an id is a resource, and says whether it is one of a live tenant; what says so itself is left as it is. */
interface Resource {
  readonly id: string;
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
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'string';
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
      if (schema?.properties?.['id'] === undefined || 'livemode' in schema.properties) continue;
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
