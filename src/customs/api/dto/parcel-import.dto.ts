import { InstantField, ObjectField, TextField } from '../../../platform/http/fields.js';
import { ParcelsNamed } from './parcel-filing.dto.js';
import { LeavingTransportDto, OperatorDto } from './parcel-transport.dto.js';

export class DeliverParcelsRequest extends ParcelsNamed {
  @InstantField({ description: 'When they were signed for', example: '2026-11-29T08:00:00.000Z' })
  readonly deliveredAt!: string;
}

export class StoreParcelsRequest extends ParcelsNamed {
  @ObjectField(() => OperatorDto, { description: 'Who runs the supervised place (监管场所经营人)' })
  readonly operator!: OperatorDto;

  @TextField({ description: 'Where they lie (卸货库位)', max: 100, optional: true, example: 'A-03-12' })
  readonly location?: string;

  @ObjectField(() => LeavingTransportDto, {
    description: 'By what they came; whatever the lists do not have is needed',
    optional: true,
  })
  readonly transport?: LeavingTransportDto;
}
