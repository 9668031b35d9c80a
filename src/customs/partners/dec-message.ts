import { Decimal } from '../../kernel/decimal.js';
import { containerSpec } from '../domain/data/container-specs.js';
import { alpha3 } from '../domain/data/countries.js';
import { destinationPort, portOfExit } from '../domain/data/ports.js';
import { tradeTermOf } from '../domain/data/trade-terms.js';
import { MODE_CODE } from '../domain/data/transport-modes.js';
import { type DeclarationForm, type FormItem, grossWeight, netWeight, packing } from '../domain/declaration-form.js';
import { type Detail, type Details, FREE_TEXT_DETAILS, HEAD_DETAILS, ITEM_DETAILS } from '../domain/message-details.js';
import { partsNamed } from '../domain/message-parts.js';
import { certificatesOf } from '../domain/imports/certificates.js';
import { type Composed } from './customs-window.port.js';
import { importHead, importItem } from './dec-message.import.js';
import { CONTAINER, FREE_TEXT, HEAD, ITEM, LICENCE, OTHER_PACK, SIGNATURE } from './dec-message.layout.js';
import { licencesOfItem, partsAfter, partsWrapped, taxesOf, transitOf } from './dec-message-parts.js';
import { from, own, signingTime, type Values, wrap, Writer } from './dec-writer.js';

export const DEC_NAMESPACE = 'http://www.chinaport.gov.cn/dec';

/** 征免性质 101 一般征税, 征免方式 1 照章征税: general trade. */
const GENERAL_LEVY = '101';
const BY_THE_TARIFF = '1';
/** 通关无纸化. */
const PAPERLESS = 'M';
/** 特殊关系, 价格影响, 特许权使用费, 公式定价, 暂定价格: exporters confirm nothing, each stays blank (9). */
const NO_CONFIRMATIONS = '99999';
/** A charge is stated as a total (3), not as a rate (1) or per unit (2). */
const AS_TOTAL = '3';
/** 转关提前报关单: the transit is declared with it. */
const IN_TRANSIT = '1';
/** 报关单申报: declare, do not merely store. */
const DECLARE = 'C';
/** The one who signs is the declarant, not the typist. */
const SIGNED_BY_DECLARANT = '1';
/** Goods that are not subject to inspection have no CIQ code of their own. */
const NO_CIQ_CODE = '999';

/**
 * Writes a DecMessage (ImportSave, 关检融合 V1.0): official names, official order, empty optional elements left out.
 * The signature stays empty: it is put on by the declarant's IC card at the single window's client.
 */
export function composeDecMessage(form: DeclarationForm, clientReference: string, signedAt: Date): Composed {
  const writer = new Writer();
  const packs = packing(form);
  const [, ...otherPacks] = packs;
  const parts = [
    writer.element('DecHead', HEAD, headOf(form)),
    wrap(
      'DecLists',
      form.items.map((item, index) =>
        writer.element('DecList', ITEM, itemOf(form, item, index), licencesOfItem(writer, form, item)),
      ),
    ),
    wrap(
      'DecContainers',
      containersOf(form).map((values) => writer.element('Container', CONTAINER, values)),
    ),
    licencesOf(writer, form),
    partsWrapped(writer, form, 'DecRequestCert'),
    otherPacks.length === 0
      ? ''
      : wrap(
          'DecOtherPacks',
          otherPacks.map(({ type, count }) =>
            writer.element('DecOtherPack', OTHER_PACK, { PackQty: own(String(count)), PackType: own(type) }),
          ),
        ),
    partsWrapped(writer, form, 'DecCopLimit'),
    partsWrapped(writer, form, 'DecUser'),
    partsWrapped(writer, form, 'DecMarkLob'),
    writer.element('DecFreeTxt', FREE_TEXT, freeTextOf(form)),
    writer.element('DecSign', SIGNATURE, signatureOf(form, clientReference, signedAt)),
    ...transitOf(writer, form),
    partsAfter(writer, form, 'EdocRealation'),
    partsAfter(writer, form, 'EcoRelation'),
    taxesOf(writer, form),
    partsAfter(writer, form, 'DecRisk'),
  ];
  const text = `<?xml version="1.0" encoding="UTF-8"?>\n<DecMessage xmlns="${DEC_NAMESPACE}">${parts.join('')}</DecMessage>`;
  return { text, findings: writer.findings.all, fields: writer.fields };
}

/** What the form says in the message, element by element. */
export function declaredParts(form: DeclarationForm): {
  head: Values;
  items: Values[];
  containers: Values[];
  licences: Values[];
  freeText: Values;
} {
  return {
    head: headOf(form),
    licences: licenceValuesOf(form),
    freeText: freeTextOf(form),
    items: form.items.map((item, index) => itemOf(form, item, index)),
    containers: containersOf(form),
  };
}

