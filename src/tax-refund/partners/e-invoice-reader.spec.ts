import { DomainError } from '../../kernel/domain-error.js';
import { told } from '../../kernel/sentence.js';
import { XmlEInvoiceReader } from './e-invoice-reader.xml.js';

const XML = `<?xml version="1.0" encoding="UTF-8"?>
<EInvoice><Header><EIid>26332000000012345678</EIid><InherentLabel><InIssuType><LabelCode>Y</LabelCode></InIssuType>
<GeneralOrSpecialVAT><LabelCode>01</LabelCode></GeneralOrSpecialVAT></InherentLabel></Header>
<EInvoiceData><SellerInformation><SellerIdNum>91330281MA2DEM4D02</SellerIdNum><SellerName>工厂</SellerName></SellerInformation>
<BuyerInformation><BuyerIdNum>91330200MA2AEFJN86</BuyerIdNum><BuyerName>外贸&amp;公司</BuyerName></BuyerInformation>
<BasicInformation><TotalAmWithoutTax>600.00</TotalAmWithoutTax><TotalTaxAm>78.00</TotalTaxAm>
<TotalTax-includedAmount>678.00</TotalTax-includedAmount><RequestTime>2026-11-10 10:11:12</RequestTime></BasicInformation>
<IssuItemInformation><ItemName>*家用电器*电烤箱</ItemName><MeaUnits>台</MeaUnits><Quantity>10</Quantity><UnPrice>60</UnPrice>
<Amount>600.00</Amount><TaxRate>0.13</TaxRate><ComTaxAm>78.00</ComTaxAm></IssuItemInformation></EInvoiceData>
<TaxSupervisionInfo><InvoiceNumber>26332000000012345678</InvoiceNumber><IssueTime>2026-11-10</IssueTime></TaxSupervisionInfo>
</EInvoice>`;
const reader = new XmlEInvoiceReader();

function refusal(xml: string): string {
  try {
    reader.read(xml);
    return 'read';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return [told(error.sentence, 'en'), ...error.faults.map(({ pointer }) => pointer)].join(' | ');
  }
}

describe('The file of an e-invoice', () => {
  it('is read word for word', () => {
    expect(reader.read(XML)).toEqual({
      number: '26332000000012345678',
      kindCode: '01',
      blueCode: 'Y',
      issuedOn: '2026-11-10',
      seller: { name: '工厂', taxNumber: '91330281MA2DEM4D02' },
      buyer: { name: '外贸&公司', taxNumber: '91330200MA2AEFJN86' },
      amount: '600.00',
      vat: '78.00',
      total: '678.00',
      remark: '',
      items: [
        {
          name: '*家用电器*电烤箱',
          unit: '台',
          quantity: '10',
          unitPrice: '60',
          amount: '600.00',
          rate: '0.13',
          vat: '78.00',
          taxCategory: '',
        },
      ],
    });
  });

  it.each([
    ['another file', '<Invoice/>', /its root is Invoice, expected EInvoice with Header/],
    ['an entity', `<!DOCTYPE a [<!ENTITY b "c">]>${XML}`, /document type or entities/],
    ['half a file', XML.slice(0, 400), /not well-formed/],
    ['a file in GBK', XML.replace('UTF-8', 'GBK'), /says that it is in GBK/],
    ['a very deep one', '<a>'.repeat(100) + '</a>'.repeat(100), /too deep/],
    [
      'one without seller and lines',
      XML.replace(/<SellerInformation>.*<\/SellerInformation>/s, '').replace(
        /<IssuItemInformation>.*<\/IssuItemInformation>/s,
        '',
      ),
      /SellerInformation\/SellerName .*SellerIdNum .*IssuItemInformation/,
    ],
  ])('is refused, with what was expected: %s', (_what, xml, expected) => {
    expect(refusal(xml)).toMatch(expected);
  });
});
