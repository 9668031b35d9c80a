import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiParam, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { parseId, parseOptionalId } from '../../kernel/ids.js';
import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf, Command, CommandOf, Commands } from '../../platform/http/command.js';
import { withETag } from '../../platform/http/etag.js';
import { CommandOperation, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { ResourceNotFoundError } from '../../platform/http/request.errors.js';
import { type Principal, type Reply } from '../../platform/http/request.js';
import { RegisteredContracts } from '../application/contracts/registered-contracts.js';
import {
  BankTakesNoContractsError,
  ContractRegisteredError,
  NoAccountAtBankError,
} from '../domain/contracts/contracts.errors.js';
import {
  AmendContractDto,
  CloseContractDto,
  ContractOrdersDto,
  DeliverDocumentsDto,
  parseFiles,
  RegisterContractDto,
  RegisteredContractsQuery,
  RequestContractStatementDto,
  SupportingDocumentDto,
} from './dto/registered-contract-request.dto.js';
import {
  RegisteredContractDetailsDto,
  RegisteredContractDto,
  RegisteredContractPageDto,
} from './dto/registered-contract.dto.js';

const ID = {
  name: 'id',
  description: 'Id of the registered contract',
  schema: { type: 'string', maxLength: 40, example: 'rgc_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;
const COMMAND = {
  scope: 'fx:write',
  answers: RegisteredContractDetailsDto,
  status: 202,
  idempotencyKey: 'required',
} as const;
const OF_ONE = { ...COMMAND, ifMatch: 'optional', byId: true } as const;

/** Sales contracts that are registered with the bank, where it takes that (auth.018 to 023, 025 of ISO 20022). */
@ApiTags('Currency control')
@Controller('v1/fx/registered-contracts')
export class RegisteredContractsController {
  constructor(
    private readonly commands: Commands,
    private readonly unitOfWork: UnitOfWork,
    private readonly contracts: RegisteredContracts,
  ) {}

  @Get()
  @QueryOperation({
    id: 'listRegisteredContracts',
    summary: 'Registered contracts, newest first',
    description: 'With those that the bank refused or has closed.',
    scope: 'fx:read',
    answers: RegisteredContractPageDto,
  })
  async list(
    @CallerOf() caller: Principal,
    @Query() query: RegisteredContractsQuery,
  ): Promise<RegisteredContractPageDto> {
    const filter = {
      state: query.state,
      partyId: parseOptionalId('party', query.sellerId),
      orderId: parseOptionalId('order', query.orderId),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.contracts.list(view, query, filter));
    return mapPage(found, RegisteredContractDto.from);
  }

  @Get(':id')
  @ApiParam(ID)
  @QueryOperation({
    id: 'getRegisteredContract',
    summary: 'One registered contract',
    description: 'With what the bank was asked about it, and what it said: statements stand in `requests`.',
    scope: 'fx:read',
    answers: RegisteredContractDetailsDto,
    byId: true,
  })
  async get(
    @CallerOf() caller: Principal,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: Reply,
  ): Promise<RegisteredContractDetailsDto> {
    const contractId = parseId('registeredContract', id);
    const found = await this.unitOfWork.read(caller, (view) => this.contracts.get(view, contractId));
    return withETag(reply, RegisteredContractDetailsDto.of(found));
  }

  @Post()
  @CommandOperation({
    ...COMMAND,
    id: 'registerContract',
    summary: 'Have the bank register the contract of one order, or of several',
    description:
      'Goes as auth.018; the bank confirms it under its own number by auth.019, or refuses it by auth.027. An order is ' +
      'under one open contract at most. Only where the settings of currency control say that the bank takes messages of ISO 20022.',
    dryRun: true,
    examples: {
      order: { orderIds: ['ord_01jdq3x7k2e9ta6v0m8r4c5wzb'], startsOn: '2026-11-02', endsOn: '2027-06-30' },
    },
    problems: [
      InvalidInputError,
      ResourceNotFoundError,
      BankTakesNoContractsError,
      ContractRegisteredError,
      NoAccountAtBankError,
    ],
  })
  register(
    @CommandOf() command: Command,
    @Body() { orderIds, fileIds, ...terms }: RegisterContractDto,
  ): Promise<string> {
    const stated = { ...terms, orderIds: orderIds.map((id) => parseId('order', id)), fileIds: parseFiles(fileIds) };
    return this.commands.run(command, (tx) => this.contracts.register(tx, stated), RegisteredContractDetailsDto.of);
  }

  @Put(':id/orders')
  @ApiParam(ID)
  @CommandOperation({
    ...{ scope: 'fx:write', answers: RegisteredContractDetailsDto, ifMatch: 'optional', byId: true },
    id: 'setContractOrders',
    summary: 'Say which orders are under a registered contract',
    description:
      'All of them: what is left out is free for another contract. The bank registers the contract, not its orders, and is asked ' +
      'nothing; where the amount grows with them, amend it. Not of one that is closed or refused.',
    examples: { orders: { orderIds: ['ord_01jdq3x7k2e9ta6v0m8r4c5wzb'] } },
    problems: [InvalidInputError, IllegalTransitionError, ContractRegisteredError],
  })
  setOrders(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { orderIds }: ContractOrdersDto,
  ): Promise<string> {
    const contractId = parseId('registeredContract', id);
    const all = orderIds.map((each) => parseId('order', each));
    return this.commands.run(
      command,
      (tx) => this.contracts.setOrders(tx, contractId, all),
      RegisteredContractDetailsDto.of,
    );
  }

  @Post(':id/amendment')
  @ApiParam(ID)
  @CommandOperation({
    ...OF_ONE,
    id: 'amendRegisteredContract',
    summary: 'Have the bank register other terms',
    description:
      'A field that is left out stays. Goes as auth.021; until the bank has confirmed it by auth.019, `terms` are the old ones ' +
      'and `proposed` the new.',
    dryRun: true,
    examples: { later: { endsOn: '2027-09-30', reason: 'The delivery was put off' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  amend(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { fileIds, ...terms }: AmendContractDto,
  ): Promise<string> {
    const contractId = parseId('registeredContract', id);
    const change = { ...terms, fileIds: parseFiles(fileIds) };
    return this.commands.run(
      command,
      (tx) => this.contracts.amend(tx, contractId, change),
      RegisteredContractDetailsDto.of,
    );
  }

  @Post(':id/closure')
  @ApiParam(ID)
  @CommandOperation({
    ...OF_ONE,
    id: 'closeRegisteredContract',
    summary: 'Have the bank close a registered contract',
    description: 'Goes as auth.020. A bank also closes by itself what has long been done; then it is `closed` too.',
    dryRun: true,
    examples: { fulfilled: { reason: 'Fulfilled' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  close(@CommandOf() command: Command, @Param('id') id: string, @Body() { reason }: CloseContractDto): Promise<string> {
    const contractId = parseId('registeredContract', id);
    return this.commands.run(
      command,
      (tx) => this.contracts.close(tx, contractId, reason),
      RegisteredContractDetailsDto.of,
    );
  }

  @Post(':id/statement-requests')
  @ApiParam(ID)
  @CommandOperation({
    ...OF_ONE,
    id: 'requestContractStatement',
    summary: 'Ask the bank what it has of a registered contract',
    description:
      'Goes as auth.023; what the bank states by auth.022 stands in `requests`, with the terms that it has otherwise. Of a closed ' +
      'contract, too.',
    examples: { november: { from: '2026-11-01', to: '2026-11-20' } },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  requestStatement(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() period: RequestContractStatementDto,
  ): Promise<string> {
    const contractId = parseId('registeredContract', id);
    return this.commands.run(
      command,
      (tx) => this.contracts.requestStatement(tx, contractId, period),
      RegisteredContractDetailsDto.of,
    );
  }

  @Post(':id/supporting-documents')
  @ApiParam(ID)
  @CommandOperation({
    ...OF_ONE,
    id: 'deliverSupportingDocuments',
    summary: 'Show the bank supporting documents of a contract, or of a receipt under it',
    description:
      'Goes as auth.025. Customs declarations are those that customs has closed for an order under it, with the day and value that ' +
      'customs told of; of invoices and contracts the amount is wanted. Files go with them by `fileIds`.',
    examples: {
      invoice: {
        documents: [
          {
            ...{ kind: 'commercial_invoice', number: 'INV-2026-118', issuedOn: '2026-11-20' },
            amount: { amount: '10000.00', currency: 'USD' },
          },
        ],
      },
    },
    problems: [InvalidInputError, IllegalTransitionError],
  })
  deliver(
    @CommandOf() command: Command,
    @Param('id') id: string,
    @Body() { documents, collectionId }: DeliverDocumentsDto,
  ): Promise<string> {
    const contractId = parseId('registeredContract', id);
    const shown = {
      documents: documents.map(SupportingDocumentDto.of),
      collectionId: parseOptionalId('collection', collectionId),
    };
    return this.commands.run(
      command,
      (tx) => this.contracts.deliver(tx, contractId, shown),
      RegisteredContractDetailsDto.of,
    );
  }
}
