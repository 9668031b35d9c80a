import { type Language, told } from '../../../kernel/sentence.js';
import { EnumField, IntegerField, TextField } from '../../../platform/http/fields.js';
import { PROPOSALS, type Suggestion } from '../../domain/match-suggestions.js';

/** What would let a line match. */
export class MatchSuggestionDto {
  @EnumField({
    description:
      'reissue: have an invoice that is there written right; move: use one that is free elsewhere; issue: have one written',
    values: PROPOSALS,
    example: 'reissue',
  })
  readonly proposal!: string;

  @IntegerField({ description: "The order's line", min: 1, example: 1 })
  readonly lineNumber!: number;

  @IntegerField({ description: '1: try this first', min: 1, example: 1 })
  readonly rank!: number;

  @TextField({ description: 'The invoice', max: 20, nullable: true, example: '26332000000012345678' })
  readonly invoiceNumber!: string | null;

  @IntegerField({ description: 'Its line', min: 1, nullable: true, example: 2 })
  readonly invoiceLine!: number | null;

  @TextField({
    description: 'Why',
    max: 1_000,
    example: 'Invoice 26332000000012345678 line 2 counts in 035; declared are 007',
  })
  readonly reason!: string;

  @TextField({
    description: 'For the issuer: exactly what the invoice must show; null where it is right as it is',
    max: 1_000,
    nullable: true,
    example:
      'Have invoice 26332000000012345678 re-issued: 电烤箱, unit 007, quantity 300, amount 18000.00 CNY, made out to 91330200MA2AEFJN86',
  })
  readonly text!: string | null;

  static from(this: void, { reason, text, ...plain }: Suggestion, language: Language): MatchSuggestionDto {
    return { ...plain, reason: told(reason, language), text: text === null ? null : told(text, language) };
  }
}
