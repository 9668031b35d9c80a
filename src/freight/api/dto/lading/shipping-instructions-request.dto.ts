import {
  BooleanField,
  DecimalField,
  EnumField,
  IntegerField,
  ListField,
  ObjectField,
  TextField,
} from '../../../../platform/http/fields.js';
import { type InstructionsRequest } from '../../../application/lading/shipping-instructions.service.js';
import { DOCUMENT_TYPES, type DocumentType } from '../../../domain/booking-change.js';
import {
  type BoxedLine,
  PAYMENT_TERMS,
  type PaymentTerm,
  SEAL_SOURCES,
  type SealSource,
} from '../../../domain/lading/instructions-content.js';
import { ChangedPartyDto } from '../booking-change.dto.js';

const BOXES_MAX = 100;
const LINES_MAX = 200;
const SEALS_MAX = 10;

export class SealDto {
  @TextField({ description: 'Number on the seal', max: 15, example: 'CN1234567' })
  readonly number!: string;

  @EnumField({
    description: 'Whose it is: the carrier’s (`CAR`), the shipper’s, of the veterinary office, of customs',
    values: SEAL_SOURCES,
    example: 'CAR',
  })
  readonly source!: SealSource;
}

export class BoxedLineDto {
  @IntegerField({ description: 'Number of the line in the order', min: 1, max: 1_000, example: 1 })
  readonly lineNumber!: number;

  @DecimalField({ description: 'Gross weight of what is in this container, kg', places: 3, example: '500' })
  readonly grossKg!: string;

  @IntegerField({ description: 'Packages in this container', min: 0, max: 99_999_999, example: 50 })
  readonly packages!: number;

  @DecimalField({ description: 'Volume, m³', optional: true, places: 4, example: '1.5' })
  readonly cbm?: string;
}

/** A container that carries the goods. */
export class InstructedBoxDto {
  @TextField({
    description: 'Number of the container (ISO 6346, with its check digit)',
    max: 11,
    pattern: /^[A-Z]{4}\d{7}$/,
    example: 'SBXU7950010',
  })
  readonly equipmentReference!: string;

  @TextField({ description: 'ISO 6346 size-type', max: 4, pattern: /^[0-9A-Z]{4}$/, example: '22G1' })
  readonly ISOEquipmentCode!: string;

  @BooleanField({ description: 'The shipper’s own', optional: true, example: false })
  readonly isShipperOwned?: boolean;

  @DecimalField({ description: 'Tare as painted on the door, kg', optional: true, places: 3, example: '2230' })
  readonly tareKg?: string;

  @ListField(() => SealDto, { description: 'Seals; at least one', min: 1, max: SEALS_MAX })
  readonly seals!: SealDto[];

  @ListField(() => BoxedLineDto, {
    description: 'What is in it; left out of all containers, the goods are spread evenly',
    optional: true,
    min: 1,
    max: LINES_MAX,
  })
  readonly cargo?: BoxedLineDto[];
}

export class LadingContactDto {
  @TextField({ description: 'Whom the carrier asks', max: 35, example: 'Li Wei' })
  readonly name!: string;

  @TextField({ description: 'Telephone, with the country', optional: true, max: 30, example: '+86 574 8765 4321' })
  readonly phone?: string;

  @TextField({
    description: 'E-mail address',
    optional: true,
    max: 100,
    pattern: /^[^\s@]+@[^\s@]+$/,
    example: 'li.wei@example.cn',
  })
  readonly email?: string;
}

/** What is to stand in the transport document; the rest comes from order, parties and booking. Names are those of DCSA. */
export class ShippingInstructionsRequestDto {
  @EnumField({
    description: 'Bill of lading or sea waybill; as booked where it is left out',
    optional: true,
    values: DOCUMENT_TYPES,
    example: 'BOL',
  })
  readonly transportDocumentTypeCode?: DocumentType;

  @BooleanField({ description: 'Electronic, or on paper', optional: true, example: false })
  readonly isElectronic?: boolean;

  @BooleanField({
    description: 'Shipped on board, or received for shipment; shipped where it is left out',
    optional: true,
    example: true,
  })
  readonly isShippedOnBoardType?: boolean;

  @BooleanField({ description: 'To order: who holds the paper gets the goods', optional: true, example: false })
  readonly isToOrder?: boolean;

  @EnumField({
    description: 'Freight prepaid or collect; prepaid where it is left out',
    optional: true,
    values: PAYMENT_TERMS,
    example: 'PRE',
  })
  readonly freightPaymentTermCode?: PaymentTerm;

  @IntegerField({
    description: 'Paper originals; three where it is left out, none of a sea waybill or an electronic document',
    optional: true,
    max: 9,
    example: 3,
  })
  readonly numberOfOriginals?: number;

  @IntegerField({ description: 'Copies; three where it is left out', optional: true, max: 99, example: 3 })
  readonly numberOfCopies?: number;

  @TextField({
    description: 'Number of the forwarder’s own bill: the carrier’s is then the master document above it',
    optional: true,
    max: 20,
    example: 'ENTH26110001',
  })
  readonly houseBillOfLadingReference?: string;

  @ObjectField(() => LadingContactDto, { description: 'Whom the carrier asks' })
  readonly contact!: LadingContactDto;

  @ObjectField(() => ChangedPartyDto, { description: 'Who gets the goods; else the buyer', optional: true })
  readonly consignee?: ChangedPartyDto;

  @ObjectField(() => ChangedPartyDto, { description: 'Who is told of their arrival', optional: true })
  readonly notifyParty?: ChangedPartyDto;

  @TextField({ description: 'Marks on the packages', optional: true, max: 1_000, example: 'HAUSHALT C/NO. 1-100' })
  readonly shippingMarks?: string;

  @ListField(() => InstructedBoxDto, { description: 'The containers', min: 1, max: BOXES_MAX })
  readonly utilizedTransportEquipments!: InstructedBoxDto[];

  toRequest(): InstructionsRequest {
    const { contact, consignee, notifyParty, utilizedTransportEquipments: boxes, ...plain } = this;
    const given: Partial<InstructionsRequest> = defined(plain) as object;
    return {
      ...given,
      contact: defined(contact),
      ...(consignee === undefined ? {} : { consignee: { ...consignee } }),
      ...(notifyParty === undefined ? {} : { notifyParty: { ...notifyParty } }),
      utilizedTransportEquipments: boxes.map(({ seals, cargo, isShipperOwned = false, ...box }) => ({
        ...defined(box),
        isShipperOwned,
        seals: seals.map((seal) => ({ ...seal })),
        ...(cargo === undefined ? {} : { cargo: cargo.map((line): BoxedLine => defined(line)) }),
      })),
    };
  }
}

/** The same as plain data, without what was left out. */
function defined<Fields extends object>(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Fields;
}
