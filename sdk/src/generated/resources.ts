// Written from docs/openapi.json by `npm run sdk:generate`; changed there, not here.

import { Caller } from '../caller.js';

/** The method that each operation of the contract has. */
export abstract class Resources extends Caller {
  readonly apiKeys = {
    /** Keys of the tenant, newest first. `GET /v1/api-keys`. Scope: `keys:read`. */
    list: this.list('/v1/api-keys'),
    /** Make a key. `POST /v1/api-keys`. Scope: `keys:write`. */
    make: this.write('POST', '/v1/api-keys'),
    /** One key. `GET /v1/api-keys/{id}`. Scope: `keys:read`. */
    get: this.get('/v1/api-keys/{id}'),
    /** Revoke a key. `POST /v1/api-keys/{id}/revocation`. Scope: `keys:write`. */
    revoke: this.act('POST', '/v1/api-keys/{id}/revocation'),
    /** Replace a key without a gap. `POST /v1/api-keys/{id}/rotation`. Scope: `keys:write`. */
    rotate: this.write('POST', '/v1/api-keys/{id}/rotation'),
  };

  readonly approvalPolicies = {
    /** What needs a second person. `GET /v1/approval-policies`. Scope: `approvals:read`. */
    list: this.list('/v1/approval-policies'),
    /** Ask for a second person. `POST /v1/approval-policies`. Scope: `approvals:write`. */
    make: this.write('POST', '/v1/approval-policies'),
    /** One policy. `GET /v1/approval-policies/{id}`. Scope: `approvals:read`. */
    get: this.get('/v1/approval-policies/{id}'),
    /** Change a policy. `PATCH /v1/approval-policies/{id}`. Scope: `approvals:write`. */
    change: this.write('PATCH', '/v1/approval-policies/{id}'),
    /** End a policy. `POST /v1/approval-policies/{id}/termination`. Scope: `approvals:write`. */
    end: this.act('POST', '/v1/approval-policies/{id}/termination'),
  };

  readonly approvals = {
    /** What waits for a second person, and what did. `GET /v1/approvals`. Scope: `approvals:read`. */
    list: this.list('/v1/approvals'),
    /** One request. `GET /v1/approvals/{id}`. Scope: `approvals:read`. */
    get: this.get('/v1/approvals/{id}'),
    /** Approve. `POST /v1/approvals/{id}/approval`. Scope: `approvals:decide`. */
    approve: this.act('POST', '/v1/approvals/{id}/approval'),
    /** Refuse. `POST /v1/approvals/{id}/refusal`. Scope: `approvals:decide`. */
    refuse: this.write('POST', '/v1/approvals/{id}/refusal'),
    /** Take a request back. `POST /v1/approvals/{id}/withdrawal`. Scope: `approvals:request`. */
    withdraw: this.write('POST', '/v1/approvals/{id}/withdrawal'),
  };

  readonly audit = {
    records: {
      /** Who did what, newest first. `GET /v1/audit/records`. Scope: `audit:read`. */
      list: this.list('/v1/audit/records'),
    },
    verification: {
      /** Prove that the audit was not tampered with. `GET /v1/audit/verification`. Scope: `audit:read`. */
      get: this.get('/v1/audit/verification'),
    },
  };

  readonly batches = {
    /** Give one command for many items. `POST /v1/batches`. Scope: `bulk:write`. */
    create: this.write('POST', '/v1/batches'),
  };

  readonly calculations = {
    customs: {
      clearanceChannels: {
        /** By declaration or by list: which channels goods of a supervision mode may take. `POST /v1/calculations/customs/clearance-channels`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/customs/clearance-channels'),
      },
      declaredWeight: {
        /** Weight as a declaration shows it. `POST /v1/calculations/customs/declared-weight`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/customs/declared-weight'),
      },
      importTax: {
        /** Duty, consumption tax and VAT of a general-trade import. `POST /v1/calculations/customs/import-tax`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/customs/import-tax'),
      },
      retailImportTax: {
        /** Taxes of a cross-border retail import. `POST /v1/calculations/customs/retail-import-tax`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/customs/retail-import-tax'),
      },
      threeDocumentMatch: {
        /** Order, payment, waybill and list of a retail import against one another (三单对碰). `POST /v1/calculations/customs/three-document-match`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/customs/three-document-match'),
      },
    },
    financing: {
      factoring: {
        /** Advance, reserve and settlement of a factored invoice. `POST /v1/calculations/financing/factoring`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/financing/factoring'),
      },
      guaranteeLiability: {
        /** What each member of a guarantee group answers for, and on whom a default falls. `POST /v1/calculations/financing/guarantee-liability`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/financing/guarantee-liability'),
      },
      interest: {
        /** Simple interest over one or more periods. `POST /v1/calculations/financing/interest`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/financing/interest'),
      },
    },
    freight: {
      chargeableWeight: {
        /** Weight that air freight and couriers charge. `POST /v1/calculations/freight/chargeable-weight`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/freight/chargeable-weight'),
      },
      containerPlan: {
        /** Containers that a shipment needs. `POST /v1/calculations/freight/container-plan`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/freight/container-plan'),
      },
      revenueTons: {
        /** LCL sea freight by revenue ton (W/M). `POST /v1/calculations/freight/revenue-tons`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/freight/revenue-tons'),
      },
      verifiedGrossMass: {
        /** Verified gross mass of a packed container. `POST /v1/calculations/freight/verified-gross-mass`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/freight/verified-gross-mass'),
      },
    },
    fx: {
      conversion: {
        /** Conversion at a bank's board. `POST /v1/calculations/fx/conversion`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/fx/conversion'),
      },
      forwardRate: {
        /** Forward rate by covered interest parity. `POST /v1/calculations/fx/forward-rate`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/fx/forward-rate'),
      },
      smallSellerStatus: {
        /** Whether a small cross-border seller needs registration with SAFE (名录). `POST /v1/calculations/fx/small-seller-status`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/fx/small-seller-status'),
      },
      tradeCreditReports: {
        /** Which advances and deferrals SAFE must be told of, and by when. `POST /v1/calculations/fx/trade-credit-reports`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/fx/trade-credit-reports'),
      },
    },
    identifiers: {
      bic: {
        /** Bank identifier (ISO 9362). `POST /v1/calculations/identifiers/bic`. Scope: `calculations:use`. */
        check: this.write('POST', '/v1/calculations/identifiers/bic'),
      },
      containerSizeType: {
        /** Container size-type code (ISO 6346). `POST /v1/calculations/identifiers/container-size-type`. Scope: `calculations:use`. */
        read: this.write('POST', '/v1/calculations/identifiers/container-size-type'),
      },
      customsDeclarationNumber: {
        /** Customs declaration number (报关单号), 18 or 21 digits. `POST /v1/calculations/identifiers/customs-declaration-number`. Scope: `calculations:use`. */
        read: this.write('POST', '/v1/calculations/identifiers/customs-declaration-number'),
      },
      iban: {
        /** International account number (ISO 13616). `POST /v1/calculations/identifiers/iban`. Scope: `calculations:use`. */
        check: this.write('POST', '/v1/calculations/identifiers/iban'),
      },
      imo: {
        /** IMO ship number. `POST /v1/calculations/identifiers/imo`. Scope: `calculations:use`. */
        check: this.write('POST', '/v1/calculations/identifiers/imo'),
      },
      iso6346: {
        /** Container number (ISO 6346). `POST /v1/calculations/identifiers/iso6346`. Scope: `calculations:use`. */
        check: this.write('POST', '/v1/calculations/identifiers/iso6346'),
      },
      lei: {
        /** Legal entity identifier (ISO 17442). `POST /v1/calculations/identifiers/lei`. Scope: `calculations:use`. */
        check: this.write('POST', '/v1/calculations/identifiers/lei'),
      },
      uscc: {
        /** Unified social credit code (GB 32100-2015). `POST /v1/calculations/identifiers/uscc`. Scope: `calculations:use`. */
        check: this.write('POST', '/v1/calculations/identifiers/uscc'),
      },
    },
    margin: {
      exchangeCost: {
        /** What one unit of foreign currency costs (换汇成本). `POST /v1/calculations/margin/exchange-cost`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/margin/exchange-cost'),
      },
    },
    pricing: {
      cif: {
        /** CIF, CFR and FOB from one another. `POST /v1/calculations/pricing/cif`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/pricing/cif'),
      },
    },
    taxRefund: {
      agency: {
        /** Refund that the platform files for a manufacturer (代办退税). `POST /v1/calculations/tax-refund/agency`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/tax-refund/agency'),
      },
      deadlines: {
        /** Days by which an export must be collected and filed. `POST /v1/calculations/tax-refund/deadlines`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/tax-refund/deadlines'),
      },
      manufacturer: {
        /** Refund of a manufacturer for a tax period (免抵退税). `POST /v1/calculations/tax-refund/manufacturer`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/tax-refund/manufacturer'),
      },
      rate: {
        /** Export refund rate by goods and export date. `POST /v1/calculations/tax-refund/rate`. Scope: `calculations:use`. */
        find: this.write('POST', '/v1/calculations/tax-refund/rate'),
      },
      trading: {
        /** Refund of a trading company (免退税). `POST /v1/calculations/tax-refund/trading`. Scope: `calculations:use`. */
        calculate: this.write('POST', '/v1/calculations/tax-refund/trading'),
      },
    },
  };

  readonly catalogue = {
    refundRates: {
      /** Export refund rates, with the days they hold and the notice that set them. `GET /v1/catalogue/refund-rates`. Scope: `catalogue:read`. */
      list: this.list('/v1/catalogue/refund-rates'),
    },
  };

  readonly changelog = {
    /** Every change of the API, newest first. `GET /v1/changelog`. */
    list: this.list('/v1/changelog'),
  };

