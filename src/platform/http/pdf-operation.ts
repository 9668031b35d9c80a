import { applyDecorators, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiProduces, ApiResponse } from '@nestjs/swagger';

import { type DomainErrorClass } from '../../kernel/domain-error.js';
import { RequiresScope, type Scope } from '../auth/scopes.js';
import { ACTING_PROBLEMS, ApiProblems, COMMON_PROBLEMS } from './api-problem.js';
import { COSTLY_NOTE } from './operation.js';
import { ResourceNotFoundError } from './request.errors.js';

const PDF = 'application/pdf';
const MAX_BYTES = 10_485_760;

interface PdfOperationOptions {
  readonly id: string;
  readonly summary: string;
  readonly description: string;
  readonly scope: Scope;
  readonly problems?: readonly DomainErrorClass[];
}

/** A route that prints a resource. */
export function PdfOperation({ id, summary, description, scope, problems = [] }: PdfOperationOptions): MethodDecorator {
  return applyDecorators(
    ApiOperation({
      operationId: id,
      summary,
      description: `${description}\n\nScope: \`${scope}\`${COSTLY_NOTE}`,
    }),
    ApiExtension('x-scope', scope),
    RequiresScope(scope, { isCostly: true, operationId: id }),
    ApiProduces(PDF),
    ApiResponse({
      status: 200,
      description: 'The file',
      content: { [PDF]: { schema: { type: 'string', format: 'binary', maxLength: MAX_BYTES } } },
    }),
    ApiProblems(...COMMON_PROBLEMS, ...ACTING_PROBLEMS, ResourceNotFoundError, ...problems),
  );
}

/** @param name of the file, without its ending; the id of a resource */
export function pdfFile(file: Buffer, name: string): StreamableFile {
  return new StreamableFile(file, {
    type: PDF,
    length: file.length,
    disposition: `attachment; filename="${name}.pdf"`,
  });
}
