import { type LoggerService } from '@nestjs/common';
import { type DestinationStream, type Logger as Pino, pino } from 'pino';

/** What never reaches a log, wherever it stands in a logged object. */
const SECRET_PATHS = [
  'req.headers.authorization',
  'req.headers.cookie',
  'req.headers["idempotency-key"]',
  '*.authorization',
  '*.secret',
  '*.apiKey',
  '*.password',
];

export function createLogger(level: string, service: string, to: DestinationStream = pino.destination(1)): Pino {
  const options = {
    level,
    base: { service },
    redact: { paths: SECRET_PATHS, censor: '[hidden]' },
    serializers: { err: plainError },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  return pino(options, to);
}

/** Without what an error carries besides: a statement that failed has its values with it. */
function plainError({ name: type, message, stack }: Error): object {
  return { type, message, stack };
}

/** Nest's own messages through the same pino. */
export class NestLogger implements LoggerService {
  constructor(private readonly pino: Pino) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.write('info', message, rest);
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.write('warn', message, rest);
  }

  error(message: unknown, ...rest: unknown[]): void {
    this.write('error', message, rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.write('debug', message, rest);
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.write('trace', message, rest);
  }

  private write(level: 'info' | 'warn' | 'error' | 'debug' | 'trace', message: unknown, rest: unknown[]): void {
    const context = rest.at(-1);
    const [detail] = rest.length > 1 ? rest : [];
    const bindings = { context, ...(detail === undefined ? {} : { detail }) };
    if (message instanceof Error) this.pino[level]({ ...bindings, err: message }, message.message);
    else this.pino[level](bindings, String(message));
  }
}