  readonly customs = {
    brokerMandatePolicy: {
      /** Whether a broker's mandate is required. `GET /v1/customs/broker-mandate-policy`. Scope: `customs:read`. */
      get: this.get('/v1/customs/broker-mandate-policy'),
      /** Require a broker's mandate, or not. `PUT /v1/customs/broker-mandate-policy`. Scope: `customs:write`. */
      set: this.write('PUT', '/v1/customs/broker-mandate-policy'),
    },
    brokerMandates: {
      /** The brokers' mandates. `GET /v1/customs/broker-mandates`. Scope: `customs:read`. */
      list: this.list('/v1/customs/broker-mandates'),
      /** Entrust a customs broker. `POST /v1/customs/broker-mandates`. Scope: `customs:write`. */
      offer: this.write('POST', '/v1/customs/broker-mandates'),
      /** One broker's mandate. `GET /v1/customs/broker-mandates/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/broker-mandates/{id}'),
      /** The broker accepts. `POST /v1/customs/broker-mandates/{id}/acceptance`. Scope: `customs:write`. */
      accept: this.act('POST', '/v1/customs/broker-mandates/{id}/acceptance'),
      /** Every step of a broker's mandate. `GET /v1/customs/broker-mandates/{id}/history`. Scope: `customs:read`. */
      history: this.list('/v1/customs/broker-mandates/{id}/history'),
      /** The broker will not. `POST /v1/customs/broker-mandates/{id}/refusal`. Scope: `customs:write`. */
      refuse: this.write('POST', '/v1/customs/broker-mandates/{id}/refusal'),
      /** End a broker's mandate. `POST /v1/customs/broker-mandates/{id}/revocation`. Scope: `customs:write`. */
      revoke: this.write('POST', '/v1/customs/broker-mandates/{id}/revocation'),
    },
    ceb: {
      conversions: {
        /** A message of cross-border e-commerce, from XML to JSON or back, and what is wrong with it. `POST /v1/customs/ceb/conversions`. Scope: `calculations:use`. */
        convert: this.write('POST', '/v1/customs/ceb/conversions'),
      },
      mappings: {
        /** Every message of cross-border e-commerce. `GET /v1/customs/ceb/mappings`. Scope: `calculations:use`. */
        list: this.list('/v1/customs/ceb/mappings'),
        /** Where each value of a message stands in XML and in JSON, and what may stand there. `GET /v1/customs/ceb/mappings/{message}`. Scope: `calculations:use`. */
        get: this.get('/v1/customs/ceb/mappings/{message}'),
      },
      messages: {
        /** What was sent to e-commerce customs. `GET /v1/customs/ceb/messages`. Scope: `customs:read`. */
        list: this.list('/v1/customs/ceb/messages'),
        /** One message that was sent. `GET /v1/customs/ceb/messages/{id}`. Scope: `customs:read`. */
        get: this.get('/v1/customs/ceb/messages/{id}'),
        /** Send a message again. `POST /v1/customs/ceb/messages/{id}/resend`. Scope: `customs:write`. */
        resend: this.act('POST', '/v1/customs/ceb/messages/{id}/resend'),
        /** Its XML, word for word. `GET /v1/customs/ceb/messages/{id}/xml`. Scope: `customs:read`. */
        xml: this.get('/v1/customs/ceb/messages/{id}/xml'),
      },
      receipts: {
        /** What came from e-commerce customs. `GET /v1/customs/ceb/receipts`. Scope: `customs:read`. */
        list: this.list('/v1/customs/ceb/receipts'),
      },
    },
    declarationMessages: {
      readings: {
        /** A declaration, from its message to JSON and to a form. `POST /v1/customs/declaration-messages/readings`. Scope: `calculations:use`. */
        read: this.write('POST', '/v1/customs/declaration-messages/readings'),
      },
    },
    declarations: {
      /** The export declarations. `GET /v1/customs/declarations`. Scope: `customs:read`. */
      list: this.list('/v1/customs/declarations'),
      /** One declaration. `GET /v1/customs/declarations/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/declarations/{id}'),
      /** Complete or mend a declaration. `PATCH /v1/customs/declarations/{id}`. Scope: `customs:write`. */
      correct: this.write('PATCH', '/v1/customs/declarations/{id}'),
      /** Ask customs to amend a declaration (改单). `POST /v1/customs/declarations/{id}/amendment`. Scope: `customs:write`. */
      amend: this.write('POST', '/v1/customs/declarations/{id}/amendment'),
      /** Give a declaration up. `POST /v1/customs/declarations/{id}/cancellation`. Scope: `customs:write`. */
      cancel: this.write('POST', '/v1/customs/declarations/{id}/cancellation'),
      /** Ask customs to let released goods stay (退关). `POST /v1/customs/declarations/{id}/exit-cancellation`. Scope: `customs:write`. */
      recall: this.write('POST', '/v1/customs/declarations/{id}/exit-cancellation'),
      /** Say when and where the goods are inspected. `POST /v1/customs/declarations/{id}/inspection-appointment`. Scope: `customs:write`. */
      appoint: this.write('POST', '/v1/customs/declarations/{id}/inspection-appointment'),
      /** Say what the inspection found. `POST /v1/customs/declarations/{id}/inspection-result`. Scope: `customs:write`. */
      report: this.write('POST', '/v1/customs/declarations/{id}/inspection-result'),
      /** What was declared. `GET /v1/customs/declarations/{id}/messages`. Scope: `customs:read`. */
      messages: this.list('/v1/customs/declarations/{id}/messages'),
      /** What customs said. `GET /v1/customs/declarations/{id}/receipts`. Scope: `customs:read`. */
      receipts: this.list('/v1/customs/declarations/{id}/receipts'),
      /** Look for a message that seems lost. `POST /v1/customs/declarations/{id}/redelivery`. Scope: `customs:write`. */
      redeliver: this.act('POST', '/v1/customs/declarations/{id}/redelivery'),
      /** What was asked of customs. `GET /v1/customs/declarations/{id}/requests`. Scope: `customs:read`. */
      requests: this.list('/v1/customs/declarations/{id}/requests'),
      /** Declare again what customs sent back. `POST /v1/customs/declarations/{id}/resubmission`. Scope: `customs:write`. */
      resubmit: this.act('POST', '/v1/customs/declarations/{id}/resubmission'),
      /** Declare. `POST /v1/customs/declarations/{id}/submission`. Scope: `customs:write`. */
      submit: this.write('POST', '/v1/customs/declarations/{id}/submission'),
      /** Answer what customs asks beside the declaration (补充申报). `POST /v1/customs/declarations/{id}/supplementary-answer`. Scope: `customs:write`. */
      answer: this.write('POST', '/v1/customs/declarations/{id}/supplementary-answer'),
      /** Try every rule again. `POST /v1/customs/declarations/{id}/validation`. Scope: `customs:write`. */
      validate: this.act('POST', '/v1/customs/declarations/{id}/validation'),
      /** Ask customs to withdraw a declaration (撤单). `POST /v1/customs/declarations/{id}/withdrawal`. Scope: `customs:write`. */
      withdraw: this.write('POST', '/v1/customs/declarations/{id}/withdrawal'),
    },
    ecommerceProfiles: {
      /** What parcels are filed with. `GET /v1/customs/ecommerce-profiles`. Scope: `customs:read`. */
      list: this.list('/v1/customs/ecommerce-profiles'),
      /** Set up what parcels are filed with. `POST /v1/customs/ecommerce-profiles`. Scope: `customs:write`. */
      open: this.write('POST', '/v1/customs/ecommerce-profiles'),
      /** One profile. `GET /v1/customs/ecommerce-profiles/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/ecommerce-profiles/{id}'),
      /** Change a profile. `PUT /v1/customs/ecommerce-profiles/{id}`. Scope: `customs:write`. */
      change: this.write('PUT', '/v1/customs/ecommerce-profiles/{id}'),
    },
    importAssessments: {
      /** Duty and taxes of an import, at the rates on record for its codes. `POST /v1/customs/import-assessments`. Scope: `calculations:use`. */
      assess: this.write('POST', '/v1/customs/import-assessments'),
    },
    importDeclarations: {
      /** The import declarations. `GET /v1/customs/import-declarations`. Scope: `customs:read`. */
      list: this.list('/v1/customs/import-declarations'),
      /** Enter an import. `POST /v1/customs/import-declarations`. Scope: `customs:write`. */
      draft: this.write('POST', '/v1/customs/import-declarations'),
      /** One import declaration. `GET /v1/customs/import-declarations/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/import-declarations/{id}'),
      /** Complete or mend an import. `PATCH /v1/customs/import-declarations/{id}`. Scope: `customs:write`. */
      correct: this.write('PATCH', '/v1/customs/import-declarations/{id}'),
      /** Ask customs to amend an import (改单). `POST /v1/customs/import-declarations/{id}/amendment`. Scope: `customs:write`. */
      amend: this.write('POST', '/v1/customs/import-declarations/{id}/amendment'),
      /** Give an import up. `POST /v1/customs/import-declarations/{id}/cancellation`. Scope: `customs:write`. */
      cancel: this.write('POST', '/v1/customs/import-declarations/{id}/cancellation'),
      /** Say when and where an import is inspected. `POST /v1/customs/import-declarations/{id}/inspection-appointment`. Scope: `customs:write`. */
      appoint: this.write('POST', '/v1/customs/import-declarations/{id}/inspection-appointment'),
      /** Say what the inspection of an import found. `POST /v1/customs/import-declarations/{id}/inspection-result`. Scope: `customs:write`. */
      report: this.write('POST', '/v1/customs/import-declarations/{id}/inspection-result'),
      /** Look for the message of an import that seems lost. `POST /v1/customs/import-declarations/{id}/redelivery`. Scope: `customs:write`. */
      redeliver: this.act('POST', '/v1/customs/import-declarations/{id}/redelivery'),
      /** Declare again an import that customs sent back. `POST /v1/customs/import-declarations/{id}/resubmission`. Scope: `customs:write`. */
      resubmit: this.act('POST', '/v1/customs/import-declarations/{id}/resubmission'),
      /** Declare an import. `POST /v1/customs/import-declarations/{id}/submission`. Scope: `customs:write`. */
      submit: this.act('POST', '/v1/customs/import-declarations/{id}/submission'),
      /** Ask taxes of an import back (退税). `POST /v1/customs/import-declarations/{id}/tax-refund-request`. Scope: `customs:write`. */
      request: this.write('POST', '/v1/customs/import-declarations/{id}/tax-refund-request'),
      /** Try every rule on an import again. `POST /v1/customs/import-declarations/{id}/validation`. Scope: `customs:write`. */
      validate: this.act('POST', '/v1/customs/import-declarations/{id}/validation'),
    },
    importTaxRefunds: {
      /** Taxes of imports that were asked back. `GET /v1/customs/import-tax-refunds`. Scope: `customs:read`. */
      list: this.list('/v1/customs/import-tax-refunds'),
      /** One refund of taxes of an import. `GET /v1/customs/import-tax-refunds/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/import-tax-refunds/{id}'),
    },
    modes: {
      /** The supervision modes that the platform knows. `GET /v1/customs/modes`. Scope: `customs:read`. */
      list: this.list('/v1/customs/modes'),
      /** One supervision mode: who may use it, its steps, documents, messages and limits, and the refund. `GET /v1/customs/modes/{mode}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/modes/{mode}'),
      /** Whether a trade may go under a supervision mode, and why. `GET /v1/customs/modes/{mode}/eligibility`. Scope: `customs:read`. */
      eligibility: this.read('/v1/customs/modes/{mode}/eligibility'),
    },
    orderFilings: {
      /** Orders that customs must have first, newest first. `GET /v1/customs/order-filings`. Scope: `customs:read`. */
      list: this.list('/v1/customs/order-filings'),
      /** One of them. `GET /v1/customs/order-filings/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/order-filings/{id}'),
      /** Send an order to customs, or send it again. `POST /v1/customs/order-filings/{id}/submission`. Scope: `customs:write`. */
      submit: this.write('POST', '/v1/customs/order-filings/{id}/submission'),
    },
    overseasLots: {
      /** Stock abroad, line by declared line. `GET /v1/customs/overseas-lots`. Scope: `customs:read`. */
      list: this.list('/v1/customs/overseas-lots'),
      /** Goods came to a warehouse abroad. `POST /v1/customs/overseas-lots`. Scope: `customs:write`. */
      receive: this.write('POST', '/v1/customs/overseas-lots'),
      /** One declared line in a warehouse abroad. `GET /v1/customs/overseas-lots/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/overseas-lots/{id}'),
    },
    overseasMovements: {
      /** Movements of stock abroad, newest first. `GET /v1/customs/overseas-movements`. Scope: `customs:read`. */
      list: this.list('/v1/customs/overseas-movements'),
      /** What happened in a warehouse abroad. `POST /v1/customs/overseas-movements`. Scope: `customs:write`. */
      move: this.write('POST', '/v1/customs/overseas-movements'),
    },
    parcelArrivals: {
      /** Say that exports are at the supervised place (运抵单). `POST /v1/customs/parcel-arrivals`. Scope: `customs:write`. */
      arrive: this.write('POST', '/v1/customs/parcel-arrivals'),
    },
    parcelBatches: {
      /** Bring parcels in bulk. `POST /v1/customs/parcel-batches`. Scope: `customs:write`. */
      upload: this.write('POST', '/v1/customs/parcel-batches'),
      template: {
        /** The columns of a table of parcels. `GET /v1/customs/parcel-batches/template`. Scope: `customs:read`. */
        get: this.read('/v1/customs/parcel-batches/template'),
      },
      /** One batch of parcels. `GET /v1/customs/parcel-batches/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/parcel-batches/{id}'),
      /** What became of each row. `GET /v1/customs/parcel-batches/{id}/results`. Scope: `customs:read`. */
      results: this.read('/v1/customs/parcel-batches/{id}/results'),
    },
    parcelDeliveries: {
      /** Say that imports were signed for (物流运单状态). `POST /v1/customs/parcel-deliveries`. Scope: `customs:write`. */
      deliver: this.write('POST', '/v1/customs/parcel-deliveries'),
    },
    parcelDepartures: {
      /** Say that exports have left China (离境单). `POST /v1/customs/parcel-departures`. Scope: `customs:write`. */
      depart: this.write('POST', '/v1/customs/parcel-departures'),
    },
    parcelDocuments: {
      /** Bring documents of a parcel. `POST /v1/customs/parcel-documents`. Scope: `customs:write`. */
      bring: this.write('POST', '/v1/customs/parcel-documents'),
    },
    parcelFilings: {
      /** What was filed about parcels, newest first. `GET /v1/customs/parcel-filings`. Scope: `customs:read`. */
      list: this.list('/v1/customs/parcel-filings'),
      /** One of them, record by record. `GET /v1/customs/parcel-filings/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/parcel-filings/{id}'),
      /** The parcels that it is about. `GET /v1/customs/parcel-filings/{id}/parcels`. Scope: `customs:read`. */
      parcels: this.list('/v1/customs/parcel-filings/{id}/parcels'),
    },
    parcelMasterWaybills: {
      /** Say which waybills go under which master waybill (清单总分单). `POST /v1/customs/parcel-master-waybills`. Scope: `customs:write`. */
      consign: this.write('POST', '/v1/customs/parcel-master-waybills'),
    },
    parcelReturnTallies: {
      /** Say that returned exports are in and counted (退货理货明细单). `POST /v1/customs/parcel-return-tallies`. Scope: `customs:write`. */
      tally: this.write('POST', '/v1/customs/parcel-return-tallies'),
    },
    parcelReturns: {
      /** Apply for the return of parcels (退货申请单). `POST /v1/customs/parcel-returns`. Scope: `customs:write`. */
      return: this.write('POST', '/v1/customs/parcel-returns'),
    },
    parcelSummaries: {
      /** Months that are to be summarised, newest first. `GET /v1/customs/parcel-summaries`. Scope: `customs:read`. */
      list: this.list('/v1/customs/parcel-summaries'),
      /** Summarise the lists of a month (汇总申请单). `POST /v1/customs/parcel-summaries`. Scope: `customs:write`. */
      summarise: this.write('POST', '/v1/customs/parcel-summaries'),
      /** One month. `GET /v1/customs/parcel-summaries/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/parcel-summaries/{id}'),
    },
    parcelTaxBills: {
      /** Tax bills of retail imports, newest first. `GET /v1/customs/parcel-tax-bills`. Scope: `customs:read`. */
      list: this.list('/v1/customs/parcel-tax-bills'),
      /** One tax bill. `GET /v1/customs/parcel-tax-bills/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/parcel-tax-bills/{id}'),
    },
    parcelWarehouseEntries: {
      /** Say that imports are in the supervised place (入库明细单). `POST /v1/customs/parcel-warehouse-entries`. Scope: `customs:write`. */
      store: this.write('POST', '/v1/customs/parcel-warehouse-entries'),
    },
    parcelWithdrawals: {
      /** Ask customs to withdraw lists (撤销申请单). `POST /v1/customs/parcel-withdrawals`. Scope: `customs:write`. */
      withdraw: this.write('POST', '/v1/customs/parcel-withdrawals'),
    },
    parcels: {
      /** Parcels, newest first. `GET /v1/customs/parcels`. Scope: `customs:read`. */
      list: this.list('/v1/customs/parcels'),
      /** One parcel. `GET /v1/customs/parcels/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/parcels/{id}'),
      /** Give a parcel up. `POST /v1/customs/parcels/{id}/cancellation`. Scope: `customs:write`. */
      cancel: this.act('POST', '/v1/customs/parcels/{id}/cancellation'),
      /** File a parcel. `POST /v1/customs/parcels/{id}/filing`. Scope: `customs:write`. */
      file: this.act('POST', '/v1/customs/parcels/{id}/filing'),
    },
    signing: {
      health: {
        /** Whether messages to customs can be signed. `GET /v1/customs/signing/health`. Scope: `customs:read`. */
        get: this.get('/v1/customs/signing/health'),
      },
    },
    taxBills: {
      /** Tax bills of imports. `GET /v1/customs/tax-bills`. Scope: `customs:read`. */
      list: this.list('/v1/customs/tax-bills'),
      /** One tax bill. `GET /v1/customs/tax-bills/{id}`. Scope: `customs:read`. */
      get: this.get('/v1/customs/tax-bills/{id}'),
      /** Pay a tax bill. `POST /v1/customs/tax-bills/{id}/payment`. Scope: `fx:write`. */
      pay: this.write('POST', '/v1/customs/tax-bills/{id}/payment'),
    },
  };

  readonly errors = {
    /** Every problem the API can answer with. `GET /v1/errors`. */
    list: this.list('/v1/errors'),
    /** What one problem means and how to mend it. `GET /v1/errors/{code}`. */
    get: this.get('/v1/errors/{code}'),
  };

  readonly eventConsumers = {
    /** The consumers of the tenant, and how far behind each is. `GET /v1/event-consumers`. Scope: `events:read`. */
    list: this.list('/v1/event-consumers'),
    /** Have a place in the feed kept. `POST /v1/event-consumers`. Scope: `events:write`. */
    create: this.write('POST', '/v1/event-consumers'),
    /** Forget a consumer and its place. `DELETE /v1/event-consumers/{id}`. Scope: `events:write`. */
    remove: this.act('DELETE', '/v1/event-consumers/{id}'),
    /** One consumer. `GET /v1/event-consumers/{id}`. Scope: `events:read`. */
    get: this.get('/v1/event-consumers/{id}'),
    /** Say up to which event all is done. `POST /v1/event-consumers/{id}/acknowledgement`. Scope: `events:write`. */
    acknowledge: this.write('POST', '/v1/event-consumers/{id}/acknowledgement'),
    /** The next events of a consumer. `GET /v1/event-consumers/{id}/events`. Scope: `events:read`. */
    events: this.list('/v1/event-consumers/{id}/events'),
    /** Put a consumer at another place. `POST /v1/event-consumers/{id}/reset`. Scope: `events:write`. */
    reset: this.write('POST', '/v1/event-consumers/{id}/reset'),
  };

  readonly eventTypes = {
    /** Every type of event, and what raises it. `GET /v1/event-types`. Scope: `events:read`. */
    list: this.list('/v1/event-types'),
    /** One type of event: schema, example, triggers. `GET /v1/event-types/{type}`. Scope: `events:read`. */
    get: this.get('/v1/event-types/{type}'),
  };

  readonly events = {
    /** Every event of the last 90 days, in order. `GET /v1/events`. Scope: `events:read`. */
    list: this.list('/v1/events'),
    /** Every event as it happens, and those since the last one seen. */
    tail: this.tail('/v1/events'),
    /** One event. `GET /v1/events/{id}`. Scope: `events:read`. */
    get: this.get('/v1/events/{id}'),
  };

