import { Decimal } from '../../../kernel/decimal.js';
import { formattedAirWaybill } from '../../../kernel/identifiers/index.js';
import { Money, type MoneyJson } from '../../../kernel/money.js';
import { type ConsignmentParty, type Contents } from './consignment-check.js';

/** A field of a form: its name, and what stands in it. */
export type Line = readonly [name: string, value: string];

interface PaperGoods {
  readonly description: string;
  readonly hsCode: string | null;
  readonly quantity: string;
  readonly value: MoneyJson;
  readonly netKg: string;
  readonly originCountry: string;
}

/** What both forms are made of. */
export interface PaperFacts {
  readonly waybillNumber: string | null;
  readonly trackingNumbers: readonly string[];
  readonly reference: string | null;
  readonly departureDate: string;
  readonly sender: ConsignmentParty;
  readonly recipient: ConsignmentParty;
  readonly goods: readonly PaperGoods[];
  readonly contents: Contents;
  readonly papers: readonly string[];
  readonly offer: {
    readonly from: string;
    readonly to: string;
    readonly chargeableKg: string | null;
    readonly totals: readonly MoneyJson[];
  };
  readonly cargo: {
    readonly incoterm: string | null;
    readonly nature: { readonly unNumber: string | null; readonly batteries: string | null };
    readonly measures: { readonly pieces: number; readonly grossKg: string; readonly cbm: string };
  };
}

/** The category's box on CN 22 and CN 23. */
export const CATEGORY: Readonly<Record<Contents, string>> = {
  merchandise: 'Sale of goods',
  sample: 'Commercial sample',
  gift: 'Gift',
  documents: 'Documents',
  returned_goods: 'Returned goods',
  other: 'Other',
};

/**
 * Contents of a CN 23: it is right for any value, where CN 22 is for letter post of 300 SDR at most.
 * Source: UPU Convention Regulations 2021, art. 20-001 and forms CN 22, CN 23.
 */
export function customsFormLines(facts: PaperFacts): Line[] {
  const { goods, cargo, trackingNumbers, papers } = facts;
  return [
    ['Item', trackingNumbers.join(', ')],
    ['Sender', partyLine(facts.sender)],
    ['Addressee', partyLine(facts.recipient)],
    ['Category of item', CATEGORY[facts.contents]],
    ...goods.map((line, index): Line => [`Content ${index + 1}`, goodsLine(line)]),
    ['Total gross weight', `${cargo.measures.grossKg} kg`],
    ['Total value', totalOf(goods)],
    ['Postal charges', facts.offer.totals.map(amountText).join(' + ')],
    ['Comments', [...natureOf(facts), ...papers].join('; ')],
    ['Date', facts.departureDate],
    [
      'Declaration',
      'The particulars are correct, and the item contains no dangerous article prohibited by postal rules',
    ],
  ];
}

/** Contents of a master air waybill. Source: IATA Cargo Services Conference Resolution 600a, attachment B. */
export function airWaybillLines(facts: PaperFacts): Line[] {
  const { goods, cargo, offer, waybillNumber } = facts;
  return [
    ['Air waybill number', waybillNumber === null ? '' : formattedAirWaybill(waybillNumber)],
    ['Shipper', partyLine(facts.sender)],
    ['Consignee', partyLine(facts.recipient)],
    ['Airport of departure', offer.from],
    ['Airport of destination', offer.to],
    ['Requested date', facts.departureDate],
    ['Number of pieces', String(cargo.measures.pieces)],
    ['Gross weight', `${cargo.measures.grossKg} kg`],
    ['Chargeable weight', offer.chargeableKg === null ? '' : `${offer.chargeableKg} kg`],
    ['Volume', `${cargo.measures.cbm} m³`],
    ...goods.map((line, index): Line => [`Nature of goods ${index + 1}`, goodsLine(line)]),
    ['Declared value for customs', totalOf(goods)],
    ['Declared value for carriage', 'NVD'],
    ['Charges (PP)', offer.totals.map(amountText).join(' + ')],
    ['Handling information', [...natureOf(facts), ...facts.papers].join('; ')],
  ];
}

export function natureOf({ cargo }: PaperFacts): string[] {
  const { unNumber, batteries } = cargo.nature;
  return [...(unNumber === null ? [] : [unNumber]), ...(batteries === null ? [] : [`Lithium batteries: ${batteries}`])];
}

function partyLine({ name, address, postalCode, country, phone }: ConsignmentParty): string {
  return [name, address, postalCode, country, phone].filter((part) => part !== null).join(', ');
}

function goodsLine({ description, hsCode, quantity, netKg, value, originCountry }: PaperGoods): string {
  const code = hsCode === null ? [] : [`HS ${hsCode}`];
  const facts = [
    `${quantity} of ${description}`,
    `${netKg} kg net`,
    amountText(value),
    ...code,
    `origin ${originCountry}`,
  ];
  return facts.join(', ');
}

/** All goods are declared in one currency. */
export function totalOf(goods: readonly PaperGoods[]): string {
  const currency = goods[0]?.value.currency;
  if (currency === undefined) return '';
  const sum = goods.reduce((total, { value }) => total.plus(value.amount), new Decimal(0));
  return Money.parse(sum.toFixed(), currency).toString();
}

function amountText({ amount, currency }: MoneyJson): string {
  return `${amount} ${currency}`;
}
