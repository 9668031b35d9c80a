import { EnumField, IntegerField, ListField, TextField } from '../../../platform/http/fields.js';
import { type Details, FREE_TEXT_DETAILS, HEAD_DETAILS, ITEM_DETAILS } from '../../domain/message-details.js';
import { type GivenPart, MESSAGE_PARTS, PART_NAMES } from '../../domain/message-parts.js';

const HEAD_FIELDS = [...HEAD_DETAILS, ...FREE_TEXT_DETAILS].map(({ name }) => name);
const PART_FIELDS = [...new Set([...MESSAGE_PARTS.values()].flatMap(({ fields }) => fields.map(({ name }) => name)))];

export class DetailDto {
  @TextField({ description: 'Element of the message', max: 40, example: 'LicenseNo' })
  readonly field!: string;

  @TextField({ description: 'Its value', max: 2_000, example: '26-AA-100001' })
  readonly value!: string;
}

export class DetailChangeDto {
  @EnumField({ description: 'Element of the message', values: HEAD_FIELDS })
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

class PartFieldDto {
  @EnumField({ description: 'Element of the part', values: PART_FIELDS, example: 'AppCertCode' })
  readonly field!: string;

  @TextField({ description: 'Its value', max: 65_536, example: '11' })
  readonly value!: string;
}

/** A part of the message that may be there several times, under its official name. */
export class MessagePartDto {
  @EnumField({ description: 'Which part', values: PART_NAMES, example: 'DecRequestCert' })
  readonly part!: string;

  @IntegerField({
    description: 'The item that it belongs to: of DecGoodsLimit and DecGoodsLimitVin',
    min: 1,
    nullable: true,
    optional: true,
    example: null,
  })
  readonly itemNumber?: number | null;

  @ListField(() => PartFieldDto, { description: 'What it says', min: 1, max: 40 })
  readonly fields!: PartFieldDto[];
}

export function presentParts(parts: readonly GivenPart[] | undefined): MessagePartDto[] {
  return (parts ?? []).map(({ part, itemNumber, fields }) => ({ part, itemNumber, fields: presentDetails(fields) }));
}

export function partOf({ part, itemNumber, fields }: MessagePartDto): GivenPart {
  const values = Object.fromEntries(fields.map(({ field, value }) => [field, value]));
  return { part: part as GivenPart['part'], itemNumber: itemNumber ?? null, fields: values };
}

export function presentDetails(details: Details | undefined): DetailDto[] {
  return Object.entries(details ?? {}).map(([field, value]) => ({ field, value }));
}
