import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';

import { InvalidInputError } from '../../kernel/domain-error.js';
import { InputCheck } from '../../kernel/input-check.js';

import { UnitOfWork } from '../../platform/database/unit-of-work.js';
import { CallerOf } from '../../platform/http/command.js';
import { QueryOperation } from '../../platform/http/operation.js';
import { type Principal } from '../../platform/http/request.js';
import { BodyTooLargeError } from '../../platform/http/request.errors.js';
import { Pledges } from '../application/pledges.service.js';
import { type Asset, checkAsset } from '../domain/asset.js';
import { CheckPledgesDto, PledgeCheckDto, PledgeCheckQuery, PledgeChecksDto } from './dto/pledge.dto.js';
import { CHECKED_DOCUMENTS } from './financing.examples.js';

/** One asset backs one loan, across all tenants. */
@ApiTags('Financing')
@Controller('v1/financing')
export class PledgesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pledges: Pledges,
  ) {}

  @Get('pledge-check')
  @QueryOperation({
    id: 'checkPledge',
    summary: 'Whether something backs a loan already',
    description:
      'Of all tenants of the platform, by a keyed hash: it is `free` or `used`, and nobody is told whose. Nothing is kept of the ' +
      'question, and nothing reserved by it; what backs an advance is taken when that is asked for, and free again when it is ' +
      'repaid or declined.',
    scope: 'financing:read',
    costly: true,
    answers: PledgeCheckDto,
    problems: [InvalidInputError],
  })
  async check(
    @CallerOf() caller: Principal,
    @Query() { kind, number, issuer }: PledgeCheckQuery,
  ): Promise<PledgeCheckDto> {
    const asset = { kind, number, issuer };
    checkAll([asset], () => '?');
    const { livemode } = caller;
    const isUsed = await this.unitOfWork.read(caller, (view) => this.pledges.isPledged(view, livemode, asset));
    return { kind, outcome: isUsed ? 'used' : 'free' };
  }

  @Post('pledge-checks')
  @HttpCode(200)
  @ApiBody({
    type: CheckPledgesDto,
    examples: { documents: { summary: 'Several documents', value: CHECKED_DOCUMENTS } },
  })
  @QueryOperation({
    id: 'checkPledges',
    summary: 'Whether documents back a loan already',
    description:
      'The same of several at once, in the order in which they were sent: declarations, invoices and contracts with a buyer, VAT ' +
      'invoices, warehouse receipts. Nobody is told whose loan it is, and nothing is reserved.',
    scope: 'financing:read',
    costly: true,
    answers: PledgeChecksDto,
    problems: [InvalidInputError, BodyTooLargeError],
  })
  async checkMany(@CallerOf() caller: Principal, @Body() { documents }: CheckPledgesDto): Promise<PledgeChecksDto> {
    checkAll(documents, (index) => `/documents/${index}/`);
    const { livemode } = caller;
    return this.unitOfWork.read(caller, async (view) => {
      const used = await this.pledges.usedOf(view, livemode, documents);
      return PledgeChecksDto.from(documents, used);
    });
  }
}

/** @throws InvalidInputError where one cannot be told from others */
function checkAll(assets: readonly Asset[], at: (index: number) => string): void {
  const check = new InputCheck();
  assets.forEach((asset, index) => {
    checkAsset(check, asset, at(index));
  });
  check.done();
}
