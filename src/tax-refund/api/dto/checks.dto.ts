import { type Language, told } from '../../../kernel/sentence.js';
import { EnumField, IntegerField, TextField } from '../../../platform/http/fields.js';
import { CHECK_NAMES, CHECKS, type Finding, MISSING_FACTS, type Missing, OUTCOMES } from '../../domain/finding.js';

/** What one check of declaration, invoices and collection against one another found. */
export class RefundCheckDto {
  @EnumField({ description: 'Which check; new ones may come', values: CHECK_NAMES, example: 'unit' })
  readonly check!: string;

  @EnumField({
    description: '`block` stops the claim, `warn` does not; `split`: only a share of an invoice is claimed',
    values: OUTCOMES,
    example: 'block',
  })
  readonly outcome!: string;

  @TextField({ description: 'What the check asks', max: 200, example: 'The invoice counts in a declared unit' })
  readonly title!: string;

  @TextField({ description: 'The same in Chinese', max: 200, example: '发票计量单位为报关单三种单位之一' })
  readonly titleZh!: string;

  @TextField({ description: 'What was found', max: 1_000, example: 'Invoiced in unit 007, declared in 001, 035' })
  readonly detail!: string;

  @TextField({
    description: 'How to mend it; null where there is nothing to mend',
    max: 300,
    nullable: true,
    example: 'Have the invoice re-issued in one of the declared units',
  })
  readonly fix!: string | null;

  @TextField({
    description: 'The same in Chinese',
    max: 300,
    nullable: true,
    example: '请按报关单计量单位之一重开发票',
  })
  readonly fixZh!: string | null;

  @IntegerField({ description: "The order's line; null: the whole export", min: 1, nullable: true, example: 1 })
  readonly lineNumber!: number | null;

  @TextField({ description: 'The invoice', max: 20, nullable: true, example: '26332000000012345678' })
  readonly invoiceNumber!: string | null;

  static from(
    this: void,
    { check, outcome, detail, lineNumber, invoiceNumber }: Finding,
    language: Language,
  ): RefundCheckDto {
    const { title, fix } = CHECKS[check];
    const hasFault = outcome !== 'pass';
    return {
      check,
      outcome,
      title: title.en,
      titleZh: title.zh,
      detail: told(detail, language),
      fix: hasFault ? fix.en : null,
      fixZh: hasFault ? fix.zh : null,
      lineNumber,
      invoiceNumber,
    };
  }
}

/** A fact that the claim waits for. */
export class MissingFactDto {
  @EnumField({ description: 'What is missing; new ones may come', values: MISSING_FACTS, example: 'invoice' })
  readonly fact!: string;

  @IntegerField({ description: "The order's line; null: the whole export", min: 1, nullable: true, example: 2 })
  readonly lineNumber!: number | null;

  @TextField({ description: 'In words', max: 1_000, example: 'Invoices for line 2 (电烤箱): 300 of 1000 in unit 001' })
  readonly detail!: string;

  static from(this: void, { fact, lineNumber, detail }: Missing, language: Language): MissingFactDto {
    return { fact, lineNumber, detail: told(detail, language) };
  }
}
