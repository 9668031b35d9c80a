import { Injectable } from '@nestjs/common';
import { XmlDocument, XmlElement, XmlParseError, type XmlTreeNode } from 'libxml2-wasm';

import { type Fault } from '../../kernel/domain-error.js';
import { type Sentence } from '../../kernel/sentence.js';
import { isWithinBounds } from '../../platform/partners/xml-bounds.js';
import { type EInvoice, type EInvoiceItem } from '../domain/e-invoice.js';
import { UnreadableEInvoiceError } from '../domain/e-invoice.errors.js';
import { SAY } from '../domain/e-invoice.sentences.js';
import { EInvoiceReader } from './e-invoice-reader.port.js';

const ENCODING = /^\s*<\?xml\s[^>]*?encoding\s*=\s*["']([^"']*)["']/;
const SELLER = 'EInvoiceData/SellerInformation';
const BUYER = 'EInvoiceData/BuyerInformation';
const TOTALS = 'EInvoiceData/BasicInformation';
const ITEM = 'IssuItemInformation';
const DAY_LENGTH = 10;

/** The XML of the national e-invoice service: `EInvoice` of Header, EInvoiceData and TaxSupervisionInfo. */
@Injectable()
export class XmlEInvoiceReader extends EInvoiceReader {
  override read(xml: string): EInvoice {
    const document = parsed(xml);
    try {
      return invoiceOf(document.root);
    } finally {
      document.dispose();
    }
  }
}

/** Without entities there is nothing to expand, within bounds nothing that costs more than its length. */
function parsed(xml: string): XmlDocument {
  const [, encoding = 'utf-8'] = ENCODING.exec(xml) ?? [];
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw unreadable(SAY.has_entities);
  if (encoding.toLowerCase() !== 'utf-8') throw unreadable(SAY.other_encoding({ encoding: encoding.slice(0, 40) }));
  if (!isWithinBounds(xml)) throw unreadable(SAY.too_deep);
  try {
    return XmlDocument.fromString(xml.replace(/^\ufeff/, '').trim());
  } catch (error) {
    if (!(error instanceof XmlParseError)) throw error;
    throw unreadable(SAY.not_well_formed);
  }
}

function invoiceOf(root: XmlElement): EInvoice {
  if (root.name !== 'EInvoice') throw unreadable(SAY.other_root({ name: root.name.slice(0, 100) }));
  const missing: string[] = [];
  const needed = (path: string): string => {
    const text = textAt(root, path);
    if (text === '') missing.push(path);
    return text;
  };
  const party = (path: string, kind: 'Seller' | 'Buyer'): EInvoice['seller'] => ({
    name: needed(`${path}/${kind}Name`),
    taxNumber: needed(`${path}/${kind}IdNum`).toUpperCase(),
  });
  const number = textAt(root, 'TaxSupervisionInfo/InvoiceNumber') || needed('Header/EIid');
  const issued = textAt(root, 'TaxSupervisionInfo/IssueTime') || needed(`${TOTALS}/RequestTime`);
  const invoice = {
    number,
    kindCode: needed('Header/InherentLabel/GeneralOrSpecialVAT/LabelCode'),
    blueCode: textAt(root, 'Header/InherentLabel/InIssuType/LabelCode'),
    issuedOn: issued.slice(0, DAY_LENGTH),
    seller: party(SELLER, 'Seller'),
    buyer: party(BUYER, 'Buyer'),
    amount: needed(`${TOTALS}/TotalAmWithoutTax`),
    vat: needed(`${TOTALS}/TotalTaxAm`),
    total: textAt(root, `${TOTALS}/TotalTax-includedAmount`),
    remark: textAt(root, 'EInvoiceData/AdditionalInformation/Remark'),
    items: itemsOf(root, missing),
  };
  if (missing.length > 0) throw unreadable(SAY.not_the_layout, missing.map(missed));
  return invoice;
}

function itemsOf(root: XmlElement, missing: string[]): EInvoiceItem[] {
  const data = childrenOf(root, 'EInvoiceData').flatMap((element) => childrenOf(element, ITEM));
  if (data.length === 0) missing.push(`EInvoiceData/${ITEM}`);
  return data.map((item, index) => {
    const needed = (name: string): string => {
      const text = textAt(item, name);
      if (text === '') missing.push(`EInvoiceData/${ITEM}[${index + 1}]/${name}`);
      return text;
    };
    return {
      name: needed('ItemName'),
      unit: textAt(item, 'MeaUnits'),
      quantity: textAt(item, 'Quantity'),
      unitPrice: textAt(item, 'UnPrice'),
      amount: needed('Amount'),
      rate: textAt(item, 'TaxRate'),
      vat: textAt(item, 'ComTaxAm'),
      taxCategory: textAt(item, 'TaxClassificationCode'),
    };
  });
}

function childrenOf(element: XmlElement, name: string): XmlElement[] {
  const children: XmlElement[] = [];
  for (let node: XmlTreeNode | null = element.firstChild; node !== null; node = node.next) {
    if (node instanceof XmlElement && node.name === name) children.push(node);
  }
  return children;
}

/** The text of the first element on that way; '' where there is none. */
function textAt(element: XmlElement, path: string): string {
  let here: XmlElement | undefined = element;
  for (const name of path.split('/')) here = here === undefined ? undefined : childrenOf(here, name)[0];
  return here?.content.trim() ?? '';
}

function missed(path: string): Fault {
  const pointer = `/xml/EInvoice/${path}`.slice(0, 200);
  return { pointer, code: 'missing', message: SAY.element_missing({ path: `EInvoice/${path}` }) };
}

function unreadable(
  why: Sentence,
  faults: readonly Fault[] = [{ pointer: '/xml', code: 'unreadable', message: why }],
): UnreadableEInvoiceError {
  return new UnreadableEInvoiceError(SAY.unreadable({ why }), {}, faults);
}
