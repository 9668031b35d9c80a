import { IllegalTransitionError } from '../../kernel/state-machine.js';
import { BrokerMandateMissingError } from '../domain/broker-mandate.errors.js';
import { DeclarationBlockedError } from '../domain/declaration.errors.js';
import { ImportDeclarationDto } from './dto/import-declaration.dto.js';

export const IMPORT_ID = {
  name: 'id',
  description: 'Id of the declaration',
  schema: { type: 'string', maxLength: 40, example: 'dec_01jdq3x7k2e9ta6v0m8r4c5wzb' },
} as const;

/** What changes an import, and answers with it. */
export const IMPORTED = { scope: 'customs:write', answers: ImportDeclarationDto, speaks: true } as const;

/** What sends something to customs. */
export const LEAVES = {
  status: 202,
  idempotencyKey: 'required',
  ifMatch: 'optional',
  dryRun: true,
  byId: true,
  problems: [IllegalTransitionError, DeclarationBlockedError, BrokerMandateMissingError],
} as const;

/** A thousand litres of whisky from Scotland, FOB. */
export const WHISKY = {
  importerId: 'pty_01jdq3x7k2e9ta6v0m8r4c5wzb',
  reference: 'IMP-2026-0001',
  declarationOffice: '3104',
  entryOffice: '3104',
  consignor: { name: 'Highland Example Distillers Ltd.', country: 'GB', address: '1 Glen Road, Inverness' },
  contractNumber: 'PO-2026-077',
  incoterm: 'FOB',
  currency: 'USD',
  exchangeRate: '7.1',
  transportMode: 'sea',
  transport: { vesselName: 'SBX ORIENT', voyageNumber: '026E', billNumber: 'SNBX0000795000077' },
  portOfLoading: 'GBFXT',
  portOfDischarge: 'CNNGB',
  freightCharge: { amount: '1200.00', currency: 'USD' },
  goodsPlace: '宁波市北仑区港区一路1号',
  confirmations: {
    specialRelationship: false,
    priceInfluenced: false,
    royalties: false,
    formulaPriced: false,
    provisionallyPriced: false,
  },
  items: [
    {
      hsCode: '2208300000',
      goodsName: '威士忌酒',
      goodsNameEn: 'Whisky',
      declarationElements: '4|3|大麦麦芽|40度|700毫升/瓶|SBX牌',
      quantity: '1000',
      unit: '095',
      firstQuantity: '1000',
      firstUnit: '095',
      secondQuantity: '912',
      secondUnit: '035',
      unitPrice: '20.00',
      total: { amount: '20000.00', currency: 'USD' },
      netWeightKg: '912',
      grossWeightKg: '1400',
      packages: 120,
      packageType: '22',
      destinationDistrict: '33029',
      originCountry: 'GB',
    },
  ],
} as const;
