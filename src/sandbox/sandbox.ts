import { type AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

import { fastify, type FastifyError } from 'fastify';

import { type Clock, SystemClock } from '../kernel/clock.js';
import { Bank } from './bank/bank.js';
import { CurrencyControlDesk } from './bank/currency-control.js';
import { Carrier } from './carrier/carrier.js';
import { Courier } from './courier/courier.js';
import { Control } from './control/control.js';
import { CebCustoms } from './customs-ceb/ceb-customs.js';
import { Customs } from './customs/customs.js';
import { Insurer } from './insurer/insurer.js';
import { Lender } from './lender/lender.js';
import { Registry } from './registry/registry.js';
import { AgencyCertificateDesk } from './tax-bureau/agency-certificates.js';
import { TaxBureau } from './tax-bureau/tax-bureau.js';
import { type Partner, PARTNERS } from './world/partners.js';
import { type OnFault, World } from './world/world.js';

export interface SandboxOptions {
  /** Those not given are `sandbox-<partner>-secret`. */
  readonly secrets?: Partial<Readonly<Record<Partner, string>>>;
  readonly host?: string;
  /** 0, the default, takes a free one. */
  readonly port?: number;
  readonly statePath?: string;
  readonly delayMs?: number;
  readonly clock?: Clock;
  /** Hears of errors of our own; without it they end the process, as a bug should in a test. */
  readonly onFault?: OnFault;
}

export interface Sandbox {
  readonly url: string;
  close(): Promise<void>;
}

const BODY_MAX_BYTES = 4 * 1024 * 1024;
const UNPACKED_MAX_BYTES = 32 * 1024 * 1024;
const UNPACKED_PIECE = 524_288;
const unpack = promisify(gunzip);
const DELAY_MS = 250;

/** Starts the outside world in this process. */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const onFault = options.onFault ?? rethrow;
  const world = new World({
    path: options.statePath ?? ':memory:',
    delayMs: options.delayMs ?? DELAY_MS,
    secrets: { ...defaultSecrets(), ...options.secrets },
    clock: options.clock ?? new SystemClock(),
    onFault,
  });
  // Hung requests keep their sockets: closing must not wait for them.
  const server = fastify({ logger: false, bodyLimit: BODY_MAX_BYTES, forceCloseConnections: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'buffer' }, (request, body, done) => {
    unpacked(body as Buffer, request.headers['content-encoding']).then(
      (text) => {
        done(null, text);
      },
      () => {
        done(Object.assign(new Error('The body is not packed as it says'), { statusCode: 400 }));
      },
    );
  });
  server.setErrorHandler<FastifyError>((error, request, reply) => {
    const { statusCode = 500, message } = error;
    if (statusCode >= 500) onFault(error, `${request.method} ${request.url}`);
    return reply.code(statusCode).send({ code: statusCode === 413 ? 'TOO_LARGE' : 'FAILED', message, errors: [] });
  });
  new Customs(server, world);
  new CebCustoms(server, world);
  new Carrier(server, world);
  new Courier(server, world);
  const bank = new Bank(server, world);
  new CurrencyControlDesk(server, world, () => bank.bankReference());
  new Lender(server, world);
  new Insurer(server, world);
  new Registry(server, world);
  new TaxBureau(server, world);
  new AgencyCertificateDesk(server, world);
  new Control(server, world, bank);
  server.get('/health', () => ({ status: 'ok' }));
  world.resume();
  await server.listen({ host: options.host ?? '127.0.0.1', port: options.port ?? 0 });
  const { address, family, port } = server.server.address() as AddressInfo;
  return {
    url: `http://${family === 'IPv6' ? `[${address}]` : address}:${String(port)}`,
    close: async () => {
      await server.close();
      await world.close();
    },
  };
}

async function unpacked(body: Buffer, encoding: string | undefined): Promise<string> {
  const bytes =
    encoding === 'gzip' ? await unpack(body, { maxOutputLength: UNPACKED_MAX_BYTES, chunkSize: UNPACKED_PIECE }) : body;
  return bytes.toString('utf8');
}

/** What the platform expects, too, where nothing else is configured. */
export function defaultSecrets(): Record<Partner, string> {
  return Object.fromEntries(PARTNERS.map((partner) => [partner, `sandbox-${partner}-secret`])) as Record<
    Partner,
    string
  >;
}

const rethrow: OnFault = (error) => {
  queueMicrotask(() => {
    throw error;
  });
};
