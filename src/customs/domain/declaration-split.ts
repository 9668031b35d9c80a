import { minorDigits } from '../../kernel/currency.js';
import { Decimal } from '../../kernel/decimal.js';
import { Money, type MoneyJson } from '../../kernel/money.js';
import { type DeclarationForm, type FormItem } from './declaration-form.js';
import { type Details } from './message-details.js';
import { spread } from './spread.js';

/**
 * Items that one declaration holds. Sources: 中华人民共和国海关进出口货物报关单填制规范 (公告2019年第18号); 进出口货物报关单申报电子报文格式 V1.0
 * (公告2018年第67号).
 */
export const ITEMS_MAX = 50;

/** Which of the declarations of an order this is; 1 of 1 where there is only one. */
export interface Part {
  readonly number: number;
  readonly of: number;
}

export const WHOLE: Part = { number: 1, of: 1 };

/** 杂费标志: 3 is an amount for the whole; 1 is a rate, of whatever value it is applied to. */
const AS_TOTAL = '3';

/**
 * A form of any length in as many declarations as it needs, each of 50 items at most.
 *
 * - Items keep their order: the first fifty are the first declaration, and so on; each is numbered from 1. It depends on
 *   nothing else, so that the same order is always split alike and no line ever moves to another declaration.
 * - What is a sum of the items (packages, weights, value) is that of its own items.
 * - What is stated once for the shipment, freight and insurance and other charges given as a total, is split by the value
 *   of the items, to the minor unit of its currency (other charges: five decimals); what rounding down leaves goes to the
 *   largest remainders, the first of equals first, so that the parts add up to the whole.
 * - Everything else stands on each of them as it is: rates and unit prices, parties, transport, containers.
 *
 * A form without items is one declaration, which its rules refuse.
 */
export function splitForm(form: DeclarationForm): readonly DeclarationForm[] {
  const groups = inGroups(form.items);
  if (groups.length < 2) return [form];
  const values = groups.map(valueOf);
  const freight = chargeParts(form.freightCharge, values);
  const insurance = chargeParts(form.insuranceCharge, values);
  const details = detailParts(form.details, values);
  return groups.map((items, index) => ({
    ...form,
    ...(form.details !== undefined && { details: details[index] ?? form.details }),
    freightCharge: freight[index] ?? null,
    insuranceCharge: insurance[index] ?? null,
    items: items.map((item, place) => ({ ...item, itemNumber: place + 1 })),
  }));
}

/** The reference of a part: that of the order, and which part of how many, where there are several. */
export function partReference(reference: string, { number, of }: Part): string {
  return of === 1 ? reference : `${reference} (${number}/${of})`;
}

function inGroups(items: readonly FormItem[]): FormItem[][] {
  const count = Math.ceil(items.length / ITEMS_MAX);
  return Array.from({ length: count }, (_, index) => items.slice(index * ITEMS_MAX, (index + 1) * ITEMS_MAX));
}

function valueOf(items: readonly FormItem[]): Decimal {
  return items.reduce((sum, { total }) => sum.plus(total.amount), new Decimal(0));
}

function chargeParts(charge: MoneyJson | null, values: readonly Decimal[]): readonly MoneyJson[] {
  if (charge === null) return [];
  const { amount, currency } = charge;
  const parts = spread(new Decimal(amount), values, minorDigits(currency));
  return parts.map((part) => Money.ofMajor(part, currency, 'half-up').toJSON());
}

function detailParts(details: Details | undefined, values: readonly Decimal[]): readonly Details[] {
  const { OtherMark: mark, OtherRate: amount } = details ?? {};
  if (mark !== AS_TOTAL || amount === undefined) return [];
  return spread(new Decimal(amount), values).map((part) => ({ ...details, OtherRate: part.toFixed() }));
}