  readonly financing = {
    advances: {
      /** The advances of the tenant. `GET /v1/financing/advances`. Scope: `financing:read`. */
      list: this.list('/v1/financing/advances'),
      /** Ask for a loan by any product. `POST /v1/financing/advances`. Scope: `financing:write`. */
      request: this.write('POST', '/v1/financing/advances'),
      /** One advance, with the interest run up to today. `GET /v1/financing/advances/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/advances/{id}'),
      /** How the amount was worked out, and what was paid back. `GET /v1/financing/advances/{id}/calculation`. Scope: `financing:read`. */
      calculation: this.get('/v1/financing/advances/{id}/calculation'),
      /** Ask the lender for a later due date. `POST /v1/financing/advances/{id}/extensions`. Scope: `financing:write`. */
      extend: this.write('POST', '/v1/financing/advances/{id}/extensions'),
      /** What backs an advance, or has. `GET /v1/financing/advances/{id}/pledges`. Scope: `financing:read`. */
      pledges: this.list('/v1/financing/advances/{id}/pledges'),
      /** Pay an advance back, in part or in full. `POST /v1/financing/advances/{id}/repayments`. Scope: `financing:write`. */
      repay: this.write('POST', '/v1/financing/advances/{id}/repayments'),
      /** What of an advance is due when, and what it costs in all. `GET /v1/financing/advances/{id}/schedule`. Scope: `financing:read`. */
      schedule: this.get('/v1/financing/advances/{id}/schedule'),
      /** What an advance owes, day by day of what changed it. `GET /v1/financing/advances/{id}/statement`. Scope: `financing:read`. */
      statement: this.read('/v1/financing/advances/{id}/statement'),
      /** The statement of an advance, as PDF. `GET /v1/financing/advances/{id}/statement/document`. Scope: `financing:read`. */
      statementDocument: this.read('/v1/financing/advances/{id}/statement/document'),
      /** Propose to the lender to write an overdue advance off. `POST /v1/financing/advances/{id}/write-offs`. Scope: `financing:write`. */
      propose: this.write('POST', '/v1/financing/advances/{id}/write-offs'),
    },
    agreements: {
      /** Agreements on loans, newest first. `GET /v1/financing/agreements`. Scope: `financing:read`. */
      list: this.list('/v1/financing/agreements'),
      /** One agreement on a loan. `GET /v1/financing/agreements/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/agreements/{id}'),
      /** The agreement, as PDF. `GET /v1/financing/agreements/{id}/document`. Scope: `financing:read`. */
      document: this.get('/v1/financing/agreements/{id}/document'),
      /** Say that the client has signed. `POST /v1/financing/agreements/{id}/signature`. Scope: `financing:write`. */
      sign: this.write('POST', '/v1/financing/agreements/{id}/signature'),
    },
    assignments: {
      /** Assigned receivables, newest first. `GET /v1/financing/assignments`. Scope: `financing:read`. */
      list: this.list('/v1/financing/assignments'),
      /** Assign the receivable of an order. `POST /v1/financing/assignments`. Scope: `financing:write`. */
      assign: this.write('POST', '/v1/financing/assignments'),
      /** One assignment. `GET /v1/financing/assignments/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/assignments/{id}'),
      /** Keep the acknowledgement of the buyer. `POST /v1/financing/assignments/{id}/acknowledgement`. Scope: `financing:write`. */
      acknowledge: this.write('POST', '/v1/financing/assignments/{id}/acknowledgement'),
      /** Say that the notice went to the buyer. `POST /v1/financing/assignments/{id}/dispatch`. Scope: `financing:write`. */
      dispatch: this.write('POST', '/v1/financing/assignments/{id}/dispatch'),
      /** The notice of assignment to the buyer, as PDF. `GET /v1/financing/assignments/{id}/notice`. Scope: `financing:read`. */
      notice: this.get('/v1/financing/assignments/{id}/notice'),
      /** End an assignment. `POST /v1/financing/assignments/{id}/release`. Scope: `financing:write`. */
      release: this.write('POST', '/v1/financing/assignments/{id}/release'),
    },
    buyerLimits: {
      /** Buyer limits, newest first. `GET /v1/financing/buyer-limits`. Scope: `financing:read`. */
      list: this.list('/v1/financing/buyer-limits'),
      /** Ask the insurer for a limit on a buyer. `POST /v1/financing/buyer-limits`. Scope: `financing:write`. */
      request: this.write('POST', '/v1/financing/buyer-limits'),
      /** One buyer limit, and what of it is used. `GET /v1/financing/buyer-limits/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/buyer-limits/{id}'),
    },
    cashFlowForecast: {
      /** Money expected by week: receipts, refunds, dues. `GET /v1/financing/cash-flow-forecast`. Scope: `financing:read`. */
      get: this.read('/v1/financing/cash-flow-forecast'),
      chart: {
        /** Money expected by week, as a picture. `GET /v1/financing/cash-flow-forecast/chart`. Scope: `financing:read`. */
        get: this.read('/v1/financing/cash-flow-forecast/chart'),
      },
    },
    creditLimits: {
      /** Every level at which something was drawn or set. `GET /v1/financing/credit-limits`. Scope: `financing:read`. */
      list: this.list('/v1/financing/credit-limits'),
      /** Set a limit where none was set. `POST /v1/financing/credit-limits`. Scope: `financing:terms`. */
      open: this.write('POST', '/v1/financing/credit-limits'),
      /** One limit, and what of it is taken. `GET /v1/financing/credit-limits/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/credit-limits/{id}'),
      /** Set another limit. `PUT /v1/financing/credit-limits/{id}`. Scope: `financing:terms`. */
      set: this.write('PUT', '/v1/financing/credit-limits/{id}'),
    },
    disputes: {
      /** Disputes with buyers, newest first. `GET /v1/financing/disputes`. Scope: `financing:read`. */
      list: this.list('/v1/financing/disputes'),
      /** Enter that a buyer disputes what it owes. `POST /v1/financing/disputes`. Scope: `financing:write`. */
      open: this.write('POST', '/v1/financing/disputes'),
      /** One dispute. `GET /v1/financing/disputes/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/disputes/{id}'),
      /** Enter how a dispute ended. `POST /v1/financing/disputes/{id}/resolutions`. Scope: `financing:write`. */
      resolve: this.write('POST', '/v1/financing/disputes/{id}/resolutions'),
    },
    eligibility: {
      /** Whether an order, a seller, a warehouse receipt or a forward opens a product, and why not. `GET /v1/financing/eligibility`. Scope: `financing:read`. */
      get: this.read('/v1/financing/eligibility'),
    },
    extensions: {
      /** Later due dates that were asked for. `GET /v1/financing/extensions`. Scope: `financing:read`. */
      list: this.list('/v1/financing/extensions'),
      /** One later due date that was asked for. `GET /v1/financing/extensions/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/extensions/{id}'),
    },
    guaranteeCalls: {
      /** Calls on guarantee groups, newest first. `GET /v1/financing/guarantee-calls`. Scope: `financing:read`. */
      list: this.list('/v1/financing/guarantee-calls'),
      /** One call, with what was paid for it and the recourse claims. `GET /v1/financing/guarantee-calls/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/guarantee-calls/{id}'),
      /** Call the remainder again. `POST /v1/financing/guarantee-calls/{id}/collection`. Scope: `financing:write`. */
      collect: this.act('POST', '/v1/financing/guarantee-calls/{id}/collection'),
    },
    guaranteeGroups: {
      /** Guarantee groups, newest first. `GET /v1/financing/guarantee-groups`. Scope: `financing:read`. */
      list: this.list('/v1/financing/guarantee-groups'),
      /** Draft a guarantee group. `POST /v1/financing/guarantee-groups`. Scope: `financing:write`. */
      create: this.write('POST', '/v1/financing/guarantee-groups'),
      /** One guarantee group, with what each member answers for today. `GET /v1/financing/guarantee-groups/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/guarantee-groups/{id}'),
      /** A member takes on the joint liability. `POST /v1/financing/guarantee-groups/{id}/acceptances`. Scope: `financing:write`. */
      accept: this.write('POST', '/v1/financing/guarantee-groups/{id}/acceptances'),
      /** Make the members answer for one another. `POST /v1/financing/guarantee-groups/{id}/activation`. Scope: `financing:write`. */
      activate: this.act('POST', '/v1/financing/guarantee-groups/{id}/activation'),
      /** Call an overdue advance of a member on its guarantee group. `POST /v1/financing/guarantee-groups/{id}/calls`. Scope: `financing:write`. */
      call: this.write('POST', '/v1/financing/guarantee-groups/{id}/calls'),
      /** A member pays into the pool. `POST /v1/financing/guarantee-groups/{id}/contributions`. Scope: `financing:write`. */
      contribute: this.write('POST', '/v1/financing/guarantee-groups/{id}/contributions'),
      /** A member leaves. `POST /v1/financing/guarantee-groups/{id}/departures`. Scope: `financing:write`. */
      leave: this.write('POST', '/v1/financing/guarantee-groups/{id}/departures'),
      /** Dissolve a guarantee group. `POST /v1/financing/guarantee-groups/{id}/dissolution`. Scope: `financing:write`. */
      dissolve: this.act('POST', '/v1/financing/guarantee-groups/{id}/dissolution'),
      /** A member consents to a draw, or does not. `POST /v1/financing/guarantee-groups/{id}/draw-answers`. Scope: `financing:write`. */
      answer: this.write('POST', '/v1/financing/guarantee-groups/{id}/draw-answers'),
      /** Show the members a draw before it is made. `POST /v1/financing/guarantee-groups/{id}/draws`. Scope: `financing:write`. */
      announce: this.write('POST', '/v1/financing/guarantee-groups/{id}/draws'),
      /** What keeps a guarantee group from being active. `GET /v1/financing/guarantee-groups/{id}/formation-check`. Scope: `financing:read`. */
      formationCheck: this.get('/v1/financing/guarantee-groups/{id}/formation-check'),
      /** Stop all draws of a guarantee group. `POST /v1/financing/guarantee-groups/{id}/freeze`. Scope: `financing:write`. */
      freeze: this.write('POST', '/v1/financing/guarantee-groups/{id}/freeze'),
      /** Invite one more member. `POST /v1/financing/guarantee-groups/{id}/members`. Scope: `financing:write`. */
      invite: this.write('POST', '/v1/financing/guarantee-groups/{id}/members'),
      /** On whom it would fall if a member failed today. `POST /v1/financing/guarantee-groups/{id}/simulations`. Scope: `financing:read`. */
      simulate: this.write('POST', '/v1/financing/guarantee-groups/{id}/simulations'),
      /** Let the members draw again. `POST /v1/financing/guarantee-groups/{id}/unfreeze`. Scope: `financing:write`. */
      unfreeze: this.act('POST', '/v1/financing/guarantee-groups/{id}/unfreeze'),
    },
    insuranceClaims: {
      /** Insurance claims, newest first. `GET /v1/financing/insurance-claims`. Scope: `financing:read`. */
      list: this.list('/v1/financing/insurance-claims'),
      /** Tell the insurer that a buyer has not paid. `POST /v1/financing/insurance-claims`. Scope: `financing:write`. */
      notify: this.write('POST', '/v1/financing/insurance-claims'),
      /** One claim, with what was recovered. `GET /v1/financing/insurance-claims/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/insurance-claims/{id}'),
      /** Claim the indemnity. `POST /v1/financing/insurance-claims/{id}/filing`. Scope: `financing:write`. */
      file: this.write('POST', '/v1/financing/insurance-claims/{id}/filing'),
    },
    insurancePolicies: {
      /** Policies, newest first. `GET /v1/financing/insurance-policies`. Scope: `financing:read`. */
      list: this.list('/v1/financing/insurance-policies'),
      /** Enter a policy of export credit insurance. `POST /v1/financing/insurance-policies`. Scope: `financing:write`. */
      enter: this.write('POST', '/v1/financing/insurance-policies'),
      /** One policy. `GET /v1/financing/insurance-policies/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/insurance-policies/{id}'),
    },
    lenderConsents: {
      /** Consents that lenders see what they lend. `GET /v1/financing/lender-consents`. Scope: `financing:read`. */
      list: this.list('/v1/financing/lender-consents'),
      /** Let a lender see what it lends to yours. `POST /v1/financing/lender-consents`. Scope: `financing:consents`. */
      offer: this.write('POST', '/v1/financing/lender-consents'),
      /** One consent to a lender. `GET /v1/financing/lender-consents/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/lender-consents/{id}'),
      /** Take a consent to a lender back. `POST /v1/financing/lender-consents/{id}/revocation`. Scope: `financing:consents`. */
      revoke: this.act('POST', '/v1/financing/lender-consents/{id}/revocation'),
    },
    limits: {
      /** What each client may owe, owes, and may still draw. `GET /v1/financing/limits`. Scope: `financing:read`. */
      list: this.list('/v1/financing/limits'),
      explanation: {
        /** What a client can still draw, and which limit keeps it from more. `GET /v1/financing/limits/explanation`. Scope: `financing:read`. */
        get: this.read('/v1/financing/limits/explanation'),
      },
    },
    pledgeCheck: {
      /** Whether something backs a loan already. `GET /v1/financing/pledge-check`. Scope: `financing:read`. */
      get: this.read('/v1/financing/pledge-check'),
    },
    pledgeChecks: {
      /** Whether documents back a loan already. `POST /v1/financing/pledge-checks`. Scope: `financing:read`. */
      check: this.write('POST', '/v1/financing/pledge-checks'),
    },
    productComparison: {
      /** What the same money costs in each product. `GET /v1/financing/product-comparison`. Scope: `financing:read`. */
      list: this.list('/v1/financing/product-comparison'),
    },
    products: {
      /** What lenders offer, and on which terms. `GET /v1/financing/products`. Scope: `financing:read`. */
      list: this.list('/v1/financing/products'),
      /** Add a version of a product, or a product. `POST /v1/financing/products`. Scope: `financing:terms`. */
      add: this.write('POST', '/v1/financing/products'),
      /** One product, with every version of it. `GET /v1/financing/products/{product}`. Scope: `financing:read`. */
      get: this.read('/v1/financing/products/{product}'),
    },
    recourseClaims: {
      /** What defaulted members owe those who have paid for them. `GET /v1/financing/recourse-claims`. Scope: `financing:read`. */
      list: this.list('/v1/financing/recourse-claims'),
      /** One recourse claim. `GET /v1/financing/recourse-claims/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/recourse-claims/{id}'),
      /** The debtor pays back who has paid for it. `POST /v1/financing/recourse-claims/{id}/repayments`. Scope: `financing:write`. */
      repay: this.write('POST', '/v1/financing/recourse-claims/{id}/repayments'),
    },
    scores: {
      /** Scores that were given. `GET /v1/financing/scores`. Scope: `financing:read`. */
      list: this.list('/v1/financing/scores'),
      /** Score a seller now. `POST /v1/financing/scores`. Scope: `financing:write`. */
      score: this.write('POST', '/v1/financing/scores'),
      /** One score, with what it was given for. `GET /v1/financing/scores/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/scores/{id}'),
      /** Work a score out anew from its frozen inputs. `GET /v1/financing/scores/{id}/verification`. Scope: `financing:read`. */
      verification: this.get('/v1/financing/scores/{id}/verification'),
    },
    screenings: {
      /** Screenings, newest first. `GET /v1/financing/screenings`. Scope: `financing:read`. */
      list: this.list('/v1/financing/screenings'),
      /** Keep what a list of denied parties says of a party. `POST /v1/financing/screenings`. Scope: `financing:write`. */
      record: this.write('POST', '/v1/financing/screenings'),
      /** One screening. `GET /v1/financing/screenings/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/screenings/{id}'),
    },
    shipmentDeclarations: {
      /** Declared shipments, newest first. `GET /v1/financing/shipment-declarations`. Scope: `financing:read`. */
      list: this.list('/v1/financing/shipment-declarations'),
      /** Declare the shipment of an order to the insurer. `POST /v1/financing/shipment-declarations`. Scope: `financing:write`. */
      declare: this.write('POST', '/v1/financing/shipment-declarations'),
      /** One declared shipment. `GET /v1/financing/shipment-declarations/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/shipment-declarations/{id}'),
      /** Pay the premium of a shipment to the insurer. `POST /v1/financing/shipment-declarations/{id}/premium-payment`. Scope: `financing:write`. */
      pay: this.act('POST', '/v1/financing/shipment-declarations/{id}/premium-payment'),
    },
    warehouseReceipts: {
      /** Pledged warehouse receipts, newest first. `GET /v1/financing/warehouse-receipts`. Scope: `financing:read`. */
      list: this.list('/v1/financing/warehouse-receipts'),
      /** Pledge a warehouse receipt. `POST /v1/financing/warehouse-receipts`. Scope: `financing:write`. */
      pledge: this.write('POST', '/v1/financing/warehouse-receipts'),
      /** One pledged warehouse receipt. `GET /v1/financing/warehouse-receipts/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/warehouse-receipts/{id}'),
      /** Release goods from the pledge. `POST /v1/financing/warehouse-receipts/{id}/releases`. Scope: `financing:write`. */
      release: this.write('POST', '/v1/financing/warehouse-receipts/{id}/releases'),
      /** Keep a new valuation of the goods. `POST /v1/financing/warehouse-receipts/{id}/valuations`. Scope: `financing:write`. */
      value: this.write('POST', '/v1/financing/warehouse-receipts/{id}/valuations'),
      /** Take a pledge back. `POST /v1/financing/warehouse-receipts/{id}/withdrawal`. Scope: `financing:write`. */
      withdraw: this.write('POST', '/v1/financing/warehouse-receipts/{id}/withdrawal'),
    },
    waterfalls: {
      /** Every receipt and what became of it. `GET /v1/financing/waterfalls`. Scope: `financing:read`. */
      list: this.list('/v1/financing/waterfalls'),
    },
    writeOffs: {
      /** Advances that were written off, or shall be. `GET /v1/financing/write-offs`. Scope: `financing:read`. */
      list: this.list('/v1/financing/write-offs'),
      /** One write-off. `GET /v1/financing/write-offs/{id}`. Scope: `financing:read`. */
      get: this.get('/v1/financing/write-offs/{id}'),
    },
  };

