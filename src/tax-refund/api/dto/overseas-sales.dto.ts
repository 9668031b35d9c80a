import {
  DecimalField,
  EnumField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../platform/http/fields.js';
import { type OverseasSales, type Settlement, SETTLEMENTS, settlementOf } from '../../domain/overseas-advance.js';

class OverseasItemSalesDto {
  @IntegerField({ description: 'Item of the declaration', min: 1 })
  readonly itemNumber!: number;

  @DecimalField({ description: 'What was declared', example: '1000' })
  readonly declared!: string;

  @DecimalField({ description: 'Sold, less what came back', example: '120' })
  readonly sold!: string;

  @DecimalField({ description: 'Lost or destroyed', example: '0' })
  readonly lost!: string;

  @DecimalField({ description: 'Still there', example: '880' })
  readonly unsold!: string;
}

/** What a refund in advance (海外仓预退) is settled by. */
export class OverseasSalesDto {
  @TextField({ description: 'The declaration', max: 18, example: '310420260795000001' })
  readonly entryNumber!: string;

  @EnumField({
    description: '`open`: nothing was sold; `partly`; `sold`: nothing is left',
    values: SETTLEMENTS,
    example: 'partly',
  })
  readonly settlement!: Settlement;

  @InstantField({ description: 'When that was told last' })
  readonly asOf!: string;

  @ListField(() => OverseasItemSalesDto, { description: 'By item', max: 50 })
  readonly items!: OverseasItemSalesDto[];

  static from(this: void, sales: OverseasSales): OverseasSalesDto {
    const items = sales.items.map(({ itemNumber, declared, sold, lost, unsold }) => ({
      ...{ itemNumber, declared, sold, lost, unsold },
    }));
    return { entryNumber: sales.entryNumber, settlement: settlementOf(sales), asOf: sales.asOf, items };
  }
}
