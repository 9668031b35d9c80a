import { type Language } from '../../../kernel/sentence.js';
import { ListField } from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { type FullClaim } from '../../application/claim-reader.service.js';
import { RefundCheckDto } from './checks.dto.js';
import { ClaimFlagDto } from './claim-flag.dto.js';
import { ClaimLineDto } from './claim-line.dto.js';
import { ClaimSummaryDto } from './claim-summary.dto.js';
import { FilingDto } from './filing.dto.js';

export class ClaimDto extends ClaimSummaryDto {
  @ListField(() => ClaimLineDto, { description: 'One line for each declared item', max: 1_000 })
  readonly lines!: ClaimLineDto[];

  @ListField(() => RefundCheckDto, { description: 'Each check with its outcome', max: 1_000 })
  readonly checks!: RefundCheckDto[];

  @ListField(() => FilingDto, { description: 'The attempts, the first first', max: 100 })
  readonly filings!: FilingDto[];

  @ListField(() => ClaimFlagDto, {
    description: 'What became known of its invoices after it was matched, and what to do about it',
    max: 1_000,
  })
  readonly flags!: ClaimFlagDto[];

  static from(this: void, { claim, lines, filings, flags }: FullClaim, language: Language): ClaimDto {
    return {
      ...ClaimSummaryDto.of(claim, language),
      lines: lines.map(ClaimLineDto.from),
      checks: claim.checks.map((check) => RefundCheckDto.from(check, language)),
      filings: filings.map(FilingDto.from),
      flags: flags.map((flag) => ClaimFlagDto.of(flag, claim.state, language)),
    };
  }
}

export const ClaimPageDto = PageOf(ClaimSummaryDto);