  readonly freight = {
    bookings: {
      /** Bookings, newest first. `GET /v1/freight/bookings`. Scope: `freight:read`. */
      list: this.list('/v1/freight/bookings'),
      /** Book space on a ship. `POST /v1/freight/bookings`. Scope: `freight:write`. */
      book: this.write('POST', '/v1/freight/bookings'),
      /** One booking. `GET /v1/freight/bookings/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/bookings/{id}'),
      /** Ask the carrier to cancel a booking. `POST /v1/freight/bookings/{id}/cancellation`. Scope: `freight:write`. */
      cancel: this.write('POST', '/v1/freight/bookings/{id}/cancellation'),
      /** Take an amendment back. `POST /v1/freight/bookings/{id}/change-withdrawal`. Scope: `freight:write`. */
      withdraw: this.act('POST', '/v1/freight/bookings/{id}/change-withdrawal'),
      /** Updates and amendments of a booking, newest first. `GET /v1/freight/bookings/{id}/changes`. Scope: `freight:read`. */
      changes: this.list('/v1/freight/bookings/{id}/changes'),
      /** Ask the carrier to change a booking. `POST /v1/freight/bookings/{id}/changes`. Scope: `freight:write`. */
      change: this.write('POST', '/v1/freight/bookings/{id}/changes'),
      /** Cut-offs of a booking, as deadlines. `GET /v1/freight/bookings/{id}/cut-offs`. Scope: `freight:read`. */
      cutOffs: this.list('/v1/freight/bookings/{id}/cut-offs'),
      /** Milestones of a shipment, oldest first. `GET /v1/freight/bookings/{id}/events`. Scope: `freight:read`. */
      events: this.list('/v1/freight/bookings/{id}/events'),
      /** Tell what somebody other than the carrier saw. `POST /v1/freight/bookings/{id}/events`. Scope: `freight:write`. */
      report: this.write('POST', '/v1/freight/bookings/{id}/events'),
      /** How long the boxes have stood, and what that costs. `GET /v1/freight/bookings/{id}/free-time`. Scope: `freight:read`. */
      freeTime: this.read('/v1/freight/bookings/{id}/free-time'),
      /** The packing list of a booking, as PDF. `GET /v1/freight/bookings/{id}/packing-list`. Scope: `freight:read`. */
      packingList: this.get('/v1/freight/bookings/{id}/packing-list'),
      /** Shipping instructions of a booking, newest first. `GET /v1/freight/bookings/{id}/shipping-instructions`. Scope: `freight:read`. */
      shippingInstructions: this.list('/v1/freight/bookings/{id}/shipping-instructions'),
      /** Tell the carrier what is to stand in the transport document. `POST /v1/freight/bookings/{id}/shipping-instructions`. Scope: `freight:write`. */
      submit: this.write('POST', '/v1/freight/bookings/{id}/shipping-instructions'),
      /** Where a shipment is. `GET /v1/freight/bookings/{id}/tracking`. Scope: `freight:read`. */
      tracking: this.get('/v1/freight/bookings/{id}/tracking'),
      /** Bills of lading and sea waybills of a booking, newest first. `GET /v1/freight/bookings/{id}/transport-documents`. Scope: `freight:read`. */
      transportDocuments: this.list('/v1/freight/bookings/{id}/transport-documents'),
      /** Verified gross masses of a booking, newest first. `GET /v1/freight/bookings/{id}/vgm-declarations`. Scope: `freight:read`. */
      vgmDeclarations: this.list('/v1/freight/bookings/{id}/vgm-declarations'),
      /** Declare the verified gross mass of one container to the carrier. `POST /v1/freight/bookings/{id}/vgm-declarations`. Scope: `freight:write`. */
      declare: this.write('POST', '/v1/freight/bookings/{id}/vgm-declarations'),
    },
    comparisons: {
      /** Comparisons, newest first. `GET /v1/freight/comparisons`. Scope: `freight:read`. */
      list: this.list('/v1/freight/comparisons'),
      /** Price a shipment by every way of carriage. `POST /v1/freight/comparisons`. Scope: `freight:write`. */
      compare: this.write('POST', '/v1/freight/comparisons'),
      /** One comparison. `GET /v1/freight/comparisons/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/comparisons/{id}'),
    },
    consignments: {
      /** Consignments, newest first. `GET /v1/freight/consignments`. Scope: `freight:read`. */
      list: this.list('/v1/freight/consignments'),
      /** Book an offer by express, post, dedicated line, air or rail. `POST /v1/freight/consignments`. Scope: `freight:write`. */
      book: this.write('POST', '/v1/freight/consignments'),
      /** One consignment. `GET /v1/freight/consignments/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/consignments/{id}'),
      /** Ask the courier not to collect a consignment. `POST /v1/freight/consignments/{id}/cancellation`. Scope: `freight:write`. */
      cancel: this.write('POST', '/v1/freight/consignments/{id}/cancellation'),
      /** What happened to a consignment, oldest first. `GET /v1/freight/consignments/{id}/events`. Scope: `freight:read`. */
      events: this.list('/v1/freight/consignments/{id}/events'),
      /** Labels of a consignment, and the papers that go with it. `GET /v1/freight/consignments/{id}/labels`. Scope: `freight:read`. */
      labels: this.get('/v1/freight/consignments/{id}/labels'),
    },
    eventCodes: {
      /** What milestones are called, here and elsewhere. `GET /v1/freight/event-codes`. Scope: `freight:read`. */
      list: this.list('/v1/freight/event-codes'),
    },
    inboundNotices: {
      /** Inbound notices, newest first. `GET /v1/freight/inbound-notices`. Scope: `freight:read`. */
      list: this.list('/v1/freight/inbound-notices'),
      /** Announce goods to a warehouse. `POST /v1/freight/inbound-notices`. Scope: `freight:write`. */
      announce: this.write('POST', '/v1/freight/inbound-notices'),
      /** One inbound notice, with what was found of each lot. `GET /v1/freight/inbound-notices/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/inbound-notices/{id}'),
      /** The announced goods are at the warehouse. `POST /v1/freight/inbound-notices/{id}/arrival`. Scope: `freight:write`. */
      arrive: this.act('POST', '/v1/freight/inbound-notices/{id}/arrival'),
      /** Nothing of the announced goods comes. `POST /v1/freight/inbound-notices/{id}/cancellation`. Scope: `freight:write`. */
      cancel: this.write('POST', '/v1/freight/inbound-notices/{id}/cancellation'),
      /** The announced goods are on their way. `POST /v1/freight/inbound-notices/{id}/departure`. Scope: `freight:write`. */
      depart: this.write('POST', '/v1/freight/inbound-notices/{id}/departure'),
      /** What was found of each lot, with evidence. `POST /v1/freight/inbound-notices/{id}/inspection`. Scope: `freight:write`. */
      inspect: this.write('POST', '/v1/freight/inbound-notices/{id}/inspection'),
      /** What was found becomes stock. `POST /v1/freight/inbound-notices/{id}/stocking`. Scope: `freight:write`. */
      stock: this.act('POST', '/v1/freight/inbound-notices/{id}/stocking'),
    },
    outboundOrders: {
      /** Outbound orders, newest first. `GET /v1/freight/outbound-orders`. Scope: `freight:read`. */
      list: this.list('/v1/freight/outbound-orders'),
      /** Promise stock to an order. `POST /v1/freight/outbound-orders`. Scope: `freight:write`. */
      allocate: this.write('POST', '/v1/freight/outbound-orders'),
      /** One outbound order. `GET /v1/freight/outbound-orders/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/outbound-orders/{id}'),
      /** An order does not leave. `POST /v1/freight/outbound-orders/{id}/cancellation`. Scope: `freight:write`. */
      cancel: this.write('POST', '/v1/freight/outbound-orders/{id}/cancellation'),
      /** An order has left the warehouse. `POST /v1/freight/outbound-orders/{id}/dispatch`. Scope: `freight:write`. */
      dispatch: this.write('POST', '/v1/freight/outbound-orders/{id}/dispatch'),
      /** The warehouse may pick an order. `POST /v1/freight/outbound-orders/{id}/release`. Scope: `freight:write`. */
      release: this.act('POST', '/v1/freight/outbound-orders/{id}/release'),
      /** A buyer has sent something back. `POST /v1/freight/outbound-orders/{id}/returns`. Scope: `freight:write`. */
      return: this.write('POST', '/v1/freight/outbound-orders/{id}/returns'),
    },
    overseas: {
      accounts: {
        /** Declarations under 9810 that have left, newest first. `GET /v1/freight/overseas/accounts`. Scope: `freight:read`. */
        list: this.list('/v1/freight/overseas/accounts'),
        /** What became of each item of a declaration under 9810. `GET /v1/freight/overseas/accounts/{id}`. Scope: `freight:read`. */
        get: this.get('/v1/freight/overseas/accounts/{id}'),
      },
    },
    places: {
      /** Ports, airports and terminals, by code. `GET /v1/freight/places`. Scope: `freight:read`. */
      list: this.list('/v1/freight/places'),
    },
    quotes: {
      /** Freight quotes, newest first. `GET /v1/freight/quotes`. Scope: `freight:read`. */
      list: this.list('/v1/freight/quotes'),
      /** Price a sea shipment. `POST /v1/freight/quotes`. Scope: `freight:write`. */
      quote: this.write('POST', '/v1/freight/quotes'),
      /** One freight quote. `GET /v1/freight/quotes/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/quotes/{id}'),
      /** How a freight quote was worked out. `GET /v1/freight/quotes/{id}/calculation`. Scope: `freight:read`. */
      calculation: this.get('/v1/freight/quotes/{id}/calculation'),
    },
    rates: {
      /** The rate table. `GET /v1/freight/rates`. Scope: `freight:read`. */
      list: this.list('/v1/freight/rates'),
      /** Add a freight rate of your own. `POST /v1/freight/rates`. Scope: `freight:write`. */
      add: this.write('POST', '/v1/freight/rates'),
      /** One freight rate. `GET /v1/freight/rates/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/rates/{id}'),
      /** Withdraw a freight rate of your own. `POST /v1/freight/rates/{id}/withdrawal`. Scope: `freight:write`. */
      withdraw: this.act('POST', '/v1/freight/rates/{id}/withdrawal'),
    },
    shippingInstructions: {
      /** Shipping instructions. `GET /v1/freight/shipping-instructions/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/shipping-instructions/{id}'),
      /** Ask the carrier to forget shipping instructions. `POST /v1/freight/shipping-instructions/{id}/cancellation`. Scope: `freight:write`. */
      cancel: this.act('POST', '/v1/freight/shipping-instructions/{id}/cancellation'),
      /** Shipping instructions, as PDF. `GET /v1/freight/shipping-instructions/{id}/document`. Scope: `freight:read`. */
      document: this.get('/v1/freight/shipping-instructions/{id}/document'),
      /** Take an update of shipping instructions back. `POST /v1/freight/shipping-instructions/{id}/update-withdrawal`. Scope: `freight:write`. */
      withdraw: this.act('POST', '/v1/freight/shipping-instructions/{id}/update-withdrawal'),
      /** Ask the carrier to update shipping instructions. `POST /v1/freight/shipping-instructions/{id}/updates`. Scope: `freight:write`. */
      update: this.write('POST', '/v1/freight/shipping-instructions/{id}/updates'),
    },
    stockCounts: {
      /** Stock counts, newest first. `GET /v1/freight/stock-counts`. Scope: `freight:read`. */
      list: this.list('/v1/freight/stock-counts'),
      /** Start a blind count of lots. `POST /v1/freight/stock-counts`. Scope: `freight:write`. */
      start: this.write('POST', '/v1/freight/stock-counts'),
      /** One stock count. `GET /v1/freight/stock-counts/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/stock-counts/{id}'),
      /** Book the differences of a count. `POST /v1/freight/stock-counts/{id}/adjustment`. Scope: `freight:write`. */
      adjust: this.write('POST', '/v1/freight/stock-counts/{id}/adjustment'),
      /** Nothing comes of a count. `POST /v1/freight/stock-counts/{id}/cancellation`. Scope: `freight:write`. */
      cancel: this.write('POST', '/v1/freight/stock-counts/{id}/cancellation'),
      /** What was counted of each lot. `POST /v1/freight/stock-counts/{id}/result`. Scope: `freight:write`. */
      record: this.write('POST', '/v1/freight/stock-counts/{id}/result'),
    },
    stockLots: {
      /** Stock by lot, newest first. `GET /v1/freight/stock-lots`. Scope: `freight:read`. */
      list: this.list('/v1/freight/stock-lots'),
      /** One lot. `GET /v1/freight/stock-lots/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/stock-lots/{id}'),
      /** Pieces of a lot are damaged, or destroyed. `POST /v1/freight/stock-lots/{id}/write-downs`. Scope: `freight:write`. */
      write: this.write('POST', '/v1/freight/stock-lots/{id}/write-downs'),
    },
    stockMoves: {
      /** What moved, newest first. `GET /v1/freight/stock-moves`. Scope: `freight:read`. */
      list: this.list('/v1/freight/stock-moves'),
    },
    tariffs: {
      /** Editions of your rate tables, newest first. `GET /v1/freight/tariffs`. Scope: `freight:read`. */
      list: this.list('/v1/freight/tariffs'),
      /** Import a rate table of your own. `POST /v1/freight/tariffs`. Scope: `freight:write`. */
      import: this.write('POST', '/v1/freight/tariffs'),
      /** One edition of a rate table. `GET /v1/freight/tariffs/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/tariffs/{id}'),
    },
    transportDocuments: {
      /** Bills of lading and sea waybills, newest first. `GET /v1/freight/transport-documents`. Scope: `freight:read`. */
      list: this.list('/v1/freight/transport-documents'),
      /** A bill of lading or a sea waybill. `GET /v1/freight/transport-documents/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/transport-documents/{id}'),
      /** Approve a draft. `POST /v1/freight/transport-documents/{id}/approval`. Scope: `freight:write`. */
      approve: this.act('POST', '/v1/freight/transport-documents/{id}/approval'),
      /** Ask for another draft. `POST /v1/freight/transport-documents/{id}/change-request`. Scope: `freight:write`. */
      request: this.write('POST', '/v1/freight/transport-documents/{id}/change-request'),
      /** A bill of lading or a sea waybill, as PDF. `GET /v1/freight/transport-documents/{id}/document`. Scope: `freight:read`. */
      document: this.get('/v1/freight/transport-documents/{id}/document'),
      /** Draw up the forwarder’s own bill under a master document. `POST /v1/freight/transport-documents/{id}/house-documents`. Scope: `freight:write`. */
      draft: this.write('POST', '/v1/freight/transport-documents/{id}/house-documents'),
      /** Give an issued bill of lading back. `POST /v1/freight/transport-documents/{id}/surrender`. Scope: `freight:write`. */
      surrender: this.write('POST', '/v1/freight/transport-documents/{id}/surrender'),
      /** Void a house document. `POST /v1/freight/transport-documents/{id}/voiding`. Scope: `freight:write`. */
      void: this.act('POST', '/v1/freight/transport-documents/{id}/voiding'),
    },
    vgmDeclarations: {
      /** A declared verified gross mass. `GET /v1/freight/vgm-declarations/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/vgm-declarations/{id}'),
      /** A declared verified gross mass, as PDF. `GET /v1/freight/vgm-declarations/{id}/document`. Scope: `freight:read`. */
      document: this.get('/v1/freight/vgm-declarations/{id}/document'),
    },
    waitingEvents: {
      /** Events that name no booking of yours, newest first. `GET /v1/freight/waiting-events`. Scope: `freight:read`. */
      list: this.list('/v1/freight/waiting-events'),
    },
    warehouseSkus: {
      /** SKUs, newest first. `GET /v1/freight/warehouse-skus`. Scope: `freight:read`. */
      list: this.list('/v1/freight/warehouse-skus'),
      /** Enter an SKU. `POST /v1/freight/warehouse-skus`. Scope: `freight:write`. */
      enter: this.write('POST', '/v1/freight/warehouse-skus'),
      /** One SKU. `GET /v1/freight/warehouse-skus/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/warehouse-skus/{id}'),
    },
    warehouseStatements: {
      /** Statements of warehouses, newest first. `GET /v1/freight/warehouse-statements`. Scope: `freight:read`. */
      list: this.list('/v1/freight/warehouse-statements'),
      /** The statement of a month that is over. `POST /v1/freight/warehouse-statements`. Scope: `freight:write`. */
      issue: this.write('POST', '/v1/freight/warehouse-statements'),
      /** One statement of a warehouse. `GET /v1/freight/warehouse-statements/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/warehouse-statements/{id}'),
    },
    warehouseTariffs: {
      /** Price lists of warehouses, newest first. `GET /v1/freight/warehouse-tariffs`. Scope: `freight:read`. */
      list: this.list('/v1/freight/warehouse-tariffs'),
      /** Set the prices of a warehouse from a day on. `POST /v1/freight/warehouse-tariffs`. Scope: `freight:write`. */
      set: this.write('POST', '/v1/freight/warehouse-tariffs'),
      /** One price list of a warehouse. `GET /v1/freight/warehouse-tariffs/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/warehouse-tariffs/{id}'),
    },
    warehouses: {
      /** Warehouses abroad, newest first. `GET /v1/freight/warehouses`. Scope: `freight:read`. */
      list: this.list('/v1/freight/warehouses'),
      /** Put a warehouse abroad on record. `POST /v1/freight/warehouses`. Scope: `freight:write`. */
      open: this.write('POST', '/v1/freight/warehouses'),
      /** One warehouse. `GET /v1/freight/warehouses/{id}`. Scope: `freight:read`. */
      get: this.get('/v1/freight/warehouses/{id}'),
      /** Change the name or your reference of a warehouse. `PATCH /v1/freight/warehouses/{id}`. Scope: `freight:write`. */
      change: this.write('PATCH', '/v1/freight/warehouses/{id}'),
      /** What a month of a warehouse costs so far, and why. `GET /v1/freight/warehouses/{id}/fees`. Scope: `freight:read`. */
      fees: this.read('/v1/freight/warehouses/{id}/fees'),
    },
  };

