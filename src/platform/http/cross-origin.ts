import { type FastifyInstance } from 'fastify';

/**
 * Pages of this installation (its own documentation) may read answers in a browser, and nobody else's: API keys belong
 * on servers. Said on every answer, so that no proxy in between has to guess.
 */
export function allowOwnOrigin(fastify: FastifyInstance, publicUrl: string): void {
  const { origin } = new URL(publicUrl);
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header('Access-Control-Allow-Origin', origin);
    done();
  });
}
