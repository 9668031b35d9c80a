import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../database/unit-of-work.js';
import { CallerOf } from '../http/command.js';
import { QueryOperation } from '../http/operation.js';
import { among, mapPage, page, type Page } from '../http/paging.js';
import { type Principal } from '../http/request.js';
import {
  InboundMessageDto,
  InboundMessagePageDto,
  type InboundMessageRow,
  InboundMessagesQuery,
} from './inbound-messages.dto.js';

/** What waits, and what failed for good, is few beside all that was ever heard: each is gathered once per page. */
const COLUMNS = `
  id, partner, content_type, octet_length(body) AS size_bytes, received_at,
  CASE WHEN id::text IN (SELECT l.payload ->> 'inboxMessageId' FROM platform.dead_letter l
                         WHERE l.state = 'open' AND l.payload ? 'inboxMessageId') THEN 'failed'
       WHEN id::text IN (SELECT d.payload ->> 'inboxMessageId' FROM platform.delivery d
                         WHERE d.payload ? 'inboxMessageId') THEN 'waiting'
       ELSE 'processed' END AS state`;

@ApiTags('Operations')
@Controller('v1/inbound-messages')
export class InboundMessagesController {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Get()
  @QueryOperation({
    id: 'listInboundMessages',
    summary: 'What partners told us',
    description:
      'Callbacks whose signature held, newest first, each once however often it was sent, and what became of them. Not ' +
      'their text, which may name people.',
    scope: 'operations:read',
    answers: InboundMessagePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: InboundMessagesQuery): Promise<Page<InboundMessageDto>> {
    const rows = await this.unitOfWork.read(caller, (view) =>
      page<InboundMessageRow>(view, {
        table: 'platform.inbox_message',
        columns: COLUMNS,
        query,
        conditions: among('partner', query.partner),
      }),
    );
    return mapPage(rows, InboundMessageDto.from);
  }
}
