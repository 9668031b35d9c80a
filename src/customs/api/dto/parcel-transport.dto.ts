import {
  DecimalField,
  IdField,
  InstantField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../platform/http/fields.js';
import { ParcelsNamed } from './parcel-filing.dto.js';

const COUNTRY = /^\d{3}$/;

export class OperatorDto {
  @TextField({ description: 'Its code at customs', max: 18, example: '3302980S02' })
  readonly code!: string;

  @TextField({ description: 'Its name', max: 100, example: '宁波示例监管场所有限公司' })
  readonly name!: string;
}

/** By what goods go; what is left out is as the lists have it. */
export class LeavingTransportDto {
  @TextField({
    description: 'Mode of transport (运输方式代码)',
    pattern: /^[0-9A-Z]$/,
    max: 1,
    optional: true,
    example: '5',
  })
  readonly mode?: string;

  @TextField({ description: 'Vessel or aircraft (运输工具名称)', max: 100, optional: true, example: 'CA1056' })
  readonly name?: string;

  @TextField({ description: 'Voyage or flight (航班航次号)', max: 32, optional: true, example: '20261128' })
  readonly voyage?: string;

  @TextField({ description: 'Master waybill (提运单号)', max: 37, optional: true, example: '99912345675' })
  readonly billNo?: string;
}

/** By what goods come back. */
export class ReturnTransportDto {
  @TextField({ description: 'Mode of transport (运输方式代码)', pattern: /^[0-9A-Z]$/, max: 1, example: '5' })
  readonly mode!: string;

  @TextField({ description: 'Vessel or aircraft (运输工具名称)', max: 100, example: 'CA1057' })
  readonly name!: string;

  @TextField({ description: 'Voyage or flight (航班航次号)', max: 32, example: '20270110' })
  readonly voyage!: string;

  @TextField({
    description: 'Master waybill (提运单号); where there is none, the waybill',
    max: 37,
    example: '99912345686',
  })
  readonly billNo!: string;
}

export class ArriveParcelsRequest extends ParcelsNamed {
  @ObjectField(() => OperatorDto, { description: 'Who runs the supervised place (监管场所经营人)' })
  readonly operator!: OperatorDto;

  @TextField({ description: 'The place (监管场所代码), where the office has several', max: 10, optional: true })
  readonly placeCode?: string;

  @TextField({ description: 'By what they came there (境内运输工具编号)', max: 100, example: '浙B12345' })
  readonly domesticTransport!: string;

  @ObjectField(() => LeavingTransportDto, { description: 'By what they will leave', optional: true })
  readonly transport?: LeavingTransportDto;
}

export class DepartParcelsRequest extends ParcelsNamed {
  @InstantField({ description: 'When they left China (离境时间)', example: '2026-11-28T02:00:00.000Z' })
  readonly departedAt!: string;

  @ObjectField(() => LeavingTransportDto, { description: 'By what they left', optional: true })
  readonly transport?: LeavingTransportDto;
}

export class ConsignParcelsRequest extends ParcelsNamed {
  @ObjectField(() => LeavingTransportDto, {
    description: 'By what they leave; whatever the lists do not have is needed',
    optional: true,
  })
  readonly transport?: LeavingTransportDto;

  @TextField({ description: 'The place (监管场所代码), where the office has several', max: 10, optional: true })
  readonly placeCode?: string;

  @TextField({
    description: 'By what they come to the supervised place (境内运输工具编号)',
    max: 100,
    optional: true,
    example: '浙B12345',
  })
  readonly domesticTransport?: string;
}

export class ReturningLineDto {
  @IdField({ kind: 'parcel', description: 'One of the parcels that are named' })
  readonly parcelId!: string;

  @IntegerField({ description: 'Line of its list', min: 1, max: 9_999, example: 1 })
  readonly lineNo!: number;

  @DecimalField({ description: 'How much of it, in the declared unit', places: 5, example: '1' })
  readonly quantity!: string;
}

export class ReturnParcelsRequest extends ParcelsNamed {
  @ListField(() => ReturningLineDto, {
    description: 'What comes back of parcels that do not come back as a whole; of the others all that is left',
    max: 1_000,
    optional: true,
  })
  readonly lines?: ReturningLineDto[];

  @TextField({ description: 'Why; customs reads it', max: 500, example: '收件人拒收' })
  readonly reason!: string;

  @ObjectField(() => ReturnTransportDto, { description: 'By what they come back; of exports', optional: true })
  readonly transport?: ReturnTransportDto;

  @TextField({
    description: 'Where they come from (启运国), three digits; left out: where they went',
    pattern: COUNTRY,
    max: 3,
    optional: true,
    example: '502',
  })
  readonly country?: string;

  @TextField({ description: 'The place (监管场所代码), where the office has several', max: 10, optional: true })
  readonly placeCode?: string;
}

export class TallyParcelsRequest extends ParcelsNamed {
  @ObjectField(() => OperatorDto, { description: 'Who runs the supervised place (监管场所经营人)' })
  readonly operator!: OperatorDto;

  @ObjectField(() => ReturnTransportDto, { description: 'By what they came back' })
  readonly transport!: ReturnTransportDto;

  @TextField({ description: 'Where they lie (仓储位置)', max: 250, optional: true, example: 'A-03-12' })
  readonly location?: string;
}
