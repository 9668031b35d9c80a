import { licenceOf } from '../domain/checks/parts.js';
import { type DeclarationForm, type FormItem } from '../domain/declaration-form.js';
import { type GivenPart, type PartName, partsNamed } from '../domain/message-parts.js';
import { GOODS_NUMBER, partLayout } from './dec-message.layout.js';
import { from, own, type Values, wrap, type Writer } from './dec-writer.js';

type PlacedPart = GivenPart & { readonly at: string };

/** All of a part, in the element that holds them; nothing where there are none. */
export function partsWrapped(writer: Writer, { parts }: DeclarationForm, name: PartName): string {
  const written = partsNamed(parts, name).map((part) => writtenPart(writer, part));
  return written.length === 0 ? '' : wrap(`${name}s`, written);
}

/** All of a part, one behind the other. */
export function partsAfter(writer: Writer, { parts }: DeclarationForm, name: PartName): string {
  return partsNamed(parts, name)
    .map((part) => writtenPart(writer, part))
    .join('');
}

/** Transit between offices: one declaration, one transport, and the goods in their containers. */
export function transitOf(writer: Writer, form: DeclarationForm): string[] {
  const goods = partsAfter(writer, form, 'TrnContaGoods');
  return [
    partsAfter(writer, form, 'TrnHead'),
    partsAfter(writer, form, 'TrnList'),
    partsWrapped(writer, form, 'TrnContainer'),
    goods === '' ? '' : wrap('TrnContaGoodsList', [goods]),
  ];
}

/** The importer's own statement of taxes. */
export function taxesOf(writer: Writer, form: DeclarationForm): string {
  const parts = [
    partsAfter(writer, form, 'SddTaxHead'),
    partsWrapped(writer, form, 'SddTaxList'),
    partsWrapped(writer, form, 'SddTaxDetail'),
  ];
  return parts.every((part) => part === '') ? '' : wrap('SddTax', parts);
}

/** The licences of an item, each with its vehicles, in the place that the item has for them. */
export function licencesOfItem(
  writer: Writer,
  { parts }: DeclarationForm,
  { itemNumber }: FormItem,
): Readonly<Record<'DecGoodsLimits', string>> {
  const vehicles = partsNamed(parts, 'DecGoodsLimitVin').filter((each) => each.itemNumber === itemNumber);
  const licences = partsNamed(parts, 'DecGoodsLimit').filter((each) => each.itemNumber === itemNumber);
  const written = licences.map((licence) =>
    wrap('DecGoodsLimit', [
      writer.leaf(GOODS_NUMBER, own(String(itemNumber))),
      ...leavesOf(writer, licence),
      ...vehicles.filter((each) => licenceOf(each) === licenceOf(licence)).map((each) => writtenPart(writer, each)),
    ]),
  );
  return { DecGoodsLimits: written.length === 0 ? '' : wrap('DecGoodsLimits', written) };
}

function writtenPart(writer: Writer, part: PlacedPart): string {
  return wrap(part.part, leavesOf(writer, part));
}

function leavesOf(writer: Writer, { part, fields, at }: PlacedPart): string[] {
  const values: Values = Object.fromEntries(
    Object.entries(fields).map(([name, text]) => [name, from(`${at}/fields/${name}`, text)]),
  );
  return partLayout(part).map((field) => writer.leaf(field, values[field.name]));
}