  readonly fx = {
    bankFiles: {
      /** Files of the bank, newest first. `GET /v1/fx/bank-files`. Scope: `fx:read`. */
      list: this.list('/v1/fx/bank-files'),
      /** Take in a file of the bank. `POST /v1/fx/bank-files`. Scope: `fx:write`. */
      take: this.write('POST', '/v1/fx/bank-files'),
      /** One file of the bank. `GET /v1/fx/bank-files/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/bank-files/{id}'),
      /** All entries of a file. `GET /v1/fx/bank-files/{id}/entries`. Scope: `fx:read`. */
      entries: this.list('/v1/fx/bank-files/{id}/entries'),
    },
    board: {
      /** The bank’s board. `GET /v1/fx/board`. Scope: `fx:read`. */
      get: this.get('/v1/fx/board'),
    },
    bopDeclarations: {
      /** Declarations of foreign receipts, newest first. `GET /v1/fx/bop-declarations`. Scope: `fx:read`. */
      list: this.list('/v1/fx/bop-declarations'),
      export: {
        /** What was declared in a period, as a file. `GET /v1/fx/bop-declarations/export`. Scope: `fx:read`. */
        get: this.read('/v1/fx/bop-declarations/export'),
      },
      /** One declaration of a foreign receipt. `GET /v1/fx/bop-declarations/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/bop-declarations/{id}'),
      /** Say what a foreign receipt is. `PATCH /v1/fx/bop-declarations/{id}`. Scope: `fx:write`. */
      edit: this.write('PATCH', '/v1/fx/bop-declarations/{id}'),
      /** Open a declaration again. `POST /v1/fx/bop-declarations/{id}/correction`. Scope: `fx:write`. */
      correct: this.write('POST', '/v1/fx/bop-declarations/{id}/correction'),
      /** Take a declaration back. `POST /v1/fx/bop-declarations/{id}/deletion`. Scope: `fx:write`. */
      delete: this.write('POST', '/v1/fx/bop-declarations/{id}/deletion'),
      /** Submit a declaration to the bank. `POST /v1/fx/bop-declarations/{id}/submission`. Scope: `fx:write`. */
      submit: this.act('POST', '/v1/fx/bop-declarations/{id}/submission'),
    },
    calendars: {
      /** The working days of currencies. `GET /v1/fx/calendars`. Scope: `fx:read`. */
      list: this.list('/v1/fx/calendars'),
    },
    clawbackPayments: {
      /** Payments of recovered refunds, newest first. `GET /v1/fx/clawback-payments`. Scope: `fx:read`. */
      list: this.list('/v1/fx/clawback-payments'),
      /** One payment of a recovered refund. `GET /v1/fx/clawback-payments/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/clawback-payments/{id}'),
    },
    collectionAccounts: {
      /** Collection accounts, newest first. `GET /v1/fx/collection-accounts`. Scope: `fx:read`. */
      list: this.list('/v1/fx/collection-accounts'),
    },
    collectionRefunds: {
      /** Money that goes back to its payers, newest first. `GET /v1/fx/collection-refunds`. Scope: `fx:read`. */
      list: this.list('/v1/fx/collection-refunds'),
      /** One refund of money from a buyer. `GET /v1/fx/collection-refunds/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/collection-refunds/{id}'),
    },
    collections: {
      /** Money from buyers, newest first. `GET /v1/fx/collections`. Scope: `fx:read`. */
      list: this.list('/v1/fx/collections'),
      /** One collection. `GET /v1/fx/collections/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/collections/{id}'),
      /** Say that a collection came before its order. `POST /v1/fx/collections/{id}/advance`. Scope: `fx:write`. */
      advance: this.write('POST', '/v1/fx/collections/{id}/advance'),
      /** Say which orders a collection pays for. `POST /v1/fx/collections/{id}/match`. Scope: `fx:write`. */
      match: this.write('POST', '/v1/fx/collections/{id}/match'),
      /** Send money back to its payer. `POST /v1/fx/collections/{id}/refunds`. Scope: `fx:write`. */
      refund: this.write('POST', '/v1/fx/collections/{id}/refunds'),
      /** Take a collection up again. `POST /v1/fx/collections/{id}/resumption`. Scope: `fx:write`. */
      resume: this.act('POST', '/v1/fx/collections/{id}/resumption'),
      /** Set a collection aside. `POST /v1/fx/collections/{id}/set-aside`. Scope: `fx:write`. */
      set: this.write('POST', '/v1/fx/collections/{id}/set-aside'),
      /** Undo a wrong match. `POST /v1/fx/collections/{id}/unmatch`. Scope: `fx:write`. */
      unmatch: this.write('POST', '/v1/fx/collections/{id}/unmatch'),
    },
    contractFiles: {
      /** Files of contracts, newest first. `GET /v1/fx/contract-files`. Scope: `fx:read`. */
      list: this.list('/v1/fx/contract-files'),
      /** Keep the scan of a contract, an amendment, an invoice. `POST /v1/fx/contract-files`. Scope: `fx:write`. */
      add: this.write('POST', '/v1/fx/contract-files'),
      /** Take back a file that was added by mistake. `DELETE /v1/fx/contract-files/{id}`. Scope: `fx:write`. */
      delete: this.act('DELETE', '/v1/fx/contract-files/{id}'),
      /** One file of a contract. `GET /v1/fx/contract-files/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/contract-files/{id}'),
      /** The file itself. `GET /v1/fx/contract-files/{id}/content`. Scope: `fx:read`. */
      content: this.get('/v1/fx/contract-files/{id}/content'),
    },
    conversionChanges: {
      /** Changes of conversions, newest first. `GET /v1/fx/conversion-changes`. Scope: `fx:read`. */
      list: this.list('/v1/fx/conversion-changes'),
      /** One change of a conversion. `GET /v1/fx/conversion-changes/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/conversion-changes/{id}'),
    },
    conversions: {
      /** Conversions, newest first. `GET /v1/fx/conversions`. Scope: `fx:read`. */
      list: this.list('/v1/fx/conversions'),
      /** Convert at a quote. `POST /v1/fx/conversions`. Scope: `fx:write`. */
      convert: this.write('POST', '/v1/fx/conversions'),
      /** One conversion. `GET /v1/fx/conversions/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/conversions/{id}'),
      /** Amend a conversion at the market price. `POST /v1/fx/conversions/{id}/amendment`. Scope: `fx:write`. */
      amend: this.write('POST', '/v1/fx/conversions/{id}/amendment'),
      /** Cancel a conversion at the market price. `POST /v1/fx/conversions/{id}/cancellation`. Scope: `fx:write`. */
      cancel: this.act('POST', '/v1/fx/conversions/{id}/cancellation'),
    },
    currencyControlLetters: {
      /** Letters of currency control, newest first. `GET /v1/fx/currency-control-letters`. Scope: `fx:read`. */
      list: this.list('/v1/fx/currency-control-letters'),
      /** Write to the bank about a registered contract. `POST /v1/fx/currency-control-letters`. Scope: `fx:write`. */
      write: this.write('POST', '/v1/fx/currency-control-letters'),
      /** One letter of currency control. `GET /v1/fx/currency-control-letters/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/currency-control-letters/{id}'),
      /** Answer a letter of the bank. `POST /v1/fx/currency-control-letters/{id}/answer`. Scope: `fx:write`. */
      answer: this.write('POST', '/v1/fx/currency-control-letters/{id}/answer'),
    },
    currencyControlMessages: {
      /** Messages of currency control, newest first. `GET /v1/fx/currency-control-messages`. Scope: `fx:read`. */
      list: this.list('/v1/fx/currency-control-messages'),
      /** One message of currency control. `GET /v1/fx/currency-control-messages/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/currency-control-messages/{id}'),
    },
    currencyControlSettings: {
      /** How the bank takes declarations. `GET /v1/fx/currency-control-settings`. Scope: `fx:read`. */
      get: this.get('/v1/fx/currency-control-settings'),
      /** Say how the bank takes declarations. `PUT /v1/fx/currency-control-settings`. Scope: `fx:write`. */
      set: this.write('PUT', '/v1/fx/currency-control-settings'),
    },
    duesPurchases: {
      /** Dues paid in another currency, newest first. `GET /v1/fx/dues-purchases`. Scope: `fx:read`. */
      list: this.list('/v1/fx/dues-purchases'),
      /** One payment of dues in another currency. `GET /v1/fx/dues-purchases/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/dues-purchases/{id}'),
    },
    enterpriseClasses: {
      /** What was said of classes, newest first. `GET /v1/fx/enterprise-classes`. Scope: `fx:read`. */
      list: this.list('/v1/fx/enterprise-classes'),
      /** Record how SAFE classes a seller. `POST /v1/fx/enterprise-classes`. Scope: `fx:write`. */
      record: this.write('POST', '/v1/fx/enterprise-classes'),
      /** One thing that was said of a class. `GET /v1/fx/enterprise-classes/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/enterprise-classes/{id}'),
    },
    exposures: {
      /** Open foreign currency by due date. `GET /v1/fx/exposures`. Scope: `fx:read`. */
      get: this.read('/v1/fx/exposures'),
      chart: {
        /** Open foreign currency by due date, as a picture. `GET /v1/fx/exposures/chart`. Scope: `fx:read`. */
        get: this.read('/v1/fx/exposures/chart'),
      },
      hedgeSuggestions: {
        /** What could be sold ahead, and what that would cost. `GET /v1/fx/exposures/hedge-suggestions`. Scope: `fx:read`. */
        get: this.read('/v1/fx/exposures/hedge-suggestions'),
      },
      items: {
        /** The amounts that exposures are made of, by due date. `GET /v1/fx/exposures/items`. Scope: `fx:read`. */
        list: this.list('/v1/fx/exposures/items'),
      },
      whatIf: {
        /** What a move of the market would do to margins. `GET /v1/fx/exposures/what-if`. Scope: `fx:read`. */
        get: this.read('/v1/fx/exposures/what-if'),
      },
    },
    forwardQuotes: {
      /** Quote a forward. `POST /v1/fx/forward-quotes`. Scope: `fx:write`. */
      quote: this.write('POST', '/v1/fx/forward-quotes'),
      /** One forward quote. `GET /v1/fx/forward-quotes/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/forward-quotes/{id}'),
    },
    forwardTerms: {
      /** Terms of forwards, newest first. `GET /v1/fx/forward-terms`. Scope: `fx:read`. */
      list: this.list('/v1/fx/forward-terms'),
      /** Set the terms of forwards from a day on. `POST /v1/fx/forward-terms`. Scope: `fx:write`. */
      set: this.write('POST', '/v1/fx/forward-terms'),
      /** Terms of forwards. `GET /v1/fx/forward-terms/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/forward-terms/{id}'),
    },
    forwards: {
      /** Forwards, newest first. `GET /v1/fx/forwards`. Scope: `fx:read`. */
      list: this.list('/v1/fx/forwards'),
      /** Sell an order’s currency forward, or buy what is owed on it, at a quote. `POST /v1/fx/forwards`. Scope: `fx:write`. */
      contract: this.write('POST', '/v1/fx/forwards'),
      /** One forward. `GET /v1/fx/forwards/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/forwards/{id}'),
      /** How the contract’s rate was worked out. `GET /v1/fx/forwards/{id}/calculation`. Scope: `fx:read`. */
      calculation: this.get('/v1/fx/forwards/{id}/calculation'),
      /** Close a forward out, whole or in part (平仓). `POST /v1/fx/forwards/{id}/close-outs`. Scope: `fx:write`. */
      close: this.write('POST', '/v1/fx/forwards/{id}/close-outs'),
      /** Deliver a forward, whole or in part (交割). `POST /v1/fx/forwards/{id}/deliveries`. Scope: `fx:write`. */
      deliver: this.write('POST', '/v1/fx/forwards/{id}/deliveries'),
      /** Give a forward another last day (展期). `POST /v1/fx/forwards/{id}/rollovers`. Scope: `fx:write`. */
      roll: this.write('POST', '/v1/fx/forwards/{id}/rollovers'),
    },
    fundsReviews: {
      /** Money in the account under review, newest first. `GET /v1/fx/funds-reviews`. Scope: `fx:read`. */
      list: this.list('/v1/fx/funds-reviews'),
      /** One receipt in the account under review. `GET /v1/fx/funds-reviews/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/funds-reviews/{id}'),
    },
    interestCurves: {
      /** Interest curves, newest first. `GET /v1/fx/interest-curves`. Scope: `fx:read`. */
      list: this.list('/v1/fx/interest-curves'),
      /** Give an interest curve. `POST /v1/fx/interest-curves`. Scope: `fx:write`. */
      take: this.write('POST', '/v1/fx/interest-curves'),
      /** One interest curve. `GET /v1/fx/interest-curves/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/interest-curves/{id}'),
    },
    marginCalls: {
      /** Margin calls, newest first. `GET /v1/fx/margin-calls`. Scope: `fx:read`. */
      list: this.list('/v1/fx/margin-calls'),
      /** Keep a demand of the bank for more margin. `POST /v1/fx/margin-calls`. Scope: `fx:write`. */
      call: this.write('POST', '/v1/fx/margin-calls'),
      /** One margin call. `GET /v1/fx/margin-calls/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/margin-calls/{id}'),
      /** Pay called margin. `POST /v1/fx/margin-calls/{id}/payment`. Scope: `fx:write`. */
      pay: this.act('POST', '/v1/fx/margin-calls/{id}/payment'),
      /** Say that the bank wants the margin no more. `POST /v1/fx/margin-calls/{id}/release`. Scope: `fx:write`. */
      release: this.act('POST', '/v1/fx/margin-calls/{id}/release'),
    },
    markUps: {
      /** Mark-ups, newest first. `GET /v1/fx/mark-ups`. Scope: `fx:read`. */
      list: this.list('/v1/fx/mark-ups'),
      /** Set what is added to the bank’s price. `POST /v1/fx/mark-ups`. Scope: `fx:write`. */
      make: this.write('POST', '/v1/fx/mark-ups'),
      /** One mark-up. `GET /v1/fx/mark-ups/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/mark-ups/{id}'),
      /** Change or end a mark-up. `PATCH /v1/fx/mark-ups/{id}`. Scope: `fx:write`. */
      change: this.write('PATCH', '/v1/fx/mark-ups/{id}'),
    },
    matchRuns: {
      /** Match all money that waits for its order. `POST /v1/fx/match-runs`. Scope: `fx:write`. */
      start: this.act('POST', '/v1/fx/match-runs'),
      /** One run. `GET /v1/fx/match-runs/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/match-runs/{id}'),
    },
    payoutBatches: {
      /** Batches of payouts, newest first. `GET /v1/fx/payout-batches`. Scope: `fx:read`. */
      list: this.list('/v1/fx/payout-batches'),
      /** One batch of payouts. `GET /v1/fx/payout-batches/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/payout-batches/{id}'),
      /** Send a batch before its time. `POST /v1/fx/payout-batches/{id}/submission`. Scope: `fx:write`. */
      submit: this.act('POST', '/v1/fx/payout-batches/{id}/submission'),
    },
    payoutPolicy: {
      /** How payouts are ordered. `GET /v1/fx/payout-policy`. Scope: `fx:read`. */
      get: this.get('/v1/fx/payout-policy'),
      /** Order payouts at once, or in batches. `PUT /v1/fx/payout-policy`. Scope: `fx:write`. */
      set: this.write('PUT', '/v1/fx/payout-policy'),
    },
    payouts: {
      /** Payouts, newest first. `GET /v1/fx/payouts`. Scope: `fx:read`. */
      list: this.list('/v1/fx/payouts'),
      /** One payout. `GET /v1/fx/payouts/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/payouts/{id}'),
      /** Pay out again. `POST /v1/fx/payouts/{id}/retry`. Scope: `fx:write`. */
      retry: this.act('POST', '/v1/fx/payouts/{id}/retry'),
    },
    quotes: {
      /** Quote a conversion. `POST /v1/fx/quotes`. Scope: `fx:write`. */
      quote: this.write('POST', '/v1/fx/quotes'),
      /** One quote. `GET /v1/fx/quotes/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/quotes/{id}'),
    },
    rates: {
      /** The rate of a pair, and its parts. `GET /v1/fx/rates`. Scope: `fx:read`. */
      get: this.read('/v1/fx/rates'),
      /** Take in the rates of a day. `POST /v1/fx/rates`. Scope: `fx:write`. */
      take: this.write('POST', '/v1/fx/rates'),
      history: {
        /** Rates of a pair, newest first. `GET /v1/fx/rates/history`. Scope: `fx:read`. */
        list: this.list('/v1/fx/rates/history'),
      },
    },
    receivables: {
      /** What buyers owe, newest first. `GET /v1/fx/receivables`. Scope: `fx:read`. */
      list: this.list('/v1/fx/receivables'),
    },
    registeredContracts: {
      /** Registered contracts, newest first. `GET /v1/fx/registered-contracts`. Scope: `fx:read`. */
      list: this.list('/v1/fx/registered-contracts'),
      /** Have the bank register the contract of one order, or of several. `POST /v1/fx/registered-contracts`. Scope: `fx:write`. */
      register: this.write('POST', '/v1/fx/registered-contracts'),
      /** One registered contract. `GET /v1/fx/registered-contracts/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/registered-contracts/{id}'),
      /** Have the bank register other terms. `POST /v1/fx/registered-contracts/{id}/amendment`. Scope: `fx:write`. */
      amend: this.write('POST', '/v1/fx/registered-contracts/{id}/amendment'),
      /** Have the bank close a registered contract. `POST /v1/fx/registered-contracts/{id}/closure`. Scope: `fx:write`. */
      close: this.write('POST', '/v1/fx/registered-contracts/{id}/closure'),
      /** Say which orders are under a registered contract. `PUT /v1/fx/registered-contracts/{id}/orders`. Scope: `fx:write`. */
      set: this.write('PUT', '/v1/fx/registered-contracts/{id}/orders'),
      /** Ask the bank what it has of a registered contract. `POST /v1/fx/registered-contracts/{id}/statement-requests`. Scope: `fx:write`. */
      request: this.write('POST', '/v1/fx/registered-contracts/{id}/statement-requests'),
      /** Show the bank supporting documents of a contract, or of a receipt under it. `POST /v1/fx/registered-contracts/{id}/supporting-documents`. Scope: `fx:write`. */
      deliver: this.write('POST', '/v1/fx/registered-contracts/{id}/supporting-documents'),
    },
    results: {
      /** Gains and losses by exchange rates. `GET /v1/fx/results`. Scope: `fx:read`. */
      get: this.read('/v1/fx/results'),
      items: {
        /** What orders’ foreign currency stands at in CNY, movement by movement, newest first. `GET /v1/fx/results/items`. Scope: `fx:read`. */
        list: this.list('/v1/fx/results/items'),
      },
    },
    revaluations: {
      /** Revaluations, newest first. `GET /v1/fx/revaluations`. Scope: `fx:read`. */
      list: this.list('/v1/fx/revaluations'),
      /** Revalue the open foreign balances of a month (期末调汇). `POST /v1/fx/revaluations`. Scope: `fx:write`. */
      revalue: this.write('POST', '/v1/fx/revaluations'),
      /** One revaluation. `GET /v1/fx/revaluations/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/revaluations/{id}'),
    },
    sellerDuesPurchases: {
      /** Dues on no order that were bought by forwards, newest first. `GET /v1/fx/seller-dues-purchases`. Scope: `fx:read`. */
      list: this.list('/v1/fx/seller-dues-purchases'),
    },
    smallSellerYears: {
      /** What sellers received from abroad by calendar year. `GET /v1/fx/small-seller-years`. Scope: `fx:read`. */
      list: this.list('/v1/fx/small-seller-years'),
    },
    statements: {
      /** Statements of the bank, the last taken in first. `GET /v1/fx/statements`. Scope: `fx:read`. */
      list: this.list('/v1/fx/statements'),
      /** One statement of the bank. `GET /v1/fx/statements/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/statements/{id}'),
      /** All entries of a statement. `GET /v1/fx/statements/{id}/entries`. Scope: `fx:read`. */
      entries: this.list('/v1/fx/statements/{id}/entries'),
      /** Book a fee or interest of the bank. `POST /v1/fx/statements/{id}/entries/{number}/booking`. Scope: `fx:write`. */
      book: this.write('POST', '/v1/fx/statements/{id}/entries/{number}/booking'),
      /** The statement against the ledger. `GET /v1/fx/statements/{id}/reconciliation`. Scope: `fx:read`. */
      reconciliation: this.get('/v1/fx/statements/{id}/reconciliation'),
    },
    taxPayments: {
      /** Payments of import taxes, newest first. `GET /v1/fx/tax-payments`. Scope: `fx:read`. */
      list: this.list('/v1/fx/tax-payments'),
      /** One payment of import taxes. `GET /v1/fx/tax-payments/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/tax-payments/{id}'),
    },
    tradeChecks: {
      /** Trade-background checks, newest first. `GET /v1/fx/trade-checks`. Scope: `fx:read`. */
      list: this.list('/v1/fx/trade-checks'),
      /** One trade-background check. `GET /v1/fx/trade-checks/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/trade-checks/{id}'),
      /** Take the evidence of a trade for enough. `POST /v1/fx/trade-checks/{id}/acceptance`. Scope: `fx:write`. */
      accept: this.write('POST', '/v1/fx/trade-checks/{id}/acceptance'),
      /** Bring a paper for a trade-background check. `POST /v1/fx/trade-checks/{id}/evidence`. Scope: `fx:write`. */
      bring: this.write('POST', '/v1/fx/trade-checks/{id}/evidence'),
    },
    tradeCreditReports: {
      /** Reports of trade credit, newest first. `GET /v1/fx/trade-credit-reports`. Scope: `fx:read`. */
      list: this.list('/v1/fx/trade-credit-reports'),
      /** Say when goods or money of an order are expected. `POST /v1/fx/trade-credit-reports`. Scope: `fx:write`. */
      expect: this.write('POST', '/v1/fx/trade-credit-reports'),
      /** One report of trade credit. `GET /v1/fx/trade-credit-reports/{id}`. Scope: `fx:read`. */
      get: this.get('/v1/fx/trade-credit-reports/{id}'),
      /** Note that a report was corrected. `POST /v1/fx/trade-credit-reports/{id}/correction`. Scope: `fx:write`. */
      correct: this.write('POST', '/v1/fx/trade-credit-reports/{id}/correction'),
      /** Note that it was reported. `POST /v1/fx/trade-credit-reports/{id}/report`. Scope: `fx:write`. */
      report: this.write('POST', '/v1/fx/trade-credit-reports/{id}/report'),
      /** Say that no report is needed. `POST /v1/fx/trade-credit-reports/{id}/waiver`. Scope: `fx:write`. */
      waive: this.write('POST', '/v1/fx/trade-credit-reports/{id}/waiver'),
    },
    valueDates: {
      /** The value date of a trade. `GET /v1/fx/value-dates`. Scope: `fx:read`. */
      get: this.read('/v1/fx/value-dates'),
    },
  };

  readonly inboundMessages = {
    /** What partners told us. `GET /v1/inbound-messages`. Scope: `operations:read`. */
    list: this.list('/v1/inbound-messages'),
  };

  readonly invitations = {
    acceptance: {
      /** Accept an invitation. `POST /v1/invitations/acceptance`. */
      accept: this.write('POST', '/v1/invitations/acceptance'),
    },
  };

