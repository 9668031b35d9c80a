import { publicId } from '../../kernel/ids.js';
import { BooleanField, EnumField, IdField, InstantField, IntegerField, ListField, TextField } from '../http/fields.js';
import { DatedPageQuery, PageOf } from '../http/paging.js';
import { type LoggedRequest, type RequestFilter } from './logged-requests.js';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

export class RequestLogQuery extends DatedPageQuery implements RequestFilter {
  @TextField({
    description: 'Only those answered with this status, or with one of a class',
    pattern: /^[2-5](\d\d|xx)$/,
    max: 3,
    optional: true,
    example: '4xx',
  })
  status?: string;

  @EnumField({ description: 'Only those of this method', values: METHODS, optional: true, example: 'POST' })
  method?: string;

  @TextField({ description: 'Only those of this `operationId`', max: 100, optional: true, example: 'placeOrder' })
  operation?: string;

  @TextField({ description: 'Only those of this route', max: 200, optional: true, example: '/v1/orders/:id' })
  route?: string;

  @TextField({
    description: 'Only what this actor asked, as the audit names it',
    max: 200,
    optional: true,
    example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  actor?: string;

  @TextField({
    description: 'Only those answered with this problem',
    max: 100,
    optional: true,
    example: 'REQUEST.INVALID',
  })
  problem?: string;

  @TextField({
    description: 'Only those that made this resource or named it in their path',
    max: 40,
    optional: true,
    example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  resource?: string;

  @TextField({
    description: 'Only those with this Idempotency-Key',
    max: 200,
    optional: true,
    example: '6f1d7a52-1c0f-4a53-9d0a-0c4f3b7d9e21',
  })
  idempotencyKey?: string;
}

class LoggedFaultDto {
  @TextField({
    description: 'Where; empty where that would repeat text of the caller',
    min: 0,
    max: 200,
    example: '/lines/0/quantity',
  })
  readonly pointer!: string;

  @TextField({ description: 'What kind of fault', max: 100, example: 'required' })
  readonly code!: string;
}

export class LoggedRequestDto {
  @IdField({ description: 'The request', kind: 'request' })
  readonly id!: string;

  @TextField({
    description: 'As its answer carried it in `X-Request-Id`',
    max: 36,
    example: '0193b1e2-6f00-7000-8000-000000000000',
  })
  readonly requestId!: string;

  @InstantField({ description: 'When it was answered, in real time', example: '2026-04-01T02:00:00.000Z' })
  readonly createdAt!: string;

  @TextField({ description: 'Its `operationId`', max: 100, nullable: true, example: 'placeOrder' })
  readonly operation!: string | null;

  @TextField({ description: 'Method', max: 10, example: 'POST' })
  readonly method!: string;

  @TextField({ description: 'Route', max: 300, example: '/v1/orders/:id/placement' })
  readonly route!: string;

  @IntegerField({ description: 'Status of the answer', min: 100, max: 599, example: 422 })
  readonly status!: number;

  @IntegerField({ description: 'Time to answer in milliseconds', example: 12 })
  readonly latencyMs!: number;

  @TextField({ description: 'Code of the problem', max: 100, nullable: true, example: 'REQUEST.INVALID' })
  readonly problem!: string | null;

  @ListField(() => LoggedFaultDto, { description: 'Faults of the request: where and what, not what stood there' })
  readonly faults!: LoggedFaultDto[];

  @TextField({ description: 'Its W3C trace', max: 32, nullable: true, example: '4bf92f3577b34da6a3ce929d0e0e4736' })
  readonly traceId!: string | null;

  @TextField({
    description: 'Who asked, as the audit names it',
    max: 200,
    example: 'api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  readonly actor!: string;

  @TextField({ description: 'Where from: an IPv4 address, or the /64 of an IPv6 one', max: 60, example: '203.0.113.7' })
  readonly network!: string;

  @TextField({ description: 'The version of the API that was spoken', max: 10, example: '2026-11-24' })
  readonly apiVersion!: string;

  @TextField({ description: 'Its Idempotency-Key', max: 200, nullable: true, example: 'order-17' })
  readonly idempotencyKey!: string | null;

  @BooleanField({ description: 'Whether it got the first answer of its key again', example: false })
  readonly replayed!: boolean;

  @TextField({
    description: 'What it made, else what its path names',
    max: 40,
    nullable: true,
    example: 'ord_01jdq3x7k2e9ta6v0m8r4c5wzb',
  })
  readonly resource!: string | null;

  @IntegerField({ description: 'Bytes of its body, as announced', max: Number.MAX_SAFE_INTEGER, nullable: true })
  readonly requestBytes!: number | null;

  @IntegerField({ description: 'Bytes of the answer’s body', max: Number.MAX_SAFE_INTEGER, nullable: true })
  readonly responseBytes!: number | null;

  static from(this: void, { id, createdAt, requestBytes, responseBytes, ...rest }: LoggedRequest): LoggedRequestDto {
    return {
      id: publicId('request', id),
      requestId: id,
      createdAt: createdAt.toISOString(),
      ...rest,
      faults: [...rest.faults],
      requestBytes: requestBytes === null ? null : Number(requestBytes),
      responseBytes: responseBytes === null ? null : Number(responseBytes),
    };
  }
}

export class LoggedRequestPageDto extends PageOf(LoggedRequestDto) {}
