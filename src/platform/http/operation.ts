import { applyDecorators, HttpCode, type Type } from '@nestjs/common';
import { ApiExtension, ApiHeader, ApiOperation, ApiQuery, ApiResponse } from '@nestjs/swagger';

import { type DomainErrorClass } from '../../kernel/domain-error.js';
import { isMandatable, ProvesCaller, RequiresScope, type Scope, SELF_SCOPE, TakesNewcomers } from '../auth/scopes.js';
import {
  ACTING_PROBLEMS,
  ApiProblems,
  BODY_PROBLEMS,
  BODY_READ_PROBLEMS,
  COMMON_PROBLEMS,
  UNIVERSAL_PROBLEMS,
} from './api-problem.js';
import { CommandRoute } from './command.js';
import { type Deprecation } from './deprecation.js';
import { EXAMPLE_KEY } from './docs-page.js';
import { ApiSpoken } from './language.js';
import { BODY_EXAMPLES } from './openapi-conventions.js';
import { headerRefs } from './openapi-headers.js';
import { securityFor } from './openapi-security.js';
import {
  IdempotencyKeyRequiredError,
  IdempotencyKeyReusedError,
  IfMatchRequiredError,
  ResourceNotFoundError,
} from './request.errors.js';
import { StaleVersionError } from '../database/session.js';

interface OperationOptions {
  /** `operationId`: a verb and a thing, unique: `placeOrder`. */
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: Scope;
  /** True where much is worked through at once: the route falls under the smaller allowance `costly`. */
  readonly costly?: boolean;
  readonly answers: Type<unknown>;
  readonly problems?: readonly DomainErrorClass[];
  /** True where the answer has words in it, in the caller's language. */
  readonly speaks?: boolean;
  /** Where it will end: told on each answer, and a breaking change only after its day. */
  readonly deprecated?: Deprecation;
}

interface QueryOperationOptions extends OperationOptions {
  /** True where the path names a resource that may not exist. */
  readonly byId?: boolean;
}

interface CommandOperationOptions extends OperationOptions {
  readonly status?: 200 | 201 | 202;
  readonly idempotencyKey?: 'optional' | 'required';
  readonly ifMatch?: 'optional' | 'required' | 'none';
  /** True where `?dryRun=true` computes and keeps nothing. */
  readonly dryRun?: boolean;
  readonly byId?: boolean;
  /** True where the answer shows a secret once, which a batch could not. */
  readonly showsSecret?: boolean;
  /** Bodies that work, by a name that says what for; shown in the docs and run by the tests. */
  readonly examples?: Readonly<Record<string, object>>;
}

/** A route that reads: documented, guarded by its scope. */
export function QueryOperation({ byId = false, problems = [], ...options }: QueryOperationOptions): MethodDecorator {
  return applyDecorators(
    ...documented(options),
    ApiResponse({ status: 200, description: 'Found', type: options.answers }),
    ApiProblems(...unique([...commonProblems(options), ...(byId ? [ResourceNotFoundError] : []), ...problems])),
  );
}