  readonly ledger = {
    accounts: {
      /** Accounts and their balances. `GET /v1/ledger/accounts`. Scope: `ledger:read`. */
      list: this.list('/v1/ledger/accounts'),
    },
    export: {
      /** The whole books as text. `GET /v1/ledger/export`. Scope: `ledger:read`. */
      get: this.read('/v1/ledger/export'),
    },
    transfers: {
      /** Transfers, newest first. `GET /v1/ledger/transfers`. Scope: `ledger:read`. */
      list: this.list('/v1/ledger/transfers'),
      /** One transfer. `GET /v1/ledger/transfers/{id}`. Scope: `ledger:read`. */
      get: this.get('/v1/ledger/transfers/{id}'),
    },
    trialBalance: {
      /** Trial balance. `GET /v1/ledger/trial-balance`. Scope: `ledger:read`. */
      get: this.read('/v1/ledger/trial-balance'),
    },
  };

  readonly lender = {
    consents: {
      /** Consents that tenants gave you. `GET /v1/lender/consents`. Scope: `lender:read`. */
      list: this.list('/v1/lender/consents'),
      /** One consent that a tenant gave you. `GET /v1/lender/consents/{id}`. Scope: `lender:read`. */
      get: this.get('/v1/lender/consents/{id}'),
      /** Accept a tenant’s consent. `POST /v1/lender/consents/{id}/acceptance`. Scope: `lender:write`. */
      accept: this.act('POST', '/v1/lender/consents/{id}/acceptance'),
      /** Decline a tenant’s consent. `POST /v1/lender/consents/{id}/refusal`. Scope: `lender:write`. */
      decline: this.act('POST', '/v1/lender/consents/{id}/refusal'),
    },
    covenants: {
      /** Covenants of the portfolio. `GET /v1/lender/covenants`. Scope: `lender:read`. */
      list: this.list('/v1/lender/covenants'),
      /** Add a covenant. `POST /v1/lender/covenants`. Scope: `lender:write`. */
      add: this.write('POST', '/v1/lender/covenants'),
      /** One covenant. `GET /v1/lender/covenants/{id}`. Scope: `lender:read`. */
      get: this.get('/v1/lender/covenants/{id}'),
      /** End a covenant. `POST /v1/lender/covenants/{id}/ending`. Scope: `lender:write`. */
      end: this.act('POST', '/v1/lender/covenants/{id}/ending'),
    },
    dataTape: {
      /** All your loans, a row each. `GET /v1/lender/data-tape`. Scope: `lender:read`. */
      get: this.read('/v1/lender/data-tape'),
    },
    loans: {
      /** Your loans. `GET /v1/lender/loans`. Scope: `lender:read`. */
      list: this.list('/v1/lender/loans'),
      /** One loan with its statement, payments and pledged facts. `GET /v1/lender/loans/{id}`. Scope: `lender:read`. */
      get: this.get('/v1/lender/loans/{id}'),
    },
    portfolio: {
      /** Exposure, ageing, concentration and covenants. `GET /v1/lender/portfolio`. Scope: `lender:read`. */
      get: this.read('/v1/lender/portfolio'),
    },
  };

  readonly limits = {
    /** The limits you are held to, and what is left of them. `GET /v1/limits`. Scope: `operations:read`. */
    get: this.get('/v1/limits'),
  };

  readonly mandates = {
    /** Mandates of the tenant, newest first. `GET /v1/mandates`. Scope: `mandates:read`. */
    list: this.list('/v1/mandates'),
    /** Let another tenant act for yours. `POST /v1/mandates`. Scope: `mandates:write`. */
    grant: this.write('POST', '/v1/mandates'),
    /** One mandate. `GET /v1/mandates/{id}`. Scope: `mandates:read`. */
    get: this.get('/v1/mandates/{id}'),
    /** Accept a mandate. `POST /v1/mandates/{id}/acceptance`. Scope: `mandates:write`. */
    accept: this.act('POST', '/v1/mandates/{id}/acceptance'),
    /** Decline a mandate. `POST /v1/mandates/{id}/refusal`. Scope: `mandates:write`. */
    decline: this.act('POST', '/v1/mandates/{id}/refusal'),
    /** End a mandate. `POST /v1/mandates/{id}/revocation`. Scope: `mandates:write`. */
    revoke: this.act('POST', '/v1/mandates/{id}/revocation'),
  };

  readonly me = {
    /** Who I am. `GET /v1/me`. Scope: `self:use`. */
    get: this.get('/v1/me'),
    password: {
      /** Change my password. `POST /v1/me/password`. Scope: `self:use`. */
      change: this.write('POST', '/v1/me/password'),
    },
    signOut: {
      /** Sign out. `POST /v1/me/sign-out`. Scope: `self:use`. */
      sign: this.act('POST', '/v1/me/sign-out'),
    },
    signOutEverywhere: {
      /** Sign out everywhere. `POST /v1/me/sign-out-everywhere`. Scope: `self:use`. */
      sign: this.act('POST', '/v1/me/sign-out-everywhere'),
    },
    totp: {
      /** Begin to set a second factor. `POST /v1/me/totp`. Scope: `self:use`. */
      begin: this.write('POST', '/v1/me/totp'),
      confirmation: {
        /** Put the second factor in force. `POST /v1/me/totp/confirmation`. Scope: `self:use`. */
        confirm: this.write('POST', '/v1/me/totp/confirmation'),
      },
      removal: {
        /** Remove the second factor. `POST /v1/me/totp/removal`. Scope: `self:use`. */
        remove: this.write('POST', '/v1/me/totp/removal'),
      },
    },
  };

  readonly oauthClients = {
    /** Clients of the tenant, newest first. `GET /v1/oauth-clients`. Scope: `keys:read`. */
    list: this.list('/v1/oauth-clients'),
    /** Make a client. `POST /v1/oauth-clients`. Scope: `keys:write`. */
    make: this.write('POST', '/v1/oauth-clients'),
    /** One client. `GET /v1/oauth-clients/{id}`. Scope: `keys:read`. */
    get: this.get('/v1/oauth-clients/{id}'),
    /** Revoke a client. `POST /v1/oauth-clients/{id}/revocation`. Scope: `keys:write`. */
    revoke: this.act('POST', '/v1/oauth-clients/{id}/revocation'),
    /** Give a client a new secret. `POST /v1/oauth-clients/{id}/rotation`. Scope: `keys:write`. */
    rotate: this.write('POST', '/v1/oauth-clients/{id}/rotation'),
  };

  readonly operations = {
    /** Bulk work, newest first. `GET /v1/operations`. Scope: `bulk:read`. */
    list: this.list('/v1/operations'),
    deadLetters: {
      /** Work that failed for good, newest first. `GET /v1/operations/dead-letters`. Scope: `operations:read`. */
      list: this.list('/v1/operations/dead-letters'),
      /** One dead letter. `GET /v1/operations/dead-letters/{id}`. Scope: `operations:read`. */
      get: this.get('/v1/operations/dead-letters/{id}'),
      /** Give it up. `POST /v1/operations/dead-letters/{id}/discard`. Scope: `operations:write`. */
      discard: this.act('POST', '/v1/operations/dead-letters/{id}/discard'),
      /** Try it again. `POST /v1/operations/dead-letters/{id}/retry`. Scope: `operations:write`. */
      retry: this.act('POST', '/v1/operations/dead-letters/{id}/retry'),
    },
    /** How bulk work stands. `GET /v1/operations/{id}`. Scope: `bulk:read`. */
    get: this.get('/v1/operations/{id}'),
    /** Do no more of it. `POST /v1/operations/{id}/cancellation`. Scope: `bulk:write`. */
    cancel: this.act('POST', '/v1/operations/{id}/cancellation'),
    /** Its progress, as it happens. `GET /v1/operations/{id}/progress`. Scope: `bulk:read`. */
    watch: this.watchOperation.bind(this),
    /** What became of each item. `GET /v1/operations/{id}/results`. Scope: `bulk:read`. */
    results: this.list('/v1/operations/{id}/results'),
  };

  readonly orders = {
    /** Orders, newest first. `GET /v1/orders`. Scope: `orders:read`. */
    list: this.list('/v1/orders'),
    /** Enter an order, and place it. `POST /v1/orders`. Scope: `orders:write`. */
    create: this.write('POST', '/v1/orders'),
    /** One order. `GET /v1/orders/{id}`. Scope: `orders:read`. */
    get: this.get('/v1/orders/{id}'),
    /** Change a draft. `PATCH /v1/orders/{id}`. Scope: `orders:write`. */
    change: this.write('PATCH', '/v1/orders/{id}'),
    /** Cancel an order. `POST /v1/orders/{id}/cancellation`. Scope: `orders:write`. */
    cancel: this.write('POST', '/v1/orders/{id}/cancellation'),
    /** What an order earns. `GET /v1/orders/{id}/margin`. Scope: `orders:read`. */
    margin: this.get('/v1/orders/{id}/margin'),
    /** Place a draft. `POST /v1/orders/{id}/placement`. Scope: `orders:write`. */
    place: this.act('POST', '/v1/orders/{id}/placement'),
    /** What happened to an order. `GET /v1/orders/{id}/timeline`. Scope: `orders:read`. */
    timeline: this.list('/v1/orders/{id}/timeline'),
  };

  readonly parties = {
    /** Parties, newest first. `GET /v1/parties`. Scope: `parties:read`. */
    list: this.list('/v1/parties'),
    /** Enter a seller, a buyer or a supplier. `POST /v1/parties`. Scope: `parties:write`. */
    enter: this.write('POST', '/v1/parties'),
    /** One party. `GET /v1/parties/{id}`. Scope: `parties:read`. */
    get: this.get('/v1/parties/{id}'),
    /** Change a party. `PATCH /v1/parties/{id}`. Scope: `parties:write`. */
    amend: this.write('PATCH', '/v1/parties/{id}'),
  };

  readonly partners = {
    /** How the outside parties answer, as the platform sees it. `GET /v1/partners`. Scope: `operations:read`. */
    list: this.list('/v1/partners'),
    /** How one of them answers. `GET /v1/partners/{partner}`. Scope: `operations:read`. */
    get: this.get('/v1/partners/{partner}'),
  };

  readonly products = {
    /** Products, newest first. `GET /v1/products`. Scope: `catalogue:read`. */
    list: this.list('/v1/products'),
    /** Put a product on file. `POST /v1/products`. Scope: `catalogue:write`. */
    enter: this.write('POST', '/v1/products'),
    /** One product. `GET /v1/products/{id}`. Scope: `catalogue:read`. */
    get: this.get('/v1/products/{id}'),
    /** Change a product. `PATCH /v1/products/{id}`. Scope: `catalogue:write`. */
    amend: this.write('PATCH', '/v1/products/{id}'),
    /** Submit a product for approval. `POST /v1/products/{id}/submission`. Scope: `catalogue:write`. */
    submit: this.act('POST', '/v1/products/{id}/submission'),
    /** What was approved of a product, newest first. `GET /v1/products/{id}/versions`. Scope: `catalogue:read`. */
    versions: this.list('/v1/products/{id}/versions'),
  };

  readonly reference = {
    hsCodes: {
      /** HS codes, in the order of the tariff. `GET /v1/reference/hs-codes`. Scope: `catalogue:read`. */
      list: this.list('/v1/reference/hs-codes'),
      /** One HS code: names, units, declaration elements, supervision, duties and taxes. `GET /v1/reference/hs-codes/{code}`. Scope: `catalogue:read`. */
      get: this.read('/v1/reference/hs-codes/{code}'),
    },
    taxClassificationCodes: {
      /** Tax classification codes (税收分类编码), in their order. `GET /v1/reference/tax-classification-codes`. Scope: `catalogue:read`. */
      list: this.list('/v1/reference/tax-classification-codes'),
      /** One tax classification code: its names, what is under it, and the HS codes that go with it. `GET /v1/reference/tax-classification-codes/{code}`. Scope: `catalogue:read`. */
      get: this.read('/v1/reference/tax-classification-codes/{code}'),
    },
  };

  readonly representedTenants = {
    /** Tenants that you may act for, by their newest mandate. `GET /v1/represented-tenants`. Scope: `mandates:read`. */
    list: this.list('/v1/represented-tenants'),
  };

  readonly requestLog = {
    /** Your own requests and how they were answered, newest first. `GET /v1/request-log`. Scope: `operations:read`. */
    list: this.list('/v1/request-log'),
    /** One request. `GET /v1/request-log/{id}`. Scope: `operations:read`. */
    get: this.get('/v1/request-log/{id}'),
  };

  readonly sandbox = {
    clock: {
      /** The sandbox tenant’s time. `GET /v1/sandbox/clock`. Scope: `operations:read`. */
      get: this.get('/v1/sandbox/clock'),
      /** Set the sandbox tenant’s time. `POST /v1/sandbox/clock`. Scope: `operations:write`. */
      set: this.write('POST', '/v1/sandbox/clock'),
      advances: {
        /** How the sandbox tenant’s time was let pass, newest first. `GET /v1/sandbox/clock/advances`. Scope: `operations:read`. */
        list: this.list('/v1/sandbox/clock/advances'),
        /** Let the sandbox tenant’s time pass. `POST /v1/sandbox/clock/advances`. Scope: `operations:write`. */
        advance: this.write('POST', '/v1/sandbox/clock/advances'),
        /** One advance, and what happened on the way. `GET /v1/sandbox/clock/advances/{id}`. Scope: `operations:read`. */
        get: this.get('/v1/sandbox/clock/advances/{id}'),
      },
    },
    inbox: {
      /** The inbox, and what it answers. `GET /v1/sandbox/inbox`. Scope: `webhooks:read`. */
      get: this.get('/v1/sandbox/inbox'),
      /** Have the platform itself receive your webhooks. `POST /v1/sandbox/inbox`. Scope: `webhooks:write`. */
      create: this.act('POST', '/v1/sandbox/inbox'),
      /** Tell the inbox what to answer. `PUT /v1/sandbox/inbox`. Scope: `webhooks:write`. */
      set: this.write('PUT', '/v1/sandbox/inbox'),
      messages: {
        /** Forget what the inbox was sent. `DELETE /v1/sandbox/inbox/messages`. Scope: `webhooks:write`. */
        empty: this.act('DELETE', '/v1/sandbox/inbox/messages'),
        /** What the inbox was sent. `GET /v1/sandbox/inbox/messages`. Scope: `webhooks:read`. */
        list: this.list('/v1/sandbox/inbox/messages'),
      },
    },
    reset: {
      /** Erase what a sandbox tenant has. `POST /v1/sandbox/reset`. Scope: `operations:write`. */
      reset: this.write('POST', '/v1/sandbox/reset'),
    },
    scenarioKinds: {
      /** How an export can be rehearsed. `GET /v1/sandbox/scenario-kinds`. Scope: `operations:read`. */
      list: this.list('/v1/sandbox/scenario-kinds'),
    },
    scenarios: {
      /** Scenarios, newest first. `GET /v1/sandbox/scenarios`. Scope: `operations:read`. */
      list: this.list('/v1/sandbox/scenarios'),
      /** Rehearse a whole export in one call. `POST /v1/sandbox/scenarios`. Scope: `operations:write`. */
      start: this.write('POST', '/v1/sandbox/scenarios'),
      /** How a scenario stands. `GET /v1/sandbox/scenarios/{id}`. Scope: `operations:read`. */
      get: this.get('/v1/sandbox/scenarios/{id}'),
      /** Do the next step of a stepwise scenario. `POST /v1/sandbox/scenarios/{id}/steps`. Scope: `operations:write`. */
      step: this.act('POST', '/v1/sandbox/scenarios/{id}/steps'),
    },
    simulationKinds: {
      /** What partners can be made to do. `GET /v1/sandbox/simulation-kinds`. Scope: `operations:read`. */
      list: this.list('/v1/sandbox/simulation-kinds'),
    },
    simulations: {
      /** What partners were made to do, newest first. `GET /v1/sandbox/simulations`. Scope: `operations:read`. */
      list: this.list('/v1/sandbox/simulations'),
      /** Make a partner do something. `POST /v1/sandbox/simulations`. Scope: `operations:write`. */
      create: this.write('POST', '/v1/sandbox/simulations'),
      /** One simulation. `GET /v1/sandbox/simulations/{id}`. Scope: `operations:read`. */
      get: this.get('/v1/sandbox/simulations/{id}'),
    },
    tenants: {
      /** Make a sandbox tenant. `POST /v1/sandbox/tenants`. */
      create: this.write('POST', '/v1/sandbox/tenants'),
    },
  };

  readonly sessions = {
    /** Sign in. `POST /v1/sessions`. */
    open: this.write('POST', '/v1/sessions'),
    refresh: {
      /** Go on with a session. `POST /v1/sessions/refresh`. */
      refresh: this.write('POST', '/v1/sessions/refresh'),
    },
  };

