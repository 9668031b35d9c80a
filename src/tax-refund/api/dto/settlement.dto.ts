import { publicId } from '../../../kernel/ids.js';
import { Money } from '../../../kernel/money.js';
import { type Language, told } from '../../../kernel/sentence.js';
import {
  DateField,
  DecimalField,
  EnumField,
  IdField,
  ListField,
  MoneyDto,
  MoneyField,
  TextField,
} from '../../../platform/http/fields.js';
import { type SettlementView } from '../../application/overseas-settlements.service.js';
import { CLAIM_STATES } from '../../domain/claim-status.js';
import { type SettledItem } from '../../domain/overseas-settlement.js';

export class SettledItemDto {
  @TextField({
    description: 'The declared item: 报关单号 + 0 + item number',
    max: 21,
    example: '310420260795000001001',
  })
  readonly declarationLine!: string;

  @DecimalField({ description: 'Declared', example: '1000' })
  readonly declared!: string;

  @DecimalField({
    description: 'Sold abroad by now, as the stock abroad tells; 0 where nothing was told',
    example: '600',
  })
  readonly sold!: string;

  @MoneyField({ description: 'Refunded in advance', currency: 'CNY' })
  readonly advanced!: MoneyDto;

  @MoneyField({ description: 'That stays refunded', currency: 'CNY' })
  readonly confirmed!: MoneyDto;

  @MoneyField({ description: 'That is paid back', currency: 'CNY' })
  readonly paidBack!: MoneyDto;

  static from(this: void, item: SettledItem): SettledItemDto {
    const { declarationLine, declared, sold, advanced, confirmed, paidBack } = item;
    return {
      ...{ declarationLine, declared: declared.toFixed(), sold: sold.toFixed() },
      ...{ advanced: advanced.toJSON(), confirmed: confirmed.toJSON(), paidBack: paidBack.toJSON() },
    };
  }
}

const ZERO = Money.zero('CNY').toJSON();
const NOTHING = {
  ...{ opensOn: null, dueOn: null, source: null, items: [] },
  ...{ confirmed: ZERO, paidBack: ZERO, settledBy: null, state: null },
};

/** How an advance on goods in a warehouse abroad is settled by the sale. */
export class OverseasSettlementDto {
  @IdField({ kind: 'claim', description: 'The claim that was made in advance' })
  readonly claimId!: string;

  @TextField({ description: 'Why there is nothing to settle; null: there is', max: 300, nullable: true, example: null })
  readonly hindrance!: string | null;

  @DateField({ description: 'The first day for the settlement', nullable: true, example: '2026-12-01' })
  readonly opensOn!: string | null;

  @DateField({ description: 'The last day for it', nullable: true, example: '2027-04-30' })
  readonly dueOn!: string | null;

  @TextField({
    description: 'Whose rule that is',
    max: 200,
    nullable: true,
    example: '国家税务总局公告2025年第3号',
  })
  readonly source!: string | null;

  @ListField(() => SettledItemDto, { description: 'Item by item', max: 1_000 })
  readonly items!: SettledItemDto[];

  @MoneyField({ description: 'That stays refunded', currency: 'CNY' })
  readonly confirmed!: MoneyDto;

  @MoneyField({ description: 'That is paid back', currency: 'CNY' })
  readonly paidBack!: MoneyDto;

  @IdField({ kind: 'claim', description: 'The claim by which it was settled; null: not yet', nullable: true })
  readonly settledBy!: string | null;

  @EnumField({ description: 'Where that stands; new states may come', values: CLAIM_STATES, nullable: true })
  readonly state!: string | null;

  static from(this: void, { claimId, advance }: SettlementView, language: Language): OverseasSettlementDto {
    const id = publicId('claim', claimId);
    if ('hindrance' in advance) return { ...NOTHING, claimId: id, hindrance: told(advance.hindrance, language) };
    const { window, items, confirmed, paidBack, filed } = advance;
    return {
      ...{ claimId: id, hindrance: null },
      ...window,
      items: items.map(SettledItemDto.from),
      ...{ confirmed: confirmed.toJSON(), paidBack: paidBack.toJSON() },
      settledBy: filed === null ? null : publicId('claim', filed.id),
      state: filed?.state ?? null,
    };
  }
}
