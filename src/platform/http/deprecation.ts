import { type FastifyInstance } from 'fastify';

/** That an operation will end, and when: written at the operation, told in the contract and on each of its answers. */
export interface Deprecation {
  /** The day from which on it should not be used: `2027-01-01`. */
  readonly since: string;
  /** The day on which it may be gone; at least half a year later. */
  readonly sunset: string;
  /** The path of what takes its place. */
  readonly instead?: string;
}

/** `Deprecation` (RFC 9745), `Sunset` (RFC 8594), and a link to what takes its place, on each answer of what will end. */
export function tellDeprecation(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    const { deprecation } = request.routeOptions.config;
    if (deprecation !== undefined) void reply.headers(headersOf(deprecation));
    done();
  });
}

function headersOf({ since, sunset, instead }: Deprecation): Record<string, string> {
  return {
    Deprecation: `@${Date.parse(since) / 1000}`,
    Sunset: new Date(Date.parse(sunset)).toUTCString(),
    ...(instead === undefined ? {} : { Link: `<${instead}>; rel="successor-version"` }),
  };
}
