import { Readable } from 'node:stream';

import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { ApiExtension, ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';

import { parseId } from '../../kernel/ids.js';
import { type Language } from '../../kernel/sentence.js';
import { RequiresScope } from '../../platform/auth/scopes.js';
import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { ApiProblems, COMMON_PROBLEMS } from '../../platform/http/api-problem.js';
import { CallerOf } from '../../platform/http/command.js';
import { LanguageOf } from '../../platform/http/language.js';
import { COSTLY_NOTE, QueryOperation } from '../../platform/http/operation.js';
import { mapPage } from '../../platform/http/paging.js';
import { type Principal } from '../../platform/http/request.js';
import { AccountReader } from '../application/account-reader.js';
import { HledgerExport } from '../application/hledger-export.js';
import { TransferReader } from '../application/transfer-reader.js';
import { TrialBalances } from '../application/trial-balance.js';
import {
  AccountDto,
  AccountPageDto,
  AccountsQuery,
  asOfOf,
  ExportQuery,
  TransferDto,
  TransferPageDto,
  TransfersQuery,
  TrialBalanceDto,
  TrialBalanceQuery,
} from './dto/books.dto.js';

/** The books, to be read. They are written by what happens to orders, never by a request of their own. */
@ApiTags('Ledger')
@Controller('v1/ledger')
export class LedgerController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: AccountReader,
    private readonly transfers: TransferReader,
    private readonly trialBalances: TrialBalances,
    private readonly hledger: HledgerExport,
  ) {}

  @Get('accounts')
  @QueryOperation({
    id: 'listAccounts',
    summary: 'Accounts and their balances',
    description:
      'Balances are told on the account’s normal side: 100 of `client_funds` is owed to the client. `available` is what ' +
      'was posted less what is held. With `asOf` or `bookedAt` the balance is recounted from the postings as the books ' +
      'stood; with `orderId` only that order’s bookings count. The order of the list means nothing.',
    scope: 'ledger:read',
    answers: AccountPageDto,
    speaks: true,
  })
  async listAccounts(
    @CallerOf() caller: Principal,
    @Query() query: AccountsQuery,
    @LanguageOf() language: Language,
  ): Promise<AccountPageDto> {
    const { code, partyId, currency, orderId } = query;
    const filter = {
      asOf: asOfOf(query),
      ...(code === undefined ? {} : { code }),
      ...(partyId === undefined ? {} : { partyId: parseId('party', partyId) }),
      ...(currency === undefined ? {} : { currency }),
      ...(orderId === undefined ? {} : { orderId: parseId('order', orderId) }),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.accounts.list(view, query, filter));
    return mapPage(found, (account) => AccountDto.from(account, language));
  }

  @Get('transfers')
  @QueryOperation({
    id: 'listTransfers',
    summary: 'Transfers, newest first',
    description: 'Each with its postings, its order, the event it books and its value date. Filters go together.',
    scope: 'ledger:read',
    answers: TransferPageDto,
  })
  async listTransfers(@CallerOf() caller: Principal, @Query() query: TransfersQuery): Promise<TransferPageDto> {
    const { orderId, account, kind } = query;
    const filter = {
      ...(orderId === undefined ? {} : { orderId: parseId('order', orderId) }),
      ...(account === undefined ? {} : { accountId: parseId('account', account) }),
      ...(kind === undefined ? {} : { kind }),
    };
    const found = await this.unitOfWork.read(caller, (view) => this.transfers.list(view, query, filter));
    return mapPage(found, (transfer) => TransferDto.from(transfer));
  }

  @Get('transfers/:id')
  @ApiParam({ name: 'id', schema: { type: 'string', maxLength: 40, example: 'trf_01jdq3x7k2e9ta6v0m8r4c5wzb' } })
  @QueryOperation({
    id: 'getTransfer',
    summary: 'One transfer',
    description: 'Never changed since it was booked. A correction is another transfer, named in `reversedBy`.',
    scope: 'ledger:read',
    answers: TransferDto,
    byId: true,
  })
  async getTransfer(@CallerOf() caller: Principal, @Param('id') id: string): Promise<TransferDto> {
    const transferId = parseId('transfer', id);
    return TransferDto.from(await this.unitOfWork.read(caller, (view) => this.transfers.get(view, transferId)));
  }

  @Get('trial-balance')
  @QueryOperation({
    id: 'getTrialBalance',
    summary: 'Trial balance',
    description:
      'For each currency, what stands in debit and what stands in credit. The two are equal: the database accepts no ' +
      'transfer that would make them differ.',
    scope: 'ledger:read',
    costly: true,
    answers: TrialBalanceDto,
  })
  async getTrialBalance(@CallerOf() caller: Principal, @Query() query: TrialBalanceQuery): Promise<TrialBalanceDto> {
    const drawn = await this.unitOfWork.read(caller, (view) => this.trialBalances.draw(view, asOfOf(query)));
    return TrialBalanceDto.from(drawn);
  }

  @Get('export')
  @ApiOperation({
    operationId: 'exportLedger',
    summary: 'The whole books as text',
    description:
      'An hledger journal with every account, currency and transfer, streamed; `hledger check --strict` accepts it. ' +
      `What is booked while it is being read is left out.\n\nScope: \`ledger:read\`${COSTLY_NOTE}`,
  })
  @ApiExtension('x-scope', 'ledger:read')
  @RequiresScope('ledger:read', { isCostly: true, operationId: 'exportLedger' })
  @ApiProduces('text/plain')
  @ApiResponse({
    status: 200,
    description: 'The journal',
    content: { 'text/plain': { schema: { type: 'string', maxLength: 1_000_000_000 } } },
  })
  @ApiProblems(...COMMON_PROBLEMS)
  exportLedger(@CallerOf() caller: Principal, @Query() { format }: ExportQuery): StreamableFile {
    const journal = Readable.from(this.hledger.journal(caller));
    return new StreamableFile(journal, {
      type: 'text/plain; charset=utf-8',
      disposition: `attachment; filename="books.${format}"`,
    });
  }
}
