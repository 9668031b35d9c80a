import { type Language } from '../../../kernel/sentence.js';
import { EnumField, InstantField, ListField, TextField } from '../../../platform/http/fields.js';
import { type CutOffRow } from '../../application/cut-offs.service.js';
import { CUT_OFF_STATES, cutOffRule, type CutOffKind, type CutOffState, warningAt } from '../../domain/cut-off.js';

const KINDS = ['latest', 'earliest'] as const satisfies readonly CutOffKind[];

export class CutOffDeadlineDto {
  @TextField({ description: 'DCSA code', max: 10, example: 'VCO' })
  readonly code!: string;

  @TextField({ description: 'What it is the time of', max: 200, example: 'verified gross mass' })
  readonly name!: string;

  @EnumField({ description: 'The latest time, or the earliest', values: KINDS, example: 'latest' })
  readonly kind!: CutOffKind;

  @InstantField({ description: 'By the clock of the port', example: '2026-12-04T18:00:00+08:00' })
  readonly at!: string;

  @EnumField({
    description: '`void`: the ship has sailed or the booking is over, and nothing is due any more',
    values: CUT_OFF_STATES,
    example: 'open',
  })
  readonly state!: CutOffState;

  @InstantField({ description: 'When it is warned of; null for an earliest time', nullable: true })
  readonly warnsAt!: string | null;

  @InstantField({ description: 'When what was due was done', nullable: true })
  readonly metAt!: string | null;

  @InstantField({ description: 'When it was found to have passed', nullable: true })
  readonly missedAt!: string | null;

  static from(row: CutOffRow, language: Language): CutOffDeadlineDto {
    const rule = cutOffRule(row.code);
    return {
      code: row.code,
      name: rule[language],
      kind: rule.kind,
      at: row.localTime,
      state: row.state,
      warnsAt: warningAt(row)?.toISOString() ?? null,
      metAt: row.metAt?.toISOString() ?? null,
      missedAt: row.missedAt?.toISOString() ?? null,
    };
  }
}

/** Every cut-off of one booking. */
export class CutOffBoardDto {
  @ListField(() => CutOffDeadlineDto, { description: 'By their time', max: 50 })
  readonly data!: CutOffDeadlineDto[];
}
