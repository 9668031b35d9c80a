import { type FastifyInstance } from 'fastify';

/** `Link: <…>; rel="next"` on every page of a list that has a next one: the same address with its cursor. */
export function linkNextPages(fastify: FastifyInstance): void {
  fastify.addHook('preSerialization', (request, reply, payload, done) => {
    const { nextCursor } = (payload ?? {}) as { readonly nextCursor?: unknown };
    if (typeof nextCursor === 'string') void reply.header('Link', `<${nextOf(request.url, nextCursor)}>; rel="next"`);
    done(null, payload);
  });
}

function nextOf(address: string, cursor: string): string {
  const [path = '', query = ''] = address.split('?');
  const parameters = new URLSearchParams(query);
  parameters.set('cursor', cursor);
  return `${path}?${parameters.toString()}`;
}
