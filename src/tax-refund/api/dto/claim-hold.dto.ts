import { type Language, told } from '../../../kernel/sentence.js';
import { TextField } from '../../../platform/http/fields.js';
import { HOLD_RULES, type ClaimHold } from '../../domain/agency-gate.js';

/** What keeps a claim from being filed for the producer. */
export class ClaimHoldDto {
  @TextField({ description: 'JSON pointer into this claim', max: 200, example: '/sellerId' })
  readonly pointer!: string;

  @TextField({ description: 'What is the matter; new words may come', max: 60, example: 'agency_missing' })
  readonly rule!: string;

  @TextField({ description: 'The same in words', max: 200, example: 'The producer has entrusted no agent (代办退税)' })
  readonly message!: string;

  @TextField({ description: 'What was found', max: 2_000, min: 0 })
  readonly detail!: string;

  @TextField({ description: 'How to mend it', max: 300 })
  readonly fix!: string;

  static of(this: void, { pointer, rule, detail }: ClaimHold, language: Language): ClaimHoldDto {
    const { title, fix } = HOLD_RULES[rule];
    return { pointer, rule, message: told(title, language), detail: told(detail, language), fix: told(fix, language) };
  }
}
