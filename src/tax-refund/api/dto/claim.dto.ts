import { publicId } from '../../../kernel/ids.js';
import { type Language } from '../../../kernel/sentence.js';
import { ListField, TextListField } from '../../../platform/http/fields.js';
import { PageOf } from '../../../platform/http/paging.js';
import { type FullClaim } from '../../application/claim-reader.service.js';
import { RefundCheckDto } from './checks.dto.js';
import { ClaimFlagDto } from './claim-flag.dto.js';
import { ClawbackDto } from './claim-life.dto.js';
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

  @ListField(() => ClawbackDto, { description: 'What the bureau wants back (追回已退税款)', max: 100 })
  readonly clawbacks!: ClawbackDto[];

  @TextListField({
    description: 'Ids of the claims that correct this one, the oldest first',
    max: 1_000,
    maxLength: 40,
  })
  readonly corrections!: string[];

  @ListField(() => ClaimFlagDto, {
    description: 'What became known of its invoices after it was matched, and what to do about it',
    max: 1_000,
  })
  readonly flags!: ClaimFlagDto[];

  static from(
    this: void,
    { claim, lines, filings, clawbacks, corrections, flags }: FullClaim,
    language: Language,
  ): ClaimDto {
    return {
      ...ClaimSummaryDto.of(claim, language),
      lines: lines.map(ClaimLineDto.from),
      checks: claim.checks.map((check) => RefundCheckDto.from(check, language)),
      filings: filings.map(FilingDto.from),
      clawbacks: clawbacks.map(ClawbackDto.from),
      corrections: corrections.map(({ id }) => publicId('claim', id)),
      flags: flags.map((flag) => ClaimFlagDto.of(flag, claim.state, language)),
    };
  }
}

export const ClaimPageDto = PageOf(ClaimSummaryDto);