  readonly taxRefund = {
    abnormalEntries: {
      /** The entries of the abnormal lists. `GET /v1/tax-refund/abnormal-entries`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/abnormal-entries'),
      /** List or lift abnormal invoices and issuers. `POST /v1/tax-refund/abnormal-entries`. Scope: `tax_refund:write`. */
      enter: this.write('POST', '/v1/tax-refund/abnormal-entries'),
      /** One entry. `GET /v1/tax-refund/abnormal-entries/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/abnormal-entries/{id}'),
      /** The invoices that an entry names. `GET /v1/tax-refund/abnormal-entries/{id}/hits`. Scope: `tax_refund:read`. */
      hits: this.list('/v1/tax-refund/abnormal-entries/{id}/hits'),
      /** Lift an entry (解除). `POST /v1/tax-refund/abnormal-entries/{id}/lifting`. Scope: `tax_refund:write`. */
      lift: this.write('POST', '/v1/tax-refund/abnormal-entries/{id}/lifting'),
    },
    abnormalLists: {
      /** List or lift abnormal invoices and issuers from a table. `POST /v1/tax-refund/abnormal-lists`. Scope: `tax_refund:write`. */
      import: this.write('POST', '/v1/tax-refund/abnormal-lists'),
    },
    ageing: {
      /** How long open claims have waited. `GET /v1/tax-refund/ageing`. Scope: `tax_refund:read`. */
      get: this.read('/v1/tax-refund/ageing'),
    },
    ageingSvg: {
      /** How long open claims have waited, as a picture. `GET /v1/tax-refund/ageing.svg`. Scope: `tax_refund:read`. */
      get: this.read('/v1/tax-refund/ageing.svg'),
    },
    agencyAgreements: {
      /** The agency agreements. `GET /v1/tax-refund/agency-agreements`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/agency-agreements'),
      /** Enter an agency agreement. `POST /v1/tax-refund/agency-agreements`. Scope: `tax_refund:write`. */
      draft: this.write('POST', '/v1/tax-refund/agency-agreements'),
      /** One agency agreement. `GET /v1/tax-refund/agency-agreements/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/agency-agreements/{id}'),
      /** Both sides have filed. `POST /v1/tax-refund/agency-agreements/{id}/confirmation`. Scope: `tax_refund:write`. */
      confirm: this.write('POST', '/v1/tax-refund/agency-agreements/{id}/confirmation'),
      /** Show that the conditions of an agency are met. `PUT /v1/tax-refund/agency-agreements/{id}/evidence`. Scope: `tax_refund:write`. */
      replace: this.write('PUT', '/v1/tax-refund/agency-agreements/{id}/evidence'),
      /** Every step of an agency agreement. `GET /v1/tax-refund/agency-agreements/{id}/history`. Scope: `tax_refund:read`. */
      history: this.list('/v1/tax-refund/agency-agreements/{id}/history'),
      /** How far the conditions of an agency are shown to be met. `GET /v1/tax-refund/agency-agreements/{id}/standing`. Scope: `tax_refund:read`. */
      standing: this.get('/v1/tax-refund/agency-agreements/{id}/standing'),
      /** End an agency agreement. `POST /v1/tax-refund/agency-agreements/{id}/termination`. Scope: `tax_refund:write`. */
      end: this.write('POST', '/v1/tax-refund/agency-agreements/{id}/termination'),
      /** Take a draft back. `POST /v1/tax-refund/agency-agreements/{id}/withdrawal`. Scope: `tax_refund:write`. */
      withdraw: this.write('POST', '/v1/tax-refund/agency-agreements/{id}/withdrawal'),
    },
    agencyCertificates: {
      /** The certificates of agency export. `GET /v1/tax-refund/agency-certificates`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/agency-certificates'),
      /** Draw up a certificate of agency export (代理出口货物证明). `POST /v1/tax-refund/agency-certificates`. Scope: `tax_refund:write`. */
      draft: this.write('POST', '/v1/tax-refund/agency-certificates'),
      /** One certificate of agency export. `GET /v1/tax-refund/agency-certificates/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/agency-certificates/{id}'),
      /** Give a certificate up that was not issued. `POST /v1/tax-refund/agency-certificates/{id}/abandonment`. Scope: `tax_refund:write`. */
      abandon: this.write('POST', '/v1/tax-refund/agency-certificates/{id}/abandonment'),
      /** Apply for a certificate of agency export. `POST /v1/tax-refund/agency-certificates/{id}/application`. Scope: `tax_refund:write`. */
      apply: this.act('POST', '/v1/tax-refund/agency-certificates/{id}/application'),
      /** Every step of a certificate of agency export. `GET /v1/tax-refund/agency-certificates/{id}/history`. Scope: `tax_refund:read`. */
      history: this.list('/v1/tax-refund/agency-certificates/{id}/history'),
      /** Have a certificate of agency export voided (作废). `POST /v1/tax-refund/agency-certificates/{id}/voidance`. Scope: `tax_refund:write`. */
      void: this.write('POST', '/v1/tax-refund/agency-certificates/{id}/voidance'),
    },
    agencyPolicy: {
      /** Whether an agency agreement is required. `GET /v1/tax-refund/agency-policy`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/agency-policy'),
      /** Require an agency agreement, or not. `PUT /v1/tax-refund/agency-policy`. Scope: `tax_refund:write`. */
      set: this.write('PUT', '/v1/tax-refund/agency-policy'),
    },
    agencyStanding: {
      /** How you stand as an agent. `GET /v1/tax-refund/agency-standing`. Scope: `tax_refund:read`. */
      get: this.read('/v1/tax-refund/agency-standing'),
      classes: {
        /** Note how an exporter is classed. `PUT /v1/tax-refund/agency-standing/classes`. Scope: `tax_refund:write`. */
        classify: this.write('PUT', '/v1/tax-refund/agency-standing/classes'),
      },
      verifications: {
        /** Note that a producer was verified on the spot. `PUT /v1/tax-refund/agency-standing/verifications`. Scope: `tax_refund:write`. */
        note: this.write('PUT', '/v1/tax-refund/agency-standing/verifications'),
      },
    },
    calendarSubscriptions: {
      /** The calendars that read deadlines. `GET /v1/tax-refund/calendar-subscriptions`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/calendar-subscriptions'),
      /** Make an address for a calendar program. `POST /v1/tax-refund/calendar-subscriptions`. Scope: `tax_refund:write`. */
      create: this.write('POST', '/v1/tax-refund/calendar-subscriptions'),
      /** One calendar. `GET /v1/tax-refund/calendar-subscriptions/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/calendar-subscriptions/{id}'),
      /** End a calendar. `POST /v1/tax-refund/calendar-subscriptions/{id}/revocation`. Scope: `tax_refund:write`. */
      revoke: this.act('POST', '/v1/tax-refund/calendar-subscriptions/{id}/revocation'),
    },
    cases: {
      /** The orders that a refund is wanted for. `GET /v1/tax-refund/cases`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/cases'),
      /** What the refund of an order still waits for. `GET /v1/tax-refund/cases/{orderId}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/cases/{orderId}'),
      /** Claim an order without its consumption tax. `POST /v1/tax-refund/cases/{orderId}/consumption-tax-waiver`. Scope: `tax_refund:write`. */
      waive: this.write('POST', '/v1/tax-refund/cases/{orderId}/consumption-tax-waiver'),
    },
    claims: {
      /** The refund claims. `GET /v1/tax-refund/claims`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/claims'),
      /** One refund claim. `GET /v1/tax-refund/claims/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/claims/{id}'),
      /** Give up a claim that was not filed, or was rejected. `POST /v1/tax-refund/claims/{id}/abandonment`. Scope: `tax_refund:write`. */
      abandon: this.write('POST', '/v1/tax-refund/claims/{id}/abandonment'),
      /** Note the reply to the bureau's inquiry. `POST /v1/tax-refund/claims/{id}/answers`. Scope: `tax_refund:write`. */
      answer: this.write('POST', '/v1/tax-refund/claims/{id}/answers'),
      /** How a refund was worked out. `GET /v1/tax-refund/claims/{id}/calculation`. Scope: `tax_refund:read`. */
      calculation: this.get('/v1/tax-refund/claims/{id}/calculation'),
      /** Pay a recovered refund back through the bank (缴回已退税款). `POST /v1/tax-refund/claims/{id}/clawbacks/{number}/payment`. Scope: `fx:write`. */
      pay: this.write('POST', '/v1/tax-refund/claims/{id}/clawbacks/{number}/payment'),
      /** Note that a recovered refund was paid back (缴回已退税款). `POST /v1/tax-refund/claims/{id}/clawbacks/{number}/repayment`. Scope: `tax_refund:write`. */
      repay: this.write('POST', '/v1/tax-refund/claims/{id}/clawbacks/{number}/repayment'),
      /** Close a claim that was paid. `POST /v1/tax-refund/claims/{id}/closure`. Scope: `tax_refund:write`. */
      close: this.act('POST', '/v1/tax-refund/claims/{id}/closure'),
      /** Correct a claim that the bureau has (更正、冲减申报). `POST /v1/tax-refund/claims/{id}/corrections`. Scope: `tax_refund:write`. */
      correct: this.write('POST', '/v1/tax-refund/claims/{id}/corrections'),
      /** Answer a doubt of the self-check (疑点). `POST /v1/tax-refund/claims/{id}/doubts/{number}/answer`. Scope: `tax_refund:write`. */
      explain: this.write('POST', '/v1/tax-refund/claims/{id}/doubts/{number}/answer'),
      /** File a claim with the tax bureau. `POST /v1/tax-refund/claims/{id}/filing`. Scope: `tax_refund:write`. */
      file: this.act('POST', '/v1/tax-refund/claims/{id}/filing'),
      /** Put a claim into the open batch of its period. `POST /v1/tax-refund/claims/{id}/gathering`. Scope: `tax_refund:write`. */
      gather: this.act('POST', '/v1/tax-refund/claims/{id}/gathering'),
      /** Note that the bureau granted more time for an answer. `POST /v1/tax-refund/claims/{id}/inquiries/{number}/extension`. Scope: `tax_refund:write`. */
      extend: this.write('POST', '/v1/tax-refund/claims/{id}/inquiries/{number}/extension'),
      /** Take a claim out of the batch that it waits in. `POST /v1/tax-refund/claims/{id}/separation`. Scope: `tax_refund:write`. */
      separate: this.act('POST', '/v1/tax-refund/claims/{id}/separation'),
      /** What the sales abroad mean to a refund in advance (销售再核算). `GET /v1/tax-refund/claims/{id}/settlement`. Scope: `tax_refund:read`. */
      settlement: this.get('/v1/tax-refund/claims/{id}/settlement'),
      /** Settle a refund in advance by the sales abroad (销售再核算). `POST /v1/tax-refund/claims/{id}/settlement`. Scope: `tax_refund:write`. */
      settle: this.act('POST', '/v1/tax-refund/claims/{id}/settlement'),
      /** An official table of a claim as a file. `GET /v1/tax-refund/claims/{id}/tables/{table}`. Scope: `tax_refund:read`. */
      tables: this.read('/v1/tax-refund/claims/{id}/tables/{table}'),
    },
    consumptionTaxVouchers: {
      /** The papers of consumption tax. `GET /v1/tax-refund/consumption-tax-vouchers`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/consumption-tax-vouchers'),
      /** Record a paper of consumption tax (消费税专用缴款书、分割单). `POST /v1/tax-refund/consumption-tax-vouchers`. Scope: `tax_refund:write`. */
      record: this.write('POST', '/v1/tax-refund/consumption-tax-vouchers'),
      /** One paper of consumption tax. `GET /v1/tax-refund/consumption-tax-vouchers/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/consumption-tax-vouchers/{id}'),
      /** Say which order a paper of consumption tax belongs to. `POST /v1/tax-refund/consumption-tax-vouchers/{id}/assignment`. Scope: `tax_refund:write`. */
      assign: this.write('POST', '/v1/tax-refund/consumption-tax-vouchers/{id}/assignment'),
      /** Take a paper of consumption tax out of use. `POST /v1/tax-refund/consumption-tax-vouchers/{id}/cancellation`. Scope: `tax_refund:write`. */
      cancel: this.write('POST', '/v1/tax-refund/consumption-tax-vouchers/{id}/cancellation'),
    },
    deadlines: {
      /** By when what must be done for refunds. `GET /v1/tax-refund/deadlines`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/deadlines'),
      /** One deadline. `GET /v1/tax-refund/deadlines/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/deadlines/{id}'),
    },
    deadlinesIcs: {
      /** The deadlines as a calendar. `GET /v1/tax-refund/deadlines.ics`. Scope: `tax_refund:read`. */
      get: this.read('/v1/tax-refund/deadlines.ics'),
    },
    declarationImports: {
      /** The imports of official tables. `GET /v1/tax-refund/declaration-imports`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/declaration-imports'),
      /** Import an official table that was prepared elsewhere. `POST /v1/tax-refund/declaration-imports`. Scope: `tax_refund:write`. */
      import: this.write('POST', '/v1/tax-refund/declaration-imports'),
      /** One import. `GET /v1/tax-refund/declaration-imports/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/declaration-imports/{id}'),
      /** What came of each row of an import. `GET /v1/tax-refund/declaration-imports/{id}/rows`. Scope: `tax_refund:read`. */
      rows: this.read('/v1/tax-refund/declaration-imports/{id}/rows'),
      /** Take back an import that was a mistake. `POST /v1/tax-refund/declaration-imports/{id}/withdrawal`. Scope: `tax_refund:write`. */
      withdraw: this.write('POST', '/v1/tax-refund/declaration-imports/{id}/withdrawal'),
    },
    eInvoices: {
      /** Record a VAT invoice from its e-invoice file. `POST /v1/tax-refund/e-invoices`. Scope: `tax_refund:write`. */
      record: this.write('POST', '/v1/tax-refund/e-invoices'),
      /** The file that an invoice came as. `GET /v1/tax-refund/e-invoices/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/e-invoices/{id}'),
    },
    eligibility: {
      /** Under which regime each line is taxed, and whether it is refunded. `POST /v1/tax-refund/eligibility`. Scope: `calculations:use`. */
      judge: this.write('POST', '/v1/tax-refund/eligibility'),
    },
    evidenceDocuments: {
      /** The documents of exports. `GET /v1/tax-refund/evidence-documents`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/evidence-documents'),
      /** Keep a document of an export. `POST /v1/tax-refund/evidence-documents`. Scope: `tax_refund:write`. */
      add: this.write('POST', '/v1/tax-refund/evidence-documents'),
      /** Take back a document that was added by mistake. `DELETE /v1/tax-refund/evidence-documents/{id}`. Scope: `tax_refund:write`. */
      delete: this.act('DELETE', '/v1/tax-refund/evidence-documents/{id}'),
      /** One document. `GET /v1/tax-refund/evidence-documents/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/evidence-documents/{id}'),
      /** The file itself. `GET /v1/tax-refund/evidence-documents/{id}/content`. Scope: `tax_refund:read`. */
      content: this.get('/v1/tax-refund/evidence-documents/{id}/content'),
    },
    evidencePacks: {
      /** The evidence packs. `GET /v1/tax-refund/evidence-packs`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/evidence-packs'),
      /** Gather everything that proves a claim. `POST /v1/tax-refund/evidence-packs`. Scope: `tax_refund:write`. */
      make: this.write('POST', '/v1/tax-refund/evidence-packs'),
      /** Delete a pack whose time is over. `DELETE /v1/tax-refund/evidence-packs/{id}`. Scope: `tax_refund:write`. */
      delete: this.act('DELETE', '/v1/tax-refund/evidence-packs/{id}'),
      /** One evidence pack. `GET /v1/tax-refund/evidence-packs/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/evidence-packs/{id}'),
      /** The archive of a pack. `GET /v1/tax-refund/evidence-packs/{id}/archive`. Scope: `tax_refund:read`. */
      archive: this.get('/v1/tax-refund/evidence-packs/{id}/archive'),
      /** End the hold of a pack. `DELETE /v1/tax-refund/evidence-packs/{id}/legal-hold`. Scope: `tax_refund:write`. */
      release: this.act('DELETE', '/v1/tax-refund/evidence-packs/{id}/legal-hold'),
      /** Keep a pack whatever its retention says. `PUT /v1/tax-refund/evidence-packs/{id}/legal-hold`. Scope: `tax_refund:write`. */
      hold: this.write('PUT', '/v1/tax-refund/evidence-packs/{id}/legal-hold'),
      /** Hold an archive against its pack. `GET /v1/tax-refund/evidence-packs/{id}/verification`. Scope: `tax_refund:read`. */
      verification: this.read('/v1/tax-refund/evidence-packs/{id}/verification'),
    },
    evidenceVerifications: {
      /** Say what a file is, and whether it is unchanged. `POST /v1/tax-refund/evidence-verifications`. Scope: `tax_refund:read`. */
      verify: this.write('POST', '/v1/tax-refund/evidence-verifications'),
    },
    filingBatches: {
      /** The batches of claims. `GET /v1/tax-refund/filing-batches`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/filing-batches'),
      /** One batch. `GET /v1/tax-refund/filing-batches/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/filing-batches/{id}'),
      /** File a batch with the tax bureau. `POST /v1/tax-refund/filing-batches/{id}/filing`. Scope: `tax_refund:write`. */
      file: this.act('POST', '/v1/tax-refund/filing-batches/{id}/filing'),
      /** An official table of a batch as a file. `GET /v1/tax-refund/filing-batches/{id}/tables/{table}`. Scope: `tax_refund:read`. */
      tables: this.read('/v1/tax-refund/filing-batches/{id}/tables/{table}'),
    },
    filingPolicy: {
      /** How claims are filed. `GET /v1/tax-refund/filing-policy`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/filing-policy'),
      /** File claims at once, or in batches. `PUT /v1/tax-refund/filing-policy`. Scope: `tax_refund:write`. */
      set: this.write('PUT', '/v1/tax-refund/filing-policy'),
    },
    forecast: {
      /** When refunds are likely to be paid, by week. `GET /v1/tax-refund/forecast`. Scope: `tax_refund:read`. */
      get: this.read('/v1/tax-refund/forecast'),
    },
    invoiceImports: {
      /** Record VAT invoices from a table. `POST /v1/tax-refund/invoice-imports`. Scope: `bulk:write`. */
      import: this.write('POST', '/v1/tax-refund/invoice-imports'),
    },
    invoiceIssuers: {
      /** The issuers of invoices. `GET /v1/tax-refund/invoice-issuers`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/invoice-issuers'),
      /** Have an issuer of invoices reviewed. `POST /v1/tax-refund/invoice-issuers`. Scope: `tax_refund:write`. */
      enter: this.write('POST', '/v1/tax-refund/invoice-issuers'),
      /** One review of an issuer. `GET /v1/tax-refund/invoice-issuers/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/invoice-issuers/{id}'),
      /** Approve an issuer. `POST /v1/tax-refund/invoice-issuers/{id}/approval`. Scope: `tax_refund:write`. */
      approve: this.write('POST', '/v1/tax-refund/invoice-issuers/{id}/approval'),
      /** What an issuer invoiced in a year, beside what it can make. `GET /v1/tax-refund/invoice-issuers/{id}/capacity`. Scope: `tax_refund:read`. */
      capacity: this.read('/v1/tax-refund/invoice-issuers/{id}/capacity'),
      /** Refuse an issuer. `POST /v1/tax-refund/invoice-issuers/{id}/refusal`. Scope: `tax_refund:write`. */
      refuse: this.write('POST', '/v1/tax-refund/invoice-issuers/{id}/refusal'),
      /** Take an approval back. `POST /v1/tax-refund/invoice-issuers/{id}/revocation`. Scope: `tax_refund:write`. */
      revoke: this.write('POST', '/v1/tax-refund/invoice-issuers/{id}/revocation'),
    },
    invoicePolicy: {
      /** What is asked of invoices. `GET /v1/tax-refund/invoice-policy`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/invoice-policy'),
      /** Say what is asked of invoices. `PUT /v1/tax-refund/invoice-policy`. Scope: `tax_refund:write`. */
      set: this.write('PUT', '/v1/tax-refund/invoice-policy'),
    },
    invoices: {
      /** The VAT invoices. `GET /v1/tax-refund/invoices`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/invoices'),
      /** Record a VAT invoice. `POST /v1/tax-refund/invoices`. Scope: `tax_refund:write`. */
      record: this.write('POST', '/v1/tax-refund/invoices'),
      /** One VAT invoice. `GET /v1/tax-refund/invoices/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/invoices/{id}'),
      /** Say which order an invoice belongs to. `POST /v1/tax-refund/invoices/{id}/assignment`. Scope: `tax_refund:write`. */
      assign: this.write('POST', '/v1/tax-refund/invoices/{id}/assignment'),
      /** Take an invoice out of use. `POST /v1/tax-refund/invoices/{id}/cancellation`. Scope: `tax_refund:write`. */
      cancel: this.write('POST', '/v1/tax-refund/invoices/{id}/cancellation'),
      /** Ask again whether an invoice is genuine. `POST /v1/tax-refund/invoices/{id}/verification`. Scope: `tax_refund:write`. */
      verify: this.act('POST', '/v1/tax-refund/invoices/{id}/verification'),
    },
    matchRows: {
      /** Bring rows to match. `POST /v1/tax-refund/match-rows`. Scope: `tax_refund:write`. */
      upload: this.write('POST', '/v1/tax-refund/match-rows'),
      template: {
        /** The columns of a table of rows. `GET /v1/tax-refund/match-rows/template`. Scope: `tax_refund:read`. */
        get: this.read('/v1/tax-refund/match-rows/template'),
      },
    },
    matchRules: {
      /** What is matched by, beside the law. `GET /v1/tax-refund/match-rules`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/match-rules'),
      /** Set what is matched by. `PUT /v1/tax-refund/match-rules`. Scope: `tax_refund:write`. */
      set: this.write('PUT', '/v1/tax-refund/match-rules'),
    },
    matchRuns: {
      /** Match all that is open. `POST /v1/tax-refund/match-runs`. Scope: `tax_refund:write`. */
      start: this.act('POST', '/v1/tax-refund/match-runs'),
      /** One run. `GET /v1/tax-refund/match-runs/{id}`. Scope: `tax_refund:read`. */
      get: this.get('/v1/tax-refund/match-runs/{id}'),
      /** What came of each item. `GET /v1/tax-refund/match-runs/{id}/results`. Scope: `tax_refund:read`. */
      results: this.read('/v1/tax-refund/match-runs/{id}/results'),
    },
    periods: {
      /** The tax periods of the manufacturers. `GET /v1/tax-refund/periods`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/periods'),
      /** Give a manufacturer's VAT figures of a month. `PUT /v1/tax-refund/periods/{period}`. Scope: `tax_refund:write`. */
      declare: this.write('PUT', '/v1/tax-refund/periods/{period}'),
      /** What a manufacturer's month comes to, and what goes over into the next. `GET /v1/tax-refund/periods/{period}/outcome`. Scope: `tax_refund:read`. */
      outcome: this.read('/v1/tax-refund/periods/{period}/outcome'),
    },
    preMatches: {
      /** Match before the goods leave. `POST /v1/tax-refund/pre-matches`. Scope: `tax_refund:read`. */
      pre: this.write('POST', '/v1/tax-refund/pre-matches'),
    },
    rateChanges: {
      /** The orders whose refund rates a new issue of the library changed. `GET /v1/tax-refund/rate-changes`. Scope: `tax_refund:read`. */
      list: this.list('/v1/tax-refund/rate-changes'),
    },
    rates: {
      /** The refund rate of goods on a day. `GET /v1/tax-refund/rates`. Scope: `tax_refund:read`. */
      get: this.read('/v1/tax-refund/rates'),
      history: {
        /** Every refund rate that goods have had. `GET /v1/tax-refund/rates/history`. Scope: `tax_refund:read`. */
        list: this.list('/v1/tax-refund/rates/history'),
      },
      issues: {
        /** The issues of the refund library that are on record. `GET /v1/tax-refund/rates/issues`. Scope: `tax_refund:read`. */
        list: this.list('/v1/tax-refund/rates/issues'),
      },
    },
    summary: {
      /** What refunds came to. `GET /v1/tax-refund/summary`. Scope: `tax_refund:read`. */
      get: this.read('/v1/tax-refund/summary'),
    },
  };

