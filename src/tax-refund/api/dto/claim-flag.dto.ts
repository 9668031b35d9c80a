import { publicId } from '../../../kernel/ids.js';
import { type Language, told } from '../../../kernel/sentence.js';
import { IdField, InstantField, TextField } from '../../../platform/http/fields.js';
import { flagGuidance } from '../../domain/claim-flag.js';
import { type ClaimState } from '../../domain/claim-status.js';
import { type ClaimFlag } from '../../entities/claim-flags.table.js';

/** What became known of an invoice after the claim was made of it. */
export class ClaimFlagDto {
  @TextField({ description: 'What is the matter; new words may come', max: 60, example: 'invoice_red_flushed' })
  readonly rule!: string;

  @IdField({ kind: 'invoice', description: 'The invoice' })
  readonly invoiceId!: string;

  @TextField({ description: 'The same in words', max: 200 })
  readonly message!: string;

  @TextField({ description: 'What was found', max: 2_000 })
  readonly detail!: string;

  @TextField({ description: 'What must happen', max: 500 })
  readonly fix!: string;

  @InstantField({ description: 'Since when it is known' })
  readonly since!: string;

  @InstantField({ description: 'Since when it counts no more; null while it stands', nullable: true })
  readonly liftedAt!: string | null;

  static of(this: void, flag: ClaimFlag, state: ClaimState, language: Language): ClaimFlagDto {
    const { title, fix } = flagGuidance(flag.rule, state);
    return {
      rule: flag.rule,
      invoiceId: publicId('invoice', flag.invoice_id),
      message: told(title, language),
      detail: told(flag.detail, language),
      fix: told(fix, language),
      since: flag.created_at.toISOString(),
      liftedAt: flag.lifted_at?.toISOString() ?? null,
    };
  }
}
