import { type ApiGuide } from './platform/http/openapi.js';
import { describeWebhooks } from './webhooks/index.js';

/** What a reader of `/docs` meets first: what the platform is, how to try it, and its parts in the order of an export. */
export const API_GUIDE: ApiGuide = {
  title: 'Entrepot',
  description: `The backend of a foreign-trade service platform (外贸综合服务平台): one export order through customs, freight,
foreign exchange, tax refund and financing, every cent in one ledger, every change an event.

**To try it:** press *Authorize* and paste an API key (\`npm run demo\` prints one); an OAuth client or the access token of a
person will do too. Then go down the page:

1. **Parties**: enter a seller and a buyer with the two examples of \`POST /v1/parties\`.
2. **Orders**: place an order with \`POST /v1/orders\`. This page puts the ids of what you made where the examples have ids.
3. Look: \`GET /v1/orders/{id}\`, its timeline and its margin. From here on the services go on by themselves.
4. **Customs**, **Freight**, **FX**, **Tax refund**, **Financing**, **Ledger**: what each of them made of the order.

Errors are RFC 9457 problem details with all faults at once; every code is explained at \`/v1/errors/{code}\`. What a person
reads is in English, or in Chinese by \`Accept-Language: zh-CN\`. Money is
\`{"amount": "1234.50", "currency": "USD"}\`, instants are RFC 3339, days \`YYYY-MM-DD\`. New fields, new event types and new
words of an enum may appear at any time: let your client tolerate them.`,
  webhooks: describeWebhooks,
  tags: [
    { name: 'Parties', description: 'Sellers (SMEs), buyers and suppliers. An order needs a seller and a buyer.' },
    { name: 'Orders', description: 'The trade order: place it, follow its five tracks, its timeline and its margin.' },
    {
      name: 'Freight',
      description:
        'Rates, quotes, and bookings with the carrier; an order of the platform’s own freight is booked by itself.',
    },
    {
      name: 'Warehouses',
      description:
        'Warehouses abroad (海外仓): inbound notices, inspection, stock by lot, outbound orders, returns, counts, fees, and what became of goods under 9810.',
    },
    {
      name: 'Customs',
      description: 'Export declarations: drafted from the order, validated, declared, followed receipt by receipt.',
    },
    {
      name: 'Supervision modes',
      description:
        'General trade, market purchase and the modes of cross-border e-commerce (监管方式) as data, and whether a trade may go under them.',
    },
    {
      name: 'Customs messages',
      description:
        'The official XML of cross-border e-commerce (跨境电商统一版) to JSON and back, checked; nothing is stored.',
    },
    {
      name: 'E-commerce channel',
      description:
        'What goes to e-commerce customs (跨境电商统一版) and comes back, message by message, and with what it is signed.',
    },
    {
      name: 'Broker mandates',
      description:
        'What exporters entrust to customs brokers (代理报关委托): offered, accepted, ended; without one nothing is declared.',
    },
    {
      name: 'Parcels',
      description:
        'E-commerce parcels (跨境电商清单): what they are filed with, their documents, their matching, one by one and in bulk.',
    },
    {
      name: 'Parcel tax bills',
      description: 'What customs levies of retail imports (电子税单), held against what was reckoned for them.',
    },
    {
      name: 'Overseas stock',
      description:
        'What was declared out under 9810 and stands in warehouses abroad (海外仓): declared, sold, lost and on hand, line by line.',
    },
    {
      name: 'Parcel filings',
      description:
        'What is filed about e-commerce parcels after their lists: withdrawals, departures, returns, monthly summaries.',
    },
    {
      name: 'Parcel summaries',
      description:
        'Monthly summaries of exported e-commerce lists (汇总申报): what is due until when, and what it was declared as.',
    },
    {
      name: 'Order filings',
      description:
        'Orders that customs must have before their declaration (9710, 9810): sent, answered, corrected and sent again.',
    },
    { name: 'FX', description: 'Money from buyers, matched with orders; quotes, conversions, and payouts in CNY.' },
    {
      name: 'Payout batches',
      description: 'Payouts of one account and day in one message to the bank, and the policy that says so.',
    },
    {
      name: 'Bank statements',
      description: 'Statements of accounts at the bank, held against the ledger to the cent.',
    },
    {
      name: 'Currency control',
      description:
        'What SAFE is told and wants to see: classes of sellers, money under review, trade-background checks, declarations of ' +
        'foreign receipts, reports of trade credit.',
    },
    {
      name: 'Bank files',
      description: 'Statements and notifications of the bank: read, checked, taken in and reconciled.',
    },
    {
      name: 'Tax refund',
      description: 'VAT invoices, and refund claims matched from declaration, invoice and collection.',
    },
    {
      name: 'Refund matching',
      description:
        'What an invoice must show before the goods leave, the rules of a tenant, and matching of rows in bulk.',
    },
    {
      name: 'Refund deadlines',
      description: 'By when what must be done for refunds, and what it costs to miss it; as a list, and as a calendar.',
    },
    {
      name: 'Refund money',
      description:
        'What refunds came to by the books, when the open ones are likely to be paid, and how long they have waited.',
    },
    {
      name: 'Agency standing',
      description:
        'What an agent that files for producers must do and watch: verifications, rejections, classes; with warnings.',
    },
    {
      name: 'Declaration tables',
      description:
        'Official tables that were prepared elsewhere: imported row by row, held against the claims here, and kept.',
    },
    {
      name: 'Evidence documents',
      description: 'The documents of exports that must be kept (备案单证): added, fetched, kept.',
    },
    {
      name: 'Evidence packs',
      description: 'Everything that proves a claim in one archive: made, fetched, verified by its hash, and kept.',
    },
    {
      name: 'VAT invoices',
      description:
        'What comes with them: files, e-invoices, their check with the tax authority, what is asked of them.',
    },
    {
      name: 'Filing batches',
      description: 'Claims of a taxpayer and period, filed in one message and paid in one sum or several (申报批次).',
    },
    {
      name: 'Invoice issuers',
      description: 'Who issues VAT invoices: entered, reviewed by somebody else, valid for a time (开票人预审).',
    },
    {
      name: 'Abnormal invoices',
      description:
        'Invoices and issuers that the tax authority holds for abnormal (异常凭证、非正常户): listed, lifted, and which refunds they hit.',
    },
    {
      name: 'Refund rates',
      description:
        'Export refund rates by goods and day, from the official library (退税率文库), with version and interval.',
    },
    {
      name: 'Rate changes',
      description:
        'What new issues of the refund library meant for orders that were open: old and new rate, and the money.',
    },
    {
      name: 'Agency agreements',
      description:
        'By which agents file the refunds of manufacturers (代办退税): entered, confirmed, ended; without one nothing is filed.',
    },
    {
      name: 'Agency certificates',
      description:
        'Certificates of agency export (代理出口货物证明): applied for by the agent, with them principals claim the refund themselves.',
    },
    {
      name: 'Catalogue',
      description: 'Reference data, by day and source: HS codes with all that is known of them, export refund rates.',
    },
    {
      name: 'Products',
      description: 'Goods sold again and again: declaration elements filled once and approved per version.',
    },
    {
      name: 'Financing',
      description: 'Advances on refunds: a bank lends, the platform informs, collects and keeps the books.',
    },
    {
      name: 'Lender',
      description:
        'What a bank sees in its own tenant: its loans, how they stand, and what becomes of what backs them.',
    },
    {
      name: 'Ledger',
      description: 'Double entry behind everything: accounts, transfers, trial balance, export for hledger.',
    },
    {
      name: 'Approval policies',
      description: 'Four eyes: what takes a second person, from which amount on, and whom.',
    },
    { name: 'Approvals', description: 'What waits for a second person; approve it, refuse it, take it back.' },
    { name: 'Events', description: 'Every change of the last 90 days, in order; the same JSON as the webhooks.' },
    {
      name: 'Webhooks',
      description: 'Endpoints that events are sent to, signed (Standard Webhooks), and what was delivered.',
    },
    {
      name: 'Calculations',
      description: 'Calculators that keep nothing: refunds, duties, rates, weights, interest, deadlines, check signs.',
    },
    { name: 'Tenant', description: 'Whose the credential is, and what it may do.' },
    { name: 'API keys', description: 'Keys with scopes, bound to networks: make, rotate without a gap, revoke.' },
    {
      name: 'OAuth',
      description: 'Clients with secrets, and short-lived access tokens for them (client credentials).',
    },
    { name: 'Sign-in', description: 'For people: sign in by password and second factor, go on, sign out.' },
    { name: 'Users', description: 'The people of a tenant and their roles: invite, change, disable.' },
    {
      name: 'Mandates',
      description: 'Let another tenant act for yours, by the header `Acting-For`: grant, accept, decline, revoke.',
    },
    { name: 'Audit', description: 'Who did what; hash-chained, and proved untouched.' },
    {
      name: 'Bulk work',
      description: 'One command for up to 10,000 items; how such work stands, and what became of each item.',
    },
    { name: 'Request log', description: 'Your own requests of the last 30 days, and how they were answered.' },
    { name: 'Operations', description: 'Work that failed for good: read it, retry it, discard it.' },
    {
      name: 'Sandbox',
      description: 'Sandbox tenants by one call, their clock, an inbox for their webhooks, and a reset.',
    },
    { name: 'Changelog', description: 'Every change of the API, with the operations that it is about; no key needed.' },
    {
      name: 'Rehearsal',
      description: 'Whole exports in one call, and whatever a simulated partner may do to one of your resources.',
    },
    { name: 'Usage', description: 'How much you ask of the API, and the limits that it holds you to.' },
    {
      name: 'Partners',
      description: 'How customs, carrier, bank, lender and tax bureau answer, as the platform sees it.',
    },
    { name: 'Errors', description: 'What each problem code means and how to mend it; no key needed.' },
  ],
};
