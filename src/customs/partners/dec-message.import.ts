import { alpha3 } from '../domain/data/countries.js';
import { destinationPort, portOfExit } from '../domain/data/ports.js';
import { type DeclarationForm, type FormItem } from '../domain/declaration-form.js';
import { valueBasisOf } from '../domain/imports/import-shipment.js';
import { from, own, type Values } from './dec-writer.js';

/** A charge is stated as a rate in percent (1), or as a total (3). */
const AS_RATE = '1';
const AS_TOTAL = '3';
/** 3‰, where the premium is not known (审价办法). */
const UNKNOWN_PREMIUM = '0.3';
/** Goods are imported into China. */
const CHINA = 'CHN';

/** What the head of the message says otherwise where goods are imported (格式说明, DecHead); nothing of an export. */
export function importHead(form: DeclarationForm): Values {
  if (form.import === undefined) return {};
  const { consignee, portOfLoading, portOfDischarge, destinationPortCode, exitPortCode } = form;
  const departure = destinationPort(portOfLoading)?.code ?? '';
  return {
    IEFlag: own('I'),
    OverseasConsigneeEname: undefined,
    OverseasConsignorEname: from('/consignee/name', consignee.name),
    OverseasConsignorAddr: from('/consignee/address', consignee.address),
    DespPortCode: from('/portOfLoading', departure),
    DistinatePort: from('/destinationPortCode', destinationPortCode ?? departure),
    EntyPortCode: from('/exitPortCode', exitPortCode ?? portOfExit(portOfDischarge)),
    ...chargesOf(form, form.import.otherCharge),
  };
}

/** Only what the price leaves out is declared. */
function chargesOf(form: DeclarationForm, otherCharge: DeclarationForm['freightCharge']): Values {
  const { freightCharge, insuranceCharge } = form;
  const basis = valueBasisOf(form.incoterm);
  const freight = basis === 'FOB' ? freightCharge : null;
  const isPremiumUnknown = basis !== 'CIF' && insuranceCharge === null;
  const premium = basis === 'CIF' ? null : insuranceCharge;
  return {
    ...{ FeeMark: undefined, FeeRate: undefined, FeeCurr: undefined },
    ...{ InsurMark: undefined, InsurRate: undefined, InsurCurr: undefined },
    ...(freight !== null && total('Fee', freight)),
    ...(premium !== null && total('Insur', premium)),
    ...(isPremiumUnknown && { InsurMark: own(AS_RATE), InsurRate: own(UNKNOWN_PREMIUM) }),
    ...(otherCharge !== null && total('Other', otherCharge)),
  };
}

function total(charge: 'Fee' | 'Insur' | 'Other', { amount, currency }: { amount: string; currency: string }): Values {
  return { [`${charge}Mark`]: own(AS_TOTAL), [`${charge}Rate`]: own(amount), [`${charge}Curr`]: own(currency) };
}

/** Unlike on an export, origin and destination stand where their names say. */
export function importItem(form: DeclarationForm, item: FormItem, at: string): Values {
  if (form.import === undefined) return {};
  return {
    OriginCountry: from(`${at}/originCountry`, alpha3(item.originCountry)),
    DestinationCountry: own(CHINA),
  };
}
