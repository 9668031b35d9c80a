import Fastify, { type FastifyInstance } from 'fastify';

const PREFIX = '/reference';

/**
 * The same contract as at `/docs`, to read rather than to try: Scalar's page. Its bundle is large, so it is loaded by the
 * first who looks; an api that nobody reads the reference of never pays for it.
 */
export function serveReference(fastify: FastifyInstance, title: string): void {
  let page: Promise<FastifyInstance> | undefined;
  fastify.get(`${PREFIX}*`, async (request, reply) => {
    page ??= openPage(title);
    const answer = await (await page).inject({ method: 'GET', url: request.url });
    const { 'content-type': type, location } = answer.headers;
    void reply.status(answer.statusCode).header('content-type', type ?? 'text/plain');
    if (location !== undefined) void reply.header('location', location);
    return reply.send(answer.rawPayload);
  });
  fastify.addHook('onClose', async () => {
    await (await page)?.close();
  });
}

async function openPage(title: string): Promise<FastifyInstance> {
  const { default: scalar } = await import('@scalar/fastify-api-reference');
  const inner = Fastify();
  await inner.register(scalar, {
    routePrefix: PREFIX,
    configuration: {
      url: '/openapi.json',
      pageTitle: `${title} API reference`,
      // Nothing is fetched from, or told to, anybody else.
      withDefaultFonts: false,
      telemetry: false,
      agent: { disabled: true },
      mcp: { disabled: true },
      showDeveloperTools: 'never',
      defaultOpenAllTags: false,
      hideClientButton: true,
      favicon: '/docs/favicon-32x32.png',
    },
  });
  return inner;
}