/** A route that changes something: documented, guarded by its scope, safe to repeat under an Idempotency-Key. */
export function CommandOperation({
  status = 200,
  idempotencyKey = 'optional',
  ifMatch = 'none',
  dryRun = false,
  byId = false,
  showsSecret = false,
  examples,
  problems = [],
  ...options
}: CommandOperationOptions): MethodDecorator {
  const keyRequired = idempotencyKey === 'required';
  return applyDecorators(
    ...documented(options),
    HttpCode(status),
    CommandRoute({
      status,
      idempotencyKey,
      ifMatch: ifMatch === 'required' ? 'required' : 'optional',
      speaks: options.speaks ?? false,
      inBatches: status !== 200 && !showsSecret,
    }),
    ApiHeader({
      name: 'Idempotency-Key',
      required: keyRequired,
      description: 'A fresh unique text; send the same one again when you retry, and you get the first answer',
      schema: { type: 'string', minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' },
      ...(keyRequired ? { example: EXAMPLE_KEY } : {}),
    }),
    ...(examples === undefined ? [] : [ApiExtension(BODY_EXAMPLES, examples) as MethodDecorator]),
    ...(ifMatch === 'none'
      ? []
      : [
          ApiHeader({
            name: 'If-Match',
            required: ifMatch === 'required',
            description: 'The ETag of the version you read',
            schema: { type: 'string', maxLength: 20, pattern: '^"\\d+"$' },
            ...(ifMatch === 'required' ? { example: '"1"' } : {}),
          }),
        ]),
    ...(dryRun ? [ApiDryRun()] : []),
    ApiResponse({
      status,
      description: DONE[status],
      type: options.answers,
      headers: headerRefs('Idempotent-Replayed'),
    }),
    ...(dryRun && status !== 200
      ? [ApiResponse({ status: 200, description: 'Dry run: what it would have been', type: options.answers })]
      : []),
    ApiProblems(
      ...unique([
        ...commonProblems(options),
        ...BODY_PROBLEMS,
        IdempotencyKeyReusedError,
        ...(keyRequired ? [IdempotencyKeyRequiredError] : []),
        ...(ifMatch === 'none' ? [] : [StaleVersionError]),
        ...(ifMatch === 'required' ? [IfMatchRequiredError] : []),
        ...(byId ? [ResourceNotFoundError] : []),
        ...problems,
      ]),
    ),
  );
}

function commonProblems({ scope }: Pick<OperationOptions, 'scope'>): readonly DomainErrorClass[] {
  return isMandatable(scope) ? [...COMMON_PROBLEMS, ...ACTING_PROBLEMS] : COMMON_PROBLEMS;
}

type OpenOperationOptions = Omit<OperationOptions, 'scope' | 'costly' | 'speaks'>;

/** A route with a body that proves the caller; nothing of it is kept, so there is nothing to repeat. */
export function OpenOperation({
  id,
  summary,
  description,
  answers,
  problems = [],
}: OpenOperationOptions): MethodDecorator {
  return applyDecorators(
    ApiOperation({ operationId: id, summary, description, security: [] }),
    HttpCode(200),
    ProvesCaller(),
    ApiResponse({ status: 200, description: DONE[200], type: answers }),
    ApiProblems(...unique([...UNIVERSAL_PROBLEMS, ...BODY_READ_PROBLEMS, ...problems])),
  );
}

type FirstOperationOptions = OpenOperationOptions & { readonly scope: Scope };

/**
 * What somebody does who has no credential yet, and others may do too: with one it needs the scope. What it shows is not
 * kept, so there is nothing to repeat.
 */
export function FirstOperation({
  id,
  summary,
  description,
  scope,
  answers,
  problems = [],
}: FirstOperationOptions): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      operationId: id,
      summary,
      description: `${description}\n\nScope, of a credential that is shown: \`${scope}\`${COSTLY_NOTE}`,
      security: [{}, ...securityFor(scope)],
    }),
    HttpCode(201),
    TakesNewcomers(scope, id),
    ApiResponse({ status: 201, description: DONE[201], type: answers }),
    ApiProblems(...unique([...COMMON_PROBLEMS, ...BODY_READ_PROBLEMS, ...problems])),
  );
}

type OwnOperationOptions = Omit<OperationOptions, 'scope' | 'costly' | 'speaks' | 'answers'> & {
  /** Left out where there is nothing to say: 204. */
  readonly answers?: Type<unknown>;
};

/** A route about the caller's own sign-in: for people only, and shown secrets are not kept for a repeat. */
export function OwnOperation({ answers, problems = [], ...options }: OwnOperationOptions): MethodDecorator {
  return applyDecorators(
    ...documented({ ...options, scope: SELF_SCOPE }),
    HttpCode(answers === undefined ? 204 : 200),
    answers === undefined
      ? ApiResponse({ status: 204, description: 'Done' })
      : ApiResponse({ status: 200, description: DONE[200], type: answers }),
    ApiProblems(...unique([...COMMON_PROBLEMS, ...BODY_READ_PROBLEMS, ...problems])),
  );
}

function ApiDryRun(): MethodDecorator {
  return ApiQuery({
    name: 'dryRun',
    required: false,
    description: 'True: everything is checked and computed, nothing is kept, no partner is told',
    schema: { type: 'boolean', default: false },
  });
}

/** What a costly operation says of itself. */
export const COSTLY_NOTE =
  '\n\nCostly: besides the allowance of all requests, the smaller one named `costly` is taken from.';

const DONE = {
  200: 'Done',
  201: 'Created',
  202: 'Accepted; the resource in its new state, with `expectedBy`',
} as const;

function documented({
  id,
  summary,
  description,
  scope,
  costly,
  speaks = false,
  deprecated,
}: Omit<OperationOptions, 'answers'>): MethodDecorator[] {
  return [
    ApiOperation({
      operationId: id,
      summary,
      description: `${description}\n\nScope: \`${scope}\`${costly === true ? COSTLY_NOTE : ''}`,
      ...(deprecated === undefined ? {} : { deprecated: true }),
    }),
    ApiExtension('x-scope', scope) as MethodDecorator,
    ...(deprecated === undefined ? [] : [ApiExtension('x-sunset', deprecated.sunset) as MethodDecorator]),
    RequiresScope(scope, {
      isCostly: costly === true,
      operationId: id,
      ...(deprecated === undefined ? {} : { deprecation: deprecated }),
    }),
    ...(speaks ? [ApiSpoken()] : []),
  ];
}

function unique(errors: readonly DomainErrorClass[]): DomainErrorClass[] {
  return [...new Set(errors)];
}