function headOf(form: DeclarationForm): Values {
  const details = detailsOf(form.details, HEAD_DETAILS, '/details');
  const written = { ...partiesOf(form), ...goodsOf(form), ...routeOf(form), ...chargesOf(form), ...FIXED };
  const businessItems = BUSINESS_ITEMS[form.supervisionMode];
  return {
    ...{ ...written, ...importHead(form), ...details },
    ...(businessItems !== undefined && { EdiRemark2: own(businessItems) }),
    ...(partsNamed(form.parts, 'TrnHead').length > 0 && { DeclTrnRel: own(IN_TRANSIT) }),
  };
}

/**
 * 业务事项 of the mode, by its words: the published format (V1.0) has no element for it, so it stands where the declarant's own
 * words do, and whoever declares at the single window ticks it.
 */
const BUSINESS_ITEMS: Readonly<Record<string, string>> = { '9810': '跨境电商海外仓' };

/** What every declaration of ours says, unless it is given otherwise. */
export const FIXED: Values = {
  IEFlag: own('E'),
  CutMode: own(GENERAL_LEVY),
  EdiId: own('1'),
  EntryType: own(PAPERLESS),
  DeclTrnRel: own('0'),
  PromiseItmes: own(NO_CONFIRMATIONS),
};

/** The same of an item. */
export const ITEM_DEFAULTS: Values = { DutyMode: own(BY_THE_TARIFF), CiqCode: own(NO_CIQ_CODE) };

function partiesOf({ exporter, producer, declarant, consignee, contractNumber }: DeclarationForm): Values {
  return {
    TradeCode: from('/exporter/customsCode', exporter.customsCode),
    TradeCoScc: from('/exporter/uscc', exporter.uscc),
    TradeName: from('/exporter/name', exporter.name),
    // Registrations may hold letters since 2018, which this older field does not take; the credit code says who it is.
    ...(/^\d{10}$/.test(producer.customsCode) && { OwnerCode: from('/producer/customsCode', producer.customsCode) }),
    OwnerCodeScc: from('/producer/uscc', producer.uscc),
    OwnerName: from('/producer/name', producer.name),
    AgentCode: from('/declarant/customsCode', declarant.customsCode),
    AgentCodeScc: from('/declarant/uscc', declarant.uscc),
    AgentName: from('/declarant/name', declarant.name),
    // 组织机构代码: signs 9 to 17 of the credit code.
    CopCode: from('/declarant/uscc', declarant.uscc.slice(8, 17)),
    CopCodeScc: from('/declarant/uscc', declarant.uscc),
    CopName: from('/declarant/name', declarant.name),
    OverseasConsigneeEname: from('/consignee/name', consignee.name),
    ContrNo: from('/contractNumber', contractNumber),
  };
}

function goodsOf(form: DeclarationForm): Values {
  const packs = packing(form);
  const count = packs.reduce((sum, pack) => sum + pack.count, 0);
  return {
    TradeMode: own(form.supervisionMode),
    GrossWet: own(grossWeight(form).toFixed()),
    NetWt: own(netWeight(form).toFixed()),
    PackNo: from('/packages', String(count)),
    WrapType: own(packs[0]?.type ?? ''),
    NoOtherPack: own(packs.length > 1 ? '0' : '1'),
    MarkNo: from('/marks', form.marks ?? 'N/M'),
    NoteS: from('/remarks', form.remarks),
    GoodsPlace: from('/goodsPlace', form.goodsPlace),
  };
}

function routeOf(form: DeclarationForm): Values {
  const { transport, consignee } = form;
  return {
    CustomMaster: from('/declarationOffice', form.declarationOffice),
    IEPort: from('/exitOffice', form.exitOffice),
    DistinatePort: from(
      '/destinationPortCode',
      form.destinationPortCode ?? destinationPort(form.portOfDischarge)?.code ?? '',
    ),
    EntyPortCode: from('/exitPortCode', form.exitPortCode ?? portOfExit(form.portOfLoading)),
    TradeCountry: from('/destinationCountry', alpha3(form.destinationCountry)),
    TradeAreaCode: from('/consignee/country', alpha3(consignee.country)),
    TrafMode: own(MODE_CODE[form.transportMode]),
    TrafName: from('/transport/vesselName', transport.vesselName),
    BillNo: from('/transport/billNumber', transport.billNumber),
  };
}

