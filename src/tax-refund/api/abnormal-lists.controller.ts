import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';

import { Controller, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';

import { type Fault, InvalidInputError } from '../../kernel/domain-error.js';
import { Command, CommandOf, Commands } from '../../platform/http/command.js';
import { CommandOperation } from '../../platform/http/operation.js';
import { type Request } from '../../platform/http/request.js';
import { UnsupportedMediaTypeError } from '../../platform/http/request.errors.js';
import { RequestPipe } from '../../platform/http/validation.pipe.js';
import { AbnormalLists } from '../application/abnormal-lists.service.js';
import { abnormalRowsOf } from '../application/abnormal-tables.js';
import { type AbnormalLine } from '../domain/abnormal.js';
import { AbnormalTableError } from '../domain/abnormal.errors.js';
import { SAY } from '../domain/abnormal.sentences.js';
import { SAY as SAY_OF_TABLES } from '../domain/invoice-import.sentences.js';
import {
  ABNORMAL_LINES_MAX,
  ABNORMAL_TABLE_EXAMPLE,
  AbnormalLineRequest,
  AbnormalListDto,
} from './dto/abnormal.dto.js';

const pointerOf = (index: number): string => `/rows/${index + 1}`;

/** Lists of abnormal invoices and issuers as tables. */
@ApiTags('Abnormal invoices')
@Controller('v1/tax-refund/abnormal-lists')
export class AbnormalListsController {
  constructor(
    private readonly commands: Commands,
    private readonly lists: AbnormalLists,
  ) {}

  @Post()
  @ApiConsumes('text/csv')
  @ApiBody({
    required: true,
    description: 'One row for each entry, under a header (docs/tax-refund-invoices.md); UTF-8 or GBK',
    schema: { type: 'string', maxLength: 1_000_000, example: ABNORMAL_TABLE_EXAMPLE },
  })
  @CommandOperation({
    id: 'importAbnormalEntries',
    summary: 'List or lift abnormal invoices and issuers from a table',
    description:
      'As `enterAbnormalEntries`: all of it, or nothing, with the faults of all rows at once (`/rows/12/day`).',
    scope: 'tax_refund:write',
    answers: AbnormalListDto,
    status: 201,
    showsSecret: true,
    problems: [AbnormalTableError, InvalidInputError, UnsupportedMediaTypeError],
  })
  async import(@CommandOf() command: Command, @Req() { body, headers }: Request): Promise<string> {
    if (!(body instanceof Readable)) throw new UnsupportedMediaTypeError(SAY.csv_needed);
    const encoding = headers['content-encoding'] ?? 'identity';
    if (encoding !== 'gzip' && encoding !== 'identity') throw new UnsupportedMediaTypeError(SAY_OF_TABLES.encoding);
    const lines = linesOf(await abnormalRowsOf(body, encoding === 'gzip', ABNORMAL_LINES_MAX));
    const digest = createHash('sha256').update(JSON.stringify(lines)).digest('base64url');
    return this.commands.run(
      command.ofStream(digest),
      (tx) => this.lists.take(tx, lines, pointerOf),
      AbnormalListDto.from,
    );
  }
}

/** As if they had been given to `enterAbnormalEntries`. @throws InvalidInputError with the faults of all rows */
function linesOf(rows: readonly (object | null)[]): AbnormalLine[] {
  const faults: Fault[] = [];
  const lines = rows.flatMap((row, index) => {
    if (row === null) {
      faults.push({ pointer: pointerOf(index), code: 'format', message: SAY.row_long });
      return [];
    }
    try {
      const read = new RequestPipe().transform(row, { type: 'body', metatype: AbnormalLineRequest });
      return [(read as AbnormalLineRequest).toLine()];
    } catch (error) {
      if (!(error instanceof InvalidInputError)) throw error;
      faults.push(...error.faults.map((fault) => ({ ...fault, pointer: pointerOf(index) + fault.pointer })));
      return [];
    }
  });
  if (faults.length > 0) throw new InvalidInputError(faults);
  return lines;
}
