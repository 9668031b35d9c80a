import { publicId } from '../../../../kernel/ids.js';
import {
  DateField,
  DecimalField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  TextField,
} from '../../../../platform/http/fields.js';
import { DatedPageQuery, PageOf } from '../../../../platform/http/paging.js';
import { stampsOf } from '../../../../platform/http/stamps.js';
import { type ExportAccount } from '../../../application/warehouses/export-accounts.js';
import { type AccountedItem } from '../../../domain/warehouses/reconciliation.js';
import { type OverseasExport } from '../../../entities/inbound-notice.entity.js';
import { PIECES_MAX } from './inbound-notice.dto.js';

const ENTRY = { max: 18, example: '310420260519137551' } as const;

export class OverseasAccountsQuery extends DatedPageQuery {
  @TextField({ description: 'Only the declaration of this number', optional: true, ...ENTRY })
  readonly entryNumber?: string;
}

export class OverseasAccountDto {
  @IdField({ description: 'The declaration', kind: 'declaration' })
  readonly id!: string;

  @TextField({ description: 'Its number', ...ENTRY })
  readonly entryNumber!: string;

  @IdField({ description: 'The order that it is of', kind: 'order', nullable: true })
  readonly orderId!: string | null;

  @DateField({ description: 'When they left', example: '2026-11-26' })
  readonly exportDate!: string;

  @IntegerField({ description: 'Version; the ETag', min: 1, example: 3 })
  readonly version!: number;

  @InstantField({ description: 'When customs told it' })
  readonly createdAt!: string;

  @InstantField({ description: 'When something of it last changed' })
  readonly updatedAt!: string;

  static from(this: void, of: OverseasExport): OverseasAccountDto {
    const { entryNumber, orderId, exportDate } = of;
    return {
      ...{ id: publicId('declaration', of.id), entryNumber, exportDate },
      orderId: orderId === null ? null : publicId('order', orderId),
      ...stampsOf(of),
    };
  }
}

export class OverseasAccountPageDto extends PageOf(OverseasAccountDto) {}

export class OverseasAccountItemDto {
  @IntegerField({ description: 'Item of the declaration', min: 1, example: 1 })
  readonly itemNumber!: number;

  @TextField({ description: 'HS code', max: 10, example: '9503008900' })
  readonly hsCode!: string;

  @DecimalField({ description: 'What left: unannounced, underway, missing and received together', example: '1000' })
  readonly quantity!: string;

  @TextField({ description: 'Its unit, by the customs table', max: 3, example: '007' })
  readonly unit!: string;

  @DecimalField({
    description: 'Announced to no warehouse; below zero where customs has corrected what left',
    negative: true,
    example: '0',
  })
  readonly unannounced!: string;

  @IntegerField({ description: 'Announced, and not in stock yet', example: 0 })
  readonly underway!: number;

  @IntegerField({ description: 'Announced, and not found when it came', example: 5 })
  readonly missing!: number;

  @IntegerField({ description: 'Came into stock; with `adjusted`: sold, disposed and unsold together', example: 995 })
  readonly received!: number;

  @IntegerField({ description: 'Found by counts, less what they missed', min: -PIECES_MAX, example: 0 })
  readonly adjusted!: number;

  @IntegerField({ description: 'Dispatched, less what came back', example: 120 })
  readonly sold!: number;

  @IntegerField({ description: 'All that ever came back', example: 2 })
  readonly returned!: number;

  @IntegerField({ description: 'Destroyed', example: 1 })
  readonly disposed!: number;

  @IntegerField({ description: 'Damaged, in a warehouse', example: 9 })
  readonly damaged!: number;

  @IntegerField({ description: 'Sound, in a warehouse', example: 865 })
  readonly onHand!: number;

  @IntegerField({ description: 'Damaged and on hand', example: 874 })
  readonly unsold!: number;

  static from(this: void, item: AccountedItem): OverseasAccountItemDto {
    return { ...item };
  }
}

export class OverseasAccountDetailsDto extends OverseasAccountDto {
  @ListField(() => OverseasAccountItemDto, { description: 'What became of each item', max: 999 })
  readonly items!: OverseasAccountItemDto[];

  static of(this: void, { of, items }: ExportAccount): OverseasAccountDetailsDto {
    return { ...OverseasAccountDto.from(of), items: items.map(OverseasAccountItemDto.from) };
  }
}
