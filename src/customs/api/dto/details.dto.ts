import { EnumField, TextField } from '../../../platform/http/fields.js';
import { type Details, HEAD_DETAILS, ITEM_DETAILS } from '../../domain/message-details.js';

export class DetailDto {
  @TextField({ description: 'Element of the message', max: 40, example: 'LicenseNo' })
  readonly field!: string;

  @TextField({ description: 'Its value', max: 2_000, example: '26-AA-100001' })
  readonly value!: string;
}

export class DetailChangeDto {
  @EnumField({ description: 'Element of the message', values: HEAD_DETAILS.map(({ name }) => name) })
  readonly field!: string;

  @TextField({ description: 'Its value; null takes it away', max: 500, nullable: true, example: '26-AA-100001' })
  readonly value!: string | null;
}

export class ItemDetailChangeDto {
  @EnumField({ description: 'Element of the message', values: ITEM_DETAILS.map(({ name }) => name) })
  readonly field!: string;

  @TextField({ description: 'Its value; null takes it away', max: 2_000, nullable: true, example: 'SBX' })
  readonly value!: string | null;
}

export class LicenceDto {
  @TextField({ description: 'Code of the table of papers', max: 1, pattern: /^[0-9A-Za-z]$/, example: '4' })
  readonly code!: string;

  @TextField({ description: 'Its number', max: 32, example: '26-AA-100001' })
  readonly number!: string;
}

export function presentDetails(details: Details | undefined): DetailDto[] {
  return Object.entries(details ?? {}).map(([field, value]) => ({ field, value }));
}
