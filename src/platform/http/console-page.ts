import serveFiles from '@fastify/static';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';

import { STRICT_PAGE } from './security-headers.js';

/** Asked about each time and answered 304: a new release is on the page at once, and no half of an old one stays. */
const HEADERS = { 'Cache-Control': 'no-cache', 'Content-Security-Policy': STRICT_PAGE };

/**
 * The console at `/console/`: files as they were built, each known by name at the start. It is a client of the public API
 * like any other, so nothing here knows what it shows.
 * @param folder where the built files are
 */
export async function serveConsole(app: NestFastifyApplication, folder: string): Promise<void> {
  const fastify = app.getHttpAdapter().getInstance();
  await fastify.register(async (page) => {
    page.addHook('onRequest', (_request, reply, done) => {
      void reply.headers(HEADERS);
      done();
    });
    page.get('/console', (_request, reply) => reply.redirect('/console/', 308));
    const options = { root: folder, prefix: '/console/', decorateReply: false, wildcard: false, cacheControl: false };
    await page.register(serveFiles, options);
  });
}
