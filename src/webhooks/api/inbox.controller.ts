import { Body, Controller, Delete, Get, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage, type Page, PageQuery } from '../../platform/http/paging.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { LiveCallerError } from '../../platform/tenants/tenant.errors.js';
import { assertSandbox, Inboxes } from '../application/inboxes.service.js';
import { EndpointLimitError, InboxExistsError } from '../domain/webhooks.errors.js';
import {
  CreatedInboxDto,
  EmptiedInboxDto,
  InboxAnswerDto,
  InboxDto,
  InboxMessageDto,
  InboxMessagePageDto,
} from './dto/inbox.dto.js';

@ApiTags('Sandbox')
@Controller('v1/sandbox/inbox')
export class InboxController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly inboxes: Inboxes,
  ) {}

  @Post()
  @CommandOperation({
    id: 'createInbox',
    summary: 'Have the platform itself receive your webhooks',
    description:
      'Makes a webhook endpoint whose target is within the platform, for all events; change it like any other. What is sent ' +
      'there is signed and POSTed over HTTP as everywhere, and is kept for you to read. One for each sandbox tenant; when its ' +
      'endpoint has been removed, another one can be made.',
    scope: 'webhooks:write',
    answers: CreatedInboxDto,
    status: 201,
    showsSecret: true,
    problems: [LiveCallerError, InboxExistsError, EndpointLimitError],
  })
  create(@CommandOf() command: Command): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.inboxes.create(tx),
      CreatedInboxDto.created,
      CreatedInboxDto.withoutSecret,
    );
  }

  @Get()
  @QueryOperation({
    id: 'getInbox',
    summary: 'The inbox, and what it answers',
    description: 'Without the secret of its endpoint, which is shown only when it is made.',
    scope: 'webhooks:read',
    answers: InboxDto,
    problems: [LiveCallerError, ResourceNotFoundError],
  })
  async get(@CallerOf() caller: Principal, @Res({ passthrough: true }) reply: Reply): Promise<InboxDto> {
    assertSandbox(caller.livemode);
    return withETag(reply, InboxDto.from(await this.unitOfWork.read(caller, (view) => this.inboxes.get(view))));
  }

  @Put()
  @CommandOperation({
    id: 'setInbox',
    summary: 'Tell the inbox what to answer',
    description:
      'From now on: a status that says no, or an answer that comes too late, and retries can be rehearsed. What it is ' +
      'sent is kept all the same. 410 disables its endpoint, as any receiver’s 410 does.',
    scope: 'webhooks:write',
    answers: InboxDto,
    ifMatch: 'required',
    examples: { out_of_order: { status: 503 }, too_slow: { status: 204, delayMs: 16000 }, well_again: { status: 204 } },
    problems: [LiveCallerError, ResourceNotFoundError],
  })
  set(@CommandOf() command: Command, @Body() { status, delayMs = 0 }: InboxAnswerDto): Promise<string> {
    return this.commands.run(command, (tx) => this.inboxes.change(tx, { status, delayMs }), InboxDto.from);
  }

  @Get('messages')
  @QueryOperation({
    id: 'listInboxMessages',
    summary: 'What the inbox was sent',
    description:
      'Word for word, with every header, newest first, and whether the signature verifies. The newest 1,000 are kept, of at ' +
      'most 256 KiB each.',
    scope: 'webhooks:read',
    answers: InboxMessagePageDto,
    problems: [LiveCallerError],
  })
  async list(@CallerOf() caller: Principal, @Query() query: PageQuery): Promise<Page<InboxMessageDto>> {
    assertSandbox(caller.livemode);
    return mapPage(
      await this.unitOfWork.read(caller, (view) => this.inboxes.messages(view, query)),
      InboxMessageDto.from,
    );
  }

  @Delete('messages')
  @CommandOperation({
    id: 'emptyInbox',
    summary: 'Forget what the inbox was sent',
    description: 'All of it. The inbox itself stays, and goes on receiving.',
    scope: 'webhooks:write',
    answers: EmptiedInboxDto,
    problems: [LiveCallerError],
  })
  empty(@CommandOf() command: Command): Promise<string> {
    return this.commands.run(
      command,
      (tx) => this.inboxes.empty(tx),
      (deleted) => ({ deleted }),
    );
  }
}