  readonly tenant = {
    /** Whose credential this is. `GET /v1/tenant`. Scope: `any`. */
    get: this.get('/v1/tenant'),
  };

  readonly usage = {
    /** How much you ask of the API: by day, by operation, by credential. `GET /v1/usage`. Scope: `operations:read`. */
    get: this.read('/v1/usage'),
  };

  readonly users = {
    /** People of the tenant, newest first. `GET /v1/users`. Scope: `users:read`. */
    list: this.list('/v1/users'),
    /** Invite somebody. `POST /v1/users`. Scope: `users:write`. */
    invite: this.write('POST', '/v1/users'),
    /** One user. `GET /v1/users/{id}`. Scope: `users:read`. */
    get: this.get('/v1/users/{id}'),
    /** Change name or roles. `PATCH /v1/users/{id}`. Scope: `users:write`. */
    change: this.write('PATCH', '/v1/users/{id}'),
    /** Disable a user. `POST /v1/users/{id}/disabling`. Scope: `users:write`. */
    disable: this.act('POST', '/v1/users/{id}/disabling'),
    /** Enable a user again. `POST /v1/users/{id}/enabling`. Scope: `users:write`. */
    enable: this.act('POST', '/v1/users/{id}/enabling'),
    /** Invite a user again. `POST /v1/users/{id}/invitation`. Scope: `users:write`. */
    reinvite: this.act('POST', '/v1/users/{id}/invitation'),
  };

  readonly webhooks = {
    deliveries: {
      /** What was sent, or is to be sent, to the endpoints. `GET /v1/webhooks/deliveries`. Scope: `webhooks:read`. */
      list: this.list('/v1/webhooks/deliveries'),
      /** One delivery with every attempt. `GET /v1/webhooks/deliveries/{id}`. Scope: `webhooks:read`. */
      get: this.get('/v1/webhooks/deliveries/{id}'),
      /** Send a finished delivery once more. `POST /v1/webhooks/deliveries/{id}/redelivery`. Scope: `webhooks:write`. */
      redeliver: this.act('POST', '/v1/webhooks/deliveries/{id}/redelivery'),
    },
    endpoints: {
      /** The endpoints of the tenant. `GET /v1/webhooks/endpoints`. Scope: `webhooks:read`. */
      list: this.list('/v1/webhooks/endpoints'),
      /** Have events sent to a URL. `POST /v1/webhooks/endpoints`. Scope: `webhooks:write`. */
      create: this.write('POST', '/v1/webhooks/endpoints'),
      /** Send nothing more to an endpoint. `DELETE /v1/webhooks/endpoints/{id}`. Scope: `webhooks:write`. */
      remove: this.act('DELETE', '/v1/webhooks/endpoints/{id}'),
      /** One endpoint. `GET /v1/webhooks/endpoints/{id}`. Scope: `webhooks:read`. */
      get: this.get('/v1/webhooks/endpoints/{id}'),
      /** Change an endpoint, or switch it on or off. `PATCH /v1/webhooks/endpoints/{id}`. Scope: `webhooks:write`. */
      update: this.write('PATCH', '/v1/webhooks/endpoints/{id}'),
      /** Send events to an endpoint once more. `POST /v1/webhooks/endpoints/{id}/replays`. Scope: `webhooks:write`. */
      replay: this.write('POST', '/v1/webhooks/endpoints/{id}/replays'),
      /** Replace the signing secret without a gap. `POST /v1/webhooks/endpoints/{id}/secret-rotation`. Scope: `webhooks:write`. */
      rotate: this.write('POST', '/v1/webhooks/endpoints/{id}/secret-rotation'),
      /** How an endpoint does. `GET /v1/webhooks/endpoints/{id}/statistics`. Scope: `webhooks:read`. */
      statistics: this.read('/v1/webhooks/endpoints/{id}/statistics'),
      /** Send a sample to an endpoint. `POST /v1/webhooks/endpoints/{id}/test`. Scope: `webhooks:write`. */
      test: this.write('POST', '/v1/webhooks/endpoints/{id}/test'),
    },
    replays: {
      /** Replays and how far they are. `GET /v1/webhooks/replays`. Scope: `webhooks:read`. */
      list: this.list('/v1/webhooks/replays'),
      /** One replay. `GET /v1/webhooks/replays/{id}`. Scope: `webhooks:read`. */
      get: this.get('/v1/webhooks/replays/{id}'),
    },
  };
}

/** By the prefix of its id, where a resource is read. */
export const READ_AT = {
  "key": [
    "/v1/api-keys/{id}"
  ],
  "apl": [
    "/v1/approval-policies/{id}"
  ],
  "apr": [
    "/v1/approvals/{id}"
  ],
  "bmd": [
    "/v1/customs/broker-mandates/{id}"
  ],
  "cbm": [
    "/v1/customs/ceb/messages/{id}"
  ],
  "dec": [
    "/v1/customs/declarations/{id}",
    "/v1/customs/import-declarations/{id}"
  ],
  "ecp": [
    "/v1/customs/ecommerce-profiles/{id}"
  ],
  "itr": [
    "/v1/customs/import-tax-refunds/{id}"
  ],
  "ofl": [
    "/v1/customs/order-filings/{id}"
  ],
  "owl": [
    "/v1/customs/overseas-lots/{id}"
  ],
  "opr": [
    "/v1/operations/{id}"
  ],
  "pfl": [
    "/v1/customs/parcel-filings/{id}"
  ],
  "psm": [
    "/v1/customs/parcel-summaries/{id}"
  ],
  "ptb": [
    "/v1/customs/parcel-tax-bills/{id}"
  ],
  "pcl": [
    "/v1/customs/parcels/{id}"
  ],
  "txb": [
    "/v1/customs/tax-bills/{id}"
  ],
  "evc": [
    "/v1/event-consumers/{id}"
  ],
  "evt": [
    "/v1/events/{id}"
  ],
  "adv": [
    "/v1/financing/advances/{id}"
  ],
  "lag": [
    "/v1/financing/agreements/{id}"
  ],
  "ras": [
    "/v1/financing/assignments/{id}"
  ],
  "bul": [
    "/v1/financing/buyer-limits/{id}"
  ],
  "lim": [
    "/v1/financing/credit-limits/{id}"
  ],
  "dsp": [
    "/v1/financing/disputes/{id}"
  ],
  "lxt": [
    "/v1/financing/extensions/{id}"
  ],
  "gcl": [
    "/v1/financing/guarantee-calls/{id}"
  ],
  "ggp": [
    "/v1/financing/guarantee-groups/{id}"
  ],
  "isc": [
    "/v1/financing/insurance-claims/{id}"
  ],
  "isp": [
    "/v1/financing/insurance-policies/{id}"
  ],
  "lcn": [
    "/v1/financing/lender-consents/{id}",
    "/v1/lender/consents/{id}"
  ],
  "rcc": [
    "/v1/financing/recourse-claims/{id}"
  ],
  "scr": [
    "/v1/financing/scores/{id}"
  ],
  "sng": [
    "/v1/financing/screenings/{id}"
  ],
  "shd": [
    "/v1/financing/shipment-declarations/{id}"
  ],
  "wrc": [
    "/v1/financing/warehouse-receipts/{id}"
  ],
  "lwo": [
    "/v1/financing/write-offs/{id}"
  ],
  "bkg": [
    "/v1/freight/bookings/{id}"
  ],
  "frc": [
    "/v1/freight/comparisons/{id}"
  ],
  "csg": [
    "/v1/freight/consignments/{id}"
  ],
  "asn": [
    "/v1/freight/inbound-notices/{id}"
  ],
  "obo": [
    "/v1/freight/outbound-orders/{id}"
  ],
  "frq": [
    "/v1/freight/quotes/{id}"
  ],
  "frt": [
    "/v1/freight/rates/{id}"
  ],
  "sin": [
    "/v1/freight/shipping-instructions/{id}"
  ],
  "sct": [
    "/v1/freight/stock-counts/{id}"
  ],
  "slt": [
    "/v1/freight/stock-lots/{id}"
  ],
  "frf": [
    "/v1/freight/tariffs/{id}"
  ],
  "trd": [
    "/v1/freight/transport-documents/{id}"
  ],
  "vgm": [
    "/v1/freight/vgm-declarations/{id}"
  ],
  "wsk": [
    "/v1/freight/warehouse-skus/{id}"
  ],
  "wst": [
    "/v1/freight/warehouse-statements/{id}"
  ],
  "wtf": [
    "/v1/freight/warehouse-tariffs/{id}"
  ],
  "wrh": [
    "/v1/freight/warehouses/{id}"
  ],
  "bkf": [
    "/v1/fx/bank-files/{id}"
  ],
  "bop": [
    "/v1/fx/bop-declarations/{id}"
  ],
  "txp": [
    "/v1/fx/clawback-payments/{id}",
    "/v1/fx/tax-payments/{id}"
  ],
  "crf": [
    "/v1/fx/collection-refunds/{id}"
  ],
  "col": [
    "/v1/fx/collections/{id}"
  ],
  "cfi": [
    "/v1/fx/contract-files/{id}"
  ],
  "cvc": [
    "/v1/fx/conversion-changes/{id}"
  ],
  "cnv": [
    "/v1/fx/conversions/{id}"
  ],
  "ccl": [
    "/v1/fx/currency-control-letters/{id}"
  ],
  "ccm": [
    "/v1/fx/currency-control-messages/{id}"
  ],
  "dpu": [
    "/v1/fx/dues-purchases/{id}"
  ],
  "ecl": [
    "/v1/fx/enterprise-classes/{id}"
  ],
  "fwq": [
    "/v1/fx/forward-quotes/{id}"
  ],
  "fwt": [
    "/v1/fx/forward-terms/{id}"
  ],
  "fwd": [
    "/v1/fx/forwards/{id}"
  ],
  "fur": [
    "/v1/fx/funds-reviews/{id}"
  ],
  "icv": [
    "/v1/fx/interest-curves/{id}"
  ],
  "mgc": [
    "/v1/fx/margin-calls/{id}"
  ],
  "fmu": [
    "/v1/fx/mark-ups/{id}"
  ],
  "pba": [
    "/v1/fx/payout-batches/{id}"
  ],
  "pay": [
    "/v1/fx/payouts/{id}"
  ],
  "fxq": [
    "/v1/fx/quotes/{id}"
  ],
  "rgc": [
    "/v1/fx/registered-contracts/{id}"
  ],
  "rvl": [
    "/v1/fx/revaluations/{id}"
  ],
  "bkr": [
    "/v1/fx/statements/{id}"
  ],
  "tbc": [
    "/v1/fx/trade-checks/{id}"
  ],
  "tcr": [
    "/v1/fx/trade-credit-reports/{id}"
  ],
  "trf": [
    "/v1/ledger/transfers/{id}"
  ],
  "lcv": [
    "/v1/lender/covenants/{id}"
  ],
  "lln": [
    "/v1/lender/loans/{id}"
  ],
  "mdt": [
    "/v1/mandates/{id}"
  ],
  "cli": [
    "/v1/oauth-clients/{id}"
  ],
  "dlq": [
    "/v1/operations/dead-letters/{id}"
  ],
  "ord": [
    "/v1/orders/{id}"
  ],
  "pty": [
    "/v1/parties/{id}"
  ],
  "prd": [
    "/v1/products/{id}"
  ],
  "req": [
    "/v1/request-log/{id}"
  ],
  "cka": [
    "/v1/sandbox/clock/advances/{id}"
  ],
  "scn": [
    "/v1/sandbox/scenarios/{id}"
  ],
  "sim": [
    "/v1/sandbox/simulations/{id}"
  ],
  "abn": [
    "/v1/tax-refund/abnormal-entries/{id}"
  ],
  "agy": [
    "/v1/tax-refund/agency-agreements/{id}"
  ],
  "agc": [
    "/v1/tax-refund/agency-certificates/{id}"
  ],
  "cal": [
    "/v1/tax-refund/calendar-subscriptions/{id}"
  ],
  "clm": [
    "/v1/tax-refund/claims/{id}"
  ],
  "ctv": [
    "/v1/tax-refund/consumption-tax-vouchers/{id}"
  ],
  "ddl": [
    "/v1/tax-refund/deadlines/{id}"
  ],
  "dim": [
    "/v1/tax-refund/declaration-imports/{id}"
  ],
  "evd": [
    "/v1/tax-refund/evidence-documents/{id}"
  ],
  "evp": [
    "/v1/tax-refund/evidence-packs/{id}"
  ],
  "fbt": [
    "/v1/tax-refund/filing-batches/{id}"
  ],
  "iss": [
    "/v1/tax-refund/invoice-issuers/{id}"
  ],
  "inv": [
    "/v1/tax-refund/invoices/{id}"
  ],
  "usr": [
    "/v1/users/{id}"
  ],
  "whd": [
    "/v1/webhooks/deliveries/{id}"
  ],
  "whe": [
    "/v1/webhooks/endpoints/{id}"
  ],
  "whr": [
    "/v1/webhooks/replays/{id}"
  ]
} as const;
