import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { IllegalTransitionError } from '../../../kernel/state-machine.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { InboundNotices } from '../../application/warehouses/inbound.service.js';
import {
  DeclaredGoodsExceededError,
  LotTakenError,
  WarehouseReferenceTakenError,
} from '../../domain/warehouses/warehouse.errors.js';
import {
  InboundDepartureRequestDto,
  InboundNoticeDetailsDto,
  InboundNoticePageDto,
  InboundNoticeDto,
  InboundNoticeRequestDto,
  InboundNoticesQuery,
  InspectionEvidenceDto,
  InspectionRequestDto,
  WarehouseReasonDto,
} from '../dto/warehouses/inbound-notice.dto.js';
import { idOf, LOT_ID, WAREHOUSE_ID } from './warehouse-examples.js';

const ID = idOf('asn', 'The inbound notice');
const CHANGING = {
  scope: 'freight:write',
  answers: InboundNoticeDetailsDto,
  ifMatch: 'optional',
  byId: true,
} as const;

/** What is on its way into warehouses abroad (入库预约), and what was found when it came. */
@ApiTags('Warehouses')
@Controller('v1/freight/inbound-notices')
export class InboundNoticesController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: InboundNotices,
  ) {}

  @Post()
  @CommandOperation({
    id: 'announceInbound',
    summary: 'Announce goods to a warehouse',
    description:
      'Lot by lot. Where `declarationId` names the declaration under 9810 that they left under, each line names its item: no more ' +
      'is announced of it than left, in pieces. A declaration is known as soon as customs has told its departure.',
    scope: 'freight:write',
    answers: InboundNoticeDetailsDto,
    status: 201,
    dryRun: true,
    examples: {
      undeclared: {
        ...{ warehouseId: WAREHOUSE_ID, reference: 'ASN-2026-1', cartons: 20, expectedOn: '2026-12-20' },
        lines: [{ sku: 'TOY-1', lot: 'L2026-11', quantity: 1000 }],
      },
    },
    problems: [
      InvalidInputError,
      ResourceNotFoundError,
      DeclaredGoodsExceededError,
      WarehouseReferenceTakenError,
      LotTakenError,
    ],
  })
  announce(@CommandOf() command: Command, @Body() request: InboundNoticeRequestDto): Promise<string> {
    const { reference, cartons, expectedOn = null, declarationId } = request;
    const announcement = {
      warehouseId: parseId('warehouse', request.warehouseId),
      declarationId: declarationId == null ? null : parseId('declaration', declarationId),
      ...{ reference, cartons, expectedOn },
      lines: request.lines.map(({ sku, lot, quantity, itemNumber }) => ({
        ...{ sku, lot, quantity, itemNumber: itemNumber ?? null },
      })),
    };
    return this.commands.run(command, (tx) => this.notices.announce(tx, announcement), InboundNoticeDetailsDto.of);
  }

  @Get()
  @QueryOperation({
    id: 'listInboundNotices',
    summary: 'Inbound notices, newest first',
    description: 'Lines stand with each notice by itself.',
    scope: 'freight:read',
    answers: InboundNoticePageDto,
  })
  async list(@CallerOf() caller: Principal, @Query() query: InboundNoticesQuery): Promise<InboundNoticePageDto> {
    const { reference, state } = query;
    const warehouseId = parseOptionalId('warehouse', query.warehouseId);
    const declarationId = parseOptionalId('declaration', query.declarationId);
    const filter = { warehouseId, declarationId, reference, state };
    const found = await this.unitOfWork.read(caller, (view) => this.notices.list(view, query, filter));
    return mapPage(found, InboundNoticeDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getInboundNotice',
    summary: 'One inbound notice, with what was found of each lot',
    description: 'Counted, accepted, damaged and missing pieces are null before the inspection.',
    scope: 'freight:read',
    answers: InboundNoticeDetailsDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<InboundNoticeDetailsDto> {
    const noticeId = parseId('inboundNotice', id);
    const found = await this.unitOfWork.read(caller, (view) => this.notices.get(view, noticeId));
    return withETag(reply, InboundNoticeDetailsDto.of(found));
  }

  @Post(':id/departure')
  @ApiParam(ID)
  @CommandOperation({
    id: 'departInbound',
    summary: 'The announced goods are on their way',
    description: 'With the number to follow them by, where there is one.',
    ...CHANGING,
    examples: { sea: { trackingNumber: 'CSQU3054383' } },
    problems: [IllegalTransitionError],
  })
  depart(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { trackingNumber = null }: InboundDepartureRequestDto,
  ): Promise<string> {
    const noticeId = parseId('inboundNotice', id);
    return this.commands.run(
      command,
      (tx) => this.notices.depart(tx, noticeId, trackingNumber),
      InboundNoticeDetailsDto.of,
    );
  }

  @Post(':id/arrival')
  @ApiParam(ID)
  @CommandOperation({
    id: 'arriveInbound',
    summary: 'The announced goods are at the warehouse',
    description: 'On this day, at the warehouse.',
    ...CHANGING,
    problems: [IllegalTransitionError],
  })
  arrive(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const noticeId = parseId('inboundNotice', id);
    return this.commands.run(command, (tx) => this.notices.arrive(tx, noticeId), InboundNoticeDetailsDto.of);
  }

  @Post(':id/inspection')
  @ApiParam(ID)
  @CommandOperation({
    id: 'inspectInbound',
    summary: 'What was found of each lot, with evidence',
    description:
      'Every lot of the notice, once. Counted pieces are accepted or damaged; what was announced and not counted is missing. What is ' +
      'damaged or missing needs evidence: the name and SHA-256 of a file. Until it is stocked, another inspection replaces it.',
    ...CHANGING,
    examples: {
      damaged: {
        lines: [
          {
            ...{ lotId: LOT_ID, counted: 1000, accepted: 1000, damaged: 0 },
            evidence: [
              {
                ...{ kind: 'photo', name: 'carton-7.jpg' },
                sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
              },
            ],
          },
        ],
      },
    },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  inspect(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { lines }: InspectionRequestDto,
  ): Promise<string> {
    const noticeId = parseId('inboundNotice', id);
    const found = lines.map(({ lotId, counted, accepted, damaged, evidence = [] }) => ({
      ...{ lotId: parseId('stockLot', lotId), counted, accepted, damaged },
      evidence: evidence.map(InspectionEvidenceDto.toEvidence),
    }));
    return this.commands.run(command, (tx) => this.notices.inspect(tx, noticeId, found), InboundNoticeDetailsDto.of);
  }

  @Post(':id/stocking')
  @ApiParam(ID)
  @CommandOperation({
    id: 'stockInbound',
    summary: 'What was found becomes stock',
    description:
      'Accepted pieces are on hand, damaged ones are kept apart. The notice is `stocked`, or `discrepancy` where something was damaged ' +
      'or missing. The age of the goods counts from this day at the warehouse.',
    ...CHANGING,
    dryRun: true,
    problems: [IllegalTransitionError],
  })
  stock(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const noticeId = parseId('inboundNotice', id);
    return this.commands.run(command, (tx) => this.notices.stock(tx, noticeId), InboundNoticeDetailsDto.of);
  }

  @Post(':id/cancellation')
  @ApiParam(ID)
  @CommandOperation({
    id: 'cancelInbound',
    summary: 'Nothing of the announced goods comes',
    description: 'Its lots are free again, and what it took of a declaration can be announced anew.',
    ...CHANGING,
    examples: { wrong: { reason: 'Announced twice' } },
    problems: [IllegalTransitionError],
  })
  cancel(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { reason }: WarehouseReasonDto,
  ): Promise<string> {
    const noticeId = parseId('inboundNotice', id);
    return this.commands.run(command, (tx) => this.notices.cancel(tx, noticeId, reason), InboundNoticeDetailsDto.of);
  }
}
