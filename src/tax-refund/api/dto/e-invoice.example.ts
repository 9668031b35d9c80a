/** Up to 1 MiB: some hundred lines with everything that an e-invoice can say. */
const XML = [
  '<?xml version="1.0" encoding="UTF-8"?>',
  '<EInvoice><Header><EIid>26332000000087654321</EIid><InherentLabel><InIssuType><LabelCode>Y</LabelCode></InIssuType>',
  '<GeneralOrSpecialVAT><LabelCode>01</LabelCode><LabelName>增值税专用发票</LabelName></GeneralOrSpecialVAT></InherentLabel></Header>',
  '<EInvoiceData><SellerInformation><SellerIdNum>91330281MA2DEM4D02</SellerIdNum><SellerName>宁波示例电器厂</SellerName>',
  '</SellerInformation><BuyerInformation><BuyerIdNum>91330200MA2AEFJN86</BuyerIdNum>',
  '<BuyerName>宁波示例进出口有限公司</BuyerName></BuyerInformation>',
  '<BasicInformation><TotalAmWithoutTax>60000.00</TotalAmWithoutTax><TotalTaxAm>7800.00</TotalTaxAm>',
  '<TotalTax-includedAmount>67800.00</TotalTax-includedAmount><RequestTime>2026-11-10 10:11:12</RequestTime></BasicInformation>',
  '<IssuItemInformation><ItemName>*家用电器*电烤箱</ItemName><MeaUnits>台</MeaUnits><Quantity>1000</Quantity>',
  '<UnPrice>60</UnPrice><Amount>60000.00</Amount><TaxRate>0.13</TaxRate><ComTaxAm>7800.00</ComTaxAm>',
  '<TaxClassificationCode>1090413990000000000</TaxClassificationCode></IssuItemInformation></EInvoiceData>',
  '<TaxSupervisionInfo><InvoiceNumber>26332000000087654321</InvoiceNumber><IssueTime>2026-11-10</IssueTime>',
  '</TaxSupervisionInfo></EInvoice>',
].join('');

export const E_INVOICE_EXAMPLE = { xml: XML, lines: [{ lineNumber: 1, hsCode: '8516609000' }] };
