import { type FastifyInstance } from 'fastify';

const LOOK_MS = 20;

/**
 * While the server closes, a connection is closed as soon as its request is answered: a client that keeps its own open for
 * the next one would else hold up the end until the grace period is over.
 */
export function closeAsTheyFallIdle(fastify: FastifyInstance): void {
  fastify.addHook('preClose', (done) => {
    if (fastify.server.listening) lookUntilClosed(fastify);
    done();
  });
}

function lookUntilClosed({ server }: FastifyInstance): void {
  const looking = setInterval(() => {
    server.closeIdleConnections();
  }, LOOK_MS);
  server.once('close', () => {
    clearInterval(looking);
  });
}
