import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiProperty, ApiResponse, getSchemaPath } from '@nestjs/swagger';

import { type DomainErrorClass, InvalidInputError } from '../../kernel/domain-error.js';
import { AddressNotAllowedError, CredentialExpiredError, CredentialRevokedError } from '../auth/auth.errors.js';
import {
  MandateExpiredError,
  MandateRevokedError,
  NotMandatedError,
  ScopeNotMandatedError,
} from '../auth/mandates/mandate.errors.js';
import {
  SignatureInvalidError,
  SignatureReplayedError,
  SignatureRequiredError,
  SignatureTimeError,
} from '../auth/signatures/signature.errors.js';
import { UnknownApiVersionError } from './api-version.js';
import { ANSWER_HEADERS } from './openapi-headers.js';
import { STATUS } from './problem.js';
import {
  BodyTooLargeError,
  IdempotencyInProgressError,
  InternalError,
  MalformedRequestError,
  MissingScopeError,
  UnauthenticatedError,
} from './request.errors.js';
import { TooManyRequestsError } from './rate-limit.js';

class FaultDto {
  @ApiProperty({
    type: 'string',
    maxLength: 500,
    description: 'JSON pointer into the body; `?name` for a query parameter, `#Name` for a header',
    example: '/lines/0/hsCode',
  })
  readonly pointer!: string;

  @ApiProperty({ type: 'string', maxLength: 100, description: 'The rule that was broken', example: 'format' })
  readonly code!: string;

  @ApiProperty({
    type: 'string',
    maxLength: 1000,
    description: 'For a person, in the language of `Accept-Language`',
    example: 'Must have 10 digits',
  })
  readonly message!: string;
}

/** RFC 9457 problem details. */
export class ProblemDto {
  @ApiProperty({
    type: 'string',
    maxLength: 200,
    description: 'Where the code is explained',
    example: '/v1/errors/REQUEST.INVALID',
  })
  readonly type!: string;

  @ApiProperty({
    type: 'string',
    maxLength: 200,
    description: 'The kind of problem, in the language of `Accept-Language` (`Content-Language` says which)',
  })
  readonly title!: string;

  @ApiProperty({ type: 'integer', format: 'int32', minimum: 400, maximum: 599, description: 'The HTTP status' })
  readonly status!: number;

  @ApiProperty({ type: 'string', maxLength: 2000, description: 'What happened this time, in the same language' })
  readonly detail!: string;

  @ApiProperty({
    type: 'string',
    maxLength: 100,
    description: 'Stable code, the same in every language',
    example: 'REQUEST.INVALID',
  })
  readonly code!: string;

  @ApiProperty({ type: [FaultDto], maxItems: 10_000, description: 'Every fault of the input at once' })
  readonly errors!: FaultDto[];

  @ApiProperty({ type: 'string', maxLength: 100, description: 'Names this request in our logs' })
  readonly traceId!: string;

  @ApiProperty({ type: 'boolean', description: 'Whether the same request may succeed later' })
  readonly retryable!: boolean;

  @ApiProperty({ type: 'object', additionalProperties: true, description: 'Facts for a program' })
  readonly details!: object;

  @ApiProperty({
    type: 'array',
    items: { type: 'string', maxLength: 100 },
    maxItems: 100,
    required: false,
    description: 'What may be done instead',
  })
  readonly allowedActions?: string[];
}

const retryLater = { 'Retry-After': { ...ANSWER_HEADERS['Retry-After'], required: false } };

const PROBLEMS_METADATA = 'entrepot/problems';

/** Documents the errors of an operation by their classes; status and codes follow from the catalogue. */
export function ApiProblems(...errors: readonly DomainErrorClass[]): MethodDecorator {
  const byStatus = Map.groupBy(errors, ({ problem }) =>
    problem.code === InternalError.problem.code ? 500 : STATUS[problem.kind],
  );
  return applyDecorators(
    SetMetadata(
      PROBLEMS_METADATA,
      errors.map(({ problem }) => problem.code),
    ),
    ...[...byStatus].map(([status, classes]) =>
      ApiResponse({
        status,
        description: classes.map(({ problem }) => `\`${problem.code}\`: ${problem.title.en}`).join('; '),
        // Of the conflicts only these pass by themselves.
        headers: status === 409 && classes.some(({ problem }) => problem.kind === 'busy') ? retryLater : {},
        content: { 'application/problem+json': { schema: { $ref: getSchemaPath(ProblemDto) } } },
      }),
    ),
  );
}

/** The codes that a handler documents. */
export function problemsOf(method: object): readonly string[] {
  return (Reflect.getMetadata(PROBLEMS_METADATA, method) as string[] | undefined) ?? [];
}

/** What may happen on every operation. */
export const UNIVERSAL_PROBLEMS: readonly DomainErrorClass[] = [
  UnknownApiVersionError,
  TooManyRequestsError,
  InternalError,
];

/** What may happen on every operation that needs a key. */
export const COMMON_PROBLEMS: readonly DomainErrorClass[] = [
  ...UNIVERSAL_PROBLEMS,
  MalformedRequestError,
  UnauthenticatedError,
  CredentialExpiredError,
  CredentialRevokedError,
  AddressNotAllowedError,
  SignatureRequiredError,
  SignatureInvalidError,
  SignatureTimeError,
  SignatureReplayedError,
  MissingScopeError,
];

/** What may besides happen on every operation that can be called with `Acting-For`. */
export const ACTING_PROBLEMS: readonly DomainErrorClass[] = [
  NotMandatedError,
  MandateExpiredError,
  MandateRevokedError,
  ScopeNotMandatedError,
];

/** What may besides happen wherever a body is read. */
export const BODY_READ_PROBLEMS: readonly DomainErrorClass[] = [
  MalformedRequestError,
  InvalidInputError,
  BodyTooLargeError,
];

/** What may besides happen on every operation with a body that can be repeated. */
export const BODY_PROBLEMS: readonly DomainErrorClass[] = [...BODY_READ_PROBLEMS, IdempotencyInProgressError];
