import { EnumField, IntegerField } from '../../../platform/http/fields.js';
import { FILING_MODES, type FilingMode, type FilingPolicy } from '../../domain/filing-policy.js';

export class FilingPolicyDto {
  @EnumField({
    description:
      '`immediate`: each claim is filed as soon as it may be, in a message of its own. `batched`: claims of a taxpayer, period and ' +
      'regime are gathered, and filed in one message',
    values: FILING_MODES,
    example: 'batched',
  })
  readonly mode!: FilingMode;

  @IntegerField({
    description: 'Day of the month on which batches opened from now on are filed by themselves; null: by command alone',
    min: 1,
    max: 28,
    nullable: true,
    example: 15,
  })
  readonly fileOnDay!: number | null;

  static from(this: void, { mode, fileOnDay }: FilingPolicy): FilingPolicyDto {
    return { mode, fileOnDay };
  }
}
