import { Body, Controller, Get, Param, Post, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { parseId, parseOptionalId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { InsufficientFundsError } from '../../../ledger/index.js';
import { MandateLimitError } from '../../../platform/auth/mandates/mandate.errors.js';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { CallerOf, type Command, CommandOf, Commands } from '../../../platform/http/command.js';
import { withETag } from '../../../platform/http/etag.js';
import { LanguageOf } from '../../../platform/http/language.js';
import { CommandOperation, QueryOperation } from '../../../platform/http/operation.js';
import { mapPage } from '../../../platform/http/paging.js';
import { type Principal, type Reply } from '../../../platform/http/request.js';
import { ResourceNotFoundError } from '../../../platform/http/request.errors.js';
import { ShipmentDeclarations } from '../../application/insurance/shipment-declarations.service.js';
import { NotInsurableError, PremiumPaidError, ShipmentDeclaredError } from '../../domain/insurance/insurance.errors.js';
import {
  DeclareShipmentDto,
  ShipmentDeclarationDto,
  ShipmentDeclarationPageDto,
  ShipmentDeclarationsQuery,
} from '../dto/insurance/shipment.dto.js';
import { SHIPMENT_REQUEST } from './insurance.examples.js';

const ID = {
  name: 'id',
  schema: { type: 'string', maxLength: 40, example: 'shd_01jdq3x7k2e9ta6v0m8r4c5wzb' },
  description: 'The declaration',
} as const;

/** Shipments of which insurers are told. */
@ApiTags('Financing')
@Controller('v1/financing/shipment-declarations')
export class ShipmentDeclarationsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: ShipmentDeclarations,
  ) {}

  @Post()
  @CommandOperation({
    id: 'declareShipment',
    summary: 'Declare the shipment of an order to the insurer',
    description:
      'Within the days of the policy. What the buyer limit has left of the value is insured (`covered`), and the premium is of that. ' +
      'Not needed where the policy declares by itself. `409 FINANCING.NOT_INSURABLE` has every reason in `details.reasons`.',
    scope: 'financing:write',
    answers: ShipmentDeclarationDto,
    speaks: true,
    status: 202,
    idempotencyKey: 'required',
    dryRun: true,
    examples: { shipment: SHIPMENT_REQUEST },
    problems: [NotInsurableError, ShipmentDeclaredError, ResourceNotFoundError],
  })
  declare(@CommandOf() command: Command, @Body() body: DeclareShipmentDto): Promise<string> {
    const request = DeclareShipmentDto.toRequest(body);
    return this.commands.run(
      command,
      (tx) => this.declarations.declare(tx, request),
      (row) => ShipmentDeclarationDto.from(row, command.language),
    );
  }

  @Get()
  @QueryOperation({
    id: 'listShipmentDeclarations',
    summary: 'Declared shipments, newest first',
    description: 'By order or state.',
    scope: 'financing:read',
    answers: ShipmentDeclarationPageDto,
    speaks: true,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() { orderId, ...query }: ShipmentDeclarationsQuery,
    @LanguageOf() language: Language,
  ): Promise<ShipmentDeclarationPageDto> {
    const orderUuid = parseOptionalId('order', orderId);
    const found = await this.unitOfWork.read(caller, (view) => this.declarations.list(view, query, orderUuid));
    return mapPage(found, (row) => ShipmentDeclarationDto.from(row, language));
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getShipmentDeclaration',
    summary: 'One declared shipment',
    description: 'What of it is insured, the working of its premium, and by when a loss is told of.',
    scope: 'financing:read',
    answers: ShipmentDeclarationDto,
    speaks: true,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
    @LanguageOf() language: Language,
  ): Promise<ShipmentDeclarationDto> {
    const declarationId = parseId('shipmentDeclaration', id);
    const found = await this.unitOfWork.read(caller, (view) => this.declarations.get(view, declarationId));
    return withETag(reply, ShipmentDeclarationDto.from(found, language));
  }

  @Post(':id/premium-payment')
  @ApiParam(ID)
  @CommandOperation({
    id: 'payInsurancePremium',
    summary: 'Pay the premium of a shipment to the insurer',
    description:
      'Due once the insurer has taken the shipment. What receipts of the order have not settled of it is taken from what the platform ' +
      'holds for the seller; the insurer is told.',
    scope: 'financing:write',
    answers: ShipmentDeclarationDto,
    speaks: true,
    idempotencyKey: 'required',
    ifMatch: 'optional',
    byId: true,
    dryRun: true,
    problems: [PremiumPaidError, InsufficientFundsError, MandateLimitError],
  })
  pay(@CommandOf() command: Command, @Param('id') id: string): Promise<string> {
    const declarationId = parseId('shipmentDeclaration', id);
    return this.commands.run(
      command,
      (tx) => this.declarations.payPremium(tx, declarationId),
      (row) => ShipmentDeclarationDto.from(row, command.language),
    );
  }
}