function chargesOf({ incoterm, freightCharge, insuranceCharge }: DeclarationForm): Values {
  const term = tradeTermOf(incoterm);
  return {
    TransMode: own(term?.code ?? ''),
    ...(term?.includesFreight === true &&
      freightCharge !== null && {
        FeeMark: own(AS_TOTAL),
        FeeRate: own(freightCharge.amount),
        FeeCurr: own(freightCharge.currency),
      }),
    ...(term?.includesInsurance === true &&
      insuranceCharge !== null && {
        InsurMark: own(AS_TOTAL),
        InsurRate: own(insuranceCharge.amount),
        InsurCurr: own(insuranceCharge.currency),
      }),
  };
}

function itemOf(form: DeclarationForm, item: FormItem, index: number): Values {
  const at = `/items/${index}`;
  const price = new Decimal(item.unitPrice).toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed();
  return {
    GNo: own(String(item.itemNumber)),
    CodeTS: from(`${at}/hsCode`, item.hsCode),
    GName: from(`${at}/goodsName`, item.goodsName),
    GModel: from(`${at}/declarationElements`, item.declarationElements),
    DeclGoodsEname: from(`${at}/goodsNameEn`, item.goodsNameEn),
    GQty: from(`${at}/quantity`, item.quantity),
    GUnit: from(`${at}/unit`, item.unit),
    FirstQty: from(`${at}/firstQuantity`, item.firstQuantity),
    FirstUnit: from(`${at}/firstUnit`, item.firstUnit),
    SecondQty: from(`${at}/secondQuantity`, item.secondQuantity),
    SecondUnit: from(`${at}/secondUnit`, item.secondUnit),
    DeclPrice: from(`${at}/unitPrice`, price),
    DeclTotal: from(`${at}/total`, item.total.amount),
    TradeCurr: from(`${at}/total`, item.total.currency),
    // On an export the two change places: 原产国 holds the final destination, 最终目的国 the origin (格式说明, DecList 10 and 23).
    OriginCountry: from('/destinationCountry', alpha3(form.destinationCountry)),
    DestinationCountry: from(`${at}/originCountry`, alpha3(item.originCountry)),
    DistrictCode: from(`${at}/sourceDistrict`, item.sourceDistrict),
    ...ITEM_DEFAULTS,
    ...importItem(form, item, at),
    ...detailsOf(item.details, ITEM_DETAILS, `${at}/details`),
  };
}

/** What was given beside the form; nothing of it overrules what the form says. */
function detailsOf(details: Details | undefined, known: readonly Detail[], at: string): Values {
  return Object.fromEntries(
    known.flatMap(({ name }) => {
      const text = details?.[name];
      return text === undefined ? [] : [[name, from(`${at}/${name}`, text)] as const];
    }),
  );
}

function licencesOf(writer: Writer, form: DeclarationForm): string {
  const papers = licenceValuesOf(form).map((values) => writer.element('LicenseDocu', LICENCE, values));
  return papers.length === 0 ? '<DecLicenseDocus/>' : wrap('DecLicenseDocus', papers);
}

function licenceValuesOf(form: DeclarationForm): Values[] {
  return [...(form.licences ?? []), ...certificatesOf(form)].map(({ code, number }, index) => ({
    DocuCode: from(`/licences/${index}/code`, code),
    CertCode: from(`/licences/${index}/number`, number),
  }));
}

function freeTextOf({ details, transport }: DeclarationForm): Values {
  return {
    ...detailsOf(details, FREE_TEXT_DETAILS, '/details'),
    VoyNo: from('/transport/voyageNumber', transport.voyageNumber),
  };
}

function containersOf({ containers, items, isContainerised }: DeclarationForm): Values[] {
  // Where nobody says which goods lie in which container, each is said to hold a part of all.
  const goods = items.map(({ itemNumber }) => String(itemNumber)).join(',');
  return containers.map(({ number, sizeType, itemNumbers, goodsWeightKg }, index) => ({
    ContainerId: from(`/containers/${index}/number`, number),
    ContainerMd: own(containerSpec(sizeType)),
    GoodsNo: from(`/containers/${index}/itemNumbers`, itemNumbers ?? (goods.length <= 100 ? goods : '')),
    GoodsContaWt: from(`/containers/${index}/goodsWeightKg`, goodsWeightKg ?? null),
    LclFlag: own(isContainerised ? '0' : '1'),
  }));
}

function signatureOf({ declarant }: DeclarationForm, clientReference: string, signedAt: Date): Values {
  return {
    OperType: own(DECLARE),
    CopCode: from('/declarant/uscc', declarant.uscc),
    ClientSeqNo: own(clientReference),
    SignDate: own(signingTime(signedAt)),
    DomainId: own(SIGNED_BY_DECLARANT),
  };
}
