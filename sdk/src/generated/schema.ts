// Written from docs/openapi.json by `npm run sdk:generate`; changed there, not here.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that access tokens are signed with
         * @description A JSON Web Key Set (RFC 7517). No key is needed.
         */
        get: operations["getJwks"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/oauth-authorization-server": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What OAuth offers here
         * @description Authorization server metadata (RFC 8414), for client libraries. No key is needed.
         */
        get: operations["getAuthorizationServer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/.well-known/webhook-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The keys that webhooks are signed with (`v1a`)
         * @description A JSON Web Key Set (RFC 7517), each also as Standard Webhooks writes it. No key is needed.
         */
        get: operations["getWebhookKeys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/oauth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Get an access token by client credentials
         * @description OAuth 2.0 (RFC 6749, 4.4). The client proves itself by HTTP Basic (`client_secret_basic`) or in the form (`client_secret_post`); `scope` narrows what the token may do. Errors have the form of that RFC; a request that is none, or speaks an unknown version of the API, gets a problem as everywhere.
         */
        post: operations["issueToken"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Keys of the tenant, newest first
         * @description Without their secrets: those are not kept.
         *
         *     Scope: `keys:read`
         */
        get: operations["listApiKeys"];
        put?: never;
        /**
         * Make a key
         * @description The secret is in this answer and nowhere else. A key can give no more rights than it has. It may be bound to networks, and to signed requests (RFC 9421).
         *
         *     Scope: `keys:write`
         */
        post: operations["makeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One key
         * @description Also one that was revoked or has expired. Without its secret.
         *
         *     Scope: `keys:read`
         */
        get: operations["getApiKey"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a key
         * @description It is refused from now on. Processes hear of it within moments, and within two seconds where the news is lost. This cannot be undone.
         *
         *     Scope: `keys:write`
         */
        post: operations["revokeApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/api-keys/{id}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace a key without a gap
         * @description Makes a new key with the same name, rights, networks, signature key and version of the API. The old one works until the instant you name, so that every client can change over; then it ends. A key is rotated once: two live beside one another, never three.
         *
         *     Scope: `keys:write`
         */
        post: operations["rotateApiKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approval-policies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What needs a second person
         * @description Newest first, those that have ended among them. Of each command one is in force at most.
         *
         *     Scope: `approvals:read`
         */
        get: operations["listApprovalPolicies"];
        put?: never;
        /**
         * Ask for a second person
         * @description From now on this command needs approval above the limit, whoever or whatever gives it. Only an owner of the tenant, signed in, can; no key or client is given this scope.
         *
         *     Scope: `approvals:write`
         */
        post: operations["makeApprovalPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approval-policies/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One policy
         * @description As it now stands.
         *
         *     Scope: `approvals:read`
         */
        get: operations["getApprovalPolicy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a policy
         * @description Holds at once, for what is asked for from now on; what waits already keeps the terms it was asked under. What loosens says so in the audit.
         *
         *     Scope: `approvals:write`
         */
        patch: operations["changeApprovalPolicy"];
        trace?: never;
    };
    "/v1/approval-policies/{id}/termination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a policy
         * @description The command needs nobody from now on. What waits already goes on waiting, until it is asked for anew.
         *
         *     Scope: `approvals:write`
         */
        post: operations["endApprovalPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What waits for a second person, and what did
         * @description Newest first. `state=pending` is the list to work through.
         *
         *     Scope: `approvals:read`
         */
        get: operations["listApprovals"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One request
         * @description What exactly would be done, who asked, who has said what, and until when it can be decided.
         *
         *     Scope: `approvals:read`
         */
        get: operations["getApproval"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/approval": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Approve
         * @description For a person of the tenant who has one of `roles` and is not behind the command. With the last approval needed the step is taken by itself, once, provided that it is still what was approved.
         *
         *     Scope: `approvals:decide`
         */
        post: operations["approveRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refuse
         * @description The first person who refuses decides. What waited shows the reason, and can be asked for anew.
         *
         *     Scope: `approvals:decide`
         */
        post: operations["refuseRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/approvals/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a request back
         * @description For whoever asked, or is behind the key or client that did.
         *
         *     Scope: `approvals:request`
         */
        post: operations["withdrawRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/records": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who did what, newest first
         * @description Every change of state, with its actor; where a credential of another tenant acted for this one, also with that tenant and the mandate. Lines are never changed or deleted. Filters go together.
         *
         *     Scope: `audit:read`
         */
        get: operations["listAuditRecords"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit/verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that the audit was not tampered with
         * @description Every line is linked to the one before it by SHA-256. This recomputes the whole chain and says whether it holds, or where it first breaks.
         *
         *     Scope: `audit:read`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        get: operations["verifyAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/batches": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give one command for many items
         * @description Any POST that makes something, except those whose answer shows a secret. The credential needs the scope of that command too, and must be good until the end: once it is revoked, what is left fails. Each item is a command of its own, with everything it has by itself, and is done once however often it is tried. Follow `/v1/operations/{id}`. Of one tenant one batch is worked at a time.
         *
         *     Scope: `bulk:write`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        post: operations["createBatch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/customs/declared-weight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Weight as a declaration shows it
         * @description Under a kilogram: two decimals from 2024-04-10, before as one kilogram. More stays as it is.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateDeclaredWeight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/customs/import-tax": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Duty, consumption tax and VAT of a general-trade import
         * @description Ad valorem, in CNY; the anti-dumping duty is part of the base of the other taxes.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateImportTax"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/financing/factoring": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Advance, reserve and settlement of a factored invoice
         * @description The advance is rounded down; fee and interest come out of what the buyer pays.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateFactoring"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/financing/interest": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Simple interest over one or more periods
         * @description Actual days, the first counts and the last does not; ACT/360, or ACT/365 for GBP and HKD. Rounded once.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateInterest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/freight/chargeable-weight": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Weight that air freight and couriers charge
         * @description The greater of gross and volumetric weight, up to the next step. Volume is not rounded per piece.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateChargeableWeight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/freight/revenue-tons": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * LCL sea freight by revenue ton (W/M)
         * @description A ton or a cubic metre, whichever is more; each piece is rounded to 0.001 m³ before the sum.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateRevenueTons"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/fx/conversion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Conversion at a bank's board
         * @description Who sells foreign currency gets the buying price, who buys it pays the selling price; per 100 units unless told otherwise. Half up, once, at the scale of the answer.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateConversion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/fx/forward-rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Forward rate by covered interest parity
         * @description Simple interest on both sides, each on the day basis of its currency; half up to eight decimals.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateForwardRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/fx/small-seller-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Whether a small cross-border seller needs registration with SAFE (名录)
         * @description Exempt below USD 180,000.00 a year, warned to 200,000.00 inclusive, to be registered above.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateSmallSellerStatus"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/fx/trade-credit-reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Which advances and deferrals SAFE must be told of, and by when
         * @description Thresholds by class of the enterprise, all exclusive; 30 days from the payment or shipment.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateTradeCreditReports"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/identifiers/bic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Bank identifier (ISO 9362)
         * @description Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, `valid: false` and the first reason that applies. There is no check digit.
         *
         *     Scope: `calculations:use`
         */
        post: operations["checkBic"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/identifiers/container-size-type": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Container size-type code (ISO 6346)
         * @description Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, `valid: false` and the first reason that applies.
         *
         *     Scope: `calculations:use`
         */
        post: operations["readContainerSizeType"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/identifiers/customs-declaration-number": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Customs declaration number (报关单号), 18 or 21 digits
         * @description Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, `valid: false` and the first reason that applies. There is no check digit.
         *
         *     Scope: `calculations:use`
         */
        post: operations["readDeclarationNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/identifiers/iban": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * International account number (ISO 13616)
         * @description Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, `valid: false` and the first reason that applies.
         *
         *     Scope: `calculations:use`
         */
        post: operations["checkIban"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/identifiers/imo": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * IMO ship number
         * @description Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, `valid: false` and the first reason that applies.
         *
         *     Scope: `calculations:use`
         */
        post: operations["checkImoNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/identifiers/iso6346": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Container number (ISO 6346)
         * @description Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, `valid: false` and the first reason that applies.
         *
         *     Scope: `calculations:use`
         */
        post: operations["checkContainerNumber"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/identifiers/lei": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Legal entity identifier (ISO 17442)
         * @description Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, `valid: false` and the first reason that applies.
         *
         *     Scope: `calculations:use`
         */
        post: operations["checkLei"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/identifiers/uscc": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unified social credit code (GB 32100-2015)
         * @description Blanks and hyphens are dropped and letters made capital first. A code that is not valid is answered with 200, `valid: false` and the first reason that applies. Some codes of the early pilot are in force and fail the check: treat it as a warning.
         *
         *     Scope: `calculations:use`
         */
        post: operations["checkUscc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/margin/exchange-cost": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * What one unit of foreign currency costs (换汇成本)
         * @description Purchase with VAT and fees, less the refund, over the FOB value; with a buying rate also the profit.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateExchangeCost"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/pricing/cif": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * CIF, CFR and FOB from one another
         * @description The premium is on the insured value, which is a multiple of the CIF value itself.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateCif"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/tax-refund/agency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund that the platform files for a manufacturer (代办退税)
         * @description The amount of the special invoice is the FOB value in CNY itself, not divided by 1 + VAT rate.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateAgencyRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/tax-refund/deadlines": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Days by which an export must be collected and filed
         * @description Plain calendar days; nothing is moved for weekends or holidays.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateRefundDeadlines"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/tax-refund/manufacturer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund of a manufacturer for a tax period (免抵退税)
         * @description The refund is the lower of the credit left at the end of the period and the ceiling 免抵退税额; what the ceiling exceeds it by is set off against domestic VAT.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateManufacturerRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/tax-refund/rate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Export refund rate by goods and export date
         * @description The date is the export date printed on the declaration. The longest prefix of the HS code decides.
         *
         *     Scope: `calculations:use`
         */
        post: operations["findRefundRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calculations/tax-refund/trading": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Refund of a trading company (免退税)
         * @description Purchase amount without VAT × the lower of refund rate and VAT rate, per item, half up to the fen, then summed. The export price and the exchange rate play no part.
         *
         *     Scope: `calculations:use`
         */
        post: operations["calculateTradingRefund"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/catalogue/refund-rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export refund rates, with the days they hold and the notice that set them
         * @description The table that claims, margins and `POST /v1/calculations/tax-refund/rate` take their rates from. With `hsCode` and `on`, the export date of the declaration, it is the one rate that counts, or none where the table does not say. Filters go together.
         *
         *     Scope: `catalogue:read`
         */
        get: operations["listRefundRates"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/changelog": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every change of the API, newest first
         * @description What a client may newly do, what looks different, what will end and what is gone, in English and Chinese. No key is needed.
         */
        get: operations["listChanges"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/broker-mandate-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether a broker's mandate is required
         * @description Of a live tenant always. Of a sandbox tenant only once it has asked for it.
         *
         *     Scope: `customs:read`
         */
        get: operations["readBrokerMandatePolicy"];
        /**
         * Require a broker's mandate, or not
         * @description In a sandbox tenant: with it, declarations pass the gate of live operation. A mandate that was there and has ended keeps them back either way.
         *
         *     Scope: `customs:write`
         */
        put: operations["setBrokerMandatePolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/broker-mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The brokers' mandates
         * @description Newest first, those that have ended among them.
         *
         *     Scope: `customs:read`
         */
        get: operations["listBrokerMandates"];
        put?: never;
        /**
         * Entrust a customs broker
         * @description Enters the mandate of a seller (代理报关委托书): who declares, for which customs offices and supervision modes, from when to when. It lets nobody declare before it is accepted.
         *
         *     Scope: `customs:write`
         */
        post: operations["offerBrokerMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/broker-mandates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One broker's mandate
         * @description Who entrusts whom, with what, and how that stands.
         *
         *     Scope: `customs:read`
         */
        get: operations["getBrokerMandate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/broker-mandates/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The broker accepts
         * @description From its first day on the broker may declare for the seller, within the limits of the mandate.
         *
         *     Scope: `customs:write`
         */
        post: operations["acceptBrokerMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/broker-mandates/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every step of a broker's mandate
         * @description Who did what and when, as the audit has it: the names of both sides stand in each line. Newest first.
         *
         *     Scope: `customs:read`
         */
        get: operations["traceBrokerMandate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/broker-mandates/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * The broker will not
         * @description The offer comes to nothing.
         *
         *     Scope: `customs:write`
         */
        post: operations["refuseBrokerMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/broker-mandates/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a broker's mandate
         * @description Or take an offer back. Nothing more is sent to customs under it, not even what was submitted a moment ago; what customs has goes on, and the audit of each says so.
         *
         *     Scope: `customs:write`
         */
        post: operations["revokeBrokerMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/ceb/conversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * A message of cross-border e-commerce, from XML to JSON or back, and what is wrong with it
         * @description Held against the layout of the official schema (2022-05) with all findings at once; what is valid is written as the exchange takes it. Signatures are kept as they are and not verified. Nothing is stored.
         *
         *     Scope: `calculations:use`
         */
        post: operations["convertCebMessage"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/ceb/mappings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every message of cross-border e-commerce
         * @description Of exports and imports, as of 2022-05.
         *
         *     Scope: `calculations:use`
         */
        get: operations["listCebMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/ceb/mappings/{message}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Where each value of a message stands in XML and in JSON, and what may stand there
         * @description In the order in which the elements must stand.
         *
         *     Scope: `calculations:use`
         */
        get: operations["getCebMapping"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/declarations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The export declarations
         * @description Newest first, without their items.
         *
         *     Scope: `customs:read`
         */
        get: operations["listDeclarations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/declarations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One declaration
         * @description The whole form, what is wrong with it, where it stands, and its FOB value by item.
         *
         *     Scope: `customs:read`
         */
        get: operations["getDeclaration"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Complete or mend a declaration
         * @description While it is a draft, blocked or rejected. Every rule is tried again. A draft that lacks nothing any more is declared at once; what customs sent back waits for its resubmission.
         *
         *     Scope: `customs:write`
         */
        patch: operations["correctDeclaration"];
        trace?: never;
    };
    "/v1/customs/declarations/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a declaration up
         * @description Before it is declared, or after customs sent it back. What is with customs cannot be cancelled here.
         *
         *     Scope: `customs:write`
         */
        post: operations["cancelDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/declarations/{id}/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was declared
         * @description The message of every attempt word for word, with the answer to it. Newest first.
         *
         *     Scope: `customs:read`
         */
        get: operations["listDeclarationMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/declarations/{id}/receipts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What customs said
         * @description Every receipt word for word, with what it did. Newest first.
         *
         *     Scope: `customs:read`
         */
        get: operations["listDeclarationReceipts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/declarations/{id}/resubmission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare again what customs sent back
         * @description Mend it by PATCH first. A new attempt with a new message; the old one stays on record.
         *
         *     Scope: `customs:write`
         */
        post: operations["resubmitDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/declarations/{id}/submission": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Declare
         * @description Needed only where freight is booked elsewhere, with the transport in the body unless a PATCH gave it. With `dryRun` the message is written and every field of it checked, and nothing is kept or sent.
         *
         *     Scope: `customs:write`
         */
        post: operations["submitDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/customs/declarations/{id}/validation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try every rule again
         * @description Against today's rules and code tables. Errors block a draft; a blocked one without errors is a draft again.
         *
         *     Scope: `customs:write`
         */
        post: operations["validateDeclaration"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/errors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every problem the API can answer with
         * @description The catalogue in English and Chinese. No key is needed.
         */
        get: operations["listErrors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/errors/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What one problem means and how to mend it
         * @description This is where the `type` of every problem points. No key is needed.
         */
        get: operations["getError"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-consumers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The consumers of the tenant, and how far behind each is
         * @description Newest first.
         *
         *     Scope: `events:read`
         */
        get: operations["listEventConsumers"];
        put?: never;
        /**
         * Have a place in the feed kept
         * @description For a program that reads events batch by batch and does not want to remember how far it has come.
         *
         *     Scope: `events:write`
         */
        post: operations["createEventConsumer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-consumers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One consumer
         * @description With how many events it has not acknowledged.
         *
         *     Scope: `events:read`
         */
        get: operations["getEventConsumer"];
        put?: never;
        post?: never;
        /**
         * Forget a consumer and its place
         * @description Its name may be given anew. The events stay.
         *
         *     Scope: `events:write`
         */
        delete: operations["removeEventConsumer"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-consumers/{id}/acknowledgement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say up to which event all is done
         * @description The consumer goes on after it. One that comes before its place changes nothing: repeats do no harm.
         *
         *     Scope: `events:write`
         */
        post: operations["acknowledgeEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-consumers/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The next events of a consumer
         * @description The same again until they are acknowledged, so that none is lost when the reader dies: each comes at least once. A consumer that fell behind by more than 90 days is told so, and goes on after a reset.
         *
         *     Scope: `events:read`
         */
        get: operations["nextEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-consumers/{id}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put a consumer at another place
         * @description Forward or back, as at its creation: to read again, or to go on after it fell behind.
         *
         *     Scope: `events:write`
         */
        post: operations["resetEventConsumer"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every type of event, and what raises it
         * @description Each is a possible filter of a webhook endpoint. New types may appear at any time.
         *
         *     Scope: `events:read`
         */
        get: operations["listEventTypes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/event-types/{type}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One type of event: schema, example, triggers
         * @description The schema is JSON Schema 2020-12, of the whole event as it is sent; every event is held against it.
         *
         *     Scope: `events:read`
         */
        get: operations["getEventType"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every event of the last 90 days, in order
         * @description The same JSON as the webhooks. Read on from the last event you have seen with `after`: an event never appears later before one that you have already read.
         *
         *     Scope: `events:read`
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One event
         * @description As it was sent to the webhook endpoints.
         *
         *     Scope: `events:read`
         */
        get: operations["getEvent"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/financing/advances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The advances of the tenant
         * @description Newest first, by order or state.
         *
         *     Scope: `financing:read`
         */
        get: operations["listAdvances"];
        put?: never;
        /**
         * Ask for an advance on the refund of an order
         * @description Orders that are placed with `refund.advance: true` need no such call. The limit is reserved and the lender asked; the bank lends, the platform informs and collects. With `dryRun=true` the amount and the terms are worked out only.
         *
         *     Scope: `financing:write`
         */
        post: operations["requestAdvance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/financing/advances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One advance, with the interest run up to today
         * @description Interest runs daily on what is still owed: the first day counts, the last does not.
         *
         *     Scope: `financing:read`
         */
        get: operations["getAdvance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/financing/advances/{id}/calculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the amount was worked out, and what was paid back
         * @description The rule, its wording, every step, and every repayment.
         *
         *     Scope: `financing:read`
         */
        get: operations["getAdvanceCalculation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/financing/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What each client may owe, owes, and may still draw
         * @description Reserved on application, used on draw, restored on repayment.
         *
         *     Scope: `financing:read`
         */
        get: operations["listFinancingLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/financing/products": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What lenders offer, and on which terms
         * @description Every product with its price and the time it is offered.
         *
         *     Scope: `financing:read`
         */
        get: operations["listFinancingProducts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/financing/waterfalls": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every receipt and what became of it
         * @description Fees, penalty, interest, principal, other dues, and what the SME gets; newest first.
         *
         *     Scope: `financing:read`
         */
        get: operations["listWaterfalls"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/bookings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bookings, newest first
         * @description By state, order, or either number. Filters go together.
         *
         *     Scope: `freight:read`
         */
        get: operations["listBookings"];
        put?: never;
        /**
         * Book space on a ship
         * @description Orders with `freight.by` = `platform` are quoted and booked by themselves when they are placed; this is for booking again after a rejection. The carrier answers by `freight.booking.confirmed` or `….rejected`.
         *
         *     Scope: `freight:write`
         */
        post: operations["bookFreight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/bookings/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One booking
         * @description With ship, cut-offs, departure and arrival as planned, estimated and actual.
         *
         *     Scope: `freight:read`
         */
        get: operations["getBooking"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/bookings/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Ask the carrier to cancel a booking
         * @description Before the confirmation it holds as soon as the carrier has it; after it, the carrier may decline, mostly because the goods are loaded. Told by `freight.booking.cancelled` or `….cancellation_declined`.
         *
         *     Scope: `freight:write`
         */
        post: operations["cancelBooking"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/bookings/{id}/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Milestones of a shipment, oldest first
         * @description DCSA Track & Trace events as the carrier told them: planned, estimated and actual ones side by side, also those that it took back.
         *
         *     Scope: `freight:read`
         */
        get: operations["listMilestones"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Freight quotes, newest first
         * @description By order, reference or mode.
         *
         *     Scope: `freight:read`
         */
        get: operations["listFreightQuotes"];
        put?: never;
        /**
         * Price a sea shipment
         * @description FCL by container, LCL by revenue ton, with every charge by itself. Give the shipment, or an `orderId` alone to take it from the order. Your own rates count before the platform's sample tariff. Currencies are never mixed.
         *
         *     Scope: `freight:write`
         */
        post: operations["quoteFreight"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One freight quote
         * @description With every charge. `expired` once `validUntil` has passed unused.
         *
         *     Scope: `freight:read`
         */
        get: operations["getFreightQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/quotes/{id}/calculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a freight quote was worked out
         * @description The rule, its version, and every step with its figures and the rate behind it.
         *
         *     Scope: `freight:read`
         */
        get: operations["getFreightQuoteCalculation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/rates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The rate table
         * @description Your own rates and the platform's sample tariff. Filters go together.
         *
         *     Scope: `freight:read`
         */
        get: operations["listFreightRates"];
        put?: never;
        /**
         * Add a freight rate of your own
         * @description It counts before the shared one for the same charge, from its first day of departure on. A rate is never changed: withdraw it and add another.
         *
         *     Scope: `freight:write`
         */
        post: operations["addFreightRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/rates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One freight rate
         * @description Also one that was withdrawn: old quotes name it.
         *
         *     Scope: `freight:read`
         */
        get: operations["getFreightRate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/freight/rates/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Withdraw a freight rate of your own
         * @description No new quote uses it; quotes that did stand.
         *
         *     Scope: `freight:write`
         */
        post: operations["withdrawFreightRate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/board": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The bank’s board
         * @description The four prices of each currency, CNY for `unit` units, as last fetched from the bank, however long ago. Before the first time it answers 503 and has the board fetched.
         *
         *     Scope: `fx:read`
         */
        get: operations["getFxBoard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/collection-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Collection accounts, newest first
         * @description Where buyers pay: one account for each seller and currency, opened by itself when the seller places its first order in that currency; and one in CNY, from which payouts leave.
         *
         *     Scope: `fx:read`
         */
        get: operations["listCollectionAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/collections": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Money from buyers, newest first
         * @description With `state=unmatched,partly_matched` it is the work list: money of which no order is known yet.
         *
         *     Scope: `fx:read`
         */
        get: operations["listCollections"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/collections/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One collection
         * @description With the orders it pays for, and how they were found.
         *
         *     Scope: `fx:read`
         */
        get: operations["getCollection"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/collections/{id}/match": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which order a collection pays for
         * @description For money that could not be matched by itself, or the surplus of it: as much as the order can take goes to it. The payer’s name is remembered as one of the buyer’s, so that its next payment is recognised.
         *
         *     Scope: `fx:write`
         */
        post: operations["matchCollection"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/conversions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Conversions, newest first
         * @description Those that were asked for, and those of orders that convert by themselves.
         *
         *     Scope: `fx:read`
         */
        get: operations["listConversions"];
        put?: never;
        /**
         * Convert at a quote
         * @description Books the conversion at once, whoever else tries the same quote, and makes the deal with the bank after that. It ends `settled`, or `failed` when the bank refuses, and then the booking is reversed. 409 `LEDGER.INSUFFICIENT_FUNDS` when the seller does not hold what it sells. Where an approval policy asks for a second person it is `awaiting_approval`: nothing is held, and the quote is used up. Once approved, it is carried out at a price of that moment, if that is no worse than `worstRate` and `validUntil` is not over; else it is `lapsed`.
         *
         *     Scope: `fx:write`
         */
        post: operations["convert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/conversions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One conversion
         * @description As it stands.
         *
         *     Scope: `fx:read`
         */
        get: operations["getConversion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/dues-purchases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Dues paid in another currency, newest first
         * @description What sellers owed in foreign currency, such as freight, and what of their CNY was taken for it: at which price of the bank’s board, of which time, and how the cost was worked out.
         *
         *     Scope: `fx:read`
         */
        get: operations["listDuesPurchases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/dues-purchases/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payment of dues in another currency
         * @description With what of it was given back since.
         *
         *     Scope: `fx:read`
         */
        get: operations["getDuesPurchase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/payouts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Payouts, newest first
         * @description What was released to sellers and sent to their own bank accounts, by itself.
         *
         *     Scope: `fx:read`
         */
        get: operations["listPayouts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/payouts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One payout
         * @description As it stands.
         *
         *     Scope: `fx:read`
         */
        get: operations["getPayout"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/payouts/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Pay out again
         * @description Only after the bank said no, or when there was no account to pay to: a new order, under a new message id, to the account that the seller has now. While the bank may still carry out the old one, there is nothing to retry.
         *
         *     Scope: `fx:write`
         */
        post: operations["retryPayout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/quotes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Quote a conversion
         * @description A firm price from the bank’s board, made worse by the platform’s spread, for `lockSeconds`. Fix what is sold or what is bought; the other side is worked out. It converts once. Without a fresh board it answers 503 with `Retry-After` and has one fetched.
         *
         *     Scope: `fx:write`
         */
        post: operations["quoteConversion"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/quotes/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One quote
         * @description As it stands: open, used or expired.
         *
         *     Scope: `fx:read`
         */
        get: operations["getFxQuote"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/fx/receivables": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What buyers owe, newest first
         * @description One receivable for each placed order: what is owed, what has arrived, what is still missing.
         *
         *     Scope: `fx:read`
         */
        get: operations["listReceivables"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/inbound-messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What partners told us
         * @description Callbacks whose signature held, newest first, each once however often it was sent, and what became of them. Not their text, which may name people.
         *
         *     Scope: `operations:read`
         */
        get: operations["listInboundMessages"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/invitations/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept an invitation
         * @description Sets the password; then sign in with it. Sessions and second factor of before are gone.
         */
        post: operations["acceptInvitation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Accounts and their balances
         * @description Balances are told on the account’s normal side: 100 of `client_funds` is owed to the client. `available` is what was posted less what is held. With `asOf` or `bookedAt` the balance is recounted from the postings as the books stood; with `orderId` only that order’s bookings count. The order of the list means nothing.
         *
         *     Scope: `ledger:read`
         */
        get: operations["listAccounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The whole books as text
         * @description An hledger journal with every account, currency and transfer, streamed; `hledger check --strict` accepts it. What is booked while it is being read is left out.
         *
         *     Scope: `ledger:read`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        get: operations["exportLedger"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transfers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Transfers, newest first
         * @description Each with its postings, its order, the event it books and its value date. Filters go together.
         *
         *     Scope: `ledger:read`
         */
        get: operations["listTransfers"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/transfers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One transfer
         * @description Never changed since it was booked. A correction is another transfer, named in `reversedBy`.
         *
         *     Scope: `ledger:read`
         */
        get: operations["getTransfer"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/trial-balance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Trial balance
         * @description For each currency, what stands in debit and what stands in credit. The two are equal: the database accepts no transfer that would make them differ.
         *
         *     Scope: `ledger:read`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        get: operations["getTrialBalance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/limits": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The limits you are held to, and what is left of them
         * @description Rate limits of your credential with what is left; bounds of your tenant and of single requests, with what is used of those that fill up; with `Acting-For` those of the tenant that you act for, and the limits of the mandate.
         *
         *     Scope: `operations:read`
         */
        get: operations["listLimits"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Mandates of the tenant, newest first
         * @description Those that it has granted, and those that it has received.
         *
         *     Scope: `mandates:read`
         */
        get: operations["listMandates"];
        put?: never;
        /**
         * Let another tenant act for yours
         * @description Offers it to an integrator, by the tenant id that it has given you; it holds once that one accepts, and takes the place of what the two of you had before. Either side ends it at once. Not to be confused with what a seller signs for a customs broker or a tax agency.
         *
         *     Scope: `mandates:write`
         */
        post: operations["grantMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One mandate
         * @description Also one that is over. Each side sees it with its own `role`.
         *
         *     Scope: `mandates:read`
         */
        get: operations["getMandate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}/acceptance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Accept a mandate
         * @description By the integrator: from now on its credentials may send `Acting-For` with the id of the grantor. A mandate that the two had before ends.
         *
         *     Scope: `mandates:write`
         */
        post: operations["acceptMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}/refusal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Decline a mandate
         * @description By the integrator, instead of accepting it.
         *
         *     Scope: `mandates:write`
         */
        post: operations["declineMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/mandates/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End a mandate
         * @description By either side, whether it was accepted or not. What is running may finish; the next request under it is refused, repeats too.
         *
         *     Scope: `mandates:write`
         */
        post: operations["revokeMandate"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who I am
         * @description Whose the access token is, and what they may do.
         *
         *     Scope: `self:use`
         */
        get: operations["getMe"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change my password
         * @description All my other sessions end. Wrong passwords count as failed sign-ins do.
         *
         *     Scope: `self:use`
         */
        post: operations["changePassword"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sign-out": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends this session at once: its access tokens and its refresh token are refused from now on.
         *
         *     Scope: `self:use`
         */
        post: operations["signOut"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/sign-out-everywhere": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out everywhere
         * @description Ends all my sessions at once, this one too.
         *
         *     Scope: `self:use`
         */
        post: operations["signOutEverywhere"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Begin to set a second factor
         * @description Answers a secret for an authenticator app (TOTP). It is in force once a code of it was confirmed.
         *
         *     Scope: `self:use`
         */
        post: operations["beginSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put the second factor in force
         * @description With a code of the app. Answers ten recovery codes, this once: keep them apart from the app.
         *
         *     Scope: `self:use`
         */
        post: operations["confirmSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/me/totp/removal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the second factor
         * @description From now on the password alone is asked for. Where there is none nothing changes.
         *
         *     Scope: `self:use`
         */
        post: operations["removeSecondFactor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth-clients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Clients of the tenant, newest first
         * @description Without their secrets: those are not kept.
         *
         *     Scope: `keys:read`
         */
        get: operations["listOauthClients"];
        put?: never;
        /**
         * Make a client
         * @description For programs that get short-lived access tokens at `POST /oauth/token` by its id and secret. The secret is in this answer and nowhere else. A client gets no more rights than its maker has.
         *
         *     Scope: `keys:write`
         */
        post: operations["makeOauthClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth-clients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One client
         * @description Also one that was revoked. Without its secrets.
         *
         *     Scope: `keys:read`
         */
        get: operations["getOauthClient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth-clients/{id}/revocation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Revoke a client
         * @description Its secrets and all its tokens are refused from now on. This cannot be undone.
         *
         *     Scope: `keys:write`
         */
        post: operations["revokeOauthClient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/oauth-clients/{id}/rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give a client a new secret
         * @description The old secret works until the instant you name, so that every instance can change over; two work beside one another, never three. Where it has leaked name none: then it ends now, and with it every token of the client.
         *
         *     Scope: `keys:write`
         */
        post: operations["rotateClientSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Bulk work, newest first
         * @description What was ordered for many at once, and how far it is.
         *
         *     Scope: `bulk:read`
         */
        get: operations["listOperations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/dead-letters": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Work that failed for good, newest first
         * @description A delivery whose tries are used up, or that failed in a way that no repetition mends, waits here for a person. Nothing is lost: it can be put back or given up.
         *
         *     Scope: `operations:read`
         */
        get: operations["listDeadLetters"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/dead-letters/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One dead letter
         * @description With what was to be worked on and the last error.
         *
         *     Scope: `operations:read`
         */
        get: operations["getDeadLetter"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/dead-letters/{id}/discard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give it up
         * @description The work will not be done. The letter stays here to be read, and the decision is audited.
         *
         *     Scope: `operations:write`
         */
        post: operations["discardDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/dead-letters/{id}/retry": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Try it again
         * @description Puts the delivery back into its queue with all its tries before it. Do it when the cause is mended. It keeps its message id, so what it had done already it does not do twice. The decision is audited.
         *
         *     Scope: `operations:write`
         */
        post: operations["retryDeadLetter"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How bulk work stands
         * @description How many items it has, how many are done and how many of those failed, and when it should be over.
         *
         *     Scope: `bulk:read`
         */
        get: operations["getOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do no more of it
         * @description What is done stays done. What is in hand just now is finished; until then the operation is `cancelling`. The rest becomes `cancelled`.
         *
         *     Scope: `bulk:write`
         */
        post: operations["cancelOperation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/progress": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Its progress, as it happens
         * @description Server-Sent Events: `progress` with the operation whenever that has changed, and `end` with it when it is over; then the stream ends. It ends after five minutes too: connect again with `Last-Event-ID`, and you are told what is new. Up to 10 streams of a credential at once.
         *
         *     Scope: `bulk:read`
         */
        get: operations["followOperation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/operations/{id}/results": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What became of each item
         * @description In the order in which the items came; `state=failed` gives only those to look after. A page can be read while the work goes on. With `Accept: application/x-ndjson` all of them from `cursor` on, one JSON object a line, whatever `limit` says. Results are kept for 30 days after the end.
         *
         *     Scope: `bulk:read`
         */
        get: operations["listOperationResults"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Orders, newest first
         * @description Without their lines. Filters go together: an order must satisfy all of them.
         *
         *     Scope: `orders:read`
         */
        get: operations["listOrders"];
        put?: never;
        /**
         * Enter an order, and place it
         * @description Once placed, an order goes through customs, freight, foreign exchange, tax refund and financing by itself; follow it by its timeline or by webhooks. With `placement: later` it stays a draft that can still be changed.
         *
         *     Scope: `orders:write`
         */
        post: operations["createOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One order
         * @description With its lines and the state of each track.
         *
         *     Scope: `orders:read`
         */
        get: operations["getOrder"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a draft
         * @description A field that is left out stays as it is; a list or an object is replaced as a whole.
         *
         *     Scope: `orders:write`
         */
        patch: operations["changeOrder"];
        trace?: never;
    };
    "/v1/orders/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an order
         * @description Possible while nothing is binding: no booking stands, no declaration was taken, no money has come in. Otherwise `details.tracks` says what to undo first.
         *
         *     Scope: `orders:write`
         */
        post: operations["cancelOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/margin": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What an order earns
         * @description Estimate beside actual, line by line, each figure with its formula and what it is made of; exchange cost (换汇成本) and break-even rate. Foreign amounts stand at the plan rate; the bank's rate shows in `fx_result`.
         *
         *     Scope: `orders:read`
         */
        get: operations["getOrderMargin"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/placement": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Place a draft
         * @description From now on it is binding, and every service starts its track.
         *
         *     Scope: `orders:write`
         */
        post: operations["placeOrder"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orders/{id}/timeline": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What happened to an order
         * @description Every event of every service, oldest first, with a sentence in English or Chinese (Accept-Language).
         *
         *     Scope: `orders:read`
         */
        get: operations["getOrderTimeline"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Parties, newest first
         * @description Filters go together: a party must satisfy all of them.
         *
         *     Scope: `parties:read`
         */
        get: operations["listParties"];
        put?: never;
        /**
         * Enter a seller, a buyer or a supplier
         * @description A seller is an SME that exports: customs, bank and tax bureau must be able to know it. A buyer is who pays from abroad, under its name or one of its aliases. A supplier issues the VAT invoices of a trading company.
         *
         *     Scope: `parties:write`
         */
        post: operations["enterParty"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/parties/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One party
         * @description As it now stands.
         *
         *     Scope: `parties:read`
         */
        get: operations["getParty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a party
         * @description A field that is left out stays; `null` empties it. Orders that are placed already see the change the next time a service looks: the next declaration, the next payout.
         *
         *     Scope: `parties:write`
         */
        patch: operations["amendParty"];
        trace?: never;
    };
    "/v1/partners": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the outside parties answer, as the platform sees it
         * @description Counted from the calls to and from them, of all tenants together, some seconds later: whether it is you or they. In real time, in a sandbox too, where the partners are simulated ones.
         *
         *     Scope: `operations:read`
         */
        get: operations["listPartners"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/partners/{partner}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How one of them answers
         * @description As in the list.
         *
         *     Scope: `operations:read`
         */
        get: operations["getPartner"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/represented-tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tenants that you may act for, by their newest mandate
         * @description Each tenant whose mandate holds, with what it allows, and its orders by state where mandate and credential both have `orders:read`.
         *
         *     Scope: `mandates:read`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        get: operations["listRepresentedTenants"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/request-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Your own requests and how they were answered, newest first
         * @description Of the last 30 days, a second or two after the answer. No body, answer or query is kept: of a refused request the pointers and codes of its faults. A log is worth less than an answer: in an outage lines may be missing.
         *
         *     Scope: `operations:read`
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/request-log/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One request
         * @description By the id of the log, or by the `X-Request-Id` of its answer.
         *
         *     Scope: `operations:read`
         */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The sandbox tenant’s time
         * @description Until it is set for the first time it is the real time.
         *
         *     Scope: `operations:read`
         */
        get: operations["getSandboxClock"];
        put?: never;
        /**
         * Set the sandbox tenant’s time
         * @description The clock leaps, and then stands still at that instant until it is moved again. All that was due before falls due at once, in no order: to have each thing at its hour, advance the clock instead. Never backwards.
         *
         *     Scope: `operations:write`
         */
        post: operations["setSandboxClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/clock/advances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How the sandbox tenant’s time was let pass, newest first
         * @description Without their reports.
         *
         *     Scope: `operations:read`
         */
        get: operations["listClockAdvances"];
        put?: never;
        /**
         * Let the sandbox tenant’s time pass
         * @description The clock goes from one due hour to the next until it is there; at each, what falls due is done, and all that comes of it, before it goes on. Read the advance again for its report. One at a time, and 366 days at most.
         *
         *     Scope: `operations:write`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        post: operations["advanceClock"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/clock/advances/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One advance, and what happened on the way
         * @description What fell due, in order, with the events that came of it and what failed; and what is due and not done yet. As it stands now: what a partner says later is told with the step that asked.
         *
         *     Scope: `operations:read`
         */
        get: operations["getClockAdvance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/inbox": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The inbox, and what it answers
         * @description Without the secret of its endpoint, which is shown only when it is made.
         *
         *     Scope: `webhooks:read`
         */
        get: operations["getInbox"];
        /**
         * Tell the inbox what to answer
         * @description From now on: a status that says no, or an answer that comes too late, and retries can be rehearsed. What it is sent is kept all the same. 410 disables its endpoint, as any receiver’s 410 does.
         *
         *     Scope: `webhooks:write`
         */
        put: operations["setInbox"];
        /**
         * Have the platform itself receive your webhooks
         * @description Makes a webhook endpoint whose target is within the platform, for all events; change it like any other. What is sent there is signed and POSTed over HTTP as everywhere, and is kept for you to read. One for each sandbox tenant; when its endpoint has been removed, another one can be made.
         *
         *     Scope: `webhooks:write`
         */
        post: operations["createInbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/inbox/messages": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the inbox was sent
         * @description Word for word, with every header, newest first, and whether the signature verifies. The newest 1,000 are kept, of at most 256 KiB each.
         *
         *     Scope: `webhooks:read`
         */
        get: operations["listInboxMessages"];
        put?: never;
        post?: never;
        /**
         * Forget what the inbox was sent
         * @description All of it. The inbox itself stays, and goes on receiving.
         *
         *     Scope: `webhooks:write`
         */
        delete: operations["emptyInbox"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Erase what a sandbox tenant has
         * @description Parties, orders and all that came of them, events, webhook endpoints, kept answers, work that waits: everything but the tenant and who may do what in it – keys, clients, people, what requests are signed with, mandates, approval policies. The audit begins anew with the line that says so, and the clock stands where it stood. Work under way comes to nothing. There is no way back, and none to do it to a live tenant.
         *
         *     Scope: `operations:write`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        post: operations["resetSandbox"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/scenario-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an export can be rehearsed
         * @description Every kind with its steps, and its parameters as a JSON Schema.
         *
         *     Scope: `operations:read`
         */
        get: operations["listScenarioKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/scenarios": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Scenarios, newest first
         * @description Without their steps. Filters go together.
         *
         *     Scope: `operations:read`
         */
        get: operations["listScenarios"];
        put?: never;
        /**
         * Rehearse a whole export in one call
         * @description From entering the parties to the closed order. Each step is a request to this API with the rights of the calling credential, or a wait for what comes by itself; a step that the credential may not do is refused, and told. At once, or step by step. For sandbox tenants only.
         *
         *     Scope: `operations:write`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        post: operations["startScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/scenarios/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a scenario stands
         * @description Every step with what was called, to be copied, and what it made; what is next, what it waits for, and why it failed.
         *
         *     Scope: `operations:read`
         */
        get: operations["getScenario"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/scenarios/{id}/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Do the next step of a stepwise scenario
         * @description Answers what it did. A step that waits may take longer than a request should: then it is answered as it stands, `ordered` or `waiting`, and the scenario tells how it went.
         *
         *     Scope: `operations:write`
         */
        post: operations["stepScenario"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/simulation-kinds": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What partners can be made to do
         * @description Every outcome, whose it is, what it is about, and its parameters as a JSON Schema.
         *
         *     Scope: `operations:read`
         */
        get: operations["listSimulationKinds"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/simulations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What partners were made to do, newest first
         * @description Filters go together.
         *
         *     Scope: `operations:read`
         */
        get: operations["listSimulations"];
        put?: never;
        /**
         * Make a partner do something
         * @description To one resource of the calling sandbox tenant, and to nothing else. The simulated partner is told a moment later, and then goes on as partners do: by its own messages. For sandbox tenants only.
         *
         *     Scope: `operations:write`
         */
        post: operations["createSimulation"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/simulations/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One simulation
         * @description What the sandbox was told, and what it answered or why it would not.
         *
         *     Scope: `operations:read`
         */
        get: operations["getSimulation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sandbox/tenants": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a sandbox tenant
         * @description Answers a whole tenant: a key with every scope, sellers of each kind, buyers and suppliers; freight rates are there for all. Asks for no credential where the operator lets anybody in; with one of a sandbox tenant it is open everywhere. A few an hour for each network, by the policy `sandbox-tenants`. Sent again, it makes another one.
         *
         *     Scope, of a credential that is shown: `operations:write`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        post: operations["createSandboxTenant"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in
         * @description Answers an access token for ten minutes, and a refresh token to go on with. Whoever has set a second factor sends a `code` besides. A refusal does not say why: nobody learns by trying who is there.
         */
        post: operations["openSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/sessions/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Go on with a session
         * @description Answers a new access token and a new refresh token. The old one does not work again: shown a second time it ends the session, for then it is in two hands.
         */
        post: operations["refreshSession"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/agency-agreements": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The agency agreements
         * @description Newest first, those that have ended among them.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["listAgencyAgreements"];
        put?: never;
        /**
         * Enter an agency agreement
         * @description By which an integrated-service enterprise files the refunds of a manufacturer (代办退税). It lets nobody file before it is confirmed.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["draftAgencyAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/agency-agreements/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One agency agreement
         * @description Who files for whom, what was filed of it with the tax offices, and how it stands.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["getAgencyAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/agency-agreements/{id}/confirmation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Both sides have filed
         * @description With the days on which producer and agent filed with their tax offices (备案), as the rule of the day asks. From its first day on the agent may file for the producer.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["confirmAgencyAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/agency-agreements/{id}/history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Every step of an agency agreement
         * @description Who did what and when, as the audit has it: the names of both sides stand in each line. Newest first.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["traceAgencyAgreement"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/agency-agreements/{id}/termination": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * End an agency agreement
         * @description From now on. Nothing more is filed under it, not even what was commanded a moment ago; what the bureau has goes on, and the audit of each says so.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["endAgencyAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/agency-agreements/{id}/withdrawal": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a draft back
         * @description The agreement comes to nothing.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["withdrawAgencyAgreement"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/agency-policy": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whether an agency agreement is required
         * @description Of a live tenant always. Of a sandbox tenant only once it has asked for it.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["readAgencyPolicy"];
        /**
         * Require an agency agreement, or not
         * @description In a sandbox tenant: with it, claims that are filed for producers pass the gate of live operation. An agreement that was there and has ended keeps them back either way.
         *
         *     Scope: `tax_refund:write`
         */
        put: operations["setAgencyPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/cases": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The orders that a refund is wanted for
         * @description Newest first, each with what is still missing.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["listRefundCases"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/cases/{orderId}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What the refund of an order still waits for
         * @description The facts that are there, the ones that are missing, and each check with how to mend what it found.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["getRefundCase"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/claims": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The refund claims
         * @description Newest first, without their lines.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["listClaims"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/claims/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One refund claim
         * @description With its lines, the invoices they stand on, every check, and what was sent to the bureau.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["getClaim"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/claims/{id}/abandonment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Give up a claim that was not filed, or was rejected
         * @description Its declared items and invoices are free again: correct the invoices, and the export is matched anew.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["abandonClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/claims/{id}/answers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Note the reply to the bureau's inquiry
         * @description The reply (函调复函) itself goes by letter; it is kept with the claim, and the decision is waited for.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["answerClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/claims/{id}/calculation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How a refund was worked out
         * @description Inputs, rule, version and steps, as they were when the claim was matched.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["getClaimCalculation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/claims/{id}/filing": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * File a claim with the tax bureau
         * @description A matched claim is filed by itself; this files one that was held back, or, as a new attempt, one that was rejected.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["fileClaim"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/invoices": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The VAT invoices
         * @description Newest first, with how much of each line claims stand on.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["listInvoices"];
        put?: never;
        /**
         * Record a VAT invoice
         * @description As it is printed. Its sums are checked, and the same paper is taken once. With an order the refund goes on by itself as soon as the declaration is cleared, the invoices cover it and the buyer has paid.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["recordInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/invoices/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One VAT invoice
         * @description With how much of each line claims stand on.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["getInvoice"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/invoices/{id}/assignment": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Say which order an invoice belongs to
         * @description Also moves it to another order, as long as no claim stands on it.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["assignInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/invoices/{id}/cancellation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take an invoice out of use
         * @description It was red-flushed, re-issued or entered wrongly. Not while a claim stands on it.
         *
         *     Scope: `tax_refund:write`
         */
        post: operations["cancelInvoice"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/periods": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The tax periods of the manufacturers
         * @description Newest first.
         *
         *     Scope: `tax_refund:read`
         */
        get: operations["listTaxPeriods"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tax-refund/periods/{period}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * Give a manufacturer's VAT figures of a month
         * @description 免抵退税 compares the credit of the whole period: without these figures a claim of that month waits. A correction needs If-Match, and is possible until a claim stands on the period.
         *
         *     Scope: `tax_refund:write`
         */
        put: operations["declareTaxPeriod"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tenant": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Whose credential this is
         * @description The tenant that the credential is of, and what it may do. Every credential may ask.
         *
         *     Scope: `any`
         */
        get: operations["getTenant"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/usage": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How much you ask of the API: by day, by operation, by credential
         * @description Counted from the request log, a second or two after each answer, and kept for 400 days; up to 92 of them at once. In real time, in a sandbox too. In an outage requests may be missing.
         *
         *     Scope: `operations:read`
         */
        get: operations["getUsage"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * People of the tenant, newest first
         * @description Who may sign in, as what, and whether they have a second factor.
         *
         *     Scope: `users:read`
         */
        get: operations["listUsers"];
        put?: never;
        /**
         * Invite somebody
         * @description The answer holds the invitation, this once: send it to them. It can be accepted for seven days. Nobody invites somebody who may do more than they.
         *
         *     Scope: `users:write`
         */
        post: operations["inviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One user
         * @description Also one that is disabled, or has not accepted yet.
         *
         *     Scope: `users:read`
         */
        get: operations["getUser"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change name or roles
         * @description New roles hold at once, for sessions that are open too. The last owner stays one.
         *
         *     Scope: `users:write`
         */
        patch: operations["changeUser"];
        trace?: never;
    };
    "/v1/users/{id}/disabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a user
         * @description All their sessions end at once, and they cannot sign in. The last owner stays.
         *
         *     Scope: `users:write`
         */
        post: operations["disableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/enabling": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a user again
         * @description With the password and the second factor of before; one that never accepted needs a new invitation.
         *
         *     Scope: `users:write`
         */
        post: operations["enableUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a user again
         * @description For who has lost the invitation, the password or the second factor. What they have works until they accept; then the password is new, the second factor is gone, and all their sessions end.
         *
         *     Scope: `users:write`
         */
        post: operations["reinviteUser"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * What was sent, or is to be sent, to the endpoints
         * @description Newest first, by endpoint, event or state.
         *
         *     Scope: `webhooks:read`
         */
        get: operations["listWebhookDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/deliveries/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One delivery with every attempt
         * @description Status, duration and the first bytes of each answer.
         *
         *     Scope: `webhooks:read`
         */
        get: operations["getWebhookDelivery"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/deliveries/{id}/redelivery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a finished delivery once more
         * @description With the same `webhook-id`, so that a receiver which has it can tell.
         *
         *     Scope: `webhooks:write`
         */
        post: operations["redeliverWebhook"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * The endpoints of the tenant
         * @description Newest first; removed ones only when asked for.
         *
         *     Scope: `webhooks:read`
         */
        get: operations["listWebhookEndpoints"];
        put?: never;
        /**
         * Have events sent to a URL
         * @description From now on every event that the filters let through is POSTed there, signed as Standard Webhooks 1.0.0.
         *
         *     Scope: `webhooks:write`
         */
        post: operations["createWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/endpoints/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One endpoint
         * @description Without its secret, which is shown only when it is made.
         *
         *     Scope: `webhooks:read`
         */
        get: operations["getWebhookEndpoint"];
        put?: never;
        post?: never;
        /**
         * Send nothing more to an endpoint
         * @description Its deliveries stay on record; it cannot be brought back.
         *
         *     Scope: `webhooks:write`
         */
        delete: operations["removeWebhookEndpoint"];
        options?: never;
        head?: never;
        /**
         * Change an endpoint, or switch it on or off
         * @description Only what is given changes. What was due before it was switched off is sent when it is on again; what happened meanwhile is sent with `replayMissing`.
         *
         *     Scope: `webhooks:write`
         */
        patch: operations["updateWebhookEndpoint"];
        trace?: never;
    };
    "/v1/webhooks/endpoints/{id}/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send events to an endpoint once more
         * @description One event, every event since an instant, or only what was never delivered; of the last 90 days. Under the same `webhook-id` each, in pieces, and never so many at once that what is new stands behind what is old. What waits to be sent anyway is not sent twice. One replay of an endpoint runs at a time.
         *
         *     Scope: `webhooks:write`
         */
        post: operations["replayWebhookEvents"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/endpoints/{id}/secret-rotation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Replace the signing secret without a gap
         * @description The new secret is in this answer and nowhere else. Until the instant you name messages carry the signatures of both, so that the receiver can change over; two live beside one another, never three.
         *
         *     Scope: `webhooks:write`
         */
        post: operations["rotateWebhookSecret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/endpoints/{id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * How an endpoint does
         * @description Deliveries by outcome, how long the receiver takes, and its circuit breaker. Times are those of the latest 1,000 deliveries of the window; samples count nowhere.
         *
         *     Scope: `webhooks:read`
         *
         *     Costly: besides the allowance of all requests, the smaller one named `costly` is taken from.
         */
        get: operations["getWebhookStatistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/endpoints/{id}/test": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a sample to an endpoint
         * @description An example event of the type, with `"test": true`, goes the way of real ones: signed, sent, recorded. It is tried once, whatever the filters say, and counts neither for nor against the endpoint. Read the delivery for what came of it.
         *
         *     Scope: `webhooks:write`
         */
        post: operations["testWebhookEndpoint"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/replays": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Replays and how far they are
         * @description Newest first, by endpoint or state.
         *
         *     Scope: `webhooks:read`
         */
        get: operations["listWebhookReplays"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/webhooks/replays/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * One replay
         * @description How many events are left to look at, and how many deliveries it has made due.
         *
         *     Scope: `webhooks:read`
         */
        get: operations["getWebhookReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "approvals.request.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * approvals.request.approved
         * @description approved by as many as were needed; the step is taken next
         */
        post: operations["onApprovalsRequestApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "approvals.request.created": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * approvals.request.created
         * @description a step waits for a [second person](approvals.md) until `expiresAt`
         */
        post: operations["onApprovalsRequestCreated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "approvals.request.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * approvals.request.expired
         * @description nobody decided in time
         */
        post: operations["onApprovalsRequestExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "approvals.request.refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * approvals.request.refused
         * @description somebody said no, with the reason
         */
        post: operations["onApprovalsRequestRefused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "approvals.request.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * approvals.request.withdrawn
         * @description taken back, or what was asked for has changed, with the reason
         */
        post: operations["onApprovalsRequestWithdrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.broker_mandate.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.broker_mandate.accepted
         * @description the broker may declare for the exporter, from `validFrom` to `validTo`
         */
        post: operations["onCustomsBrokerMandateAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.broker_mandate.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.broker_mandate.expired
         * @description its last day is over; what is with customs goes on
         */
        post: operations["onCustomsBrokerMandateExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.broker_mandate.offered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.broker_mandate.offered
         * @description an exporter offers a customs broker its mandate ([代理报关委托](customs.md#brokers-mandates))
         */
        post: operations["onCustomsBrokerMandateOffered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.broker_mandate.refused": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.broker_mandate.refused
         * @description the broker will not, with the reason
         */
        post: operations["onCustomsBrokerMandateRefused"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.broker_mandate.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.broker_mandate.revoked
         * @description ended before its time, with the reason; what is with customs goes on
         */
        post: operations["onCustomsBrokerMandateRevoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.accepted
         * @description customs gave its 18-digit number
         */
        post: operations["onCustomsDeclarationAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.blocked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.blocked
         * @description findings stop it from leaving; `faults` counts them
         */
        post: operations["onCustomsDeclarationBlocked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.cancelled
         * @description given up
         */
        post: operations["onCustomsDeclarationCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.cleared": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.cleared
         * @description closed (结关); number, date, FOB value and items
         */
        post: operations["onCustomsDeclarationCleared"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.departed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.departed
         * @description the goods have left; `exportDate` starts the tax clocks
         */
        post: operations["onCustomsDeclarationDeparted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.drafted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.drafted
         * @description drawn up from the order; `attempt`
         */
        post: operations["onCustomsDeclarationDrafted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.inspection_ordered": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.inspection_ordered
         * @description the goods are inspected
         */
        post: operations["onCustomsDeclarationInspectionOrdered"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.overdue
         * @description no answer by `expectedBy`; customs is being asked
         */
        post: operations["onCustomsDeclarationOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.rejected
         * @description sent back (退单), with the reason; mend it and resubmit
         */
        post: operations["onCustomsDeclarationRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.released": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.released
         * @description the goods may leave (放行)
         */
        post: operations["onCustomsDeclarationReleased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "customs.declaration.submitted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * customs.declaration.submitted
         * @description sent to customs
         */
        post: operations["onCustomsDeclarationSubmitted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "financing.advance.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * financing.advance.declined
         * @description the lender refused, or no second person approved it
         */
        post: operations["onFinancingAdvanceDeclined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "financing.advance.drawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * financing.advance.drawn
         * @description the lender paid out: principal and rate
         */
        post: operations["onFinancingAdvanceDrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "financing.advance.ineligible": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * financing.advance.ineligible
         * @description the facts do not allow it; `reasons`
         */
        post: operations["onFinancingAdvanceIneligible"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "financing.advance.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * financing.advance.overdue
         * @description no answer of the lender by `expectedBy`
         */
        post: operations["onFinancingAdvanceOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "financing.advance.repaid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * financing.advance.repaid
         * @description paid back: principal, interest, fees
         */
        post: operations["onFinancingAdvanceRepaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "financing.advance.requested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * financing.advance.requested
         * @description the limit is reserved, the lender is asked
         */
        post: operations["onFinancingAdvanceRequested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "financing.proceeds.released": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * financing.proceeds.released
         * @description what a receipt leaves for the seller after the waterfall; it is paid out next
         */
        post: operations["onFinancingProceedsReleased"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.booking.cancellation_declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.booking.cancellation_declined
         * @description the carrier keeps to the booking
         */
        post: operations["onFreightBookingCancellationDeclined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.booking.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.booking.cancelled
         * @description cancelled, with the reason
         */
        post: operations["onFreightBookingCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.booking.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.booking.completed
         * @description carried; the final charges
         */
        post: operations["onFreightBookingCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.booking.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.booking.confirmed
         * @description ship, voyage, transport document, planned departure, charges
         */
        post: operations["onFreightBookingConfirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.booking.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.booking.overdue
         * @description no answer by `expectedBy`; the carrier is being asked
         */
        post: operations["onFreightBookingOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.booking.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.booking.rejected
         * @description the carrier will not carry it; `afterConfirmation` where it had said yes before
         */
        post: operations["onFreightBookingRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.booking.requested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.booking.requested
         * @description sent to the carrier
         */
        post: operations["onFreightBookingRequested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.quote.given": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.quote.given
         * @description priced: `total`, and `totals` per currency
         */
        post: operations["onFreightQuoteGiven"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.shipment.arrived": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.shipment.arrived
         * @description the ship reached the port of discharge
         */
        post: operations["onFreightShipmentArrived"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.shipment.departed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.shipment.departed
         * @description the ship left the port of loading
         */
        post: operations["onFreightShipmentDeparted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "freight.shipment.milestone": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * freight.shipment.milestone
         * @description one track-and-trace event: DCSA classifier and code, place, time; `retracted` when taken back
         */
        post: operations["onFreightShipmentMilestone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.collection.credited": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.collection.credited
         * @description money arrived; `charges` were kept by banks on the way
         */
        post: operations["onFxCollectionCredited"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.collection.matched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.collection.matched
         * @description pays for an order; `by` what it was known, `duesTaken` of it, `shortfall` within the tolerance
         */
        post: operations["onFxCollectionMatched"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.collection.unmatched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.collection.unmatched
         * @description it fits no order: a person has to look
         */
        post: operations["onFxCollectionUnmatched"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.collection_account.opened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.collection_account.opened
         * @description the seller has an account in this currency to be paid into
         */
        post: operations["onFxCollectionAccountOpened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.conversion.booked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.conversion.booked
         * @description dealt with the bank: what is sold, at which rate
         */
        post: operations["onFxConversionBooked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.conversion.failed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.conversion.failed
         * @description the bank did not deal
         */
        post: operations["onFxConversionFailed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.conversion.lapsed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.conversion.lapsed
         * @description it waited for a second person and will not be carried out, with the reason
         */
        post: operations["onFxConversionLapsed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.conversion.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.conversion.overdue
         * @description the bank has not dealt by `expectedBy`
         */
        post: operations["onFxConversionOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.conversion.settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.conversion.settled
         * @description exchanged: sold, bought, rate, and what was planned
         */
        post: operations["onFxConversionSettled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.dues.bought": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.dues.bought
         * @description of money for the seller, dues in another currency were paid: `due`, its `cost` in CNY, `rate`
         */
        post: operations["onFxDuesBought"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.dues.returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.dues.returned
         * @description dues that were taken are owed no more: `paid` for them is the seller's again
         */
        post: operations["onFxDuesReturned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.order.collected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.order.collected
         * @description all the buyer owes has arrived, within the tolerance
         */
        post: operations["onFxOrderCollected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.payout.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.payout.confirmed
         * @description paid out
         */
        post: operations["onFxPayoutConfirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.payout.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.payout.overdue
         * @description no answer of the bank by `expectedBy`
         */
        post: operations["onFxPayoutOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.payout.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.payout.rejected
         * @description the bank did not pay, with the reason
         */
        post: operations["onFxPayoutRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "fx.payout.sent": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * fx.payout.sent
         * @description payment order sent to the bank
         */
        post: operations["onFxPayoutSent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "mandates.mandate.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * mandates.mandate.accepted
         * @description the integrator may act from now on
         */
        post: operations["onMandatesMandateAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "mandates.mandate.declined": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * mandates.mandate.declined
         * @description the integrator will not
         */
        post: operations["onMandatesMandateDeclined"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "mandates.mandate.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * mandates.mandate.expired
         * @description its time is over
         */
        post: operations["onMandatesMandateExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "mandates.mandate.granted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * mandates.mandate.granted
         * @description a tenant offers another one to act for it: scopes, `expiresAt`; in the log of either
         */
        post: operations["onMandatesMandateGranted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "mandates.mandate.revoked": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * mandates.mandate.revoked
         * @description ended before its time: `endedBy` grantor or integrator
         */
        post: operations["onMandatesMandateRevoked"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "operations.operation.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * operations.operation.cancelled
         * @description a batch was cancelled, and nothing of it is under way any more
         */
        post: operations["onOperationsOperationCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "operations.operation.completed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * operations.operation.completed
         * @description every item of a [batch](batches.md) is done: how many, and how many failed
         */
        post: operations["onOperationsOperationCompleted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "orders.order.cancelled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * orders.order.cancelled
         * @description given up before anything was binding: `reason`, and the state it left, `from`
         */
        post: operations["onOrdersOrderCancelled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "orders.order.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * orders.order.closed
         * @description every track is final; `margin`
         */
        post: operations["onOrdersOrderClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "orders.order.placed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * orders.order.placed
         * @description the order is complete and binding; every service starts its track
         */
        post: operations["onOrdersOrderPlaced"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "orders.order.track_changed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * orders.order.track_changed
         * @description one of the five tracks moved: `track`, `from`, `to`
         */
        post: operations["onOrdersOrderTrackChanged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.agency_agreement.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.agency_agreement.confirmed
         * @description both sides have filed with their tax offices: the agent may file from `validFrom` on
         */
        post: operations["onTaxRefundAgencyAgreementConfirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.agency_agreement.drafted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.agency_agreement.drafted
         * @description an agreement by which an agent files the refunds of a producer was entered (代办退税)
         */
        post: operations["onTaxRefundAgencyAgreementDrafted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.agency_agreement.ended": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.agency_agreement.ended
         * @description ended, with the reason; what the bureau has goes on
         */
        post: operations["onTaxRefundAgencyAgreementEnded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.agency_agreement.expired": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.agency_agreement.expired
         * @description its last day is over; what the bureau has goes on
         */
        post: operations["onTaxRefundAgencyAgreementExpired"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.agency_agreement.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.agency_agreement.withdrawn
         * @description the draft came to nothing, with the reason
         */
        post: operations["onTaxRefundAgencyAgreementWithdrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.accepted
         * @description the bureau took it, with its number
         */
        post: operations["onTaxRefundClaimAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.approved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.approved
         * @description approved
         */
        post: operations["onTaxRefundClaimApproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.filed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.filed
         * @description sent to the tax bureau
         */
        post: operations["onTaxRefundClaimFiled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.held
         * @description nobody may file it for the producer: the [agency agreement](tax-refund.md#agency-agreements) is missing or has ended
         */
        post: operations["onTaxRefundClaimHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.matched": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.matched
         * @description declaration, invoice and collection agree; the claim can be filed, and financed
         */
        post: operations["onTaxRefundClaimMatched"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.overdue": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.overdue
         * @description no answer of the bureau by `expectedBy`
         */
        post: operations["onTaxRefundClaimOverdue"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.paid": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.paid
         * @description the treasury paid
         */
        post: operations["onTaxRefundClaimPaid"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.queried": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.queried
         * @description the bureau asks (函调)
         */
        post: operations["onTaxRefundClaimQueried"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.claim.rejected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.claim.rejected
         * @description refused, with the reason
         */
        post: operations["onTaxRefundClaimRejected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "tax_refund.invoice.recorded": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * tax_refund.invoice.recorded
         * @description a VAT invoice was recorded
         */
        post: operations["onTaxRefundInvoiceRecorded"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "webhooks.endpoint.disabled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * webhooks.endpoint.disabled
         * @description nothing is sent to this endpoint any more: `gone` or `failing`
         */
        post: operations["onWebhooksEndpointDisabled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        AcceptanceRequest: {
            /**
             * @description The invitation
             * @example ei_…
             */
            invitation: string;
            /**
             * @description The new password: twelve characters or more, any of them
             * @example four words of your own
             */
            password: string;
        };
        AccountDto: {
            /** @description What is in it */
            balance: components["schemas"]["BalanceDto"];
            /**
             * @description What it is for
             * @example client_funds
             * @enum {string}
             */
            code: "client_funds" | "funds_under_review" | "fx_position" | "fx_spread" | "refund_receivable" | "loan_principal" | "interest" | "fees" | "guarantee_pool" | "client_dues" | "clearing_bank" | "clearing_lender" | "clearing_tax_bureau" | "clearing_carrier";
            /**
             * @description ISO 4217 code
             * @example USD
             */
            currency: string;
            /**
             * @description The account
             * @example acc_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description The code in words
             * @example What the platform holds for a client and owes it
             */
            meaning: string;
            /**
             * @description The side on which it grows
             * @example credit
             * @enum {string}
             */
            normalSide: "debit" | "credit";
            /**
             * Format: date-time
             * @description When its first posting was booked
             * @example 2026-04-01T02:00:00.000Z
             */
            openedAt: string;
            /**
             * @description Whose account it is; null for the tenant’s own
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            partyId: string | null;
            /**
             * @description Its type in the books
             * @example liability
             * @enum {string}
             */
            type: "asset" | "liability" | "equity" | "revenue";
        };
        AccountPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["AccountDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        AcknowledgementDto: {
            /**
             * @description The last event that was dealt with, and all before it
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            eventId: string;
        };
        AdvanceCalculationDto: {
            /** @description What was paid back */
            repayments: components["schemas"]["RepaymentDto"][];
            /** @description The rule and its wording */
            rule: components["schemas"]["AdvanceRuleDto"];
            /** @description The working */
            steps: components["schemas"]["AdvanceStepDto"][];
        };
        AdvanceDto: {
            /** @description Interest and penalty run up to today and not paid */
            accruedInterest: components["schemas"]["MoneyDto"];
            /** @description What may be done now */
            allowedActions: string[];
            /**
             * @description Per year, as a fraction
             * @example 0.0435
             */
            annualRate: string;
            /** @description It waits for a second person, and goes on by itself when they approve; null while it does not */
            awaitingApproval: components["schemas"]["AwaitedApprovalDto"] | null;
            /** @description The refund claim that secures it */
            claimId: string | null;
            /**
             * Format: date-time
             * @description When it was asked for
             */
            createdAt: string;
            /**
             * Format: int32
             * @description Days of the year that interest is counted by
             * @example 360
             */
            dayBasis: number;
            /** @description The last request, where it came to nothing: give the command again to ask anew */
            declinedApproval: components["schemas"]["DeclinedApprovalDto"] | null;
            /**
             * Format: date
             * @description Value date of the payment
             */
            drawnOn: string | null;
            /**
             * Format: date-time
             * @description By when the lender should have answered
             */
            expectedBy: string | null;
            /** @description Fees not paid */
            feesDue: components["schemas"]["MoneyDto"];
            /**
             * @description Id
             * @example adv_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * Format: date
             * @description When it must be repaid
             */
            maturityOn: string;
            /**
             * @description The order
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /** @description Principal still owed */
            outstanding: components["schemas"]["MoneyDto"];
            /** @description What was asked for, and paid out */
            principal: components["schemas"]["MoneyDto"];
            /**
             * @description Product
             * @example refund_advance
             */
            product: string;
            /** @description Why it was declined, or could not be had */
            reasons: string[];
            /**
             * @description The borrower
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "awaiting_approval" | "requested" | "drawn" | "repaid" | "declined" | "ineligible";
            /**
             * Format: int32
             * @description Version; the ETag
             */
            version: number;
        };
        AdvanceInterestDto: {
            /**
             * @description Per year, as a fraction
             * @example 0.06
             */
            annualRate: string;
            /**
             * Format: int32
             * @description Default 365 for GBP and HKD, else 360
             * @example 360
             */
            dayBasis?: number;
            /**
             * Format: int32
             * @description Days that the advance is out
             * @example 60
             */
            days: number;
        };
        AdvancePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["AdvanceDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        AdvanceRuleDto: {
            /** @description Which rule */
            id: string;
            /** @description Where it stands */
            source: string;
            /** @description In which wording */
            version: string;
        };
        AdvanceStepDto: {
            /** @description How it was worked out */
            formula: string;
            /** @description The figure */
            name: string;
            /** @description What came out */
            value: string;
        };
        AgencyAgreementDto: {
            /** @description Who files */
            agent: components["schemas"]["AgentDto"];
            /** @description What the agent has filed, once confirmed */
            agentFiling: components["schemas"]["OfficeFilingDto"] | null;
            /**
             * @description Number of the agreement
             * @example DBTS-2026-0001
             */
            agreementNumber: string;
            /** @description Commands that may be given now */
            allowedActions: string[];
            /**
             * Format: date-time
             * @description When it was confirmed
             */
            confirmedAt: string | null;
            /**
             * Format: date-time
             * @description When it was entered
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was withdrawn, ended, or found over
             */
            endedAt: string | null;
            /**
             * Format: date
             * @description The day on which it ended, in China
             * @example 2027-06-30
             */
            endedOn: string | null;
            /**
             * @description Id
             * @example agy_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description What the producer has filed, once confirmed */
            producerFiling: components["schemas"]["OfficeFilingDto"] | null;
            /**
             * @description The manufacturer whose refunds are filed
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            producerId: string;
            /**
             * @description Its name when the agreement was entered
             * @example 慈溪示例电器有限公司
             */
            producerName: string;
            /** @description Why it was withdrawn or ended */
            reason: string | null;
            /**
             * Format: date
             * @description The day it was signed
             * @example 2026-11-20
             */
            signedOn: string;
            /**
             * @description Where it stands; new states may come
             * @enum {string}
             */
            state: "drafted" | "in_force" | "withdrawn" | "ended" | "expired";
            /**
             * Format: date-time
             * @description When it last changed
             */
            updatedAt: string;
            /**
             * Format: date
             * @description First day, in China
             * @example 2026-11-20
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day, in China; null: until somebody ends it
             * @example 2027-11-19
             */
            validTo: string | null;
            /**
             * Format: int32
             * @description Counts the changes; also the ETag
             * @example 1
             */
            version: number;
        };
        AgencyAgreementPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["AgencyAgreementDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        AgencyConfirmationRequest: {
            /** @description The agent’s filing (代办退税备案), with its rules of risk control */
            agentFiling?: components["schemas"]["OfficeFilingDto"];
            /** @description The producer’s filing of whom it entrusts (委托代办退税备案), with the refund account */
            producerFiling?: components["schemas"]["OfficeFilingDto"];
        };
        AgencyEndRequest: {
            /**
             * @description Why
             * @example The producer files for itself from now on
             */
            reason: string;
        };
        AgencyItemDto: {
            /** @description Export value (FOB), any currency */
            fob: components["schemas"]["MoneyDto"];
            /**
             * @description CNY per one unit of the currency of `fob`; required unless that is CNY
             * @example 7.0827
             */
            fxRate?: string;
            /**
             * @description At most the VAT rate
             * @example 0.09
             */
            refundRate: string;
            /**
             * @description VAT rate as a fraction
             * @example 0.13
             */
            vatRate: string;
        };
        AgencyPolicyDto: {
            /** @description Whether nothing is filed for a producer without an agreement */
            required: boolean;
            /** @description False of a live tenant, where the law decides */
            settable: boolean;
        };
        AgencyPolicyRequest: {
            /**
             * @description Whether nothing is filed for a producer without an agreement
             * @example true
             */
            required: boolean;
        };
        AgencyRefundDto: {
            /** @description Sum over the items */
            invoiceAmount: components["schemas"]["MoneyDto"];
            /** @description Sum over the items */
            invoiceTax: components["schemas"]["MoneyDto"];
            /** @description In the order of the request */
            items: components["schemas"]["AgencyResultDto"][];
            /** @description Sum over the items */
            refund: components["schemas"]["MoneyDto"];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        AgencyRefundRequest: {
            /** @description One per declaration item */
            items: components["schemas"]["AgencyItemDto"][];
        };
        AgencyRequest: {
            /** @description Who files (外贸综合服务企业) */
            agent: components["schemas"]["AgentDto"];
            /**
             * @description Number of the agreement
             * @example DBTS-2026-0001
             */
            agreementNumber: string;
            /**
             * @description The manufacturer whose refunds are filed (生产企业)
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            producerId: string;
            /**
             * Format: date
             * @description The day it was signed
             * @example 2026-11-20
             */
            signedOn: string;
            /**
             * Format: date
             * @description First day, in China
             * @example 2026-11-20
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day, in China; left out: until somebody ends it
             * @example 2027-11-19
             */
            validTo?: string;
        };
        AgencyResultDto: {
            /** @description 金额 of the invoice 代办退税专用: the FOB value itself */
            invoiceAmount: components["schemas"]["MoneyDto"];
            /** @description 税额 of that invoice */
            invoiceTax: components["schemas"]["MoneyDto"];
            /** @description To the manufacturer */
            refund: components["schemas"]["MoneyDto"];
        };
        AgentDto: {
            /**
             * @description Registered name
             * @example 宁波示例外贸综合服务有限公司
             */
            name: string;
            /**
             * @description Unified social credit code
             * @example 91330206MA2TAXAGN4
             */
            uscc: string;
        };
        AllocationDto: {
            /** @description So much of the collection */
            amount: components["schemas"]["MoneyDto"];
            /**
             * @description How it was found
             * @example reference
             * @enum {string}
             */
            by: "reference" | "payer_and_amount" | "person";
            /**
             * @description What converted it by itself, if anything did
             * @example cnv_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            conversionId: string | null;
            /** @description Taken from it for what the seller owes on this order in this currency, such as freight */
            duesTaken: components["schemas"]["MoneyDto"];
            /**
             * @description The order that it pays for
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
        };
        ApiKeyDto: {
            /**
             * @description Where it may be used from: addresses and networks (CIDR), IPv4 or IPv6; null: from anywhere
             * @example null
             */
            allowedNetworks: string[] | null;
            /**
             * Format: date
             * @description The version of the API it is pinned to: the current one when it was made; `Api-Version` goes before it
             * @example 2026-11-24
             */
            apiVersion: string;
            /**
             * Format: date-time
             * @description When it was made
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends by itself; null: never
             * @example null
             */
            expiresAt: string | null;
            /**
             * @description The key’s id, as the audit names it
             * @example key_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description The last four signs of the secret
             * @example x7Qz
             */
            lastFour: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null: never
             * @example null
             */
            lastUsedAt: string | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description For whom or what it is
             * @example ERP of Ningbo Example Trading
             */
            name: string;
            /**
             * @description Whether its requests must be signed: it has a `signatureKey`
             * @example false
             */
            requiresSignature: boolean;
            /**
             * Format: date-time
             * @description Since when it is refused; null: it is not
             * @example null
             */
            revokedAt: string | null;
            /**
             * @description What it may do
             * @example [
             *       "orders:read",
             *       "orders:write"
             *     ]
             */
            scopes: string[];
            /**
             * @description Ed25519 public key (the `x` of its JWK) that its requests must be signed with, by RFC 9421; null: they need not be signed
             * @example null
             */
            signatureKey: string | null;
            /**
             * @description The key that took its place by rotation
             * @example null
             */
            successorId: string | null;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        ApiKeyPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ApiKeyDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ApiKeyRequest: {
            /**
             * @description Where it may be used from: addresses and networks (CIDR), IPv4 or IPv6; null: from anywhere
             * @example null
             */
            allowedNetworks?: string[] | null;
            /**
             * Format: date-time
             * @description When it ends by itself
             * @example 2099-12-31T00:00:00Z
             */
            expiresAt?: string | null;
            /**
             * @description For whom or what it is
             * @example ERP of Ningbo Example Trading
             */
            name: string;
            /**
             * @description What it may do; at most what the calling key may do
             * @example [
             *       "orders:read",
             *       "orders:write"
             *     ]
             */
            scopes: ("orders:read" | "orders:write" | "parties:read" | "parties:write" | "customs:read" | "customs:write" | "freight:read" | "freight:write" | "fx:read" | "fx:write" | "tax_refund:read" | "tax_refund:write" | "financing:read" | "financing:write" | "ledger:read" | "catalogue:read" | "calculations:use" | "webhooks:read" | "webhooks:write" | "events:read" | "events:write" | "audit:read" | "operations:read" | "operations:write" | "bulk:read" | "bulk:write" | "keys:read" | "keys:write" | "users:read" | "users:write" | "approvals:read" | "approvals:request" | "mandates:read" | "mandates:write")[];
            /**
             * @description Ed25519 public key (the `x` of its JWK) that its requests must be signed with, by RFC 9421; null: they need not be signed
             * @example null
             */
            signatureKey?: string | null;
        };
        AppliedRateDto: {
            /** @description HS code */
            hsCode: string;
            /**
             * @description Refund rate on the export date
             * @example 0.13
             */
            refundRate: string;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        ApprovalDto: {
            /** @description Commands that can be given now */
            allowedActions: ("approve" | "refuse" | "withdraw" | "expire")[];
            /** @description How much it is about; null where nobody can say */
            amount: components["schemas"]["MoneyDto"] | null;
            /**
             * Format: int32
             * @description How many have to approve
             * @example 1
             */
            approversNeeded: number;
            /**
             * @description Who asked, as the audit names them; of what the platform does by itself, who set it going
             * @example [
             *       "user:usr_01jdq3x7k2e9ta6v0m8r4c5wzb"
             *     ]
             */
            askedBy: string[];
            /**
             * @description What is to be done
             * @example fx.payout
             * @enum {string}
             */
            command: "customs.declaration.submission" | "fx.conversion" | "fx.payout" | "tax_refund.claim.filing" | "financing.advance.draw";
            /**
             * @description The same for a person
             * @example Pay out to the seller
             */
            commandName: string;
            /**
             * Format: date-time
             * @description When it was asked for
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /** @description Who has said what */
            decisions: components["schemas"]["DecisionDto"][];
            /**
             * Format: date-time
             * @description Until when somebody may decide
             * @example 2026-11-27T08:00:00.000Z
             */
            expiresAt: string;
            /**
             * @description Id of the request
             * @example apr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description The people behind it, who cannot decide
             * @example [
             *       "usr_01jdq3x7k2e9ta6v0m8r4c5wzb"
             *     ]
             */
            makers: string[];
            /**
             * @description Kind of resource
             * @example approval
             * @enum {string}
             */
            object: "approval";
            /**
             * @description The order it belongs to
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /**
             * @description Of an approval: whether it was carried out, or was void because what was approved had changed
             * @enum {string|null}
             */
            outcome: "used" | "void" | null;
            /** @description Why it was refused or withdrawn */
            reason: string | null;
            /** @description Whose people may decide */
            roles: ("owner" | "approver" | "finance")[];
            /**
             * @description State
             * @example pending
             * @enum {string}
             */
            state: "pending" | "approved" | "refused" | "expired" | "withdrawn";
            /**
             * @description Its id
             * @example pay_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            subjectId: string;
            /**
             * @description Kind of what it is to be done to
             * @example payout
             * @enum {string}
             */
            subjectType: "declaration" | "conversion" | "payout" | "claim" | "advance";
            /**
             * @description What exactly would be done
             * @example 70741.19 CNY for SO-1 to ending 3456
             */
            summary: string;
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
        };
        ApprovalPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ApprovalDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ApprovalPolicyDto: {
            /**
             * Format: int32
             * @description How many of them
             * @example 1
             */
            approvers: number;
            /**
             * @description What takes a second person; new ones may come
             * @example fx.payout
             * @enum {string}
             */
            command: "customs.declaration.submission" | "fx.conversion" | "fx.payout" | "tax_refund.claim.filing" | "financing.advance.draw";
            /**
             * Format: date-time
             * @description When it was made
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Since when it is not in force any more; null while it is
             */
            endedAt: string | null;
            /**
             * @description Id of the policy
             * @example apl_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: int32
             * @description Hours that a request waits before it expires
             * @example 72
             */
            lifetimeHours: number;
            /** @description One amount per currency: what is above it needs approval, what is exactly it does not. In a currency without a limit everything does; amounts are not converted to be compared */
            limits: components["schemas"]["MoneyDto"][];
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Kind of resource
             * @example approval_policy
             * @enum {string}
             */
            object: "approval_policy";
            /**
             * @description Whose people may approve: any of these
             * @example [
             *       "approver",
             *       "owner"
             *     ]
             */
            roles: ("owner" | "approver" | "finance")[];
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
        };
        ApprovalPolicyPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ApprovalPolicyDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ApprovalReasonRequest: {
            /**
             * @description Why; who asked reads it
             * @example The account is new to us
             */
            reason: string;
        };
        AttemptDto: {
            /**
             * Format: int32
             * @description How long the receiver took, in milliseconds
             */
            durationMs: number;
            /** @description Why there was no answer */
            error: string | null;
            /**
             * Format: int32
             * @description Counts from 1 in each round
             */
            number: number;
            /** @description The first bytes of the answer */
            response: string | null;
            /**
             * Format: date-time
             * @description When it was sent
             */
            startedAt: string;
            /**
             * Format: int32
             * @description Status of the answer
             */
            status: number | null;
        };
        AuditPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["AuditRecordDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        AuditRecordDto: {
            /**
             * @description Whose credential the actor is, where it acted for this tenant; null: this tenant’s own
             * @example null
             */
            actingTenant: string | null;
            /**
             * @description What
             * @example customs.declaration.submission
             */
            action: string;
            /**
             * @description Who
             * @example api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            actor: string;
            /**
             * @description More facts
             * @example {}
             */
            details: {
                [key: string]: unknown;
            };
            /**
             * @description Its state before
             * @example draft
             */
            fromState: string | null;
            /**
             * @description The line
             * @example aud_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description The mandate it acted under; null: none
             * @example null
             */
            mandateId: string | null;
            /**
             * Format: date-time
             * @description When, by the tenant’s clock
             * @example 2026-04-01T02:00:00.000Z
             */
            occurredAt: string;
            /**
             * @description Which one
             * @example dec_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            resourceId: string;
            /**
             * @description Kind of the resource
             * @example declaration
             */
            resourceType: string;
            /**
             * @description Its state after
             * @example submitting
             */
            toState: string | null;
        };
        AuthorizationServerDto: {
            /**
             * @description Grants
             * @example [
             *       "client_credentials"
             *     ]
             */
            grant_types_supported: string[];
            /**
             * @description Who issues
             * @example https://api.example.com
             */
            issuer: string;
            /**
             * @description Where the keys are
             * @example https://api.example.com/.well-known/jwks.json
             */
            jwks_uri: string;
            /**
             * @description None: there is no authorization endpoint
             * @example []
             */
            response_types_supported: string[];
            /**
             * @description All scopes
             * @example [
             *       "orders:read"
             *     ]
             */
            scopes_supported: string[];
            /**
             * @description For people
             * @example https://api.example.com/docs
             */
            service_documentation: string;
            /**
             * @description Where tokens are got
             * @example https://api.example.com/oauth/token
             */
            token_endpoint: string;
            /**
             * @description How clients prove themselves
             * @example [
             *       "client_secret_basic",
             *       "client_secret_post"
             *     ]
             */
            token_endpoint_auth_methods_supported: string[];
        };
        AwaitedApprovalDto: {
            /**
             * Format: date-time
             * @description Until when somebody may decide
             * @example 2026-11-27T08:00:00.000Z
             */
            expiresAt: string;
            /**
             * @description The request for approval
             * @example apr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Where it is read and decided
             * @example /v1/approvals/apr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            url: string;
        };
        BalanceDto: {
            /** @description Posted less held */
            available: components["schemas"]["MoneyDto"];
            /** @description What is set aside for payments under way */
            held: components["schemas"]["MoneyDto"];
            /** @description What the postings sum to, on the account’s normal side */
            posted: components["schemas"]["MoneyDto"];
        };
        BankAccountDto: {
            /**
             * @description Whose account it is, as the bank writes it
             * @example 宁波示例进出口有限公司
             */
            accountHolder: string;
            /**
             * @description Account number
             * @example 3310010120100123456
             */
            accountNumber: string;
            /**
             * @description CNAPS code of the branch (联行号), 12 digits
             * @example 102332000012
             */
            cnaps: string;
        };
        BilingualDto: {
            /** @description English */
            en: string;
            /** @description Chinese */
            zh: string;
        };
        BoardConversionDto: {
            /** @description In the currency of the quote */
            converted: components["schemas"]["MoneyDto"];
            /**
             * @description Which price
             * @enum {string}
             */
            rateName: "spotBuy" | "cashBuy" | "spotSell" | "cashSell";
            /** @description As quoted */
            rateUsed: string;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        BoardConversionRequest: {
            /** @description The foreign currency */
            amount: components["schemas"]["MoneyDto"];
            /**
             * @description `telegraphic` 现汇 (default) or `notes` 现钞
             * @enum {string}
             */
            form?: "telegraphic" | "notes";
            /** @description The bank's board, as the bank sees it; the price needed is required */
            quote: components["schemas"]["BoardQuoteDto"];
            /**
             * @description What the customer does with it: `sell` 结汇, `buy` 购汇
             * @enum {string}
             */
            side: "sell" | "buy";
        };
        BoardDto: {
            /**
             * Format: date-time
             * @description Time of the board, as the bank says
             * @example 2026-11-24T08:00:00.000Z
             */
            asOf: string;
            /**
             * Format: date-time
             * @description When it was fetched
             * @example 2026-11-24T08:00:01.000Z
             */
            fetchedAt: string;
            /** @description Prices, by currency */
            quotes: components["schemas"]["BoardLineDto"][];
        };
        BoardLineDto: {
            /**
             * @description 现钞买入: who sells notes gets it, CNY
             * @example 702.36
             */
            cashBuy: string;
            /**
             * @description 现钞卖出: who buys notes pays it, CNY
             * @example 711.10
             */
            cashSell: string;
            /**
             * @description ISO 4217 code
             * @example USD
             */
            currency: string;
            /**
             * @description 现汇买入: who sells money on account gets it, CNY
             * @example 708.12
             */
            spotBuy: string;
            /**
             * @description 现汇卖出: who buys money on account pays it, CNY
             * @example 711.10
             */
            spotSell: string;
            /**
             * @description So many units cost the prices
             * @example 100
             */
            unit: string;
        };
        BoardQuoteDto: {
            /** @description 现钞买入价 */
            cashBuy?: string;
            /** @description 现钞卖出价 */
            cashSell?: string;
            /**
             * @description What the prices are in: the currency of the answer
             * @example CNY
             * @enum {string}
             */
            currency: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * @description 现汇买入价
             * @example 708.27
             */
            spotBuy?: string;
            /** @description 现汇卖出价 */
            spotSell?: string;
            /**
             * @description Foreign units that a price is for; default 100
             * @example 100
             */
            unit?: string;
        };
        BookingCancellationDto: {
            /**
             * @description Why; the carrier is told
             * @example The buyer has postponed
             */
            reason?: string;
        };
        BookingDto: {
            /**
             * @description What can be done now
             * @example [
             *       "request_cancellation"
             *     ]
             */
            allowedActions: string[];
            /**
             * @description DCSA `amendedBookingStatus`
             * @example AMENDMENT_RECEIVED
             */
            amendedBookingStatus: string | null;
            /** @description Arrival at the port of discharge, by the milestones */
            arrival: components["schemas"]["CallTimesDto"];
            /**
             * @description DCSA `bookingCancellationStatus`
             * @example CANCELLATION_RECEIVED
             */
            bookingCancellationStatus: string | null;
            /**
             * @description DCSA `bookingStatus`, the carrier's word
             * @example CONFIRMED
             */
            bookingStatus: string | null;
            /**
             * @description What became of the wish to cancel, if any
             * @example none
             * @enum {string}
             */
            cancellation: "none" | "requested" | "declined" | "confirmed";
            /**
             * @description The carrier's number of the booking
             * @example SBK795000001
             */
            carrierBookingReference: string | null;
            /** @description The carrier's number of the request */
            carrierBookingRequestReference: string | null;
            /** @description Freight owed, one sum per currency, as quoted */
            charges: components["schemas"]["MoneyDto"][];
            /**
             * Format: date-time
             * @description When it was asked for
             * @example 2026-11-24T02:00:00.000Z
             */
            createdAt: string;
            /** @description Latest times for papers, weights and boxes */
            cutOffs: components["schemas"]["CutOffDto"][];
            /** @description Departure from the port of loading, by the milestones */
            departure: components["schemas"]["CallTimesDto"];
            /**
             * Format: date-time
             * @description By when the carrier's next word is expected; null once it is over
             */
            expectedBy: string | null;
            /**
             * Format: date
             * @description Day of departure that was asked for
             * @example 2026-12-05
             */
            expectedDepartureDate: string;
            /**
             * @description The booking; the carrier knows it by this number too
             * @example bkg_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Full containers, or part of one
             * @example fcl
             * @enum {string}
             */
            mode: "fcl" | "lcl";
            /**
             * @description The order
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description The word did not come in time; the carrier is being asked
             * @example false
             */
            overdue: boolean;
            /**
             * Format: date
             * @description Arrival by the confirmed plan
             * @example 2027-01-04
             */
            plannedArrival: string | null;
            /**
             * Format: date
             * @description Departure by the confirmed plan
             * @example 2026-12-05
             */
            plannedDeparture: string | null;
            /**
             * @description UN/LOCODE
             * @example DEHAM
             */
            portOfDischarge: string;
            /**
             * @description UN/LOCODE
             * @example CNNGB
             */
            portOfLoading: string;
            /**
             * @description The quote it was booked at; null where none could be given
             * @example frq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            quoteId: string | null;
            /**
             * @description Why it was rejected, declined or cancelled, or what the carrier wants changed
             * @example No space on the requested sailing
             */
            reason: string | null;
            /**
             * @description Your own number
             * @example BKG-2026-17
             */
            reference: string | null;
            /**
             * @description The carrier's service
             * @example SBX1
             */
            serviceCode: string | null;
            /**
             * @description Where it stands
             * @example confirmed
             * @enum {string}
             */
            state: "requested" | "received" | "pending_update" | "confirmed" | "pending_amendment" | "rejected" | "declined" | "cancelled" | "completed";
            /**
             * @description Number of the bill of lading
             * @example SNBX0000795000001
             */
            transportDocumentReference: string | null;
            /**
             * Format: date-time
             * @description When something last happened
             * @example 2026-11-24T02:00:05.000Z
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 3
             */
            version: number;
            /**
             * @description Its IMO number
             * @example 9300001
             */
            vesselImoNumber: string | null;
            /**
             * @description The ship
             * @example SBX ORIENT
             */
            vesselName: string | null;
            /**
             * @description Its voyage
             * @example 026W
             */
            voyageNumber: string | null;
        };
        BookingPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["BookingDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        BookingRequestDto: {
            /**
             * @description The order whose goods are carried
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description An open quote for the shipment of the order
             * @example frq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            quoteId: string;
            /**
             * @description Your own number of the booking; unique
             * @example BKG-2026-17
             */
            reference?: string;
        };
        BoundDto: {
            /**
             * Format: int32
             * @description The most there can be
             * @example 50
             */
            limit: number;
            /**
             * @description Stable name
             * @example webhooks.endpoints
             */
            name: string;
            /**
             * @description Of whom or of what it is the most
             * @enum {string}
             */
            per: "tenant" | "credential" | "request";
            /**
             * @description What is bounded, in your language
             * @example Webhook endpoints
             */
            title: string;
            /**
             * @description What is counted
             * @enum {string}
             */
            unit: "items" | "bytes";
            /**
             * Format: int32
             * @description What there is; null where it does not fill up
             * @example 3
             */
            used: number | null;
        };
        BreakerDto: {
            /**
             * @description `open`: nothing is sent for a while; `half_open`: one trial is due; `closed`: all is well
             * @example closed
             * @enum {string}
             */
            state: "closed" | "open" | "half_open";
            /**
             * Format: date-time
             * @description Until when it is open
             */
            until: string | null;
        };
        BrokerDto: {
            /**
             * @description Customs registration (海关注册编码)
             * @example 3302980001
             */
            customsCode: string;
            /**
             * @description Registered name
             * @example 宁波示例报关有限公司
             */
            name: string;
            /**
             * @description Name in English
             * @example Ningbo Example Customs Broker Co., Ltd.
             */
            nameEn: string;
            /**
             * @description Unified social credit code
             * @example 91330206MA2BR0K3RY
             */
            uscc: string;
        };
        BrokerMandateDto: {
            /**
             * Format: date-time
             * @description When the broker accepted it
             */
            acceptedAt: string | null;
            /**
             * @description Number of the mandate (委托书编号)
             * @example 310120260000000001
             */
            agreementNumber: string;
            /** @description Commands that may be given now */
            allowedActions: string[];
            /** @description Who declares */
            broker: components["schemas"]["BrokerDto"];
            /**
             * Format: date-time
             * @description When it was offered
             */
            createdAt: string;
            /**
             * @description Customs offices by four digits, or whole districts by two; empty or left out: all
             * @example [
             *       "31"
             *     ]
             */
            customsOffices: string[];
            /**
             * Format: date-time
             * @description When it was refused, revoked, or found over
             */
            endedAt: string | null;
            /**
             * @description Id
             * @example bmd_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description For all that is declared meanwhile, or for one order
             * @enum {string}
             */
            kind: "long_term" | "single_shipment";
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description The order that a `single_shipment` is for
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /** @description Why it was refused or revoked */
            reason: string | null;
            /**
             * @description The seller whose goods are declared
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description Its name when the mandate was offered
             * @example 宁波示例进出口有限公司
             */
            sellerName: string;
            /**
             * @description Where it stands; new states may come
             * @enum {string}
             */
            state: "offered" | "in_force" | "refused" | "revoked" | "expired";
            /**
             * @description Supervision modes (监管方式); empty or left out: all
             * @example [
             *       "0110"
             *     ]
             */
            supervisionModes: string[];
            /**
             * Format: date-time
             * @description When it last changed
             */
            updatedAt: string;
            /**
             * Format: date
             * @description First day, in China
             * @example 2026-11-20
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day, in China
             * @example 2027-11-19
             */
            validTo: string;
            /**
             * Format: int32
             * @description Counts the changes; also the ETag
             * @example 1
             */
            version: number;
        };
        BrokerMandatePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["BrokerMandateDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        BrokerMandatePolicyDto: {
            /** @description Whether nothing is declared without a mandate */
            required: boolean;
            /** @description False of a live tenant, where the law decides */
            settable: boolean;
        };
        BrokerMandatePolicyRequest: {
            /**
             * @description Whether nothing is declared without a mandate
             * @example true
             */
            required: boolean;
        };
        BrokerMandateRequest: {
            /**
             * @description Number of the mandate at the single window (委托书编号)
             * @example 310120260000000001
             */
            agreementNumber: string;
            /** @description Who declares (被委托方) */
            broker: components["schemas"]["BrokerDto"];
            /**
             * @description Customs offices by four digits, or whole districts by two; empty or left out: all
             * @example [
             *       "31"
             *     ]
             */
            customsOffices?: string[];
            /**
             * @description `long_term` (长期): whatever is declared while it lasts; `single_shipment` (逐票): one order
             * @example long_term
             * @enum {string}
             */
            kind: "long_term" | "single_shipment";
            /**
             * @description The order that a `single_shipment` is for
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId?: string;
            /**
             * @description The seller whose goods are declared (委托方)
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description Supervision modes (监管方式); empty or left out: all
             * @example [
             *       "0110"
             *     ]
             */
            supervisionModes?: string[];
            /**
             * Format: date
             * @description First day, in China
             * @example 2026-11-20
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day, in China; a year after the first at most
             * @example 2027-11-19
             */
            validTo: string;
        };
        CalculationRuleDto: {
            /**
             * @description Stable name of the rule
             * @example tax-refund.trading
             */
            id: string;
            /** @description Law, notice or custom of the trade */
            source: string;
            /**
             * @description The day from which this wording counts, or the version of the table
             * @example 2026-01-01
             */
            version: string;
        };
        CalculationStepDto: {
            /**
             * @description How it was computed
             * @example round(base × effectiveRate)
             */
            formula: string;
            /**
             * @description The figure, as a path in the result
             * @example items.0.vatRefund
             */
            name: string;
            /**
             * @description What came out; with the currency where it is money
             * @example 1.13 CNY
             */
            value: string;
        };
        CallTimesDto: {
            /**
             * Format: date-time
             * @description As it was
             * @example 2026-12-05T10:12:00.000Z
             */
            actual: string | null;
            /**
             * Format: date-time
             * @description As last estimated
             * @example 2026-12-05T10:00:00.000Z
             */
            estimated: string | null;
            /**
             * Format: date-time
             * @description As planned
             * @example 2026-12-05T10:00:00.000Z
             */
            planned: string | null;
        };
        CameEventDto: {
            /**
             * @description The event
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description What happened
             * @example approvals.request.expired
             */
            type: string;
        };
        CameFailureDto: {
            /**
             * @description Code of the error
             * @example PARTNER.UNAVAILABLE
             */
            code: string;
            /**
             * @description The dead letter
             * @example dlq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description The queue whose work failed
             * @example fx.ask-payout
             */
            queue: string;
        };
        CancelDeclarationDto: {
            /**
             * @description Why
             * @example The buyer withdrew
             */
            reason: string;
        };
        CancellationRequest: {
            /**
             * @description Why, for the timeline
             * @example The buyer withdrew the contract
             */
            reason: string;
        };
        CaseDeadlinesDto: {
            /**
             * Format: date
             * @description Not collected by then: the refund must be given back
             */
            collectBy: string;
            /**
             * Format: date
             * @description From this day an unfiled export counts as sold at home
             */
            deemedDomesticOn: string | null;
            /**
             * Format: date
             * @description Last day of the regular filing window
             */
            fileBy: string;
            /**
             * Format: date
             * @description Last day on which filing is possible at all
             */
            filingExpiresOn: string | null;
        };
        CaseInvoiceDto: {
            /** @description Without VAT */
            amountExVat: components["schemas"]["MoneyDto"];
            /**
             * @description Id
             * @example inv_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /** @description 发票号码 */
            invoiceNumber: string;
            /**
             * Format: date
             * @description Day of issue
             */
            issuedOn: string;
        };
        CebConversionDto: {
            /** @description What is wrong, the first 500 */
            findings: components["schemas"]["CebFindingDto"][];
            /** @description The message as JSON, as far as it could be read */
            json: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Name of the root; null: no message of cross-border e-commerce
             * @example CEB304Message
             * @enum {string|null}
             */
            message: "CEB213Message" | "CEB214Message" | "CEB215Message" | "CEB216Message" | "CEB303Message" | "CEB304Message" | "CEB311Message" | "CEB312Message" | "CEB403Message" | "CEB404Message" | "CEB411Message" | "CEB412Message" | "CEB505Message" | "CEB506Message" | "CEB507Message" | "CEB508Message" | "CEB509Message" | "CEB510Message" | "CEB511Message" | "CEB512Message" | "CEB513Message" | "CEB514Message" | "CEB603Message" | "CEB604Message" | "CEB605Message" | "CEB606Message" | "CEB607Message" | "CEB608Message" | "CEB621Message" | "CEB622Message" | "CEB623Message" | "CEB624Message" | "CEB625Message" | "CEB626Message" | "CEB701Message" | "CEB702Message" | "CEB711Message" | "CEB712Message" | "CEB792Message" | "CEB816Message" | "CEB818Message" | "CEB900Message" | null;
            /**
             * @description Whether it is as the official schema has it
             * @example true
             */
            valid: boolean;
            /**
             * @description The message as we write it; null where it is not valid
             * @example <ceb:CEB304Message guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0" xmlns:ceb="http://www.chinaport.gov.cn/ceb">…
             */
            xml: string | null;
        };
        CebConversionRequest: {
            /** @description The message as JSON: elements by their official names, values as text, what may repeat as an array; `guid` and `version` of the root beside them */
            json?: {
                [key: string]: unknown;
            };
            /**
             * @description Name of the root
             * @example CEB304Message
             * @enum {string}
             */
            message?: "CEB213Message" | "CEB214Message" | "CEB215Message" | "CEB216Message" | "CEB303Message" | "CEB304Message" | "CEB311Message" | "CEB312Message" | "CEB403Message" | "CEB404Message" | "CEB411Message" | "CEB412Message" | "CEB505Message" | "CEB506Message" | "CEB507Message" | "CEB508Message" | "CEB509Message" | "CEB510Message" | "CEB511Message" | "CEB512Message" | "CEB513Message" | "CEB514Message" | "CEB603Message" | "CEB604Message" | "CEB605Message" | "CEB606Message" | "CEB607Message" | "CEB608Message" | "CEB621Message" | "CEB622Message" | "CEB623Message" | "CEB624Message" | "CEB625Message" | "CEB626Message" | "CEB701Message" | "CEB702Message" | "CEB711Message" | "CEB712Message" | "CEB792Message" | "CEB816Message" | "CEB818Message" | "CEB900Message";
            /**
             * @description A message as it came; or `message` and `json`
             * @example <ceb:CEB304Message guid="4CDE1CFD-EDED-46B1-946C-B8022E42FC94" version="1.0" xmlns:ceb="http://www.chinaport.gov.cn/ceb">…
             */
            xml?: string;
        };
        CebFieldDto: {
            /**
             * Format: int32
             * @description Digits at most, of a number
             * @example 19
             */
            digits: number | null;
            /**
             * @description The only value; null: any
             * @example 142
             */
            fixed: string | null;
            /**
             * @description JSON pointer, with `*` for the place in an array
             * @example /Order/*\/OrderHead/orderNo
             */
            json: string;
            /**
             * @description `group` has fields of its own; `signature` and `extension` are markup, as text in JSON
             * @example text
             * @enum {string}
             */
            kind: "text" | "decimal" | "integer" | "group" | "signature" | "extension";
            /**
             * @description Official name
             * @example 订单编号
             */
            label: string;
            /**
             * Format: int32
             * @description Characters at most; null: not counted
             * @example 60
             */
            maxLength: number | null;
            /**
             * Format: int32
             * @description How often it may stand; null: without end
             * @example 1
             */
            maxOccurs: number | null;
            /**
             * Format: int32
             * @description Characters at least; null: not counted
             * @example 0
             */
            minLength: number | null;
            /**
             * Format: int32
             * @description Decimal places at most, of a number
             * @example 5
             */
            places: number | null;
            /**
             * @description Whether it must be there
             * @example true
             */
            required: boolean;
            /**
             * @description What an empty element counts as; null: nothing
             * @example 142
             */
            whenEmpty: string | null;
            /**
             * @description XPath in the message
             * @example /ceb:CEB303Message/ceb:Order/ceb:OrderHead/ceb:orderNo
             */
            xml: string;
        };
        CebFindingDto: {
            /** @description What was found, and how to mend it */
            detail: string;
            /**
             * @description JSON pointer into `json`
             * @example /OrderReturn/0/returnTime
             */
            path: string;
            /**
             * @description Which demand is not met
             * @example length
             * @enum {string}
             */
            rule: "well_formed" | "message" | "required" | "unknown" | "order" | "too_many" | "stray_text" | "attribute" | "type" | "character" | "length" | "fixed" | "decimal" | "digits" | "places" | "integer" | "markup" | "signature";
        };
        CebMappingDto: {
            /**
             * @description Of which trade
             * @example export
             * @enum {string}
             */
            direction: "export" | "import";
            /** @description Attributes of the root, then each element in its order */
            fields: components["schemas"]["CebFieldDto"][];
            /**
             * @description Official name
             * @example 电子订单数据
             */
            label: string;
            /**
             * @description Name of the root
             * @example CEB303Message
             */
            message: string;
            /**
             * @description Namespace of `ceb`
             * @example http://www.chinaport.gov.cn/ceb
             */
            namespace: string;
        };
        CebMessageDto: {
            /**
             * @description Of which trade
             * @example export
             * @enum {string}
             */
            direction: "export" | "import";
            /**
             * @description Official name
             * @example 电子订单数据
             */
            label: string;
            /**
             * @description Name of the root
             * @example CEB303Message
             */
            message: string;
        };
        CebMessageListDto: {
            /** @description Every message */
            data: components["schemas"]["CebMessageDto"][];
        };
        ChainBreakDto: {
            /**
             * @description The line was changed; the line is gone; or a seal is gone
             * @example line_changed
             * @enum {string}
             */
            fault: "line_changed" | "line_missing" | "seal_missing";
            /**
             * Format: int32
             * @description Position of the first seal that does not hold, from 1
             * @example 42
             */
            position: number;
            /**
             * @description The line that the seal is for
             * @example aud_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            recordId: string | null;
        };
        ChainReportDto: {
            /** @description Where it breaks; null when intact */
            brokenAt: components["schemas"]["ChainBreakDto"] | null;
            /**
             * @description SHA-256 of the chain up to the last good line; keep it elsewhere to prove more than we can
             * @example 3f0a2c0f6d5b1c9a7e4d8b2f1a6c3e5d9b7f0a1c2d3e4f5061728394a5b6c7d8
             */
            head: string;
            /**
             * @description True: every sealed line is as it was written
             * @example true
             */
            intact: boolean;
            /**
             * Format: int32
             * @description Lines not sealed yet; the worker seals them within moments
             * @example 0
             */
            unsealed: number;
            /**
             * Format: int32
             * @description Lines verified, from the first on
             * @example 1204
             */
            verified: number;
        };
        ChangeDto: {
            /**
             * @description The newest version of the API that day
             * @example 2026-11-24
             */
            apiVersion: string;
            /**
             * @description The contract from then on: the first digits of its hash
             * @example 0e36b12edf42
             */
            contract: string;
            /**
             * Format: date
             * @description Day of the change
             * @example 2026-11-29
             */
            on: string;
            /** @description What it is about, by `operationId` */
            operations: components["schemas"]["ChangedOperationsDto"];
            /** @description In words */
            summary: components["schemas"]["SummaryDto"];
        };
        ChangedOperationsDto: {
            /**
             * @description New
             * @example [
             *       "placeOrder"
             *     ]
             */
            added: string[];
            /**
             * @description With other parameters, bodies or answers
             * @example [
             *       "createOrder"
             *     ]
             */
            changed: string[];
            /**
             * @description Told to end; the contract names their last day as `x-sunset`
             * @example []
             */
            deprecated: string[];
            /**
             * @description Gone
             * @example []
             */
            removed: string[];
        };
        ChangelogDto: {
            /** @description Every change, newest first */
            data: components["schemas"]["ChangeDto"][];
        };
        ChargeableWeightDto: {
            /**
             * @description Which of the two decided the weight
             * @enum {string}
             */
            basis: "gross" | "volume";
            /** @description What is charged, kg, to the gram */
            chargeableKg: string;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
            /** @description Volumetric weight, kg, to the gram */
            volumetricKg: string;
        };
        ChargeableWeightRequest: {
            /**
             * @description cm³ per kilogram; with pieces only
             * @example 6000
             */
            divisor?: string;
            /**
             * @description Gross weight of the whole shipment, kg
             * @example 45
             */
            grossKg: string;
            /**
             * @description Kilograms that one cubic metre counts as
             * @example 167
             */
            kgPerCbm?: string;
            /**
             * @description Decides the default divisor: 6000 by air, 5000 by courier
             * @enum {string}
             */
            mode: "air" | "courier";
            /** @description The pieces; or `volumeCbm` with `kgPerCbm` */
            pieces?: components["schemas"]["PiecesDto"][];
            /**
             * @description Step to round up to, kg; absent: no rounding up
             * @example 0.5
             */
            roundUpToKg?: string;
            /**
             * @description Cubic metres instead of pieces
             * @example 1.2
             */
            volumeCbm?: string;
            /**
             * @description `full` 全泡 (default), `half` 半泡, `none` 免泡
             * @enum {string}
             */
            volumePolicy?: "full" | "half" | "none";
        };
        CifDto: {
            /** @description Cost and freight */
            cfr: components["schemas"]["MoneyDto"];
            /** @description Cost, insurance and freight */
            cif: components["schemas"]["MoneyDto"];
            /** @description Where the freight is known */
            fob?: components["schemas"]["MoneyDto"];
            /** @description Premium */
            insurance: components["schemas"]["MoneyDto"];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        CifRequest: {
            /** @description CFR price */
            cfr?: components["schemas"]["MoneyDto"];
            /** @description CIF price; one of `cif`, `cfr`, `fob` */
            cif?: components["schemas"]["MoneyDto"];
            /** @description FOB price; with `freight` */
            fob?: components["schemas"]["MoneyDto"];
            /** @description Needed with `fob`; beside the others it gives the FOB price */
            freight?: components["schemas"]["MoneyDto"];
            /**
             * @description Insured value as a multiple of the CIF value
             * @example 1.10
             */
            insuredValueFactor: string;
            /**
             * @description Premium, as a fraction of the insured value
             * @example 0.006
             */
            premiumRate: string;
        };
        ClaimAbandonmentRequest: {
            /**
             * @description Why
             * @example The supplier re-issues the invoice
             */
            reason: string;
        };
        ClaimAnswerDto: {
            /**
             * Format: date-time
             * @description When
             */
            at: string;
            /** @description What was replied */
            text: string;
        };
        ClaimAnswerRequest: {
            /**
             * @description What was replied to the inquiry
             * @example Supplier confirmed the delivery
             */
            text: string;
        };
        ClaimCalculationDto: {
            /**
             * @description The claim
             * @example clm_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            claimId: string;
            /** @description The clocks that the export started */
            deadlines: components["schemas"]["ExplainedDto"];
            /** @description Everything that went in: items, invoices, and the tax period of a manufacturer */
            inputs: {
                [key: string]: unknown;
            };
            /** @description What came out */
            refund: components["schemas"]["MoneyDto"];
            /** @description The refund rate of each item, and where it comes from */
            refundRates: components["schemas"]["AppliedRateDto"][];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        ClaimDto: {
            /**
             * @description The bureau's number
             * @example 33022026795000001
             */
            acceptanceNumber: string | null;
            /**
             * @description The agency agreement that it is filed under (代办退税); null where none was asked for
             * @example agy_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            agencyAgreementId: string | null;
            /** @description Commands that may be given now */
            allowedActions: string[];
            /** @description Replies to inquiries (函调) */
            answers: components["schemas"]["ClaimAnswerDto"][];
            /**
             * Format: int32
             * @description How often it was filed
             * @example 1
             */
            attempt: number;
            /** @description It waits for a second person, and goes on by itself when they approve; null while it does not */
            awaitingApproval: components["schemas"]["AwaitedApprovalDto"] | null;
            /** @description What is to come or has come: as claimed, then as approved, then as paid */
            awarded: components["schemas"]["MoneyDto"];
            /** @description Each check with its outcome */
            checks: components["schemas"]["RefundCheckDto"][];
            /**
             * Format: date
             * @description Not collected by then: the refund must be given back
             */
            collectBy: string;
            /**
             * Format: date-time
             * @description When declaration, invoices and collection agreed
             */
            createdAt: string;
            /** @description The last request, where it came to nothing: give the command again to ask anew */
            declinedApproval: components["schemas"]["DeclinedApprovalDto"] | null;
            /**
             * Format: date
             * @description From this day an unfiled export counts as sold at home
             */
            deemedDomesticOn: string | null;
            /**
             * @description Declaration number (报关单号)
             * @example 310420260795000001
             */
            entryNumber: string;
            /** @description 免抵税额: set off against domestic VAT; of a manufacturer only */
            exemptCredit: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description When the bureau is asked if nothing has come
             */
            expectedBy: string | null;
            /**
             * Format: date
             * @description As printed on the declaration
             * @example 2026-12-05
             */
            exportDate: string;
            /**
             * Format: date
             * @description Last day of the regular filing window
             */
            fileBy: string;
            /**
             * Format: date
             * @description Last day on which filing is possible at all
             */
            filingExpiresOn: string | null;
            /** @description The attempts, the first first */
            filings: components["schemas"]["FilingDto"][];
            /** @description Why it cannot be filed for the producer; null when nothing keeps it back */
            held: components["schemas"]["ClaimHoldDto"] | null;
            /**
             * @description Id
             * @example clm_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /** @description One line for each declared item */
            lines: components["schemas"]["ClaimLineDto"][];
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description VAT that becomes cost */
            nonRefundableVat: components["schemas"]["MoneyDto"];
            /**
             * @description The order that was exported
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description 所属期, YYYYMM
             * @example 202611
             */
            period: string;
            /** @description Why it was queried, rejected or cut */
            reason: string | null;
            /**
             * @description The order's own reference
             * @example SO-2026-0001
             */
            reference: string;
            /** @description As claimed */
            refund: components["schemas"]["MoneyDto"];
            /** @description Where the treasury pays to */
            refundAccount: components["schemas"]["RefundAccountDto"];
            /**
             * @description 免退税, 免抵退税, 代办退税
             * @example trading
             * @enum {string}
             */
            regime: "trading" | "manufacturer" | "agency";
            /**
             * @description The exporter, to whom the refund belongs
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description Where it stands; new states may come
             * @example filed
             * @enum {string}
             */
            state: "matched" | "queued" | "filed" | "accepted" | "queried" | "answered" | "approved" | "rejected" | "paid" | "abandoned";
            /** @description What the refund is computed on */
            taxable: components["schemas"]["MoneyDto"];
            /**
             * @description The treasury's reference of the payment
             * @example TRS795000001
             */
            treasuryReference: string | null;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Counts the changes; also the ETag
             */
            version: number;
        };
        ClaimHoldDto: {
            /** @description What was found */
            detail: string;
            /** @description How to mend it */
            fix: string;
            /**
             * @description The same in words
             * @example The producer has entrusted no agent (代办退税)
             */
            message: string;
            /**
             * @description JSON pointer into this claim
             * @example /sellerId
             */
            pointer: string;
            /**
             * @description What is the matter; new words may come
             * @example agency_missing
             */
            rule: string;
        };
        ClaimInvoiceDto: {
            /** @description How much of its amount, without VAT */
            amountExVat: components["schemas"]["MoneyDto"];
            /**
             * @description The invoice
             * @example inv_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            invoiceId: string;
            /** @description 发票号码 */
            invoiceNumber: string;
            /**
             * Format: int32
             * @description Its line
             */
            lineNumber: number;
            /** @description How much of its quantity */
            quantity: string;
        };
        ClaimLineDto: {
            /**
             * @description Declaration number, 0, item: 21 digits
             * @example 310420260795000001001
             */
            declarationLine: string;
            /** @description As declared */
            goodsName: string;
            /** @description HS code */
            hsCode: string;
            /** @description The purchases that it stands on */
            invoices: components["schemas"]["ClaimInvoiceDto"][];
            /**
             * Format: int32
             * @description The order's line
             */
            lineNumber: number;
            /** @description VAT that becomes cost */
            nonRefundableVat: components["schemas"]["MoneyDto"];
            /** @description Exported quantity, in the unit of the invoices */
            quantity: string;
            /** @description Refund of the line */
            refund: components["schemas"]["MoneyDto"];
            /** @description The lower of the refund rate on the export date and the VAT rate */
            refundRate: string;
            /** @description What the refund is computed on */
            taxable: components["schemas"]["MoneyDto"];
            /** @description Unit code */
            unit: string;
            /** @description VAT rate of the invoice */
            vatRate: string;
        };
        ClaimSummaryDto: {
            /**
             * @description The bureau's number
             * @example 33022026795000001
             */
            acceptanceNumber: string | null;
            /**
             * @description The agency agreement that it is filed under (代办退税); null where none was asked for
             * @example agy_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            agencyAgreementId: string | null;
            /** @description Commands that may be given now */
            allowedActions: string[];
            /** @description Replies to inquiries (函调) */
            answers: components["schemas"]["ClaimAnswerDto"][];
            /**
             * Format: int32
             * @description How often it was filed
             * @example 1
             */
            attempt: number;
            /** @description It waits for a second person, and goes on by itself when they approve; null while it does not */
            awaitingApproval: components["schemas"]["AwaitedApprovalDto"] | null;
            /** @description What is to come or has come: as claimed, then as approved, then as paid */
            awarded: components["schemas"]["MoneyDto"];
            /**
             * Format: date
             * @description Not collected by then: the refund must be given back
             */
            collectBy: string;
            /**
             * Format: date-time
             * @description When declaration, invoices and collection agreed
             */
            createdAt: string;
            /** @description The last request, where it came to nothing: give the command again to ask anew */
            declinedApproval: components["schemas"]["DeclinedApprovalDto"] | null;
            /**
             * Format: date
             * @description From this day an unfiled export counts as sold at home
             */
            deemedDomesticOn: string | null;
            /**
             * @description Declaration number (报关单号)
             * @example 310420260795000001
             */
            entryNumber: string;
            /** @description 免抵税额: set off against domestic VAT; of a manufacturer only */
            exemptCredit: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description When the bureau is asked if nothing has come
             */
            expectedBy: string | null;
            /**
             * Format: date
             * @description As printed on the declaration
             * @example 2026-12-05
             */
            exportDate: string;
            /**
             * Format: date
             * @description Last day of the regular filing window
             */
            fileBy: string;
            /**
             * Format: date
             * @description Last day on which filing is possible at all
             */
            filingExpiresOn: string | null;
            /** @description Why it cannot be filed for the producer; null when nothing keeps it back */
            held: components["schemas"]["ClaimHoldDto"] | null;
            /**
             * @description Id
             * @example clm_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description VAT that becomes cost */
            nonRefundableVat: components["schemas"]["MoneyDto"];
            /**
             * @description The order that was exported
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description 所属期, YYYYMM
             * @example 202611
             */
            period: string;
            /** @description Why it was queried, rejected or cut */
            reason: string | null;
            /**
             * @description The order's own reference
             * @example SO-2026-0001
             */
            reference: string;
            /** @description As claimed */
            refund: components["schemas"]["MoneyDto"];
            /** @description Where the treasury pays to */
            refundAccount: components["schemas"]["RefundAccountDto"];
            /**
             * @description 免退税, 免抵退税, 代办退税
             * @example trading
             * @enum {string}
             */
            regime: "trading" | "manufacturer" | "agency";
            /**
             * @description The exporter, to whom the refund belongs
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description Where it stands; new states may come
             * @example filed
             * @enum {string}
             */
            state: "matched" | "queued" | "filed" | "accepted" | "queried" | "answered" | "approved" | "rejected" | "paid" | "abandoned";
            /** @description What the refund is computed on */
            taxable: components["schemas"]["MoneyDto"];
            /**
             * @description The treasury's reference of the payment
             * @example TRS795000001
             */
            treasuryReference: string | null;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Counts the changes; also the ETag
             */
            version: number;
        };
        ClaimSummaryPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ClaimSummaryDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ClearedDeclarationDto: {
            /**
             * @description Declaration number (报关单号)
             * @example 310420260795000001
             */
            entryNumber: string;
            /**
             * Format: date
             * @description The day the goods left China
             */
            exportDate: string;
            /** @description FOB value */
            fob: components["schemas"]["MoneyDto"];
            /** @description The items */
            items: components["schemas"]["ClearedItemDto"][];
            /**
             * @description 监管方式
             * @example 0110
             */
            supervisionMode: string;
        };
        ClearedItemDto: {
            /**
             * @description Its key in a refund filing: 21 digits
             * @example 310420260795000001001
             */
            declarationLine: string;
            /** @description FOB value; an agency invoice is for this, in CNY */
            fob: components["schemas"]["MoneyDto"];
            /** @description HS code */
            hsCode: string;
            /**
             * Format: int32
             * @description Item of the declaration
             */
            itemNumber: number;
            /** @description The declared units; an invoice counts in one of them */
            quantities: components["schemas"]["UnitQuantityDto"][];
        };
        ClientSecretDto: {
            /**
             * Format: date-time
             * @description When it was made
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends; null: it does not
             * @example null
             */
            expiresAt: string | null;
            /**
             * @description The last four signs of the secret
             * @example x7Qz
             */
            lastFour: string;
        };
        ClockAdvanceDto: {
            /**
             * Format: date-time
             * @description When it was over, by the real time
             */
            endedAt: string | null;
            /**
             * Format: int32
             * @description How many things have fallen due on the way
             * @example 3
             */
            fellDue: number;
            /**
             * Format: date-time
             * @description Where the clock stood
             * @example 2026-05-01T00:00:00.000Z
             */
            from: string;
            /**
             * @description The advance
             * @example cka_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * Format: date-time
             * @description How far it has come
             * @example 2026-06-01T00:00:00.000Z
             */
            reached: string;
            /**
             * Format: date-time
             * @description When it was begun, by the real time
             */
            startedAt: string;
            /**
             * @description How it stands; `stopped`: more fell due than one report holds, advance again to go on
             * @example completed
             * @enum {string}
             */
            state: "advancing" | "completed" | "stopped";
            /**
             * Format: date-time
             * @description Where it was sent
             * @example 2026-06-01T00:00:00.000Z
             */
            to: string;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 5
             */
            version: number;
        };
        ClockAdvancePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ClockAdvanceDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ClockAdvanceRequest: {
            /**
             * Format: date-time
             * @description Where the clock is to go; not before its present time, nor more than 366 days after it
             * @example 2026-05-01T08:00:00+08:00
             */
            to: string;
        };
        ClockDto: {
            /**
             * @description True: it stands still until it is moved; false: it is the real time
             * @example true
             */
            frozen: boolean;
            /**
             * Format: date-time
             * @description The tenant’s present time
             * @example 2026-05-01T00:00:00.000Z
             */
            now: string;
        };
        ClockReportDto: {
            /**
             * Format: date-time
             * @description When it was over, by the real time
             */
            endedAt: string | null;
            /**
             * Format: int32
             * @description How many things have fallen due on the way
             * @example 3
             */
            fellDue: number;
            /**
             * Format: date-time
             * @description Where the clock stood
             * @example 2026-05-01T00:00:00.000Z
             */
            from: string;
            /**
             * @description The advance
             * @example cka_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * Format: date-time
             * @description How far it has come
             * @example 2026-06-01T00:00:00.000Z
             */
            reached: string;
            /** @description What fell due, in the order in which it was done */
            report: components["schemas"]["ClockStepDto"][];
            /**
             * Format: date-time
             * @description When it was begun, by the real time
             */
            startedAt: string;
            /**
             * @description How it stands; `stopped`: more fell due than one report holds, advance again to go on
             * @example completed
             * @enum {string}
             */
            state: "advancing" | "completed" | "stopped";
            /**
             * Format: date-time
             * @description Where it was sent
             * @example 2026-06-01T00:00:00.000Z
             */
            to: string;
            /** @description Work of the tenant that is due and not done as yet */
            unsettled: components["schemas"]["UnsettledDto"][];
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 5
             */
            version: number;
        };
        ClockRequest: {
            /**
             * Format: date-time
             * @description Where the clock is to stand; not before its present time
             * @example 2026-05-01T08:00:00+08:00
             */
            now: string;
        };
        ClockStepDto: {
            /**
             * Format: date-time
             * @description When it was due, by the tenant’s clock
             * @example 2026-05-02T00:00:00.000Z
             */
            dueAt: string;
            /** @description What came of it, in order */
            events: components["schemas"]["CameEventDto"][];
            /** @description What failed of it */
            failures: components["schemas"]["CameFailureDto"][];
            /**
             * @description Why it had an hour
             * @example deadline
             * @enum {string}
             */
            kind: "question" | "deadline" | "retry" | "other";
            /**
             * @description The queue that it was work of
             * @example approvals.expire-request
             */
            queue: string;
            /** @description What it was about, where that can be read */
            resource: components["schemas"]["DueResourceDto"] | null;
            /**
             * @description How it stands now
             * @example done
             * @enum {string}
             */
            result: "done" | "failed" | "waiting";
            /**
             * @description What fell due, in words
             * @example The time to approve is over
             */
            what: string;
            /**
             * Format: date-time
             * @description Where the clock stood when it was done; later than due for what repeats at short intervals
             * @example 2026-05-02T00:00:00.000Z
             */
            workedAt: string;
        };
        CodeProof: {
            /**
             * @description Six digits of the authenticator app, or a recovery code
             * @example 287082
             */
            code: string;
        };
        CollectionAccountDto: {
            /**
             * @description Whose account it is, as buyers must write it
             * @example Ningbo Example Trading Co., Ltd.
             */
            accountHolder: string;
            /**
             * @description What buyers pay to; null until it is open
             * @example 6228480795000001
             */
            accountNumber: string | null;
            /**
             * @description BIC of the bank; null until it is open
             * @example SBXCCNBJXXX
             */
            bankBic: string | null;
            /**
             * Format: date-time
             * @description When it was asked for
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /**
             * @description What it is held in, ISO 4217
             * @example USD
             * @enum {string}
             */
            currency: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * Format: date-time
             * @description When the bank should have answered; null when nothing is awaited
             */
            expectedBy: string | null;
            /**
             * @description Id of the account
             * @example cac_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Kind of resource
             * @example collection_account
             * @enum {string}
             */
            object: "collection_account";
            /** @description Why the bank refused */
            reason: string | null;
            /**
             * @description The seller
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description State
             * @example open
             * @enum {string}
             */
            state: "requested" | "open" | "refused";
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Version of the row
             * @example 2
             */
            version: number;
        };
        CollectionAccountPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["CollectionAccountDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        CollectionDto: {
            /**
             * @description The account
             * @example cac_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            accountId: string;
            /** @description The orders that it pays for */
            allocations: components["schemas"]["AllocationDto"][];
            /** @description Commands that can be given now */
            allowedActions: ("match" | "match_in_part")[];
            /** @description What was booked on the account */
            amount: components["schemas"]["MoneyDto"];
            /**
             * @description The bank’s own reference
             * @example BNK795000002
             */
            bankReference: string;
            /**
             * Format: date
             * @description Day of booking
             * @example 2026-11-24
             */
            bookedOn: string;
            /** @description Kept by banks on the way, where they say so */
            charges: components["schemas"]["MoneyDto"] | null;
            /**
             * Format: date-time
             * @description When it was taken in
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /** @description How it was matched, or what was looked for in vain */
            explanation: components["schemas"]["ExplanationDto"];
            /**
             * @description Id of the collection
             * @example col_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Debits and reversals are recorded and set aside, not booked
             * @example credit
             * @enum {string}
             */
            kind: "credit" | "debit" | "reversal";
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Kind of resource
             * @example collection
             * @enum {string}
             */
            object: "collection";
            /**
             * @description Country of the payer
             * @example DE
             */
            payerCountry: string | null;
            /**
             * @description The payer, as the bank names it
             * @example Hamburg Toys GmbH
             */
            payerName: string | null;
            /**
             * @description What the payer wrote
             * @example INV-2026-001
             */
            remittance: string;
            /**
             * @description The seller whose account it came in on
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description State
             * @example matched
             * @enum {string}
             */
            state: "unmatched" | "partly_matched" | "matched" | "set_aside";
            /** @description What pays for no order yet; over-payments beyond the tolerance stay here */
            surplus: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /**
             * Format: date
             * @description Day from which the money counts
             * @example 2026-11-24
             */
            valueDate: string;
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
        };
        CollectionPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["CollectionDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ConsigneeDto: {
            /**
             * @description Address
             * @example Speicherstadt 1, Hamburg
             */
            address: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            country: string;
            /**
             * @description Name
             * @example Hamburg Toys GmbH
             */
            name: string;
        };
        ConsumerEventsDto: {
            /** @description What was not acknowledged yet, oldest first */
            data: components["schemas"]["EventDto"][];
            /** @description Whether there are more after the last one */
            hasMore: boolean;
        };
        ConsumerStartDto: {
            /**
             * Format: date-time
             * @description With `start: since`: by when events were written
             */
            since?: string;
            /**
             * @description `newest`: what happens from now on; `oldest`: all of the last 90 days; `since`: from an instant
             * @example newest
             * @enum {string}
             */
            start: "newest" | "oldest" | "since";
        };
        ContainerCorrectionDto: {
            /**
             * @description ISO 6346, with check digit
             * @example CSQU3054383
             */
            number: string;
            /**
             * @description ISO 6346 size and type
             * @example 22G1
             */
            sizeType?: string;
        };
        ContainerDto: {
            /**
             * Format: int32
             * @description How many
             * @example 1
             */
            count: number;
            /**
             * @description ISO 6346 size-type code
             * @example 22G1
             */
            sizeType: string;
        };
        ContainerNumberDto: {
            /** @description The right one, as soon as length and format are right */
            checkDigit?: string;
            /**
             * @description As painted on the container
             * @example CSQU 305438 3
             */
            formatted?: string;
            /** @description Without blanks and hyphens, in capitals */
            normalized: string;
            /**
             * @description The first that applies, when it is not valid
             * @enum {string}
             */
            reason?: "length" | "format" | "country" | "checksum";
            /** @description Whether length, format and check digit are right */
            valid: boolean;
            /** @description What a person should know before refusing it */
            warnings?: ("early_pilot_code_possible" | "equipment_category")[];
        };
        ContainerSizeTypeDto: {
            /**
             * @description Kind of container
             * @enum {string}
             */
            category?: "general_purpose" | "refrigerated" | "insulated" | "open_top" | "platform" | "tank" | "pressurised_tank" | "ventilated" | "bulk" | "named_cargo" | "air_surface";
            /** @description The right one, as soon as length and format are right */
            checkDigit?: string;
            /**
             * Format: int32
             * @description Height, inches
             * @example 114
             */
            heightInches?: number;
            /** @description 9 feet 6 inches high */
            highCube?: boolean;
            /**
             * Format: int32
             * @description Length, feet
             * @example 40
             */
            lengthFeet?: number;
            /** @description Without blanks and hyphens, in capitals */
            normalized: string;
            /**
             * @description The first that applies, when it is not valid
             * @enum {string}
             */
            reason?: "length" | "format" | "country" | "checksum";
            /** @description Whether length, format and check digit are right */
            valid: boolean;
            /** @description What a person should know before refusing it */
            warnings?: ("early_pilot_code_possible" | "equipment_category")[];
        };
        ContainersDto: {
            /**
             * Format: int32
             * @description How many
             * @example 2
             */
            count: number;
            /**
             * @description ISO 6346 size-type
             * @example 22G1
             */
            sizeType: string;
        };
        ConversionDto: {
            /** @description Commands that can be given now: none, it goes on by itself */
            allowedActions: string[];
            /** @description It waits for a second person, and goes on by itself when they approve; null while it does not */
            awaitingApproval: components["schemas"]["AwaitedApprovalDto"] | null;
            /** @description What was bought; while it waits, what it would be by the quote */
            bought: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description When it was booked
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /**
             * @description The bank’s number of the deal
             * @example FXD795000001
             */
            dealId: string | null;
            /** @description The last request, where it came to nothing: give the command again to ask anew */
            declinedApproval: components["schemas"]["DeclinedApprovalDto"] | null;
            /**
             * Format: date-time
             * @description When the bank should have dealt; null when nothing is awaited
             */
            expectedBy: string | null;
            /**
             * @description Id of the conversion
             * @example cnv_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Kind of resource
             * @example conversion
             * @enum {string}
             */
            object: "conversion";
            /**
             * @description The order it is for
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /** @description What the order planned to get for it */
            planned: components["schemas"]["MoneyDto"] | null;
            /**
             * @description The quote; null for money that came in CNY and needed none
             * @example fxq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            quoteId: string | null;
            /**
             * @description CNY for `unit` of the foreign currency
             * @example 707.41188
             */
            rate: string;
            /** @description Why the bank refused, and the booking is reversed, or why it lapsed */
            reason: string | null;
            /**
             * @description The seller whose money it is
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /** @description What was sold */
            sold: components["schemas"]["MoneyDto"];
            /**
             * @description State
             * @example booked
             * @enum {string}
             */
            state: "awaiting_approval" | "booked" | "settled" | "failed" | "lapsed";
            /**
             * @description As Chinese boards quote
             * @example 100
             */
            unit: string;
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /**
             * Format: date-time
             * @description Until when it may be carried out; null without such a time
             */
            validUntil: string | null;
            /**
             * Format: date
             * @description Day from which the bank’s money counts
             * @example 2026-11-24
             */
            valueDate: string | null;
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
            /**
             * @description The worst rate that it may be carried out at once it is approved, for `unit`; null at par
             * @example 703.874821
             */
            worstRate: string | null;
        };
        ConversionPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ConversionDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ConversionRequest: {
            /**
             * @description The quote to convert at
             * @example fxq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            quoteId: string;
            /**
             * Format: date-time
             * @description Until when it may be carried out, should it wait; as long as somebody may approve it unless you say
             * @example 2036-04-01T08:00:00.000Z
             */
            validUntil?: string;
            /**
             * @description The worst rate to take, for `unit` of the quote, should it wait for a second person; half a percent worse than the quote unless you say
             * @example 705
             */
            worstRate?: string;
        };
        CorrectionDto: {
            /** @description All container numbers */
            containers?: components["schemas"]["ContainerCorrectionDto"][];
            /**
             * @description Contract number
             * @example INV-2026-001
             */
            contractNumber?: string;
            /**
             * @description Customs office of declaration
             * @example 3104
             */
            declarationOffice?: string;
            /**
             * @description Customs port code of the destination; null goes back to the table
             * @example DEU063
             */
            destinationPortCode?: string | null;
            /**
             * @description Customs office of exit
             * @example 3104
             */
            exitOffice?: string;
            /**
             * @description Customs code of the port of exit; null goes back to the table
             * @example 380101
             */
            exitPortCode?: string | null;
            /** @description Freight after loading */
            freightCharge?: components["schemas"]["MoneyDto"] | null;
            /**
             * @description Where the goods are
             * @example 宁波市北仑区港区一路1号
             */
            goodsPlace?: string;
            /** @description Insurance */
            insuranceCharge?: components["schemas"]["MoneyDto"] | null;
            /** @description The items that change */
            items?: components["schemas"]["ItemCorrectionDto"][];
            /**
             * @description Shipping marks
             * @example HT-2026 C/NO. 1-120
             */
            marks?: string | null;
            /** @description Remarks */
            remarks?: string | null;
            /** @description On what the goods leave */
            transport?: components["schemas"]["TransportCorrectionDto"];
        };
        CreateConsumerDto: {
            /**
             * @description Its name; no other consumer of the tenant has it
             * @example erp-import
             */
            name: string;
            /**
             * Format: date-time
             * @description With `start: since`: by when events were written
             */
            since?: string;
            /**
             * @description `newest`: what happens from now on; `oldest`: all of the last 90 days; `since`: from an instant
             * @example newest
             * @enum {string}
             */
            start: "newest" | "oldest" | "since";
        };
        CreateEndpointDto: {
            /**
             * @description Only when one of these fields has changed; empty: whatever has
             * @example [
             *       "state"
             *     ]
             */
            changedFields?: string[];
            /**
             * @description For people
             * @example ERP, production
             */
            description?: string;
            /**
             * @description Which events: whole types, `customs.*` for a family, `*` for all
             * @example [
             *       "customs.*",
             *       "fx.collection.matched"
             *     ]
             */
            eventTypes: string[];
            /**
             * @description Events of one resource come strictly in their sequence: one that fails holds back the later ones
             * @example false
             */
            ordered?: boolean;
            /**
             * @description `thin`: without `changed` and `data`
             * @example full
             * @enum {string}
             */
            payload?: "full" | "thin";
            /**
             * @description Only of these: kinds of resource, or ids; empty: of all
             * @example [
             *       "declaration"
             *     ]
             */
            resources?: string[];
            /**
             * @description `v1`: HMAC by the secret; `v1a`: Ed25519 by the keys at `/.well-known/webhook-keys`; or `both`
             * @example v1
             * @enum {string}
             */
            signature?: "v1" | "v1a" | "both";
            /**
             * @description Where to send; https
             * @example https://erp.example.com/hooks/entrepot
             */
            url: string;
        };
        CreatedEndpointDto: {
            /**
             * @description Only when one of these fields has changed; empty: whatever has
             * @example [
             *       "state"
             *     ]
             */
            changedFields: string[];
            /**
             * Format: date-time
             * @description When it was created
             */
            createdAt: string;
            /** @description For people */
            description: string;
            /** @description Why it is disabled: `gone` (it said 410), `failing`, `by_caller` */
            disabledReason: string | null;
            /** @description Which events */
            eventTypes: string[];
            /**
             * @description Id
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * Format: date-time
             * @description Until when the secret before this one signs too
             */
            oldSecretExpiresAt: string | null;
            /**
             * @description Events of one resource come strictly in their sequence: one that fails holds back the later ones
             * @example false
             */
            ordered: boolean;
            /**
             * @description `thin`: without `changed` and `data`
             * @example full
             * @enum {string}
             */
            payload: "full" | "thin";
            /**
             * @description Only of these: kinds of resource, or ids; empty: of all
             * @example [
             *       "declaration"
             *     ]
             */
            resources: string[];
            /**
             * @description Signs its messages (Standard Webhooks); shown this once
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret: string;
            /**
             * @description `v1`: HMAC by the secret; `v1a`: Ed25519 by the keys at `/.well-known/webhook-keys`; or `both`
             * @example v1
             * @enum {string}
             */
            signature: "v1" | "v1a" | "both";
            /**
             * @description Whether anything is sent
             * @enum {string}
             */
            state: "enabled" | "disabled" | "removed";
            /** @description Where it is sent to */
            url: string;
            /**
             * Format: int32
             * @description Version; the ETag
             */
            version: number;
        };
        CreatedInboxDto: {
            /**
             * Format: date-time
             * @description When it was made
             */
            createdAt: string;
            /**
             * Format: int32
             * @description How long it waits before it answers, in milliseconds; from 15,000 on nobody waits for it
             * @example 0
             */
            delayMs: number;
            /**
             * @description The endpoint that sends to it
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            endpointId: string;
            /**
             * Format: int32
             * @description How many messages it holds
             * @example 12
             */
            messages: number;
            /**
             * @description Signs its messages (Standard Webhooks); shown this once, null in a repeat under the same Idempotency-Key
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret: string | null;
            /**
             * Format: int32
             * @description The status it answers with
             * @example 204
             */
            status: number;
            /**
             * @description Its address; whoever knows it can put something there
             * @example https://api.example.com/v1/inbound/inbox/ten_01jdq3x7k2e9ta6v0m8r4c5wzb/kPm7…
             */
            url: string;
            /**
             * Format: int32
             * @description Version; the ETag
             */
            version: number;
        };
        CurrencyTrialDto: {
            /** @description Sum of all credit balances */
            credit: components["schemas"]["MoneyDto"];
            /**
             * @description ISO 4217 code
             * @example USD
             */
            currency: string;
            /** @description Sum of all debit balances */
            debit: components["schemas"]["MoneyDto"];
            /** @description Debit less credit: always zero */
            difference: components["schemas"]["MoneyDto"];
            /** @description By account code */
            lines: components["schemas"]["TrialLineDto"][];
        };
        CutOffDto: {
            /**
             * Format: date-time
             * @description Latest time, by the clock of the port
             * @example 2026-12-04T18:00:00+08:00
             */
            at: string;
            /**
             * @description DCSA code: DCO documents, VCO verified gross mass, FCO full container, LCO LCL delivery …
             * @example VCO
             */
            code: string;
        };
        DeadLetterDto: {
            /**
             * @description What may be done now
             * @example [
             *       "retry",
             *       "discard"
             *     ]
             */
            allowedActions: string[];
            /**
             * Format: int32
             * @description How often it was tried
             * @example 8
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When somebody decided
             * @example null
             */
            decidedAt: string | null;
            /**
             * @description Code of the last error
             * @example PARTNER.UNAVAILABLE
             */
            errorCode: string;
            /**
             * @description The last error
             * @example customs did not answer within 10 s
             */
            errorMessage: string;
            /**
             * Format: date-time
             * @description When it was given up
             * @example 2026-04-01T02:00:00.000Z
             */
            failedAt: string;
            /**
             * @description The dead letter
             * @example dlq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description What was to be worked on: ids
             * @example {
             *       "declarationId": "0190…"
             *     }
             */
            payload: {
                [key: string]: unknown;
            };
            /**
             * @description The queue whose work failed
             * @example customs.submit-declaration
             */
            queue: string;
            /**
             * @description Whether somebody has decided
             * @example open
             * @enum {string}
             */
            state: "open" | "retried" | "discarded";
            /**
             * @description The event that was delivered, or `job/` and the queue
             * @example job/customs.submit-declaration
             */
            topic: string;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        DeadLetterPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["DeadLetterDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        DeadlinesDto: {
            /**
             * Format: date
             * @description Collection is due by this day
             */
            collectBy: string;
            /**
             * Format: date
             * @description From this day the sale is deemed domestic; null for exports before 2026
             */
            deemedDomesticOn: string | null;
            /**
             * Format: date
             * @description Last day of the regular filing window
             */
            fileBy: string;
            /**
             * Format: date
             * @description Last day on which filing is possible; null for exports before 2026
             */
            filingExpiresOn: string | null;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        DeadlinesRequest: {
            /**
             * Format: date
             * @description Last collection date of the contract
             */
            contractFinalCollection?: string | null;
            /**
             * Format: date
             * @description Export date printed on the declaration
             * @example 2026-05-31
             */
            exportDate: string;
        };
        DecisionDto: {
            /**
             * Format: date-time
             * @description When
             * @example 2026-11-24T09:00:00.000Z
             */
            at: string;
            /**
             * @description Who
             * @example usr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            userId: string;
            /**
             * @description What they said
             * @example approved
             * @enum {string}
             */
            verdict: "approved" | "refused";
        };
        DeclarationDto: {
            /**
             * Format: date-time
             * @description When we heard of the acceptance
             */
            acceptedAt: string | null;
            /** @description Commands that may be given now */
            allowedActions: string[];
            /**
             * Format: int32
             * @description How often it was declared
             * @example 1
             */
            attempt: number;
            /** @description It waits for a second person, and goes on by itself when they approve; null while it does not */
            awaitingApproval: components["schemas"]["AwaitedApprovalDto"] | null;
            /**
             * Format: date-time
             * @description When we heard of the clearance
             */
            clearedAt: string | null;
            /** @description Who receives abroad */
            consignee: components["schemas"]["ConsigneeDto"];
            /** @description Container numbers */
            containers: components["schemas"]["DeclaredContainerDto"][];
            /**
             * @description Contract number
             * @example INV-2026-001
             */
            contractNumber: string;
            /**
             * Format: date-time
             * @description When it was drafted
             */
            createdAt: string;
            /**
             * @description Currency of the goods
             * @example USD
             */
            currency: string;
            /** @description Who declares (申报单位) */
            declarant: components["schemas"]["DomesticPartyDto"];
            /**
             * @description Customs office of declaration
             * @example 3104
             */
            declarationOffice: string;
            /** @description The last request, where it came to nothing: give the command again to ask anew */
            declinedApproval: components["schemas"]["DeclinedApprovalDto"] | null;
            /**
             * Format: date-time
             * @description When we heard of the departure
             */
            departedAt: string | null;
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            destinationCountry: string;
            /**
             * @description Customs port code, where the table of ports is overruled
             * @example DEU063
             */
            destinationPortCode: string | null;
            /**
             * @description Declaration number (报关单号), from acceptance on
             * @example 222520260795000001
             */
            entryNumber: string | null;
            /**
             * @description Customs office of exit
             * @example 3104
             */
            exitOffice: string;
            /**
             * @description Customs code of the port of exit, where the table is overruled
             * @example 380101
             */
            exitPortCode: string | null;
            /**
             * Format: date-time
             * @description When customs is asked if nothing has come; null when nobody is waited for
             */
            expectedBy: string | null;
            /**
             * Format: date
             * @description The day the goods left China; the tax clocks run from it
             * @example 2026-12-05
             */
            exportDate: string | null;
            /** @description Who exports (境内发货人) */
            exporter: components["schemas"]["DomesticPartyDto"];
            /** @description Every rule that the form breaks */
            findings: components["schemas"]["FindingDto"][];
            /** @description FOB value; null while it cannot be told */
            fob: components["schemas"]["MoneyDto"] | null;
            /** @description Freight after loading */
            freightCharge: components["schemas"]["MoneyDto"] | null;
            /** @description Where the goods are */
            goodsPlace: string;
            /**
             * @description Gross weight of all items as declared, kg
             * @example 1050
             */
            grossWeightKg: string;
            /**
             * @description Id
             * @example dec_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Incoterm
             * @example FOB
             */
            incoterm: string;
            /** @description Customs ordered an inspection */
            inspected: boolean;
            /** @description Insurance */
            insuranceCharge: components["schemas"]["MoneyDto"] | null;
            /** @description The items */
            items: components["schemas"]["DeclaredItemDto"][];
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description Shipping marks; null is declared as N/M */
            marks: string | null;
            /**
             * @description Net weight of all items as declared, kg
             * @example 980
             */
            netWeightKg: string;
            /**
             * @description The order that is exported
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * Format: int32
             * @description Packages of all items
             * @example 120
             */
            packages: number;
            /**
             * @description UN/LOCODE
             * @example DEHAM
             */
            portOfDischarge: string;
            /**
             * @description UN/LOCODE
             * @example CNNGB
             */
            portOfLoading: string;
            /** @description Who made or sold the goods (生产销售单位) */
            producer: components["schemas"]["DomesticPartyDto"];
            /**
             * @description The order's own reference
             * @example PO-2026-0001
             */
            reference: string;
            /** @description Why customs sent it back, in customs' words */
            rejectionReason: string | null;
            /**
             * Format: date-time
             * @description When we heard of the release
             */
            releasedAt: string | null;
            /** @description Remarks */
            remarks: string | null;
            /**
             * @description Where it stands; new states may come
             * @enum {string}
             */
            state: "draft" | "blocked" | "queued" | "submitted" | "accepted" | "reviewing" | "concluded" | "inspecting" | "released" | "departed" | "cleared" | "rejected" | "cancelled";
            /** @description The latest attempt; null before the first */
            submission: components["schemas"]["SubmissionDto"] | null;
            /**
             * Format: date-time
             * @description When customs took the message
             */
            submittedAt: string | null;
            /**
             * @description Supervision mode (监管方式)
             * @example 0110
             */
            supervisionMode: string;
            /** @description On what they leave */
            transport: components["schemas"]["TransportDto"];
            /**
             * @description How the goods cross the border
             * @example sea
             */
            transportMode: string;
            /**
             * Format: date-time
             * @description When it last changed
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Counts the changes; also the ETag
             * @example 1
             */
            version: number;
        };
        DeclarationMessageDto: {
            /** @description The answer to it, word for word */
            answer: string | null;
            /**
             * Format: date-time
             * @description When it was answered
             */
            answeredAt: string | null;
            /**
             * Format: int32
             * @description Counts from 1
             * @example 1
             */
            attempt: number;
            /**
             * @description Our number in the message (ClientSeqNo)
             * @example 01JDQ3X7K2M8R4C5WZ
             */
            clientReference: string;
            /**
             * Format: date-time
             * @description When it was written
             */
            createdAt: string;
            /**
             * Format: int32
             * @description Fields of the message that are filled and checked
             * @example 74
             */
            fieldsChecked: number;
            /**
             * @description Id of the attempt; customs knows the message by it
             * @example dat_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description DecMessage, word for word */
            message: string;
            /** @description Why it was refused or sent back, in customs' words */
            reason: string | null;
            /**
             * @description The single window's number (统一编号)
             * @example E20260000795000001
             */
            sequenceNumber: string | null;
            /**
             * @description What became of it
             * @enum {string}
             */
            state: "queued" | "taken" | "refused" | "accepted" | "rejected" | "withheld";
        };
        DeclarationMessagePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["DeclarationMessageDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        DeclarationNumberDto: {
            /** @description The right one, as soon as length and format are right */
            checkDigit?: string;
            /**
             * @description 关区, four digits
             * @example 3101
             */
            customsOffice?: string;
            /**
             * @description 0 export, 1 import
             * @enum {string}
             */
            direction?: "export" | "import";
            /**
             * Format: int32
             * @description Item of the declaration, with 21 digits
             * @example 2
             */
            itemNumber?: number;
            /** @description Without blanks and hyphens, in capitals */
            normalized: string;
            /**
             * @description The first that applies, when it is not valid
             * @enum {string}
             */
            reason?: "length" | "format" | "country" | "checksum";
            /**
             * @description Nine digits
             * @example 000000123
             */
            sequence?: string;
            /** @description Whether length, format and check digit are right */
            valid: boolean;
            /** @description What a person should know before refusing it */
            warnings?: ("early_pilot_code_possible" | "equipment_category")[];
            /**
             * Format: int32
             * @description Year
             * @example 2026
             */
            year?: number;
        };
        DeclarationReceiptDto: {
            /** @description XML, word for word */
            body: string;
            /**
             * @description CHANNEL of the receipt, or the type of the message
             * @example L
             */
            code: string;
            /**
             * Format: date-time
             * @description When it first came
             */
            createdAt: string;
            /**
             * @description Declaration number
             * @example 222520260795000001
             */
            entryNumber: string | null;
            /**
             * Format: date
             * @description The day the goods left China, where it says so
             * @example 2026-12-05
             */
            exportDate: string | null;
            /**
             * @description Id
             * @example rcp_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description What it means; `other` changes nothing
             * @enum {string}
             */
            kind: "accepted" | "reviewing" | "concluded" | "inspecting" | "released" | "departed" | "cleared" | "rejected" | "deleted" | "other";
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Customs' words
             * @example 海关已接收,入库成功
             */
            note: string;
            /**
             * Format: date-time
             * @description When customs wrote it
             */
            noticedAt: string | null;
            /**
             * @description What it did: `applied`; `late`: said nothing new; `held`: waits for a fact; `superseded`: of an earlier attempt; `ignored`; `waiting`
             * @enum {string}
             */
            outcome: "waiting" | "applied" | "late" | "held" | "ignored" | "superseded";
            /**
             * @description Sent by itself, or got by asking
             * @enum {string}
             */
            source: "callback" | "asked";
            /**
             * Format: int32
             * @description How often the same words came
             * @example 1
             */
            timesSeen: number;
        };
        DeclarationReceiptPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["DeclarationReceiptDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        DeclarationSummaryDto: {
            /** @description Commands that may be given now */
            allowedActions: string[];
            /**
             * Format: int32
             * @description How often it was declared
             * @example 1
             */
            attempt: number;
            /**
             * Format: date-time
             * @description When it was drafted
             */
            createdAt: string;
            /**
             * @description Declaration number (报关单号)
             * @example 222520260795000001
             */
            entryNumber: string | null;
            /**
             * Format: int32
             * @description Findings that keep it from leaving
             * @example 0
             */
            errors: number;
            /**
             * Format: date-time
             * @description When customs is asked if nothing has come
             */
            expectedBy: string | null;
            /**
             * Format: date
             * @description The day the goods left China
             * @example 2026-12-05
             */
            exportDate: string | null;
            /**
             * @description Id
             * @example dec_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description The order that is exported
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description The order's own reference
             * @example PO-2026-0001
             */
            reference: string;
            /** @description Why customs sent it back */
            rejectionReason: string | null;
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "draft" | "blocked" | "queued" | "submitted" | "accepted" | "reviewing" | "concluded" | "inspecting" | "released" | "departed" | "cleared" | "rejected" | "cancelled";
            /**
             * Format: date-time
             * @description When it last changed
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Counts the changes; also the ETag
             * @example 1
             */
            version: number;
            /**
             * Format: int32
             * @description Findings that do not
             * @example 1
             */
            warnings: number;
        };
        DeclarationSummaryPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["DeclarationSummaryDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        DeclaredContainerDto: {
            /**
             * @description ISO 6346, with check digit
             * @example CSQU3054383
             */
            number: string;
            /**
             * @description ISO 6346 size and type
             * @example 22G1
             */
            sizeType: string | null;
        };
        DeclaredItemDto: {
            /**
             * @description Declaration elements (申报要素), joined with `|`
             * @example 塑料玩具|0|2|塑料|无品牌
             */
            declarationElements: string;
            /**
             * @description Quantity in the first legal unit
             * @example 980
             */
            firstQuantity: string;
            /**
             * @description First legal unit
             * @example 035
             */
            firstUnit: string;
            /** @description Value at the port of loading: the total less its share of freight and insurance; null when unknown */
            fob: components["schemas"]["MoneyDto"] | null;
            /**
             * @description Name of the goods (品名)
             * @example 塑料玩具
             */
            goodsName: string;
            /**
             * @description Name in English
             * @example Plastic toys
             */
            goodsNameEn: string;
            /**
             * @description Gross weight, kg
             * @example 1050
             */
            grossWeightKg: string;
            /**
             * @description HS code, ten digits
             * @example 9503008900
             */
            hsCode: string;
            /**
             * Format: int32
             * @description Place on the declaration, from 1
             * @example 1
             */
            itemNumber: number;
            /**
             * @description Net weight, kg
             * @example 980
             */
            netWeightKg: string;
            /**
             * @description The line of the order that it comes from
             * @example oln_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderLineId: string;
            /**
             * @description Country of origin, ISO 3166-1 alpha-2
             * @example CN
             */
            originCountry: string;
            /**
             * @description Package type, code of the customs package table
             * @example 22
             */
            packageType: string;
            /**
             * Format: int32
             * @description Packages
             * @example 120
             */
            packages: number;
            /**
             * @description Quantity in the transaction unit
             * @example 1000
             */
            quantity: string;
            /**
             * @description Quantity in the second legal unit
             * @example 1000
             */
            secondQuantity: string | null;
            /**
             * @description Second legal unit
             * @example 007
             */
            secondUnit: string | null;
            /**
             * @description Source district (境内货源地), five digits
             * @example 33029
             */
            sourceDistrict: string;
            /** @description Price of the item */
            total: components["schemas"]["MoneyDto"];
            /**
             * @description Transaction unit, code of the customs unit table
             * @example 007
             */
            unit: string;
            /**
             * @description Price of one transaction unit
             * @example 10.50
             */
            unitPrice: string;
        };
        DeclaredWeightDto: {
            /** @description As it is declared, kg */
            declaredKilograms: string;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        DeclaredWeightRequest: {
            /**
             * Format: date
             * @description Day of the declaration
             * @example 2026-04-10
             */
            declaredOn: string;
            /**
             * @description Weight as weighed, kg
             * @example 0.456
             */
            kilograms: string;
        };
        DeclinedApprovalDto: {
            /**
             * @description The request for approval
             * @example apr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Why
             * @example The account is new to us
             */
            reason: string;
            /**
             * @description What became of it
             * @example refused
             * @enum {string}
             */
            state: "refused" | "expired" | "withdrawn";
            /**
             * @description Where it is read
             * @example /v1/approvals/apr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            url: string;
        };
        DeliveryDetailDto: {
            /**
             * Format: int32
             * @description Tries so far in this round
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it became due
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was taken
             */
            deliveredAt: string | null;
            /**
             * @description The receiver
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            endpointId: string;
            /**
             * @description What is delivered
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            eventId: string;
            /**
             * @description Id
             * @example whd_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /** @description A sample that was asked for to try the receiver; tried once */
            isTest: boolean;
            /** @description Why there was no answer */
            lastError: string | null;
            /**
             * Format: int32
             * @description Status of the last answer; null when there was none
             */
            lastStatus: number | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description Every attempt, oldest first */
            log: components["schemas"]["AttemptDto"][];
            /**
             * Format: date-time
             * @description When it is tried next; null when it is over
             */
            nextAttemptAt: string | null;
            /**
             * @description `failed`: all tries used up, or the endpoint was removed
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed";
        };
        DeliveryDto: {
            /**
             * Format: int32
             * @description Tries so far in this round
             */
            attempts: number;
            /**
             * Format: date-time
             * @description When it became due
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was taken
             */
            deliveredAt: string | null;
            /**
             * @description The receiver
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            endpointId: string;
            /**
             * @description What is delivered
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            eventId: string;
            /**
             * @description Id
             * @example whd_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /** @description A sample that was asked for to try the receiver; tried once */
            isTest: boolean;
            /** @description Why there was no answer */
            lastError: string | null;
            /**
             * Format: int32
             * @description Status of the last answer; null when there was none
             */
            lastStatus: number | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * Format: date-time
             * @description When it is tried next; null when it is over
             */
            nextAttemptAt: string | null;
            /**
             * @description `failed`: all tries used up, or the endpoint was removed
             * @enum {string}
             */
            state: "pending" | "delivered" | "failed";
        };
        DeliveryPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["DeliveryDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        DomesticPartyDto: {
            /**
             * @description Customs registration
             * @example 3302961234
             */
            customsCode: string;
            /**
             * @description Registered name
             * @example 宁波海曙进出口有限公司
             */
            name: string;
            /**
             * @description Name in English
             * @example Ningbo Haishu Imp. & Exp. Co., Ltd.
             */
            nameEn: string;
            /**
             * @description Unified social credit code
             * @example 91330203MA2AEXAMPN
             */
            uscc: string;
        };
        DueResourceDto: {
            /**
             * @description Its id
             * @example apr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Kind of resource
             * @example approval
             */
            type: string;
        };
        DuesPurchaseDto: {
            /**
             * Format: date-time
             * @description Time of the bank’s board
             * @example 2026-11-24T08:00:00.000Z
             */
            boardAsOf: string;
            /** @description What was taken for it from money on its way to the seller, CNY */
            cost: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description When it was taken
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /** @description What was owed and is paid by it */
            due: components["schemas"]["MoneyDto"];
            /** @description How the cost was worked out */
            explanation: components["schemas"]["ExplanationDto"];
            /**
             * @description Id of the purchase
             * @example dpu_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Kind of resource
             * @example dues_purchase
             * @enum {string}
             */
            object: "dues_purchase";
            /**
             * @description The order it was owed for
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description The bank’s selling price, CNY for `unit` of the foreign currency
             * @example 711.10
             */
            rate: string;
            /** @description Of `cost`: given back for it, at the same rate */
            returnedCost: components["schemas"]["MoneyDto"];
            /** @description Of `due`: given back since, because it is owed no more */
            returnedDue: components["schemas"]["MoneyDto"];
            /**
             * @description The seller who owed it
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description As Chinese boards quote
             * @example 100
             */
            unit: string;
            /**
             * Format: int32
             * @description Version of the row
             * @example 1
             */
            version: number;
        };
        DuesPurchasePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["DuesPurchaseDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        EmptiedInboxDto: {
            /**
             * Format: int32
             * @description How many messages there were
             * @example 12
             */
            deleted: number;
        };
        EndpointDto: {
            /**
             * @description Only when one of these fields has changed; empty: whatever has
             * @example [
             *       "state"
             *     ]
             */
            changedFields: string[];
            /**
             * Format: date-time
             * @description When it was created
             */
            createdAt: string;
            /** @description For people */
            description: string;
            /** @description Why it is disabled: `gone` (it said 410), `failing`, `by_caller` */
            disabledReason: string | null;
            /** @description Which events */
            eventTypes: string[];
            /**
             * @description Id
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * Format: date-time
             * @description Until when the secret before this one signs too
             */
            oldSecretExpiresAt: string | null;
            /**
             * @description Events of one resource come strictly in their sequence: one that fails holds back the later ones
             * @example false
             */
            ordered: boolean;
            /**
             * @description `thin`: without `changed` and `data`
             * @example full
             * @enum {string}
             */
            payload: "full" | "thin";
            /**
             * @description Only of these: kinds of resource, or ids; empty: of all
             * @example [
             *       "declaration"
             *     ]
             */
            resources: string[];
            /**
             * @description `v1`: HMAC by the secret; `v1a`: Ed25519 by the keys at `/.well-known/webhook-keys`; or `both`
             * @example v1
             * @enum {string}
             */
            signature: "v1" | "v1a" | "both";
            /**
             * @description Whether anything is sent
             * @enum {string}
             */
            state: "enabled" | "disabled" | "removed";
            /** @description Where it is sent to */
            url: string;
            /**
             * Format: int32
             * @description Version; the ETag
             */
            version: number;
        };
        EndpointPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["EndpointDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        EndpointStatisticsDto: {
            /** @description Whether anything is sent at the moment */
            breaker: components["schemas"]["BreakerDto"];
            /**
             * Format: int32
             * @description Failures since something was last taken
             * @example 0
             */
            consecutiveFailures: number;
            /**
             * Format: int32
             * @description Taken
             * @example 120
             */
            delivered: number;
            /**
             * @description The receiver
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            endpointId: string;
            /**
             * Format: int32
             * @description Given up
             * @example 0
             */
            failed: number;
            /**
             * Format: date-time
             * @description When a try last failed
             */
            lastFailureAt: string | null;
            /**
             * Format: date-time
             * @description When something was last taken
             */
            lastSuccessAt: string | null;
            /**
             * Format: int32
             * @description Half of the latest answers took no longer, in ms
             * @example 35
             */
            p50Ms: number | null;
            /**
             * Format: int32
             * @description 95 % of the latest answers took no longer, in ms
             * @example 210
             */
            p95Ms: number | null;
            /**
             * Format: int32
             * @description Waiting to be sent, or sent again, of whatever time
             * @example 2
             */
            pending: number;
            /**
             * Format: date-time
             * @description Events since then are counted
             */
            since: string;
        };
        ErrorCatalogueDto: {
            /** @description Every problem, by code */
            data: components["schemas"]["ErrorEntryDto"][];
        };
        ErrorEntryDto: {
            /**
             * @description Stable code
             * @example FX.QUOTE_EXPIRED
             */
            code: string;
            /** @description What to do */
            fix: components["schemas"]["BilingualDto"];
            /**
             * @description Who answers it, by `operationId`
             * @example [
             *       "createConversion"
             *     ]
             */
            operations: string[];
            /** @description Whether the same request may succeed later */
            retryable: boolean;
            /**
             * Format: int32
             * @description The HTTP status it comes with
             */
            status: number;
            /** @description What it means */
            title: components["schemas"]["BilingualDto"];
        };
        EventConsumerDto: {
            /**
             * Format: date-time
             * @description When it last acknowledged
             */
            acknowledgedAt: string | null;
            /**
             * Format: date-time
             * @description When it was created
             */
            createdAt: string;
            /**
             * @description Id
             * @example evc_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: int32
             * @description How many events it has not acknowledged
             * @example 12
             */
            lag: number;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Its name
             * @example erp-import
             */
            name: string;
        };
        EventConsumerPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["EventConsumerDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        EventDto: {
            /**
             * @description Fields of the resource that changed
             * @example [
             *       "state"
             *     ]
             */
            changed: string[];
            /**
             * @description The facts, by type
             * @example {
             *       "entryNumber": "223120260000000017"
             *     }
             */
            data: {
                [key: string]: unknown;
            };
            /**
             * @description Id; the `webhook-id` of its webhooks
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /** @description False in a sandbox tenant */
            livemode: boolean;
            /**
             * @description Always `event`
             * @enum {string}
             */
            object: "event";
            /**
             * Format: date-time
             * @description When it happened
             */
            occurredAt: string;
            /** @description The order it belongs to, if any */
            orderId: string | null;
            /** @description What it happened to */
            resource: components["schemas"]["EventResourceDto"];
            /**
             * Format: int32
             * @description Version of the shape of `data`
             * @example 1
             */
            schemaVersion: number;
            /**
             * Format: int32
             * @description Counts the events of this resource from 1, without gaps
             * @example 4
             */
            sequence: number;
            /**
             * @description What happened
             * @example customs.declaration.released
             */
            type: string;
        };
        EventListDto: {
            /** @description Oldest first */
            data: components["schemas"]["EventDto"][];
            /** @description Whether there are more after the last one */
            hasMore: boolean;
            /** @description Send it as `after` to go on: the id of the last event, or your own `after` when there was none */
            nextAfter: string | null;
        };
        EventResourceDto: {
            /**
             * @description Id of the resource
             * @example dec_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Kind of resource
             * @example declaration
             */
            type: string;
            /**
             * @description Where it is read
             * @example /v1/customs/declarations/dec_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            url: string;
        };
        EventTriggerDto: {
            /**
             * @description The command or answer that raises it
             * @example release
             */
            command: string;
            /**
             * @description States in which it may come
             * @example [
             *       "accepted",
             *       "inspecting"
             *     ]
             */
            from: string[];
            /**
             * @description The state machine
             * @example declaration
             */
            resource: string;
            /**
             * @description The state it leads to
             * @example released
             */
            to: string;
        };
        EventTypeDetailDto: {
            /**
             * @description What it says, in the language of `Accept-Language`
             * @example the goods may leave (放行)
             */
            description: string;
            /**
             * @description One such event
             * @example {
             *       "type": "customs.declaration.released"
             *     }
             */
            example: {
                [key: string]: unknown;
            };
            /** @description What raises it; empty where it is told at the birth of a resource, or without a change of state */
            raisedBy: components["schemas"]["EventTriggerDto"][];
            /**
             * @description What `resource.type` may be
             * @example [
             *       "declaration"
             *     ]
             */
            resourceTypes: string[];
            /**
             * @description JSON Schema (2020-12) of the whole event
             * @example {
             *       "properties": {
             *         "type": {
             *           "const": "customs.declaration.released"
             *         }
             *       },
             *       "type": "object"
             *     }
             */
            schema: {
                [key: string]: unknown;
            };
            /**
             * @description Its name
             * @example customs.declaration.released
             */
            type: string;
        };
        EventTypeDto: {
            /**
             * @description What it says, in the language of `Accept-Language`
             * @example the goods may leave (放行)
             */
            description: string;
            /** @description What raises it; empty where it is told at the birth of a resource, or without a change of state */
            raisedBy: components["schemas"]["EventTriggerDto"][];
            /**
             * @description What `resource.type` may be
             * @example [
             *       "declaration"
             *     ]
             */
            resourceTypes: string[];
            /**
             * @description Its name
             * @example customs.declaration.released
             */
            type: string;
        };
        EventTypeListDto: {
            /** @description Every type */
            data: components["schemas"]["EventTypeDto"][];
        };
        ExchangeCostDto: {
            /** @description 换汇成本: CNY per unit of foreign currency, six decimals */
            exchangeCost: string;
            /** @description Export value */
            fob: components["schemas"]["MoneyDto"];
            /** @description With `buyRate`; may be negative */
            profit?: components["schemas"]["MoneyDto"];
            /** @description Profit ÷ total cost, six decimals */
            profitRate?: string;
            /** @description With `buyRate`; decided unrounded, equality is no profit */
            profitable?: boolean;
            /** @description Where it was computed */
            refund?: components["schemas"]["MoneyDto"];
            /** @description With `buyRate` */
            revenue?: components["schemas"]["MoneyDto"];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
            /** @description CNY */
            totalCost: components["schemas"]["MoneyDto"];
        };
        ExchangeCostRequest: {
            /**
             * @description The bank's buying rate, CNY per one unit
             * @example 7.1
             */
            buyRate?: string;
            /** @description CIF price instead of `fob` */
            cif?: components["schemas"]["MoneyDto"];
            /** @description Fees as a share of the purchase amount with VAT; default 0 */
            feeRate?: string;
            /** @description Fees, CNY; default 0 */
            fees?: components["schemas"]["MoneyDto"];
            /** @description Export value (FOB), foreign currency; or `cif` with `freight` */
            fob?: components["schemas"]["MoneyDto"];
            /** @description Taken out of `cif` */
            freight?: components["schemas"]["MoneyDto"];
            /** @description Taken out of `cif`; default 0 */
            insurance?: components["schemas"]["MoneyDto"];
            /** @description CNY with VAT */
            purchaseAmountInclVat?: components["schemas"]["MoneyDto"];
            /**
             * @description Fraction
             * @example 0.13
             */
            refundRate?: string;
            /** @description CNY; or the purchase amount with its rates */
            totalCost?: components["schemas"]["MoneyDto"];
            /**
             * @description Fraction
             * @example 0.13
             */
            vatRate?: string;
        };
        ExplainedDto: {
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        ExplanationDto: {
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        FactoringDto: {
            /** @description Paid at once, rounded down */
            advance: components["schemas"]["MoneyDto"];
            /** @description Share of the invoice and flat fee */
            fee: components["schemas"]["MoneyDto"];
            /** @description On the advance */
            interest: components["schemas"]["MoneyDto"];
            /** @description To the seller */
            remainder: components["schemas"]["MoneyDto"];
            /** @description Held back */
            reserve: components["schemas"]["MoneyDto"];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description Still owed by the seller */
            shortfall: components["schemas"]["MoneyDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        FactoringRequest: {
            /**
             * @description Share paid at once, as a fraction
             * @example 0.80
             */
            advanceRate: string;
            /**
             * @description Share of the invoice; default 0
             * @example 0.01
             */
            feeRate?: string;
            /** @description Default 0 */
            flatFee?: components["schemas"]["MoneyDto"];
            /** @description On the advance */
            interest?: components["schemas"]["AdvanceInterestDto"];
            /** @description The factored invoice; its currency is that of all amounts */
            invoice: components["schemas"]["MoneyDto"];
            /** @description What the buyer paid; default: the invoice */
            received?: components["schemas"]["MoneyDto"];
        };
        FaultDto: {
            /**
             * @description The rule that was broken
             * @example format
             */
            code: string;
            /**
             * @description For a person, in the language of `Accept-Language`
             * @example Must have 10 digits
             */
            message: string;
            /**
             * @description JSON pointer into the body; `?name` for a query parameter, `#Name` for a header
             * @example /lines/0/hsCode
             */
            pointer: string;
        };
        FilingDto: {
            /** @description The bureau's number */
            acceptanceNumber: string | null;
            /**
             * Format: date-time
             * @description When the bureau answered
             */
            answeredAt: string | null;
            /**
             * Format: int32
             * @description Counts from 1
             */
            attempt: number;
            /**
             * Format: date-time
             * @description When it was written
             */
            createdAt: string;
            /** @description What was sent, word for word */
            message: string;
            /** @description Why it was refused */
            reason: string | null;
            /** @description Our reference; the bureau knows the attempt by it */
            reference: string;
            /**
             * @description What became of the message; `withheld`: nobody could file it any more, it was never sent
             * @enum {string}
             */
            state: "queued" | "taken" | "refused" | "withheld";
        };
        FindingDto: {
            /**
             * @description What was found
             * @example 95030089
             */
            detail: string;
            /**
             * @description How to mend it
             * @example Give the ten-digit code of the tariff in force
             */
            fix: string;
            /**
             * @description The same in Chinese
             * @example 请填写现行税则的10位商品编号
             */
            fixZh: string;
            /**
             * @description What the rule says
             * @example An HS code has ten digits
             */
            message: string;
            /**
             * @description The same in Chinese
             * @example 商品编号为10位数字
             */
            messageZh: string;
            /**
             * @description JSON pointer into this declaration
             * @example /items/0/hsCode
             */
            pointer: string;
            /**
             * @description Which rule is broken
             * @example hs_code_format
             */
            rule: string;
            /**
             * @description An `error` keeps the declaration from leaving
             * @enum {string}
             */
            severity: "error" | "warning";
        };
        ForwardRateDto: {
            /** @description Eight decimals */
            forwardRate: string;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
            /** @description Forward − spot */
            swapPoints: string;
        };
        ForwardRateRequest: {
            /**
             * @description ISO 4217
             * @example USD
             * @enum {string}
             */
            baseCurrency: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * Format: int32
             * @description Default 365 for GBP and HKD, else 360
             * @example 360
             */
            baseDayBasis?: number;
            /**
             * @description Per year, as a fraction; may be negative
             * @example 0.0475
             */
            baseRate: string;
            /**
             * Format: int32
             * @description Days to the value date
             * @example 91
             */
            days: number;
            /**
             * @description ISO 4217
             * @example CNY
             * @enum {string}
             */
            quoteCurrency: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * Format: int32
             * @description Default 365 for GBP and HKD, else 360
             * @example 360
             */
            quoteDayBasis?: number;
            /**
             * @description Per year, as a fraction; may be negative
             * @example 0.0165
             */
            quoteRate: string;
            /**
             * @description Quote currency per one unit of base currency
             * @example 7.1
             */
            spot: string;
        };
        FreightChargeDto: {
            /** @description What is charged: quantity × price, rounded half up, within the limits of the rate */
            amount: components["schemas"]["MoneyDto"];
            /**
             * @description What it is counted by
             * @example per_container
             * @enum {string}
             */
            basis: "per_container" | "per_revenue_ton" | "per_bill_of_lading" | "percent_of";
            /**
             * @description Code of the charge
             * @example OCEAN
             */
            code: string;
            /**
             * @description The limit of the rate that took the place of the product, if any
             * @enum {string|null}
             */
            limitedBy: "minimum" | "maximum" | null;
            /**
             * @description What it is for
             * @example Ocean freight
             */
            name: string;
            /**
             * @description `prepaid` by the shipper, `collect` from the consignee
             * @enum {string}
             */
            payer: "prepaid" | "collect";
            /** @description Price of one; for a percentage the sum that it is of */
            price: components["schemas"]["MoneyDto"];
            /**
             * @description Containers, revenue tons or one; for a percentage its fraction
             * @example 2
             */
            quantity: string;
            /**
             * @description The rate that it was worked out with
             * @example frt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            rateId: string;
            /**
             * @description Container size that it is for
             * @example 22G1
             */
            sizeType: string | null;
            /**
             * @description Where the rate comes from
             * @example platform sample tariff 2026
             */
            source: string;
        };
        FreightDto: {
            /**
             * @description Who books: the platform, or somebody else
             * @example platform
             * @enum {string}
             */
            by: "platform" | "other";
            /** @description With mode fcl */
            containers?: components["schemas"]["ContainerDto"][];
            /** @description Main carriage that the price contains, in the order's currency or CNY; needed where somebody else books */
            freightCharge?: components["schemas"]["MoneyDto"] | null;
            /** @description Insurance that the price contains (CIF, CIP and the D terms) */
            insuranceCharge?: components["schemas"]["MoneyDto"] | null;
            /**
             * @description Full containers or less; needed when the platform books
             * @example fcl
             * @enum {string|null}
             */
            mode?: "fcl" | "lcl" | null;
            /**
             * Format: date
             * @description When the goods are ready to be picked up
             * @example 2026-12-01
             */
            readyDate: string;
        };
        FreightQuoteCalculationDto: {
            /** @description What was quoted for */
            cargo: components["schemas"]["QuotedCargoDto"];
            /** @description Every charge with its rate and source */
            charges: components["schemas"]["FreightChargeDto"][];
            /**
             * @description The quote
             * @example frq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        FreightQuoteDto: {
            /** @description What was quoted for */
            cargo: components["schemas"]["QuotedCargoDto"];
            /** @description Every charge; fixed ones first, then percentages */
            charges: components["schemas"]["FreightChargeDto"][];
            /** @description Charges that the consignee pays, one sum per currency */
            collectTotals: components["schemas"]["MoneyDto"][];
            /**
             * Format: date-time
             * @description When it was given
             * @example 2026-11-24T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date
             * @description Day of departure that the rates were taken for
             * @example 2026-12-05
             */
            departureDate: string;
            /**
             * @description The quote
             * @example frq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Full containers, or part of one
             * @example fcl
             * @enum {string}
             */
            mode: "fcl" | "lcl";
            /**
             * @description The order it was given for
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /**
             * @description UN/LOCODE
             * @example DEHAM
             */
            portOfDischarge: string;
            /**
             * @description UN/LOCODE
             * @example CNNGB
             */
            portOfLoading: string;
            /**
             * @description Your own number
             * @example RFQ-2026-17
             */
            reference: string | null;
            /**
             * @description LCL: what is charged for; null for FCL
             * @example 6.4
             */
            revenueTons: string | null;
            /**
             * @description `open` can be booked, once
             * @example open
             * @enum {string}
             */
            state: "open" | "booked" | "expired";
            /** @description The prepaid sum where all of it is in one currency, else null */
            total: components["schemas"]["MoneyDto"] | null;
            /** @description Prepaid charges, one sum per currency; nothing is converted */
            totals: components["schemas"]["MoneyDto"][];
            /**
             * Format: date-time
             * @description Until when it can be booked
             * @example 2026-12-08T15:59:59.000Z
             */
            validUntil: string;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        FreightQuotePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["FreightQuoteDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        FreightQuoteRequestDto: {
            /**
             * @description LCL: cubic metres; or `pieces`
             * @example 6.4
             */
            cbm?: string;
            /** @description FCL: containers by size, each size once */
            containers?: components["schemas"]["ContainersDto"][];
            /**
             * Format: date
             * @description Day of departure; decides the rates
             * @example 2026-12-05
             */
            departureDate?: string;
            /**
             * @description Gross weight of all goods, kg
             * @example 9800
             */
            grossKg?: string;
            /**
             * @description Full containers, or part of one
             * @example fcl
             * @enum {string}
             */
            mode?: "fcl" | "lcl";
            /**
             * @description The order to quote for; alone, it says what the shipment is
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId?: string;
            /** @description LCL: packages by size; or `cbm` */
            pieces?: components["schemas"]["PiecesDto"][];
            /**
             * @description UN/LOCODE of the port of discharge
             * @example DEHAM
             */
            portOfDischarge?: string;
            /**
             * @description UN/LOCODE of the port of loading
             * @example CNNGB
             */
            portOfLoading?: string;
            /**
             * @description Your own number of the quote; unique
             * @example RFQ-2026-17
             */
            reference?: string;
        };
        FreightRateDto: {
            /**
             * @description What it is counted by
             * @example per_container
             * @enum {string}
             */
            basis: "per_container" | "per_revenue_ton" | "per_bill_of_lading" | "percent_of";
            /**
             * @description Code of the charge
             * @example OCEAN
             */
            code: string;
            /**
             * Format: date-time
             * @description When it was added
             * @example 2026-11-24T02:00:00.000Z
             */
            createdAt: string;
            /**
             * @description Of price and limits
             * @example USD
             * @enum {string}
             */
            currency: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * @description ISO 3166-1 alpha-2; null for any
             * @example DE
             */
            destinationCountry: string | null;
            /**
             * @description The rate
             * @example frt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description At most this much */
            maximum: components["schemas"]["MoneyDto"] | null;
            /** @description At least this much */
            minimum: components["schemas"]["MoneyDto"] | null;
            /**
             * @description What it is for
             * @example fcl
             * @enum {string}
             */
            mode: "fcl" | "lcl";
            /**
             * @description As it is printed
             * @example Ocean freight
             */
            name: string;
            /**
             * @description Who pays it
             * @example prepaid
             * @enum {string}
             */
            payer: "prepaid" | "collect";
            /**
             * @description Codes that a percentage is of
             * @example []
             */
            percentOf: string[];
            /**
             * @description UN/LOCODE; null for any
             * @example DEHAM
             */
            portOfDischarge: string | null;
            /**
             * @description UN/LOCODE; null for any
             * @example CNNGB
             */
            portOfLoading: string | null;
            /**
             * Format: int32
             * @description Order in the quote
             * @example 10
             */
            position: number;
            /** @description Price of one; null for a percentage */
            price: components["schemas"]["MoneyDto"] | null;
            /**
             * @description Fraction; null for a fixed charge
             * @example 0.05
             */
            share: string | null;
            /**
             * @description True for the platform's tariff, false for your own
             * @example true
             */
            shared: boolean;
            /**
             * @description Container size; null for any
             * @example 22G1
             */
            sizeType: string | null;
            /**
             * @description Where it comes from
             * @example platform sample tariff 2026
             */
            source: string;
            /**
             * Format: date
             * @description First day of departure
             * @example 2026-01-01
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day; null until further notice
             * @example 2026-12-31
             */
            validTo: string | null;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
            /**
             * Format: date-time
             * @description When it was withdrawn
             * @example 2026-11-24T02:00:00.000Z
             */
            withdrawnAt: string | null;
        };
        FreightRatePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["FreightRateDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        FreightRateRequestDto: {
            /**
             * @description What it is counted by
             * @example per_container
             * @enum {string}
             */
            basis: "per_container" | "per_revenue_ton" | "per_bill_of_lading" | "percent_of";
            /**
             * @description Code of the charge; `OCEAN` is the base freight
             * @example OCEAN
             */
            code: string;
            /**
             * @description Of price and limits; of the charges that a percentage is of
             * @example USD
             * @enum {string}
             */
            currency: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * @description ISO 3166-1 alpha-2; any country where absent
             * @example DE
             */
            destinationCountry?: string;
            /** @description At most this much */
            maximum?: components["schemas"]["MoneyDto"];
            /** @description At least this much */
            minimum?: components["schemas"]["MoneyDto"];
            /**
             * @description What it is for
             * @example fcl
             * @enum {string}
             */
            mode: "fcl" | "lcl";
            /**
             * @description As it is printed
             * @example Ocean freight
             */
            name: string;
            /**
             * @description Who pays it; `prepaid` where absent
             * @enum {string}
             */
            payer?: "prepaid" | "collect";
            /**
             * @description Codes of the charges that a percentage is of
             * @example [
             *       "OCEAN"
             *     ]
             */
            percentOf?: string[];
            /**
             * @description UN/LOCODE; any port where absent
             * @example DEHAM
             */
            portOfDischarge?: string;
            /**
             * @description UN/LOCODE; any port where absent
             * @example CNNGB
             */
            portOfLoading?: string;
            /**
             * Format: int32
             * @description Order in the quote; 50 where absent
             * @example 10
             */
            position?: number;
            /** @description Price of one; for fixed charges */
            price?: components["schemas"]["MoneyDto"];
            /**
             * @description 0.05 for 5 %; for percentages
             * @example 0.05
             */
            share?: string;
            /**
             * @description Container size; any where absent
             * @example 22G1
             */
            sizeType?: string;
            /**
             * @description Where it comes from: contract or offer
             * @example Contract 2026-118
             */
            source: string;
            /**
             * Format: date
             * @description First day of departure
             * @example 2026-12-01
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day; until further notice where absent
             * @example 2026-12-31
             */
            validTo?: string;
        };
        FxDto: {
            /**
             * @description automatic: what the buyer pays is converted to CNY without being asked; default automatic
             * @example automatic
             * @enum {string}
             */
            conversion?: "automatic" | "manual";
            /**
             * @description CNY per one unit of the order's currency, to plan with
             * @example 7.08
             */
            planRate: string;
        };
        IdentifierDto: {
            /** @description The right one, as soon as length and format are right */
            checkDigit?: string;
            /** @description Without blanks and hyphens, in capitals */
            normalized: string;
            /**
             * @description The first that applies, when it is not valid
             * @enum {string}
             */
            reason?: "length" | "format" | "country" | "checksum";
            /** @description Whether length, format and check digit are right */
            valid: boolean;
            /** @description What a person should know before refusing it */
            warnings?: ("early_pilot_code_possible" | "equipment_category")[];
        };
        IdentifierRequest: {
            /** @description As somebody wrote it; blanks and hyphens are dropped, letters made capital */
            value: string;
        };
        ImportTaxDto: {
            /** @description 反倾销税 */
            antiDumpingDuty: components["schemas"]["MoneyDto"];
            /** @description 组成计税价格 */
            compositePrice: components["schemas"]["MoneyDto"];
            /** @description 消费税 */
            consumptionTax: components["schemas"]["MoneyDto"];
            /** @description 完税价格 */
            dutiableValue: components["schemas"]["MoneyDto"];
            /** @description 关税 */
            duty: components["schemas"]["MoneyDto"];
            /** @description Where values were given one by one */
            insurance?: components["schemas"]["MoneyDto"];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
            /** @description All of them */
            totalTax: components["schemas"]["MoneyDto"];
            /** @description 增值税 */
            vat: components["schemas"]["MoneyDto"];
        };
        ImportTaxRequest: {
            /** @description Fraction; default 0 */
            antiDumpingRate?: string;
            /**
             * @description Fraction below 1; default 0
             * @example 0.15
             */
            consumptionTaxRate?: string;
            /** @description 完税价格, CNY; or `goods` with what is added */
            dutiableValue?: components["schemas"]["MoneyDto"];
            /**
             * @description Fraction; default 0
             * @example 0.20
             */
            dutyRate?: string;
            /** @description CNY; default 0 */
            freight?: components["schemas"]["MoneyDto"];
            /** @description Price of the goods, CNY */
            goods?: components["schemas"]["MoneyDto"];
            /** @description CNY; absent: 3‰ of goods and freight */
            insurance?: components["schemas"]["MoneyDto"];
            /** @description Packing, commission and the like, CNY; default 0 */
            otherAdditions?: components["schemas"]["MoneyDto"];
            /**
             * @description Fraction
             * @example 0.13
             */
            vatRate: string;
        };
        InboundMessageDto: {
            /**
             * @description What it called it
             * @example application/xml
             */
            contentType: string;
            /**
             * @description Id
             * @example inm_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Who told us
             * @enum {string}
             */
            partner: "customs" | "carrier" | "bank" | "lender" | "tax-bureau";
            /**
             * Format: date-time
             * @description When it came
             */
            receivedAt: string;
            /**
             * Format: int32
             * @description How long it is, in bytes
             * @example 812
             */
            sizeBytes: number;
            /**
             * @description `waiting`: to be worked; `failed`: it is a dead letter, see the operations; `processed`: done with
             * @enum {string}
             */
            state: "waiting" | "failed" | "processed";
        };
        InboundMessagePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["InboundMessageDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        InboxAnswerDto: {
            /**
             * Format: int32
             * @description How long it waits before it answers, in milliseconds; from 15,000 on nobody waits for it
             * @example 0
             */
            delayMs?: number;
            /**
             * Format: int32
             * @description The status it answers with
             * @example 503
             */
            status: number;
        };
        InboxDto: {
            /**
             * Format: date-time
             * @description When it was made
             */
            createdAt: string;
            /**
             * Format: int32
             * @description How long it waits before it answers, in milliseconds; from 15,000 on nobody waits for it
             * @example 0
             */
            delayMs: number;
            /**
             * @description The endpoint that sends to it
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            endpointId: string;
            /**
             * Format: int32
             * @description How many messages it holds
             * @example 12
             */
            messages: number;
            /**
             * Format: int32
             * @description The status it answers with
             * @example 204
             */
            status: number;
            /**
             * @description Its address; whoever knows it can put something there
             * @example https://api.example.com/v1/inbound/inbox/ten_01jdq3x7k2e9ta6v0m8r4c5wzb/kPm7…
             */
            url: string;
            /**
             * Format: int32
             * @description Version; the ETag
             */
            version: number;
        };
        InboxHeaderDto: {
            /**
             * @description As it was written
             * @example webhook-id
             */
            name: string;
            /**
             * @description Its value
             * @example evt_01m86mfj5vesn8mk2jkqqm4e6t
             */
            value: string;
        };
        InboxMessageDto: {
            /**
             * Format: int32
             * @description What the inbox answered
             * @example 204
             */
            answeredStatus: number;
            /**
             * @description The body, word for word
             * @example {"id":"evt_01m8…"}
             */
            body: string;
            /**
             * @description Id
             * @example ibx_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * Format: date-time
             * @description When it came, by the real time
             */
            receivedAt: string;
            /** @description Every header, in the order it came */
            receivedHeaders: components["schemas"]["InboxHeaderDto"][];
            /**
             * @description Whether its signature is one of the endpoint’s own, and fresh
             * @example true
             */
            signatureVerified: boolean;
        };
        InboxMessagePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["InboxMessageDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        InterestDto: {
            /**
             * Format: int32
             * @description Days of a year that were used
             * @example 360
             */
            dayBasis: number;
            /**
             * Format: int32
             * @description Sum of the days
             */
            days: number;
            /** @description Rounded once, over all periods */
            interest: components["schemas"]["MoneyDto"];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        InterestPeriodDto: {
            /**
             * Format: int32
             * @description Days; or `from` and `to`
             * @example 30
             */
            days?: number;
            /**
             * Format: date
             * @description First day, counts
             * @example 2026-04-01
             */
            from?: string;
            /** @description What stood out in this time; one currency for all periods */
            principal: components["schemas"]["MoneyDto"];
            /**
             * Format: date
             * @description Last day, does not count
             * @example 2026-05-01
             */
            to?: string;
        };
        InterestRequest: {
            /**
             * @description Per year, as a fraction
             * @example 0.06
             */
            annualRate: string;
            /**
             * Format: int32
             * @description Days of a year; default 365 for GBP and HKD, else 360
             * @example 360
             */
            dayBasis?: number;
            /** @description Times in which the principal stood still */
            periods: components["schemas"]["InterestPeriodDto"][];
        };
        InvitationRequest: {
            /**
             * @description E-mail address: what they sign in by, in whatever case
             * @example li.wei@example.com
             */
            email: string;
            /**
             * @description Their name
             * @example Li Wei
             */
            name: string;
            /**
             * @description What they may do; several roles together may do what each may
             * @example [
             *       "operator"
             *     ]
             */
            roles: ("owner" | "operator" | "finance" | "approver" | "viewer")[];
        };
        InvitedUserDto: {
            /**
             * Format: date-time
             * @description When they were first invited
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * @description E-mail address: what they sign in by, in whatever case
             * @example li.wei@example.com
             */
            email: string;
            /**
             * @description The user’s id, as the audit names it
             * @example usr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description What they accept with, at `POST /v1/invitations/acceptance`: put it into a link that you send them. Shown this once; null when the request is repeated under its Idempotency-Key
             * @example ei_…
             */
            invitation: string | null;
            /**
             * Format: date-time
             * @description Until when the invitation can be accepted; null: there is none
             * @example null
             */
            invitationExpiresAt: string | null;
            /**
             * Format: date-time
             * @description When they were last here, to the minute; null: never
             * @example null
             */
            lastUsedAt: string | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Their name
             * @example Li Wei
             */
            name: string;
            /**
             * @description What they may do; several roles together may do what each may
             * @example [
             *       "operator"
             *     ]
             */
            roles: ("owner" | "operator" | "finance" | "approver" | "viewer")[];
            /**
             * @description Whether a code is asked for at sign-in
             * @example true
             */
            secondFactor: boolean;
            /**
             * @description Invited until they accept; a disabled one cannot sign in
             * @example active
             * @enum {string}
             */
            state: "invited" | "active" | "disabled";
            /**
             * @description The tenant: what they sign in to
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            tenantId: string;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        InvoiceAssignmentRequest: {
            /**
             * @description The order whose goods it bought
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
        };
        InvoiceCancellationRequest: {
            /**
             * @description Why: red-flushed, re-issued, entered wrongly
             * @example Re-issued in pieces
             */
            reason: string;
        };
        InvoiceDto: {
            /** @description Commands that may be given now */
            allowedActions: string[];
            /** @description Sum of the amounts, without VAT */
            amountExVat: components["schemas"]["MoneyDto"];
            /** @description 购买方 */
            buyer: components["schemas"]["InvoicePartyDto"];
            /** @description Why it was cancelled */
            cancelledReason: string | null;
            /**
             * Format: date-time
             * @description When it was recorded
             */
            createdAt: string;
            /**
             * @description Agency only: CNY per 1 unit of the currency, the middle rate that the amount was converted by
             * @example 7.0827
             */
            fxRate: string | null;
            /**
             * @description Agency only: who published the rate, and of which day
             * @example SAFE middle rate of 2026-11-02
             */
            fxSource: string | null;
            /**
             * @description Id
             * @example inv_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description 发票代码, of paper invoices
             * @example 3300211130
             */
            invoiceCode: string | null;
            /**
             * @description 发票号码: 8 digits on paper, 20 digits on fully digital invoices
             * @example 26332000000012345678
             */
            invoiceNumber: string;
            /**
             * Format: date
             * @description Day of issue
             */
            issuedOn: string;
            /**
             * @description special: 专用发票; agency_refund: one marked 代办退税专用
             * @enum {string}
             */
            kind: "special" | "agency_refund";
            /** @description The lines */
            lines: components["schemas"]["InvoiceLineDto"][];
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description The order whose goods it bought
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /** @description 备注 */
            remark: string;
            /** @description 销售方 */
            seller: components["schemas"]["InvoicePartyDto"];
            /**
             * @description Where it stands
             * @enum {string}
             */
            state: "recorded" | "cancelled";
            /** @description 价税合计 */
            total: components["schemas"]["MoneyDto"];
            /** @description Sum of the VAT */
            vat: components["schemas"]["MoneyDto"];
            /**
             * Format: int32
             * @description Counts the changes; also the ETag
             */
            version: number;
        };
        InvoiceLineDto: {
            /** @description 金额, without VAT */
            amountExVat: components["schemas"]["MoneyDto"];
            /** @description How much of the amount claims stand on; never more than the amount */
            claimedAmount: components["schemas"]["MoneyDto"];
            /** @description How much of the quantity claims stand on */
            claimedQuantity: string;
            /** @description As printed */
            goodsName: string;
            /** @description HS code */
            hsCode: string;
            /**
             * Format: int32
             * @description Counts from 1
             */
            lineNumber: number;
            /**
             * Format: int32
             * @description The order's line that it is for
             */
            orderLineNumber: number | null;
            /** @description How many of the unit */
            quantity: string;
            /** @description Unit code */
            unit: string;
            /** @description 税额 */
            vat: components["schemas"]["MoneyDto"];
            /** @description VAT rate */
            vatRate: string;
        };
        InvoiceLineRequest: {
            /** @description 金额, without VAT */
            amountExVat: components["schemas"]["MoneyDto"];
            /**
             * @description As printed; the tax category before it (*电器*) may stay
             * @example 电烤箱
             */
            goodsName: string;
            /**
             * @description 10 digits, as declared
             * @example 8516609000
             */
            hsCode: string;
            /**
             * Format: int32
             * @description The order's line that these goods are for; without it the HS code decides
             * @example 1
             */
            orderLineNumber?: number;
            /**
             * @description How many of the unit
             * @example 1000
             */
            quantity: string;
            /**
             * @description Code of the customs unit table; one of the three units of the declaration
             * @example 001
             */
            unit: string;
            /** @description 税额; amount × rate, one fen more or less */
            vat: components["schemas"]["MoneyDto"];
            /**
             * @description VAT rate as a fraction
             * @example 0.13
             */
            vatRate: string;
        };
        InvoicePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["InvoiceDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        InvoicePartyDto: {
            /**
             * @description As printed
             * @example 宁波示例电器有限公司
             */
            name: string;
            /**
             * @description 纳税人识别号
             * @example 91330212MA2AF1XX2U
             */
            taxNumber: string;
        };
        InvoiceRequest: {
            /** @description 购买方 */
            buyer: components["schemas"]["InvoicePartyDto"];
            /**
             * @description Agency only: CNY per 1 unit of the currency, the middle rate that the amount was converted by
             * @example 7.0827
             */
            fxRate?: string;
            /**
             * @description Agency only: who published the rate, and of which day
             * @example SAFE middle rate of 2026-11-02
             */
            fxSource?: string;
            /**
             * @description 发票代码, of paper invoices
             * @example 3300211130
             */
            invoiceCode?: string;
            /**
             * @description 发票号码: 8 digits on paper, 20 digits on fully digital invoices
             * @example 26332000000012345678
             */
            invoiceNumber: string;
            /**
             * Format: date
             * @description Day of issue
             * @example 2026-11-10
             */
            issuedOn: string;
            /**
             * @description special: 专用发票; agency_refund: one marked 代办退税专用
             * @example special
             * @enum {string}
             */
            kind: "special" | "agency_refund";
            /** @description The lines */
            lines: components["schemas"]["InvoiceLineRequest"][];
            /**
             * @description The order whose goods it bought; may be given later
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId?: string;
            /**
             * @description 备注
             * @example
             */
            remark?: string;
            /** @description 销售方 */
            seller: components["schemas"]["InvoicePartyDto"];
        };
        ItemCorrectionDto: {
            /**
             * @description Declaration elements, joined with `|`
             * @example 塑料玩具|0|2|塑料|无品牌
             */
            declarationElements?: string;
            /**
             * @description Quantity in the first legal unit
             * @example 980
             */
            firstQuantity?: string;
            /**
             * @description First legal unit
             * @example 035
             */
            firstUnit?: string;
            /**
             * @description Name of the goods (品名)
             * @example 塑料玩具
             */
            goodsName?: string;
            /**
             * @description Name in English
             * @example Plastic toys
             */
            goodsNameEn?: string;
            /**
             * @description Gross weight, kg
             * @example 1050
             */
            grossWeightKg?: string;
            /**
             * @description HS code
             * @example 9503008900
             */
            hsCode?: string;
            /**
             * Format: int32
             * @description Which item
             * @example 1
             */
            itemNumber: number;
            /**
             * @description Net weight, kg
             * @example 980
             */
            netWeightKg?: string;
            /**
             * @description Country of origin, ISO 3166-1 alpha-2
             * @example CN
             */
            originCountry?: string;
            /**
             * @description Package type
             * @example 22
             */
            packageType?: string;
            /**
             * Format: int32
             * @description Packages
             * @example 120
             */
            packages?: number;
            /**
             * @description Quantity in the transaction unit
             * @example 1000
             */
            quantity?: string;
            /**
             * @description Quantity in the second legal unit
             * @example 1000
             */
            secondQuantity?: string | null;
            /**
             * @description Second legal unit
             * @example 007
             */
            secondUnit?: string | null;
            /**
             * @description Source district (境内货源地)
             * @example 33029
             */
            sourceDistrict?: string;
            /** @description Price of the item */
            total?: components["schemas"]["MoneyDto"];
            /**
             * @description Transaction unit
             * @example 007
             */
            unit?: string;
            /**
             * @description Price of one transaction unit
             * @example 10.50
             */
            unitPrice?: string;
        };
        JwkDto: {
            /**
             * @description Algorithm
             * @example EdDSA
             * @enum {string}
             */
            alg: "EdDSA";
            /**
             * @description Curve
             * @example Ed25519
             * @enum {string}
             */
            crv: "Ed25519";
            /**
             * @description Its name, as tokens have it
             * @example q3Xk9vT2bLmA
             */
            kid: string;
            /**
             * @description Kind of key
             * @example OKP
             * @enum {string}
             */
            kty: "OKP";
            /**
             * @description What it is for
             * @example sig
             * @enum {string}
             */
            use: "sig";
            /**
             * @description The public key
             * @example 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo
             */
            x: string;
        };
        JwksDto: {
            /** @description The keys in force, of before, and to come */
            keys: components["schemas"]["JwkDto"][];
        };
        KnownRefundRateDto: {
            /**
             * @description Fraction
             * @example 0.13
             */
            rate: string;
            /** @description Version of the table that it was read from */
            tableVersion: string;
        };
        LimitDto: {
            /** @description Limit less reserved less used */
            free: components["schemas"]["MoneyDto"];
            /** @description What the client may owe at once */
            limit: components["schemas"]["MoneyDto"];
            /** @description Product */
            product: string;
            /** @description Asked for, not yet paid out */
            reserved: components["schemas"]["MoneyDto"];
            /**
             * @description The client
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /** @description Paid out, not yet repaid */
            used: components["schemas"]["MoneyDto"];
        };
        LimitListDto: {
            /** @description One per client and product that was ever used */
            data: components["schemas"]["LimitDto"][];
        };
        LimitsDto: {
            /** @description How much of everything there can be, by name */
            bounds: components["schemas"]["BoundDto"][];
            /** @description With `Acting-For`: the limits of the mandate; null where there are none */
            mandate: components["schemas"]["MandateUseDto"] | null;
            /** @description Rate limits of your credential, in the process that answers; another one counts for itself */
            rateLimits: components["schemas"]["RateLimitDto"][];
        };
        LoggedFaultDto: {
            /**
             * @description What kind of fault
             * @example required
             */
            code: string;
            /**
             * @description Where; empty where that would repeat text of the caller
             * @example /lines/0/quantity
             */
            pointer: string;
        };
        LoggedRequestDto: {
            /**
             * @description Who asked, as the audit names it
             * @example api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            actor: string;
            /**
             * @description The version of the API that was spoken
             * @example 2026-11-24
             */
            apiVersion: string;
            /**
             * Format: date-time
             * @description When it was answered, in real time
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /** @description Faults of the request: where and what, not what stood there */
            faults: components["schemas"]["LoggedFaultDto"][];
            /**
             * @description The request
             * @example req_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Its Idempotency-Key
             * @example order-17
             */
            idempotencyKey: string | null;
            /**
             * Format: int32
             * @description Time to answer in milliseconds
             * @example 12
             */
            latencyMs: number;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Method
             * @example POST
             */
            method: string;
            /**
             * @description Where from: an IPv4 address, or the /64 of an IPv6 one
             * @example 203.0.113.7
             */
            network: string;
            /**
             * @description Its `operationId`
             * @example placeOrder
             */
            operation: string | null;
            /**
             * @description Code of the problem
             * @example REQUEST.INVALID
             */
            problem: string | null;
            /**
             * @description Whether it got the first answer of its key again
             * @example false
             */
            replayed: boolean;
            /**
             * Format: int32
             * @description Bytes of its body, as announced
             */
            requestBytes: number | null;
            /**
             * @description As its answer carried it in `X-Request-Id`
             * @example 0193b1e2-6f00-7000-8000-000000000000
             */
            requestId: string;
            /**
             * @description What it made, else what its path names
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            resource: string | null;
            /**
             * Format: int32
             * @description Bytes of the answer’s body
             */
            responseBytes: number | null;
            /**
             * @description Route
             * @example /v1/orders/:id/placement
             */
            route: string;
            /**
             * Format: int32
             * @description Status of the answer
             * @example 422
             */
            status: number;
            /**
             * @description Its W3C trace
             * @example 4bf92f3577b34da6a3ce929d0e0e4736
             */
            traceId: string | null;
        };
        LoggedRequestPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["LoggedRequestDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        MandateDto: {
            /**
             * Format: date-time
             * @description Since when the integrator may act; null: it never could
             * @example null
             */
            acceptedAt: string | null;
            /**
             * @description What you may do with it now
             * @example [
             *       "revoke"
             *     ]
             */
            allowedActions: string[];
            /**
             * Format: date-time
             * @description When it was offered
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was ended; null: it was not
             * @example null
             */
            endedAt: string | null;
            /**
             * @description Who ended it; null: nobody has
             * @example grantor
             * @enum {string|null}
             */
            endedBy: "grantor" | "integrator" | "clock" | null;
            /**
             * Format: date-time
             * @description When it ends, accepted or not
             * @example 2027-04-01T02:00:00.000Z
             */
            expiresAt: string;
            /**
             * @description Who lets the other act
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            grantorId: string;
            /**
             * @description Its name when it granted
             * @example Ningbo Example Trading
             */
            grantorName: string;
            /**
             * @description The mandate
             * @example mdt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Who may act
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            integratorId: string;
            /**
             * @description Its name when it accepted; null before
             * @example Hangzhou Example Software
             */
            integratorName: string | null;
            /** @description What it may move; null: as much as there is */
            limits: components["schemas"]["MandateLimitsDto"] | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Your side: you have granted it, or received it
             * @example granted
             * @enum {string}
             */
            role: "granted" | "received";
            /**
             * @description What it may do at most
             * @example [
             *       "orders:read"
             *     ]
             */
            scopes: string[];
            /**
             * @description Where it stands
             * @example active
             * @enum {string}
             */
            state: "offered" | "active" | "declined" | "revoked" | "expired";
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        MandateEndRequest: {
            /**
             * @description Why
             * @example We change to another broker
             */
            reason: string;
        };
        MandateLimitsDto: {
            /** @description What one command may move at most; null or left out: no such limit */
            perCommand?: components["schemas"]["MoneyDto"] | null;
            /** @description What all commands of a day of China’s time may move together, of the same currency; null or left out: no such limit */
            perDay?: components["schemas"]["MoneyDto"] | null;
        };
        MandatePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["MandateDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        MandateRequest: {
            /**
             * Format: date-time
             * @description When it ends, at most three years from now; null or left out: in a year
             * @example null
             */
            expiresAt?: string | null;
            /**
             * @description The tenant that shall act for yours; it tells you its id
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            integratorId: string;
            /** @description What it may move, in one currency: counted are conversions, advances, and payouts that are ordered anew; what moves nothing of that currency is refused. Null or left out: no limit */
            limits?: components["schemas"]["MandateLimitsDto"] | null;
            /**
             * @description What it may do at most, with credentials that may do the same; at most what the caller may do. Keys, users, mandates, and webhooks to change, cannot be granted
             * @example [
             *       "orders:read",
             *       "orders:write",
             *       "parties:read"
             *     ]
             */
            scopes: ("orders:read" | "orders:write" | "parties:read" | "parties:write" | "customs:read" | "customs:write" | "freight:read" | "freight:write" | "fx:read" | "fx:write" | "tax_refund:read" | "tax_refund:write" | "financing:read" | "financing:write" | "ledger:read" | "catalogue:read" | "calculations:use" | "webhooks:read" | "events:read" | "events:write" | "audit:read" | "operations:read" | "operations:write" | "bulk:read" | "bulk:write" | "approvals:read" | "approvals:request")[];
        };
        MandateUseDto: {
            /** @description What has been moved today, as far as there is a limit to it */
            movedToday: components["schemas"]["MoneyDto"];
            /** @description The most one command may move; null: no limit */
            perCommand: components["schemas"]["MoneyDto"] | null;
            /** @description The most that may be moved in a day (Chinese time); null: no limit */
            perDay: components["schemas"]["MoneyDto"] | null;
        };
        ManufacturerRefundDto: {
            /** @description 结转下期留抵税额 */
            carryForward: components["schemas"]["MoneyDto"];
            /** @description 期末留抵税额 */
            endingCredit: components["schemas"]["MoneyDto"];
            /** @description 免抵税额 */
            exemptCredit: components["schemas"]["MoneyDto"];
            /** @description 免抵退税额, already reduced: the ceiling of the refund */
            exemptCreditRefund: components["schemas"]["MoneyDto"];
            /** @description 免抵退税额抵减额 */
            exemptCreditRefundReduction: components["schemas"]["MoneyDto"];
            /** @description 当期应纳税额; negative where credit is left */
            netVat: components["schemas"]["MoneyDto"];
            /** @description 不得免征和抵扣税额抵减额 */
            nonDeductibleReduction: components["schemas"]["MoneyDto"];
            /** @description 当期不得免征和抵扣税额, already reduced for bonded material */
            nonDeductibleVat: components["schemas"]["MoneyDto"];
            /** @description In the order of the request */
            rateGroups: components["schemas"]["RateGroupResultDto"][];
            /** @description 应退税额 */
            refund: components["schemas"]["MoneyDto"];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
            /** @description To be paid */
            vatPayable: components["schemas"]["MoneyDto"];
        };
        ManufacturerRefundRequest: {
            /** @description 上期留抵税额, CNY; default 0 */
            carryForwardCredit?: components["schemas"]["MoneyDto"];
            /** @description Output VAT of domestic sales in the period, CNY */
            domesticOutputVat: components["schemas"]["MoneyDto"];
            /** @description Input VAT of the period, CNY */
            inputVat: components["schemas"]["MoneyDto"];
            /** @description One per pair of rates */
            rateGroups: components["schemas"]["RateGroupDto"][];
        };
        MarginDto: {
            /** @description Of what has come in and gone out so far */
            actual: components["schemas"]["MarginTotalDto"];
            /**
             * @description Currency of all sums
             * @example CNY
             */
            currency: string;
            /** @description As planned */
            estimate: components["schemas"]["MarginTotalDto"];
            /** @description Actual where known, else the estimate */
            expected: components["schemas"]["MarginTotalDto"];
            /** @description Line by line */
            lines: components["schemas"]["MarginLineDto"][];
            /**
             * @description Kind of resource
             * @example margin
             * @enum {string}
             */
            object: "margin";
            /**
             * @description The order
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description CNY per unit, as planned; foreign amounts stand at it in both columns
             * @example 7.08
             */
            planRate: string;
            /** @description The rule */
            rule: components["schemas"]["CalculationRuleDto"];
            /**
             * @description CNY per unit, average of what was converted so far
             * @example 7.0812
             */
            settledRate: string | null;
        };
        MarginEventDto: {
            /**
             * @description Id of the event
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description What happened
             * @example fx.conversion.settled
             */
            type: string;
        };
        MarginFigureDto: {
            /** @description CNY, the sum of the parts */
            amount: components["schemas"]["MoneyDto"];
            /**
             * @description How it was worked out
             * @example bought − sold × planRate
             */
            formula: string;
            /** @description What it is made of */
            parts: components["schemas"]["MarginPartDto"][];
        };
        MarginLineDto: {
            /** @description As it came; null until something has */
            actual: components["schemas"]["MarginFigureDto"] | null;
            /**
             * @description What it is
             * @example revenue
             * @enum {string}
             */
            code: "revenue" | "purchase" | "vat" | "tax_refund" | "freight" | "insurance" | "bank_charges" | "fees" | "finance_cost" | "fx_result";
            /**
             * @description Whether it counts for or against the margin
             * @example income
             * @enum {string}
             */
            effect: "income" | "cost";
            /** @description As planned; null where it cannot be */
            estimate: components["schemas"]["MarginFigureDto"] | null;
        };
        MarginPartDto: {
            /** @description In CNY; null where its currency has no rate here */
            cny: components["schemas"]["MoneyDto"] | null;
            /** @description As it was agreed, billed or paid */
            original: components["schemas"]["MoneyDto"];
            /** @description Where it was read */
            source: components["schemas"]["MarginSourceDto"];
        };
        MarginSourceDto: {
            /** @description The event that said so; null: the order itself */
            event: components["schemas"]["MarginEventDto"] | null;
            /**
             * @description Field of the event, or of the order where there is no event
             * @example bought
             */
            field: string;
        };
        MarginTotalDto: {
            /**
             * @description Rate at which nothing is earned, CNY per unit
             * @example 6.42
             */
            breakEvenRate: string | null;
            /** @description 换汇成本 with its working: CNY spent per unit of foreign currency. It is also the rate at which nothing is earned */
            exchangeCost: components["schemas"]["ExchangeCostDto"] | null;
            /** @description Income less cost, CNY */
            margin: components["schemas"]["MoneyDto"];
            /**
             * @description Of the revenue, a fraction
             * @example 0.112
             */
            marginRate: string | null;
            /** @description VAT paid on the goods less the refund */
            nonRefundableVat: components["schemas"]["MoneyDto"] | null;
            /** @description Lines without a figure, and amounts without a rate: what the total is without */
            without: string[];
        };
        MatchRequest: {
            /**
             * @description The order that the rest of the collection pays for
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
        };
        MeDto: {
            /**
             * Format: date-time
             * @description When they were first invited
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * @description E-mail address: what they sign in by, in whatever case
             * @example li.wei@example.com
             */
            email: string;
            /**
             * @description The user’s id, as the audit names it
             * @example usr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: date-time
             * @description Until when the invitation can be accepted; null: there is none
             * @example null
             */
            invitationExpiresAt: string | null;
            /**
             * Format: date-time
             * @description When they were last here, to the minute; null: never
             * @example null
             */
            lastUsedAt: string | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Their name
             * @example Li Wei
             */
            name: string;
            /**
             * @description What they may do; several roles together may do what each may
             * @example [
             *       "operator"
             *     ]
             */
            roles: ("owner" | "operator" | "finance" | "approver" | "viewer")[];
            /**
             * @description What the roles allow
             * @example [
             *       "orders:read"
             *     ]
             */
            scopes: string[];
            /**
             * @description Whether a code is asked for at sign-in
             * @example true
             */
            secondFactor: boolean;
            /**
             * @description Invited until they accept; a disabled one cannot sign in
             * @example active
             * @enum {string}
             */
            state: "invited" | "active" | "disabled";
            /**
             * @description The tenant: what they sign in to
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            tenantId: string;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        MilestoneDto: {
            /**
             * Format: date-time
             * @description When it happens or happened, by the clock of the place
             * @example 2026-12-05T18:12:00+08:00
             */
            at: string;
            /**
             * @description Planned, estimated or actual
             * @example ACT
             * @enum {string}
             */
            classifier: "PLN" | "EST" | "ACT";
            /**
             * @description DCSA code: DEPA, ARRI, LOAD, DISC, GTIN, GTOT …
             * @example DEPA
             */
            code: string;
            /**
             * @description SMDG code of a delay
             * @example WEA
             */
            delayReason: string | null;
            /**
             * @description Container number
             * @example SBXU7950018
             */
            equipmentReference: string | null;
            /**
             * @description `TRANSPORT`, `EQUIPMENT` or `SHIPMENT`
             * @example TRANSPORT
             */
            eventType: string;
            /** @description The carrier's id of the event */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description UN/LOCODE
             * @example CNNGB
             */
            location: string | null;
            /**
             * @description The carrier's remark
             * @example Typhoon
             */
            remark: string | null;
            /**
             * Format: date-time
             * @description When the carrier wrote it
             * @example 2026-12-05T10:13:00.000Z
             */
            reportedAt: string;
            /**
             * Format: date-time
             * @description When the carrier took it back
             * @example 2026-12-05T11:00:00.000Z
             */
            retractedAt: string | null;
            /**
             * @description The ship
             * @example SBX ORIENT
             */
            vesselName: string | null;
            /**
             * @description Its voyage
             * @example 026W
             */
            voyageNumber: string | null;
        };
        MilestonePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["MilestoneDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        MissingFactDto: {
            /**
             * @description In words
             * @example Invoices for line 2 (电烤箱): 300 of 1000 in unit 001
             */
            detail: string;
            /**
             * @description What is missing; new ones may come
             * @example invoice
             * @enum {string}
             */
            fact: "declaration_cleared" | "invoice" | "collection" | "tax_period" | "exchange_rate" | "refund_account";
            /**
             * Format: int32
             * @description The order's line; null: the whole export
             * @example 2
             */
            lineNumber: number | null;
        };
        MoneyDto: {
            /**
             * @description Major units as a decimal string, with no more places than the currency has
             * @example 1234.50
             */
            amount: string;
            /**
             * @description ISO 4217 code
             * @example USD
             */
            currency: string;
        };
        NewApiKeyDto: {
            /**
             * @description Where it may be used from: addresses and networks (CIDR), IPv4 or IPv6; null: from anywhere
             * @example null
             */
            allowedNetworks: string[] | null;
            /**
             * @description The secret, shown this once; null when the request is repeated under its Idempotency-Key
             * @example ek_test_…
             */
            apiKey: string | null;
            /**
             * Format: date
             * @description The version of the API it is pinned to: the current one when it was made; `Api-Version` goes before it
             * @example 2026-11-24
             */
            apiVersion: string;
            /**
             * Format: date-time
             * @description When it was made
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it ends by itself; null: never
             * @example null
             */
            expiresAt: string | null;
            /**
             * @description The key’s id, as the audit names it
             * @example key_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description The last four signs of the secret
             * @example x7Qz
             */
            lastFour: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null: never
             * @example null
             */
            lastUsedAt: string | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description For whom or what it is
             * @example ERP of Ningbo Example Trading
             */
            name: string;
            /**
             * @description Whether its requests must be signed: it has a `signatureKey`
             * @example false
             */
            requiresSignature: boolean;
            /**
             * Format: date-time
             * @description Since when it is refused; null: it is not
             * @example null
             */
            revokedAt: string | null;
            /**
             * @description What it may do
             * @example [
             *       "orders:read",
             *       "orders:write"
             *     ]
             */
            scopes: string[];
            /**
             * @description Ed25519 public key (the `x` of its JWK) that its requests must be signed with, by RFC 9421; null: they need not be signed
             * @example null
             */
            signatureKey: string | null;
            /**
             * @description The key that took its place by rotation
             * @example null
             */
            successorId: string | null;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        NewOauthClientDto: {
            /**
             * @description Where it may be used from: addresses and networks (CIDR), IPv4 or IPv6; null: from anywhere
             * @example null
             */
            allowedNetworks: string[] | null;
            /**
             * Format: date
             * @description The version of the API it is pinned to: the current one when it was made
             * @example 2026-11-24
             */
            apiVersion: string;
            /**
             * @description The `client_secret`, shown this once; null when the request is repeated under its Idempotency-Key
             * @example es_test_…
             */
            clientSecret: string | null;
            /**
             * Format: date-time
             * @description When it was made
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * @description The `client_id`
             * @example cli_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null: never
             * @example null
             */
            lastUsedAt: string | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description For whom or what it is
             * @example Marketplace of Ningbo Example Trading
             */
            name: string;
            /**
             * @description Whether requests with its tokens must be signed
             * @example false
             */
            requiresSignature: boolean;
            /**
             * Format: date-time
             * @description Since when it is refused; null: it is not
             * @example null
             */
            revokedAt: string | null;
            /**
             * @description What its tokens may do at most
             * @example [
             *       "orders:read"
             *     ]
             */
            scopes: string[];
            /** @description The secrets that work, newest first */
            secrets: components["schemas"]["ClientSecretDto"][];
            /**
             * @description Ed25519 public key (the `x` of its JWK) that its requests must be signed with, by RFC 9421; null: they need not be signed
             * @example null
             */
            signatureKey: string | null;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        NextStepDto: {
            /**
             * @description What is done, or waited for
             * @example The order is placed
             */
            description: string;
            /**
             * @description Its name, the same wherever it is done
             * @example place_order
             */
            name: string;
            /**
             * Format: int32
             * @description Which step, from 1
             * @example 3
             */
            number: number;
            /**
             * @description The operation of this API
             * @example createOrder
             */
            operationId: string;
        };
        OauthClientDto: {
            /**
             * @description Where it may be used from: addresses and networks (CIDR), IPv4 or IPv6; null: from anywhere
             * @example null
             */
            allowedNetworks: string[] | null;
            /**
             * Format: date
             * @description The version of the API it is pinned to: the current one when it was made
             * @example 2026-11-24
             */
            apiVersion: string;
            /**
             * Format: date-time
             * @description When it was made
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * @description The `client_id`
             * @example cli_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: date-time
             * @description When it was last used, to the minute; null: never
             * @example null
             */
            lastUsedAt: string | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description For whom or what it is
             * @example Marketplace of Ningbo Example Trading
             */
            name: string;
            /**
             * @description Whether requests with its tokens must be signed
             * @example false
             */
            requiresSignature: boolean;
            /**
             * Format: date-time
             * @description Since when it is refused; null: it is not
             * @example null
             */
            revokedAt: string | null;
            /**
             * @description What its tokens may do at most
             * @example [
             *       "orders:read"
             *     ]
             */
            scopes: string[];
            /** @description The secrets that work, newest first */
            secrets: components["schemas"]["ClientSecretDto"][];
            /**
             * @description Ed25519 public key (the `x` of its JWK) that its requests must be signed with, by RFC 9421; null: they need not be signed
             * @example null
             */
            signatureKey: string | null;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        OauthClientPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["OauthClientDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        OauthClientRequest: {
            /**
             * @description Where it may be used from: addresses and networks (CIDR), IPv4 or IPv6; null: from anywhere
             * @example null
             */
            allowedNetworks?: string[] | null;
            /**
             * @description For whom or what it is
             * @example Marketplace of Ningbo Example Trading
             */
            name: string;
            /**
             * @description What its tokens may do at most; at most what the caller may do
             * @example [
             *       "orders:read",
             *       "orders:write"
             *     ]
             */
            scopes: ("orders:read" | "orders:write" | "parties:read" | "parties:write" | "customs:read" | "customs:write" | "freight:read" | "freight:write" | "fx:read" | "fx:write" | "tax_refund:read" | "tax_refund:write" | "financing:read" | "financing:write" | "ledger:read" | "catalogue:read" | "calculations:use" | "webhooks:read" | "webhooks:write" | "events:read" | "events:write" | "audit:read" | "operations:read" | "operations:write" | "bulk:read" | "bulk:write" | "keys:read" | "keys:write" | "users:read" | "users:write" | "approvals:read" | "approvals:request" | "mandates:read" | "mandates:write")[];
            /**
             * @description Ed25519 public key (the `x` of its JWK) that its requests must be signed with, by RFC 9421; null: they need not be signed
             * @example null
             */
            signatureKey?: string | null;
        };
        OauthErrorDto: {
            /**
             * @description What is wrong, as RFC 6749, 5.2 has it
             * @example invalid_client
             * @enum {string}
             */
            error: "invalid_request" | "invalid_client" | "invalid_scope" | "unsupported_grant_type";
            /**
             * @description For a person, in English
             * @example The client was revoked
             */
            error_description: string;
            /**
             * @description Where it is explained, in English and Chinese
             * @example /v1/errors/OAUTH.INVALID_CLIENT
             */
            error_uri: string;
        };
        OfficeFilingDto: {
            /**
             * Format: date
             * @description The day of the filing (备案)
             * @example 2026-11-21
             */
            filedOn: string;
            /**
             * @description The tax office that has it
             * @example 国家税务总局慈溪市税务局
             */
            taxOffice: string;
        };
        OperationDto: {
            /**
             * @description What may be done now
             * @example [
             *       "cancel"
             *     ]
             */
            allowedActions: string[];
            /**
             * Format: int32
             * @description How many will not be worked: it was cancelled before
             * @example 0
             */
            cancelled: number;
            /**
             * @description Of a batch: the command given for each item, by its `operationId`
             * @example enterParty
             */
            command: string | null;
            /**
             * Format: date-time
             * @description When it was ordered
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: int32
             * @description How many are worked, whatever came of them
             * @example 4200
             */
            done: number;
            /**
             * Format: date-time
             * @description When it was over
             * @example null
             */
            endedAt: string | null;
            /**
             * Format: date-time
             * @description When it should be over at the latest; null once it is
             * @example 2026-04-01T02:09:20.000Z
             */
            expectedBy: string | null;
            /**
             * Format: int32
             * @description How many of those failed
             * @example 3
             */
            failed: number;
            /**
             * @description The operation
             * @example opr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description What kind of work; others than `batch` will come
             * @example batch
             */
            kind: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Why what was left was refused at once: the problem of the credential or the mandate it was ordered with, in the language in which it was; null where that held to the end
             * @example null
             */
            refusal: {
                [key: string]: unknown;
            } | null;
            /** @description Why nothing goes on: its job failed too often. Retry the dead letter, and it goes on where it was; or cancel the operation. Null while it goes on */
            stalled: components["schemas"]["StalledDto"] | null;
            /**
             * Format: date-time
             * @description When its first item was begun; null while others of the tenant are before it
             * @example 2026-04-01T02:00:00.000Z
             */
            startedAt: string | null;
            /**
             * @description How it stands
             * @example running
             * @enum {string}
             */
            state: "queued" | "running" | "cancelling" | "completed" | "cancelled";
            /**
             * Format: int32
             * @description How many items it has
             * @example 10000
             */
            total: number;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 43
             */
            version: number;
        };
        OperationPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["OperationDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        OperationResultDto: {
            /**
             * Format: int32
             * @description Which item, from 0, in the order in which they came
             * @example 0
             */
            index: number;
            /**
             * @description The key that the item came with
             * @example null
             */
            key: string | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Why it failed: the problem, in the language in which the batch was ordered
             * @example null
             */
            problem: {
                [key: string]: unknown;
            } | null;
            /**
             * @description The id of what was made
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            resourceId: string | null;
            /**
             * @description What became of it
             * @example succeeded
             * @enum {string}
             */
            state: "pending" | "succeeded" | "failed" | "cancelled";
            /**
             * Format: int32
             * @description The HTTP status that the command would have answered; null while there is none
             * @example 201
             */
            status: number | null;
        };
        OperationResultPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["OperationResultDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        OrderChangeRequest: {
            /**
             * @description Who buys and pays
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            buyerId?: string;
            /**
             * @description Number of the sales contract, as customs and bank will see it
             * @example NB20261101
             */
            contractNumber?: string;
            /**
             * @description ISO 4217
             * @example USD
             * @enum {string}
             */
            currency?: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /** @description Who carries the goods, and how */
            freight?: components["schemas"]["FreightDto"];
            /** @description What is done with the foreign currency */
            fx?: components["schemas"]["FxDto"];
            /**
             * @description Incoterms 2020
             * @example FOB
             * @enum {string}
             */
            incoterm?: "EXW" | "FCA" | "FAS" | "FOB" | "CFR" | "CIF" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP";
            /** @description The goods; a declaration holds 50 lines */
            lines?: components["schemas"]["OrderLineRequest"][];
            /**
             * @description Your own number for the order; unique
             * @example SO-2026-0001
             */
            reference?: string;
            /** @description The export VAT refund */
            refund?: components["schemas"]["RefundDto"];
            /** @description From where to where */
            route?: components["schemas"]["RouteDto"];
            /**
             * @description Supervision mode (监管方式); 0110 is general trade
             * @example 0110
             */
            salesChannel?: string;
            /**
             * @description The exporting company
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId?: string;
        };
        OrderCollectionDto: {
            /** @description What the buyer owed */
            expected: components["schemas"]["MoneyDto"];
            /** @description What came */
            received: components["schemas"]["MoneyDto"];
            /** @description What did not come, within the tolerance */
            shortfall: components["schemas"]["MoneyDto"];
        };
        OrderDto: {
            /**
             * @description Commands that the state allows now
             * @example [
             *       "cancel"
             *     ]
             */
            allowedActions: string[];
            /**
             * @description Who buys and pays
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            buyerId: string;
            /** @description Why it was cancelled */
            cancellationReason: string | null;
            /**
             * Format: date-time
             * @description When every track was final
             */
            closedAt: string | null;
            /**
             * @description Number of the sales contract
             * @example NB20261101
             */
            contractNumber: string;
            /**
             * Format: date-time
             * @description When it was entered
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /**
             * @description ISO 4217
             * @example USD
             */
            currency: string;
            /** @description Who carries the goods, and how */
            freight: components["schemas"]["FreightDto"];
            /** @description What is done with the foreign currency */
            fx: components["schemas"]["FxDto"];
            /**
             * @description Id of the order
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Incoterms 2020
             * @example FOB
             * @enum {string}
             */
            incoterm: "EXW" | "FCA" | "FAS" | "FOB" | "CFR" | "CIF" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP";
            /** @description The goods */
            lines: components["schemas"]["OrderLineDto"][];
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Kind of resource
             * @example order
             * @enum {string}
             */
            object: "order";
            /**
             * Format: date-time
             * @description When it became binding; null for a draft
             */
            placedAt: string | null;
            /**
             * @description Your own number for the order
             * @example SO-2026-0001
             */
            reference: string;
            /** @description The export VAT refund */
            refund: components["schemas"]["RefundDto"];
            /** @description From where to where */
            route: components["schemas"]["RouteDto"];
            /**
             * @description Supervision mode (监管方式)
             * @example 0110
             */
            salesChannel: string;
            /**
             * @description The exporting company
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description Overall state, from the tracks
             * @example in_progress
             * @enum {string}
             */
            state: "draft" | "placed" | "in_progress" | "attention" | "closed" | "cancelled";
            /** @description One state per track */
            tracks: components["schemas"]["TracksDto"];
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /** @description Sum of the lines: what the buyer owes */
            value: components["schemas"]["MoneyDto"];
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
        };
        OrderLineDto: {
            /**
             * @description Declaration elements (申报要素) in the order of the HS code, joined with |
             * @example 用途:烘烤|品牌类型:2|出口享惠情况:0|型号:EO-35
             */
            declarationElements: string;
            /**
             * @description First legal quantity of the HS code
             * @example 1200
             */
            firstQuantity: string;
            /**
             * @description First legal unit, customs unit code
             * @example 001
             */
            firstUnit: string;
            /**
             * @description Name of the goods in Chinese, for customs and tax
             * @example 电烤箱
             */
            goodsName: string;
            /**
             * @description Name of the goods in English, for carrier and invoice
             * @example Electric oven
             */
            goodsNameEn: string;
            /**
             * @description Gross weight, kg; not below the net weight
             * @example 10800
             */
            grossWeightKg: string;
            /**
             * @description HS code as declared, 10 digits
             * @example 8516609000
             */
            hsCode: string;
            /**
             * @description Id of the line
             * @example oln_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: int32
             * @description From 1
             */
            lineNumber: number;
            /**
             * @description Net weight, kg
             * @example 9600
             */
            netWeightKg: string;
            /**
             * @description Country of origin, ISO 3166-1 alpha-2
             * @example CN
             */
            originCountry?: string;
            /**
             * @description Kind of package, customs package code; 22 is cartons
             * @example 22
             */
            packageType: string;
            /**
             * Format: int32
             * @description Number of packages
             * @example 1200
             */
            packages: number;
            /** @description What the goods cost; without it there is no estimate of the margin */
            purchase?: components["schemas"]["PurchaseDto"] | null;
            /**
             * @description Quantity sold
             * @example 1200
             */
            quantity: string;
            /** @description Export refund rate as known when the order was placed; null where the table has none */
            refundRate: components["schemas"]["KnownRefundRateDto"] | null;
            /**
             * @description Second legal quantity, where the HS code has one
             * @example 9600
             */
            secondQuantity?: string | null;
            /**
             * @description Second legal unit
             * @example 035
             */
            secondUnit?: string | null;
            /**
             * @description District of China that the goods come from (境内货源地)
             * @example 33029
             */
            sourceDistrict: string;
            /** @description Quantity × unit price, within 0.01 */
            total: components["schemas"]["MoneyDto"];
            /**
             * @description Unit of the quantity, customs unit code
             * @example 001
             */
            unit: string;
            /**
             * @description Price of one unit, in the currency of the order
             * @example 31.5
             */
            unitPrice: string;
            /**
             * @description Volume, m³
             * @example 58.2
             */
            volumeCbm: string;
        };
        OrderLineRequest: {
            /**
             * @description Declaration elements (申报要素) in the order of the HS code, joined with |
             * @example 用途:烘烤|品牌类型:2|出口享惠情况:0|型号:EO-35
             */
            declarationElements: string;
            /**
             * @description First legal quantity of the HS code
             * @example 1200
             */
            firstQuantity: string;
            /**
             * @description First legal unit, customs unit code
             * @example 001
             */
            firstUnit: string;
            /**
             * @description Name of the goods in Chinese, for customs and tax
             * @example 电烤箱
             */
            goodsName: string;
            /**
             * @description Name of the goods in English, for carrier and invoice
             * @example Electric oven
             */
            goodsNameEn: string;
            /**
             * @description Gross weight, kg; not below the net weight
             * @example 10800
             */
            grossWeightKg: string;
            /**
             * @description HS code as declared, 10 digits
             * @example 8516609000
             */
            hsCode: string;
            /**
             * @description Net weight, kg
             * @example 9600
             */
            netWeightKg: string;
            /**
             * @description Country of origin, ISO 3166-1 alpha-2
             * @example CN
             */
            originCountry?: string;
            /**
             * @description Kind of package, customs package code; 22 is cartons
             * @example 22
             */
            packageType: string;
            /**
             * Format: int32
             * @description Number of packages
             * @example 1200
             */
            packages: number;
            /** @description What the goods cost; without it there is no estimate of the margin */
            purchase?: components["schemas"]["PurchaseDto"] | null;
            /**
             * @description Quantity sold
             * @example 1200
             */
            quantity: string;
            /**
             * @description Second legal quantity, where the HS code has one
             * @example 9600
             */
            secondQuantity?: string | null;
            /**
             * @description Second legal unit
             * @example 035
             */
            secondUnit?: string | null;
            /**
             * @description District of China that the goods come from (境内货源地)
             * @example 33029
             */
            sourceDistrict: string;
            /** @description Quantity × unit price, within 0.01 */
            total: components["schemas"]["MoneyDto"];
            /**
             * @description Unit of the quantity, customs unit code
             * @example 001
             */
            unit: string;
            /**
             * @description Price of one unit, in the currency of the order
             * @example 31.5
             */
            unitPrice: string;
            /**
             * @description Volume, m³
             * @example 58.2
             */
            volumeCbm: string;
        };
        OrderPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["OrderSummaryDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        OrderRequest: {
            /**
             * @description Who buys and pays
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            buyerId: string;
            /**
             * @description Number of the sales contract, as customs and bank will see it
             * @example NB20261101
             */
            contractNumber: string;
            /**
             * @description ISO 4217
             * @example USD
             * @enum {string}
             */
            currency: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /** @description Who carries the goods, and how */
            freight: components["schemas"]["FreightDto"];
            /** @description What is done with the foreign currency */
            fx: components["schemas"]["FxDto"];
            /**
             * @description Incoterms 2020
             * @example FOB
             * @enum {string}
             */
            incoterm: "EXW" | "FCA" | "FAS" | "FOB" | "CFR" | "CIF" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP";
            /** @description The goods; a declaration holds 50 lines */
            lines: components["schemas"]["OrderLineRequest"][];
            /**
             * @description immediate: binding at once; later: a draft, until `POST /v1/orders/{id}/placement`
             * @example immediate
             * @enum {string}
             */
            placement?: "immediate" | "later";
            /**
             * @description Your own number for the order; unique
             * @example SO-2026-0001
             */
            reference: string;
            /** @description The export VAT refund */
            refund: components["schemas"]["RefundDto"];
            /** @description From where to where */
            route: components["schemas"]["RouteDto"];
            /**
             * @description Supervision mode (监管方式); 0110 is general trade
             * @example 0110
             */
            salesChannel?: string;
            /**
             * @description The exporting company
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
        };
        OrderSummaryDto: {
            /**
             * @description Commands that the state allows now
             * @example [
             *       "cancel"
             *     ]
             */
            allowedActions: string[];
            /**
             * @description Who buys and pays
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            buyerId: string;
            /** @description Why it was cancelled */
            cancellationReason: string | null;
            /**
             * Format: date-time
             * @description When every track was final
             */
            closedAt: string | null;
            /**
             * @description Number of the sales contract
             * @example NB20261101
             */
            contractNumber: string;
            /**
             * Format: date-time
             * @description When it was entered
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /**
             * @description ISO 4217
             * @example USD
             */
            currency: string;
            /**
             * @description Id of the order
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Incoterms 2020
             * @example FOB
             * @enum {string}
             */
            incoterm: "EXW" | "FCA" | "FAS" | "FOB" | "CFR" | "CIF" | "CPT" | "CIP" | "DAP" | "DPU" | "DDP";
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Kind of resource
             * @example order
             * @enum {string}
             */
            object: "order";
            /**
             * Format: date-time
             * @description When it became binding; null for a draft
             */
            placedAt: string | null;
            /**
             * @description Your own number for the order
             * @example SO-2026-0001
             */
            reference: string;
            /**
             * @description Supervision mode (监管方式)
             * @example 0110
             */
            salesChannel: string;
            /**
             * @description The exporting company
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description Overall state, from the tracks
             * @example in_progress
             * @enum {string}
             */
            state: "draft" | "placed" | "in_progress" | "attention" | "closed" | "cancelled";
            /** @description One state per track */
            tracks: components["schemas"]["TracksDto"];
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /** @description Sum of the lines: what the buyer owes */
            value: components["schemas"]["MoneyDto"];
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
        };
        PartnerDto: {
            /** @description The last 20 times of 90 days that it was not as it should be, newest first */
            incidents: components["schemas"]["PartnerIncidentDto"][];
            /** @description The last 15 minutes */
            last15Minutes: components["schemas"]["PartnerPeriodDto"];
            /** @description The last 24 hours */
            last24Hours: components["schemas"]["PartnerPeriodDto"];
            /**
             * Format: date-time
             * @description When a call last failed
             * @example 2026-11-28T14:02:00.000Z
             */
            lastFailureAt: string | null;
            /**
             * @description How: `timeout`, `connection`, or `http_` and the status
             * @example http_503
             */
            lastFailureCode: string | null;
            /**
             * Format: date-time
             * @description When it last answered or sent something
             * @example 2026-11-29T03:30:00.000Z
             */
            lastSuccessAt: string | null;
            /**
             * @description Which partner
             * @example customs
             * @enum {string}
             */
            partner: "customs" | "carrier" | "bank" | "lender" | "tax-bureau";
            /**
             * @description By the last 15 minutes; `unknown` where it was not asked and did not send anything
             * @example operational
             * @enum {string}
             */
            status: "operational" | "degraded" | "down" | "unknown";
        };
        PartnerIncidentDto: {
            /**
             * Format: date-time
             * @description When it began
             * @example 2026-11-29T03:00:00.000Z
             */
            from: string;
            /**
             * @description The worst of it
             * @example down
             * @enum {string}
             */
            status: "degraded" | "down";
            /**
             * Format: date-time
             * @description When it was over; null: it goes on
             * @example 2026-11-29T03:20:00.000Z
             */
            to: string | null;
        };
        PartnerListDto: {
            /** @description Every partner */
            data: components["schemas"]["PartnerDto"][];
        };
        PartnerPeriodDto: {
            /**
             * Format: int32
             * @description Calls to the partner that it answered, be it with no
             * @example 480
             */
            answered: number;
            /**
             * @description Share of the calls that failed; null where there was none
             * @example 0.0041
             */
            errorShare: string | null;
            /**
             * Format: int32
             * @description Calls that it did not answer, or only to say it cannot
             * @example 2
             */
            failed: number;
            /**
             * Format: int32
             * @description Half of the calls took no longer, in milliseconds, rounded up to a class
             * @example 250
             */
            medianMs: number | null;
            /**
             * Format: int32
             * @description 95 of 100 calls took no longer, in milliseconds, rounded up to a class
             * @example 1000
             */
            p95Ms: number | null;
            /**
             * Format: int32
             * @description Messages that it has sent of its own accord
             * @example 455
             */
            received: number;
        };
        PartyChangeRequest: {
            /**
             * @description Address
             * @example 浙江省宁波市鄞州区示例路 1 号
             */
            address?: string;
            /**
             * @description Other names it pays or is written under
             * @example [
             *       "HAMBURG TOYS"
             *     ]
             */
            aliases?: string[];
            /** @description Where CNY is paid out to */
            bankAccount?: components["schemas"]["BankAccountDto"] | null;
            /**
             * @description ISO 3166-1 alpha-2
             * @example CN
             */
            country?: string;
            /**
             * @description Customs registration (海关注册编码), 10 signs; of a seller
             * @example 3302960001
             */
            customsCode?: string | null;
            /**
             * @description Trading company or manufacturer; of a seller
             * @example trading
             * @enum {string|null}
             */
            enterpriseKind?: "trading" | "manufacturer" | null;
            /**
             * @description Name, as registered
             * @example 宁波示例进出口有限公司
             */
            name?: string;
            /**
             * @description Name in English; of a seller it is needed
             * @example Ningbo Example Trading Co., Ltd.
             */
            nameEn?: string | null;
            /**
             * @description Your own number for the party; unique
             * @example SME-001
             */
            reference?: string;
            /** @description Tax data */
            tax?: components["schemas"]["TaxDataDto"] | null;
            /**
             * @description Unified social credit code (统一社会信用代码), 18 signs. A wrong check character is a warning: some early codes in force have one
             * @example 91330200MA2AEFJN86
             */
            uscc?: string | null;
        };
        PartyDto: {
            /**
             * @description Address
             * @example 浙江省宁波市鄞州区示例路 1 号
             */
            address: string;
            /**
             * @description Other names it pays or is written under
             * @example [
             *       "HAMBURG TOYS"
             *     ]
             */
            aliases?: string[];
            /** @description Where CNY is paid out to */
            bankAccount?: components["schemas"]["BankAccountDto"] | null;
            /**
             * @description ISO 3166-1 alpha-2
             * @example CN
             */
            country: string;
            /**
             * Format: date-time
             * @description When it was entered
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /**
             * @description Customs registration (海关注册编码), 10 signs; of a seller
             * @example 3302960001
             */
            customsCode?: string | null;
            /**
             * @description Trading company or manufacturer; of a seller
             * @example trading
             * @enum {string|null}
             */
            enterpriseKind?: "trading" | "manufacturer" | null;
            /**
             * @description Id of the party
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description What it is to the order
             * @example seller
             * @enum {string}
             */
            kind: "seller" | "buyer" | "supplier";
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Name, as registered
             * @example 宁波示例进出口有限公司
             */
            name: string;
            /**
             * @description Name in English; of a seller it is needed
             * @example Ningbo Example Trading Co., Ltd.
             */
            nameEn?: string | null;
            /**
             * @description Kind of resource
             * @example party
             * @enum {string}
             */
            object: "party";
            /**
             * @description Your own number for the party; unique
             * @example SME-001
             */
            reference: string;
            /** @description Tax data */
            tax?: components["schemas"]["TaxDataDto"] | null;
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /**
             * @description Unified social credit code (统一社会信用代码), 18 signs. A wrong check character is a warning: some early codes in force have one
             * @example 91330200MA2AEFJN86
             */
            uscc?: string | null;
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
            /** @description What is odd and may be right all the same; `uscc_check_character`: the last sign of the code does not fit the rest */
            warnings: string[];
        };
        PartyPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["PartyDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        PartyRequest: {
            /**
             * @description Address
             * @example 浙江省宁波市鄞州区示例路 1 号
             */
            address: string;
            /**
             * @description Other names it pays or is written under
             * @example [
             *       "HAMBURG TOYS"
             *     ]
             */
            aliases?: string[];
            /** @description Where CNY is paid out to */
            bankAccount?: components["schemas"]["BankAccountDto"] | null;
            /**
             * @description ISO 3166-1 alpha-2
             * @example CN
             */
            country: string;
            /**
             * @description Customs registration (海关注册编码), 10 signs; of a seller
             * @example 3302960001
             */
            customsCode?: string | null;
            /**
             * @description Trading company or manufacturer; of a seller
             * @example trading
             * @enum {string|null}
             */
            enterpriseKind?: "trading" | "manufacturer" | null;
            /**
             * @description What it is to the order
             * @example seller
             * @enum {string}
             */
            kind: "seller" | "buyer" | "supplier";
            /**
             * @description Name, as registered
             * @example 宁波示例进出口有限公司
             */
            name: string;
            /**
             * @description Name in English; of a seller it is needed
             * @example Ningbo Example Trading Co., Ltd.
             */
            nameEn?: string | null;
            /**
             * @description Your own number for the party; unique
             * @example SME-001
             */
            reference: string;
            /** @description Tax data */
            tax?: components["schemas"]["TaxDataDto"] | null;
            /**
             * @description Unified social credit code (统一社会信用代码), 18 signs. A wrong check character is a warning: some early codes in force have one
             * @example 91330200MA2AEFJN86
             */
            uscc?: string | null;
        };
        PasswordChangeRequest: {
            /**
             * @description The password of now
             * @example four words of your own
             */
            currentPassword: string;
            /**
             * @description The new password: twelve characters or more, any of them
             * @example four words of your own
             */
            newPassword: string;
        };
        PasswordProof: {
            /**
             * @description The password
             * @example four words of your own
             */
            password: string;
        };
        PayoutDto: {
            /**
             * @description The account paid to: its last four characters
             * @example 3456
             */
            accountEnding: string | null;
            /** @description Commands that can be given now */
            allowedActions: ("send" | "accept" | "confirm" | "reject" | "retry")[];
            /** @description What is paid out */
            amount: components["schemas"]["MoneyDto"];
            /**
             * Format: int32
             * @description Orders written to the bank so far
             * @example 1
             */
            attempt: number;
            /** @description It waits for a second person, and goes on by itself when they approve; null while it does not */
            awaitingApproval: components["schemas"]["AwaitedApprovalDto"] | null;
            /**
             * @description The bank’s own reference
             * @example BNK795000001
             */
            bankReference: string | null;
            /**
             * Format: date-time
             * @description When the money was released
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /** @description The last request, where it came to nothing: give the command again to ask anew */
            declinedApproval: components["schemas"]["DeclinedApprovalDto"] | null;
            /**
             * Format: date-time
             * @description When the bank should have reported; null when nothing is awaited
             */
            expectedBy: string | null;
            /**
             * @description Id of the payout
             * @example pay_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Message and end-to-end id of the latest order to the bank; null while there was none
             * @example pay_01jdq3x7k2e9ta6v0m8r4c5wzb-1
             */
            messageId: string | null;
            /**
             * @description Kind of resource
             * @example payout
             * @enum {string}
             */
            object: "payout";
            /**
             * @description The order that the money came from
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description What the money was released from
             * @example collection
             * @enum {string}
             */
            purpose: "collection" | "refund" | "advance";
            /** @description The same in words */
            reason: string | null;
            /**
             * @description Why it was refused: ISO 20022 reason, or a code of ours
             * @example AC04
             */
            reasonCode: string | null;
            /**
             * @description The seller who is paid
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description State
             * @example confirmed
             * @enum {string}
             */
            state: "blocked" | "queued" | "sent" | "accepted" | "confirmed" | "rejected";
            /**
             * Format: date-time
             * @description When it last changed
             * @example 2026-11-24T08:00:00.000Z
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
        };
        PayoutPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["PayoutDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        PeriodFxRateDto: {
            /**
             * @description ISO 4217
             * @example USD
             * @enum {string}
             */
            currency: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * @description CNY per 1 unit; one choice (of the day, or of the 1st of the month) for a year
             * @example 7.0827
             */
            rate: string;
            /**
             * @description Who published it, and of which day
             * @example SAFE middle rate of 2026-11-02
             */
            source: string;
        };
        PiecesDto: {
            /**
             * Format: int32
             * @description How many of this size
             * @example 8
             */
            count: number;
            /**
             * @description Height of one piece, cm
             * @example 20
             */
            heightCm: string;
            /**
             * @description Length of one piece, cm
             * @example 60
             */
            lengthCm: string;
            /**
             * @description Width of one piece, cm
             * @example 40
             */
            widthCm: string;
        };
        PolicyChangeRequest: {
            /**
             * Format: int32
             * @description How many of them
             * @example 1
             */
            approvers?: number;
            /**
             * Format: int32
             * @description Hours that a request waits before it expires
             * @example 72
             */
            lifetimeHours?: number;
            /** @description One amount per currency: what is above it needs approval, what is exactly it does not. In a currency without a limit everything does; amounts are not converted to be compared */
            limits?: components["schemas"]["MoneyDto"][];
            /**
             * @description Whose people may approve: any of these
             * @example [
             *       "approver",
             *       "owner"
             *     ]
             */
            roles?: ("owner" | "approver" | "finance")[];
        };
        PolicyRequest: {
            /**
             * Format: int32
             * @description How many of them
             * @example 1
             */
            approvers: number;
            /**
             * @description What takes a second person; new ones may come
             * @example fx.payout
             * @enum {string}
             */
            command: "customs.declaration.submission" | "fx.conversion" | "fx.payout" | "tax_refund.claim.filing" | "financing.advance.draw";
            /**
             * Format: int32
             * @description Hours that a request waits before it expires
             * @example 72
             */
            lifetimeHours: number;
            /** @description One amount per currency: what is above it needs approval, what is exactly it does not. In a currency without a limit everything does; amounts are not converted to be compared */
            limits: components["schemas"]["MoneyDto"][];
            /**
             * @description Whose people may approve: any of these
             * @example [
             *       "approver",
             *       "owner"
             *     ]
             */
            roles: ("owner" | "approver" | "finance")[];
        };
        PostingDto: {
            /**
             * @description The account
             * @example acc_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            accountId: string;
            /** @description How much */
            amount: components["schemas"]["MoneyDto"];
            /**
             * @description What the account is for
             * @example clearing_bank
             * @enum {string}
             */
            code: "client_funds" | "funds_under_review" | "fx_position" | "fx_spread" | "refund_receivable" | "loan_principal" | "interest" | "fees" | "guarantee_pool" | "client_dues" | "clearing_bank" | "clearing_lender" | "clearing_tax_bureau" | "clearing_carrier";
            /**
             * @description Whose account it is; null for the tenant’s own
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            partyId: string | null;
            /**
             * @description Debit or credit
             * @example debit
             * @enum {string}
             */
            side: "debit" | "credit";
        };
        ProblemDto: {
            /** @description What may be done instead */
            allowedActions?: string[];
            /**
             * @description Stable code, the same in every language
             * @example REQUEST.INVALID
             */
            code: string;
            /** @description What happened this time, in the same language */
            detail: string;
            /** @description Facts for a program */
            details: {
                [key: string]: unknown;
            };
            /** @description Every fault of the input at once */
            errors: components["schemas"]["FaultDto"][];
            /** @description Whether the same request may succeed later */
            retryable: boolean;
            /**
             * Format: int32
             * @description The HTTP status
             */
            status: number;
            /** @description The kind of problem, in the language of `Accept-Language` (`Content-Language` says which) */
            title: string;
            /** @description Names this request in our logs */
            traceId: string;
            /**
             * @description Where the code is explained
             * @example /v1/errors/REQUEST.INVALID
             */
            type: string;
        };
        ProductDto: {
            /**
             * @description Share of the matched refund that is advanced
             * @example 0.80
             */
            advanceRate: string;
            /**
             * @description Interest per year
             * @example 0.0435
             */
            annualRate: string;
            /** @description What one client may owe at once */
            clientLimit: components["schemas"]["MoneyDto"];
            /**
             * @description Code
             * @example refund_advance
             */
            code: string;
            /**
             * Format: int32
             * @description Days of the year that interest is counted by
             * @example 360
             */
            dayBasis: number;
            /**
             * @description Fee, once, on what is drawn
             * @example 0.001
             */
            feeRate: string;
            /** @description Less than this is not lent */
            minimum: components["schemas"]["MoneyDto"];
            /** @description Name */
            name: components["schemas"]["ProductNameDto"];
            /**
             * @description On overdue principal, on top
             * @example 0.02175
             */
            penaltyRate: string;
            /**
             * Format: int32
             * @description Days to maturity
             * @example 180
             */
            tenorDays: number;
            /**
             * Format: date
             * @description First day on which it is granted
             */
            validFrom: string;
            /**
             * Format: date
             * @description Last day; null is open
             */
            validTo: string | null;
        };
        ProductListDto: {
            /** @description Every product and the time it is offered */
            data: components["schemas"]["ProductDto"][];
        };
        ProductNameDto: {
            /** @description English */
            en: string;
            /** @description Chinese */
            zh: string;
        };
        PurchaseDto: {
            /** @description CNY without VAT; of a manufacturer, its own cost */
            amountExVat: components["schemas"]["MoneyDto"];
            /**
             * @description VAT rate on the purchase, a fraction
             * @example 0.13
             */
            vatRate: string;
        };
        QuoteDto: {
            /** @description Commands that can be given now */
            allowedActions: "convert"[];
            /**
             * Format: date-time
             * @description Time of the bank’s board
             * @example 2026-11-24T08:00:00.000Z
             */
            boardAsOf: string;
            /**
             * @description The bank’s own price, before the spread
             * @example 708.12
             */
            boardRate: string;
            /** @description What is bought */
            buy: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description When it was given
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description Until when it holds
             * @example 2026-11-24T08:01:00.000Z
             */
            expiresAt: string;
            /** @description How the price was worked out */
            explanation: components["schemas"]["ExplanationDto"];
            /**
             * @description Id of the quote
             * @example fxq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Kind of resource
             * @example fx_quote
             * @enum {string}
             */
            object: "fx_quote";
            /**
             * @description The order it is for
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /**
             * @description CNY for `unit` of the foreign currency
             * @example 707.41188
             */
            rate: string;
            /** @description What is sold */
            sell: components["schemas"]["MoneyDto"];
            /**
             * @description The seller whose money it is
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description `sell`: foreign currency into CNY (结汇); `buy`: CNY into foreign currency (购汇)
             * @example sell
             * @enum {string}
             */
            side: "sell" | "buy";
            /**
             * @description A quote converts once, and not after it has expired
             * @example open
             * @enum {string}
             */
            state: "open" | "used" | "expired";
            /**
             * @description As Chinese boards quote
             * @example 100
             */
            unit: string;
            /**
             * Format: int32
             * @description Version of the row; the ETag
             * @example 1
             */
            version: number;
        };
        QuoteRequestDto: {
            /** @description What is bought, exactly; or else give `sell` */
            buy?: components["schemas"]["MoneyDto"];
            /**
             * @description Goes with `sell`; CNY unless said
             * @example CNY
             * @enum {string}
             */
            buyCurrency?: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * Format: int32
             * @description How long it should hold; the platform’s own rule unless said
             * @example 60
             */
            lockSeconds?: number;
            /**
             * @description The order whose money is sold
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId?: string;
            /** @description What is sold, exactly; or else give `buy` */
            sell?: components["schemas"]["MoneyDto"];
            /**
             * @description Goes with `buy`; CNY unless said
             * @example USD
             * @enum {string}
             */
            sellCurrency?: "AED" | "AFN" | "ALL" | "AMD" | "AOA" | "ARS" | "AUD" | "AWG" | "AZN" | "BAM" | "BBD" | "BDT" | "BHD" | "BIF" | "BMD" | "BND" | "BOB" | "BRL" | "BSD" | "BTN" | "BWP" | "BYN" | "BZD" | "CAD" | "CDF" | "CHF" | "CLP" | "CNY" | "COP" | "CRC" | "CUP" | "CVE" | "CZK" | "DJF" | "DKK" | "DOP" | "DZD" | "EGP" | "ERN" | "ETB" | "EUR" | "FJD" | "FKP" | "GBP" | "GEL" | "GHS" | "GIP" | "GMD" | "GNF" | "GTQ" | "GYD" | "HKD" | "HNL" | "HTG" | "HUF" | "IDR" | "ILS" | "INR" | "IQD" | "IRR" | "ISK" | "JMD" | "JOD" | "JPY" | "KES" | "KGS" | "KHR" | "KMF" | "KPW" | "KRW" | "KWD" | "KYD" | "KZT" | "LAK" | "LBP" | "LKR" | "LRD" | "LSL" | "LYD" | "MAD" | "MDL" | "MGA" | "MKD" | "MMK" | "MNT" | "MOP" | "MRU" | "MUR" | "MVR" | "MWK" | "MXN" | "MYR" | "MZN" | "NAD" | "NGN" | "NIO" | "NOK" | "NPR" | "NZD" | "OMR" | "PAB" | "PEN" | "PGK" | "PHP" | "PKR" | "PLN" | "PYG" | "QAR" | "RON" | "RSD" | "RUB" | "RWF" | "SAR" | "SBD" | "SCR" | "SDG" | "SEK" | "SGD" | "SHP" | "SLE" | "SOS" | "SRD" | "SSP" | "STN" | "SVC" | "SYP" | "SZL" | "THB" | "TJS" | "TMT" | "TND" | "TOP" | "TRY" | "TTD" | "TWD" | "TZS" | "UAH" | "UGX" | "USD" | "UYU" | "UZS" | "VES" | "VND" | "VUV" | "WST" | "XAF" | "XCD" | "XOF" | "XPF" | "YER" | "ZAR" | "ZMW" | "ZWG";
            /**
             * @description The seller whose money it is, where no order is named
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId?: string;
        };
        QuotedCargoDto: {
            /**
             * @description LCL: cubic metres
             * @example 6.4
             */
            cbm?: string;
            /** @description FCL: containers by size */
            containers?: components["schemas"]["ContainersDto"][];
            /**
             * @description Gross weight, kg
             * @example 9800
             */
            grossKg: string;
            /** @description LCL: packages by size */
            pieces?: components["schemas"]["PiecesDto"][];
        };
        RateGroupDto: {
            /** @description 进料加工: value of duty-free material in the goods, CNY; default 0 */
            bondedMaterialValue?: components["schemas"]["MoneyDto"];
            /** @description Export value (FOB), any currency */
            fob: components["schemas"]["MoneyDto"];
            /**
             * @description CNY per one unit of the currency of `fob`; required unless that is CNY
             * @example 7.0827
             */
            fxRate?: string;
            /**
             * @description Above zero, at most the VAT rate
             * @example 0.09
             */
            refundRate: string;
            /**
             * @description VAT rate as a fraction
             * @example 0.13
             */
            vatRate: string;
        };
        RateGroupResultDto: {
            /** @description 免抵退税额 of the group */
            exemptCreditRefund: components["schemas"]["MoneyDto"];
            /** @description Export value in CNY */
            fobCny: components["schemas"]["MoneyDto"];
            /** @description 不得免征和抵扣税额 of the group */
            nonDeductibleVat: components["schemas"]["MoneyDto"];
        };
        RateLimitDto: {
            /**
             * Format: int32
             * @description Requests in each window
             * @example 60000
             */
            limit: number;
            /**
             * @description Name, as `RateLimit-Policy` has it
             * @example client
             */
            policy: string;
            /**
             * Format: int32
             * @description What is left in this window
             * @example 59872
             */
            remaining: number;
            /**
             * Format: int32
             * @description Seconds until the next window
             * @example 41
             */
            resetSeconds: number;
            /**
             * Format: int32
             * @description Length of a window in seconds
             * @example 60
             */
            windowSeconds: number;
        };
        ReceivableDto: {
            /**
             * @description The buyer
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            buyerId: string;
            /**
             * Format: date-time
             * @description When all of it had arrived, within the tolerance
             */
            collectedAt: string | null;
            /**
             * @description The contract’s number; the buyer may name either
             * @example NB-2026-0815
             */
            contractNumber: string;
            /**
             * @description Whether what arrives is converted to CNY by itself
             * @example automatic
             * @enum {string}
             */
            conversion: "automatic" | "manual";
            /**
             * Format: date-time
             * @description When the order was placed
             * @example 2026-11-24T08:00:00.000Z
             */
            createdAt: string;
            /** @description What the buyer owes */
            expected: components["schemas"]["MoneyDto"];
            /**
             * @description Kind of resource
             * @example receivable
             * @enum {string}
             */
            object: "receivable";
            /**
             * @description The order it is owed for; one receivable for each
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description The order’s reference
             * @example PO-2026-0815
             */
            orderReference: string;
            /** @description What is still owed; what the tolerance covered stays here */
            outstanding: components["schemas"]["MoneyDto"];
            /** @description What has arrived so far */
            received: components["schemas"]["MoneyDto"];
            /**
             * @description The seller
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description State; waived: the order was cancelled
             * @example open
             * @enum {string}
             */
            state: "open" | "collected" | "waived";
            /**
             * Format: int32
             * @description Version of the row
             * @example 1
             */
            version: number;
        };
        ReceivablePageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ReceivableDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        RecoveryCodesDto: {
            /**
             * @description Each works once instead of a code of the app; shown this once
             * @example [
             *       "7KQ2-M4VN-XW3T-PLZ5"
             *     ]
             */
            recoveryCodes: string[];
        };
        RefreshRequest: {
            /**
             * @description The `refreshToken` of the last answer
             * @example er_…
             */
            refreshToken: string;
        };
        RefundAccountDto: {
            /**
             * @description Account holder
             * @example 宁波示例进出口有限公司
             */
            accountHolder: string;
            /**
             * @description Account number
             * @example 3310010120100123456
             */
            accountNumber: string;
        };
        RefundCaseDto: {
            /** @description Each check with its outcome; none before the goods are cleared */
            checks: components["schemas"]["RefundCheckDto"][];
            /**
             * @description The claim that was made of it
             * @example clm_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            claimId: string | null;
            /**
             * @description Where the claim stands
             * @enum {string|null}
             */
            claimState: "matched" | "queued" | "filed" | "accepted" | "queried" | "answered" | "approved" | "rejected" | "paid" | "abandoned" | null;
            /** @description What the buyer has paid */
            collection: components["schemas"]["OrderCollectionDto"] | null;
            /**
             * Format: date-time
             * @description When the order asked for a refund
             */
            createdAt: string;
            /** @description The clocks that the export started */
            deadlines: components["schemas"]["CaseDeadlinesDto"] | null;
            /** @description What customs has cleared */
            declaration: components["schemas"]["ClearedDeclarationDto"] | null;
            /** @description Its invoices, the cancelled ones left out */
            invoices: components["schemas"]["CaseInvoiceDto"][];
            /** @description What is still waited for */
            missing: components["schemas"]["MissingFactDto"][];
            /**
             * @description The order
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description The order's own reference
             * @example SO-2026-0001
             */
            reference: string;
            /**
             * @description 免退税, 免抵退税, 代办退税
             * @enum {string}
             */
            regime: "trading" | "manufacturer" | "agency";
            /**
             * @description The exporter
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description gathering: facts are waited for; claimed: a claim was made of them; closed: the order was cancelled
             * @enum {string}
             */
            state: "gathering" | "claimed" | "closed";
            /**
             * Format: date-time
             * @description When the facts were last looked at
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Counts the changes
             */
            version: number;
        };
        RefundCaseSummaryDto: {
            /**
             * Format: date-time
             * @description When the order asked for a refund
             */
            createdAt: string;
            /** @description What is still waited for */
            missing: components["schemas"]["MissingFactDto"][];
            /**
             * @description The order
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /**
             * @description The order's own reference
             * @example SO-2026-0001
             */
            reference: string;
            /**
             * @description 免退税, 免抵退税, 代办退税
             * @enum {string}
             */
            regime: "trading" | "manufacturer" | "agency";
            /**
             * @description The exporter
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * @description gathering: facts are waited for; claimed: a claim was made of them; closed: the order was cancelled
             * @enum {string}
             */
            state: "gathering" | "claimed" | "closed";
            /**
             * Format: date-time
             * @description When the facts were last looked at
             */
            updatedAt: string;
            /**
             * Format: int32
             * @description Counts the changes
             */
            version: number;
        };
        RefundCaseSummaryPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["RefundCaseSummaryDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        RefundCheckDto: {
            /**
             * @description Which check; new ones may come
             * @example unit
             * @enum {string}
             */
            check: "hs_code" | "goods_name" | "unit" | "quantity" | "parties" | "dates" | "supervision_mode" | "collection" | "exchange_cost" | "single_use" | "refund_rate" | "vat_rate" | "agency_amount";
            /**
             * @description What was found
             * @example Invoiced in unit 007, declared in 001, 035
             */
            detail: string;
            /**
             * @description How to mend it; null where there is nothing to mend
             * @example Have the invoice re-issued in one of the declared units
             */
            fix: string | null;
            /**
             * @description The same in Chinese
             * @example 请按报关单计量单位之一重开发票
             */
            fixZh: string | null;
            /**
             * @description The invoice
             * @example 26332000000012345678
             */
            invoiceNumber: string | null;
            /**
             * Format: int32
             * @description The order's line; null: the whole export
             * @example 1
             */
            lineNumber: number | null;
            /**
             * @description `block` stops the claim, `warn` does not; `split`: only a share of an invoice is claimed
             * @example block
             * @enum {string}
             */
            outcome: "pass" | "warn" | "split" | "block";
            /**
             * @description What the check asks
             * @example The invoice counts in a declared unit
             */
            title: string;
            /**
             * @description The same in Chinese
             * @example 发票计量单位为报关单三种单位之一
             */
            titleZh: string;
        };
        RefundDto: {
            /** @description Whether the refund is to be advanced by a lending bank; default false */
            advance?: boolean;
            /**
             * @description How the export VAT refund is claimed: trading 免退税, manufacturer 免抵退税, agency 代办退税, or none
             * @example trading
             * @enum {string}
             */
            mode: "trading" | "manufacturer" | "agency" | "none";
        };
        RefundRateDto: {
            /**
             * @description The group of goods that the code belongs to
             * @example batteries
             */
            productGroup: string;
            /**
             * @description Fraction
             * @example 0.06
             */
            refundRate: string;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
            /**
             * Format: date
             * @description First day of this rate; null = open
             * @example 2026-04-01
             */
            validFrom: string | null;
            /**
             * Format: date
             * @description Last day of this rate; null = open
             * @example 2026-12-31
             */
            validTo: string | null;
            /**
             * @description What a rate of zero means for the VAT of the sale
             * @enum {string}
             */
            zeroMeaning?: "taxed_as_domestic" | "exempt";
        };
        RefundRateRequest: {
            /**
             * Format: date
             * @description Export date printed on the declaration
             * @example 2026-04-01
             */
            exportDate: string;
            /**
             * @description 8 to 10 digits; this or `productGroup`
             * @example 8541430000
             */
            hsCode?: string;
            /**
             * @description Goods of a notice’s list; this or `hsCode`
             * @example batteries
             */
            productGroup?: string;
        };
        RefundRateRowDto: {
            /**
             * @description HS codes that begin with one of these belong to it, unless a longer prefix puts them elsewhere
             * @example [
             *       "8506",
             *       "85076"
             *     ]
             */
            hsPrefixes: string[];
            /**
             * @description Its name, in the language of `Accept-Language`
             * @example Batteries
             */
            name: string;
            /**
             * @description The group of goods; stable
             * @example batteries
             */
            productGroup: string;
            /**
             * @description Fraction
             * @example 0.06
             */
            refundRate: string;
            /**
             * @description The notice that set it
             * @example 财政部 税务总局公告2026年第2号
             */
            source: string;
            /**
             * Format: date
             * @description First export date of this rate; null: open
             * @example 2026-04-01
             */
            validFrom: string | null;
            /**
             * Format: date
             * @description Last export date of this rate; null: open
             * @example 2026-12-31
             */
            validTo: string | null;
            /**
             * @description What a rate of zero means for the VAT of the sale
             * @enum {string}
             */
            zeroMeaning?: "taxed_as_domestic" | "exempt";
        };
        RefundRateTableDto: {
            /** @description Group by group, each in time order; all at once */
            data: components["schemas"]["RefundRateRowDto"][];
            /**
             * @description The state of the table; calculations name it as `rule.version`
             * @example seed-2026-01
             */
            version: string;
        };
        RepaymentDto: {
            /** @description Fees */
            fees: components["schemas"]["MoneyDto"];
            /**
             * @description Id; the reference that the lender has
             * @example rpy_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /** @description Interest and penalty */
            interest: components["schemas"]["MoneyDto"];
            /** @description Of the principal */
            principal: components["schemas"]["MoneyDto"];
            /**
             * Format: date
             * @description From when it counts
             */
            valueDate: string;
        };
        ReplayDto: {
            /**
             * Format: date-time
             * @description When all had been looked at
             */
            completedAt: string | null;
            /**
             * Format: date-time
             * @description When it was asked for
             */
            createdAt: string;
            /**
             * @description The receiver
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            endpointId: string;
            /**
             * @description The one event; null where there are many
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            eventId: string | null;
            /**
             * @description Id
             * @example whr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: int32
             * @description How many events are still to be looked at
             * @example 0
             */
            left: number;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description Only what was never delivered */
            missing: boolean;
            /**
             * Format: int32
             * @description How many deliveries it has made due so far
             * @example 120
             */
            queued: number;
            /**
             * Format: date-time
             * @description Since when
             */
            since: string | null;
            /**
             * @description `stopped`: the endpoint was removed meanwhile
             * @enum {string}
             */
            state: "running" | "completed" | "stopped";
            /**
             * Format: date-time
             * @description Until when
             */
            until: string | null;
        };
        ReplayPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ReplayDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ReplayRequestDto: {
            /**
             * @description This event, whatever the filters say
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            eventId?: string;
            /**
             * @description Only what was never delivered, since the endpoint was made or `since`
             * @example true
             */
            missing?: boolean;
            /**
             * Format: date-time
             * @description Every event since then that the filters let through
             */
            since?: string;
            /**
             * Format: date-time
             * @description With `since` or `missing`: only what happened before this instant
             */
            until?: string;
        };
        RepresentedTenantDto: {
            /**
             * Format: date-time
             * @description When the mandate ends
             * @example 2027-04-01T02:00:00.000Z
             */
            expiresAt: string;
            /** @description What you may move; null: as much as there is */
            limits: components["schemas"]["MandateLimitsDto"] | null;
            /**
             * @description The mandate that holds
             * @example mdt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            mandateId: string;
            /**
             * @description Its name when it granted
             * @example Ningbo Example Trading
             */
            name: string;
            /** @description Its orders by state; empty where mandate and credential do not both have `orders:read` */
            orders: components["schemas"]["StateCountDto"][];
            /**
             * @description What you may do there at most
             * @example [
             *       "orders:read"
             *     ]
             */
            scopes: string[];
            /**
             * @description The tenant: what `Acting-For` names
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            tenantId: string;
        };
        RepresentedTenantPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["RepresentedTenantDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        RequestAdvanceDto: {
            /** @description Less than could be had, where less is wanted */
            amount?: components["schemas"]["MoneyDto"];
            /**
             * @description The order whose refund is to be advanced on
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
        };
        RevenueTonsDto: {
            /**
             * @description `volume` also when both are equal
             * @enum {string}
             */
            basis: "volume" | "weight" | "minimum";
            /** @description Rate × cubic metres */
            byVolume: components["schemas"]["MoneyDto"];
            /** @description Rate × tons */
            byWeight: components["schemas"]["MoneyDto"];
            /** @description Cubic metres, three decimals */
            cbm: string;
            /** @description Sum of the fixed charges */
            fixedCharges: components["schemas"]["MoneyDto"];
            /** @description Rate × revenue tons */
            freight: components["schemas"]["MoneyDto"];
            /** @description What is charged for */
            revenueTons: string;
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
            /** @description Freight and fixed charges */
            total: components["schemas"]["MoneyDto"];
            /** @description Tons, three decimals */
            weightTons: string;
        };
        RevenueTonsRequest: {
            /**
             * @description Cubic metres instead of pieces
             * @example 2.16
             */
            cbm?: string;
            /** @description Charges per shipment, in the currency of the rate */
            fixedCharges?: components["schemas"]["MoneyDto"][];
            /**
             * @description Gross weight of the whole shipment, kg
             * @example 500
             */
            grossKg: string;
            /**
             * @description Default 1
             * @example 1
             */
            minimumRevenueTons?: string;
            /** @description The pieces; or `cbm` */
            pieces?: components["schemas"]["PiecesDto"][];
            /** @description Price of one revenue ton: a ton or a cubic metre */
            ratePerRevenueTon: components["schemas"]["MoneyDto"];
        };
        RotatedEndpointDto: {
            /**
             * @description Only when one of these fields has changed; empty: whatever has
             * @example [
             *       "state"
             *     ]
             */
            changedFields: string[];
            /**
             * Format: date-time
             * @description When it was created
             */
            createdAt: string;
            /** @description For people */
            description: string;
            /** @description Why it is disabled: `gone` (it said 410), `failing`, `by_caller` */
            disabledReason: string | null;
            /** @description Which events */
            eventTypes: string[];
            /**
             * @description Id
             * @example whe_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * Format: date-time
             * @description Until when the secret before this one signs too
             */
            oldSecretExpiresAt: string | null;
            /**
             * @description Events of one resource come strictly in their sequence: one that fails holds back the later ones
             * @example false
             */
            ordered: boolean;
            /**
             * @description `thin`: without `changed` and `data`
             * @example full
             * @enum {string}
             */
            payload: "full" | "thin";
            /**
             * @description Only of these: kinds of resource, or ids; empty: of all
             * @example [
             *       "declaration"
             *     ]
             */
            resources: string[];
            /**
             * @description The new secret; shown this once, and null in a repeat under the same Idempotency-Key
             * @example whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD
             */
            secret: string | null;
            /**
             * @description `v1`: HMAC by the secret; `v1a`: Ed25519 by the keys at `/.well-known/webhook-keys`; or `both`
             * @example v1
             * @enum {string}
             */
            signature: "v1" | "v1a" | "both";
            /**
             * @description Whether anything is sent
             * @enum {string}
             */
            state: "enabled" | "disabled" | "removed";
            /** @description Where it is sent to */
            url: string;
            /**
             * Format: int32
             * @description Version; the ETag
             */
            version: number;
        };
        RotationRequest: {
            /**
             * Format: date-time
             * @description Until when the old key works beside the new one; at most 30 days ahead
             * @example 2099-12-31T00:00:00Z
             */
            oldKeyExpiresAt: string;
        };
        RouteDto: {
            /**
             * @description Customs office of declaration (申报地海关)
             * @example 3104
             */
            declarationOffice: string;
            /**
             * @description ISO 3166-1 alpha-2
             * @example DE
             */
            destinationCountry: string;
            /**
             * @description Customs office of exit (出境关别)
             * @example 3104
             */
            exitOffice: string;
            /**
             * @description UN/LOCODE
             * @example DEHAM
             */
            portOfDischarge: string;
            /**
             * @description UN/LOCODE in China
             * @example CNNGB
             */
            portOfLoading: string;
            /**
             * @description Main transport
             * @example sea
             * @enum {string}
             */
            transportMode: "sea" | "air" | "rail" | "road";
        };
        SandboxResetDto: {
            /**
             * Format: int32
             * @description How many rows were erased
             * @example 1284
             */
            erased: number;
            /**
             * @description The tenant, which is empty now
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            tenantId: string;
        };
        SandboxResetRequest: {
            /**
             * @description Whose data is to be erased: the tenant of your credential
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            tenantId: string;
        };
        SandboxTenantDto: {
            /** @description Its first key, with every scope; the secret is shown this once */
            firstKey: components["schemas"]["NewApiKeyDto"];
            /**
             * @description The tenant
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: its partners are simulated, and no money moves
             * @example false
             */
            livemode: boolean;
            /**
             * @description For whom or what it is
             * @example Trial of Ningbo Example Trading
             */
            name: string;
            /** @description What it has from the start, to place orders with */
            seed: components["schemas"]["SeededDto"][];
        };
        SandboxTenantRequest: {
            /**
             * @description For whom or what it is
             * @example Trial of Ningbo Example Trading
             */
            name: string;
        };
        ScenarioDto: {
            /**
             * @description What may be done now
             * @example [
             *       "step"
             *     ]
             */
            allowedActions: string[];
            /**
             * Format: date-time
             * @description When it was begun
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was over
             * @example null
             */
            endedAt: string | null;
            /**
             * @description The scenario
             * @example scn_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description How the export is to go
             * @example export
             * @enum {string}
             */
            kind: "export" | "customs_refuses" | "inspection" | "buyer_pays_short" | "buyer_pays_late" | "refund_reduced" | "payout_returned";
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description `at_once` runs through; `stepwise` begins paused, and does a step each time it is told to
             * @example at_once
             * @enum {string}
             */
            mode: "at_once" | "stepwise";
            /** @description What comes then; null where nothing does */
            next: components["schemas"]["NextStepDto"] | null;
            /**
             * @description The order, once it is placed
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /**
             * @description As they were given
             * @example {}
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description Why it failed: the problem of the step that was refused
             * @example null
             */
            problem: {
                [key: string]: unknown;
            } | null;
            /**
             * @description How it stands
             * @example running
             * @enum {string}
             */
            state: "paused" | "running" | "completed" | "failed";
            /** @description What was called so far, oldest first */
            steps: components["schemas"]["ScenarioStepDto"][];
            /**
             * Format: int32
             * @description How many steps are done
             * @example 7
             */
            stepsDone: number;
            /**
             * Format: int32
             * @description How many there are
             * @example 16
             */
            stepsTotal: number;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 9
             */
            version: number;
            /**
             * @description What it waits for just now, in words
             * @example The vessel leaves
             */
            waitsFor: string | null;
        };
        ScenarioKindDto: {
            /**
             * @description How the export goes
             * @example Customs inspect the goods, and release them
             */
            description: string;
            /**
             * @description `parameters` that work
             * @example {}
             */
            example: {
                [key: string]: unknown;
            };
            /**
             * @description Its name
             * @example export
             * @enum {string}
             */
            kind: "export" | "customs_refuses" | "inspection" | "buyer_pays_short" | "buyer_pays_late" | "refund_reduced" | "payout_returned";
            /**
             * @description JSON Schema of `parameters`
             * @example {
             *       "type": "object"
             *     }
             */
            parameters: {
                [key: string]: unknown;
            };
            /** @description Its steps, in order */
            steps: components["schemas"]["NextStepDto"][];
        };
        ScenarioKindsDto: {
            /** @description Every kind */
            data: components["schemas"]["ScenarioKindDto"][];
        };
        ScenarioPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["ScenarioSummaryDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        ScenarioRequest: {
            /**
             * @description How the export is to go: `GET /v1/sandbox/scenario-kinds`
             * @example export
             * @enum {string}
             */
            kind: "export" | "customs_refuses" | "inspection" | "buyer_pays_short" | "buyer_pays_late" | "refund_reduced" | "payout_returned";
            /**
             * @description `at_once` runs through; `stepwise` begins paused, and does a step each time it is told to
             * @example at_once
             * @enum {string}
             */
            mode?: "at_once" | "stepwise";
            /**
             * @description More, as the catalogue has it for the kind
             * @example {}
             */
            parameters?: {
                [key: string]: unknown;
            };
        };
        ScenarioStepDto: {
            /**
             * @description The body as it was sent
             * @example null
             */
            body: {
                [key: string]: unknown;
            } | null;
            /**
             * @description What is done, or waited for
             * @example The order is placed
             */
            description: string;
            /**
             * Format: date-time
             * @description When it was over
             * @example 2026-04-01T02:00:00.120Z
             */
            endedAt: string | null;
            /**
             * @description What was sent: the method
             * @example POST
             */
            method: string | null;
            /**
             * @description Its name, the same wherever it is done
             * @example place_order
             */
            name: string;
            /**
             * Format: int32
             * @description Which step, from 1
             * @example 3
             */
            number: number;
            /**
             * @description The operation of this API
             * @example createOrder
             */
            operationId: string | null;
            /**
             * @description Where
             * @example /v1/orders
             */
            path: string | null;
            /**
             * @description Why it was refused, in the language in which the scenario was begun
             * @example null
             */
            problem: {
                [key: string]: unknown;
            } | null;
            /**
             * @description Headers, without those that say who asks and in which language
             * @example {
             *       "idempotency-key": "scn_01jdq3x7k2e9ta6v0m8r4c5wzb.3"
             *     }
             */
            requestHeaders: {
                [key: string]: unknown;
            } | null;
            /**
             * @description What it made
             * @example [
             *       "ord_01jdq3x7k2e9ta6v0m8r4c5wzb"
             *     ]
             */
            resourceIds: string[];
            /**
             * @description Of which scenario
             * @example scn_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            scenarioId: string;
            /**
             * Format: date-time
             * @description When it was ordered
             * @example 2026-04-01T02:00:00.000Z
             */
            startedAt: string;
            /**
             * @description `ordered`: the worker does it next; `waiting`: it is looked for again and again
             * @example done
             * @enum {string}
             */
            state: "ordered" | "waiting" | "done" | "refused";
            /**
             * Format: int32
             * @description The status that it was answered with
             * @example 201
             */
            status: number | null;
        };
        ScenarioSummaryDto: {
            /**
             * @description What may be done now
             * @example [
             *       "step"
             *     ]
             */
            allowedActions: string[];
            /**
             * Format: date-time
             * @description When it was begun
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * Format: date-time
             * @description When it was over
             * @example null
             */
            endedAt: string | null;
            /**
             * @description The scenario
             * @example scn_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description How the export is to go
             * @example export
             * @enum {string}
             */
            kind: "export" | "customs_refuses" | "inspection" | "buyer_pays_short" | "buyer_pays_late" | "refund_reduced" | "payout_returned";
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description `at_once` runs through; `stepwise` begins paused, and does a step each time it is told to
             * @example at_once
             * @enum {string}
             */
            mode: "at_once" | "stepwise";
            /**
             * @description The order, once it is placed
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /**
             * @description As they were given
             * @example {}
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description Why it failed: the problem of the step that was refused
             * @example null
             */
            problem: {
                [key: string]: unknown;
            } | null;
            /**
             * @description How it stands
             * @example running
             * @enum {string}
             */
            state: "paused" | "running" | "completed" | "failed";
            /**
             * Format: int32
             * @description How many steps are done
             * @example 7
             */
            stepsDone: number;
            /**
             * Format: int32
             * @description How many there are
             * @example 16
             */
            stepsTotal: number;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 9
             */
            version: number;
        };
        SecondFactorDto: {
            /**
             * @description The same as an address, to show as a QR code
             * @example otpauth://totp/…
             */
            address: string;
            /**
             * @description The secret in base32, to type in; shown this once
             * @example GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ
             */
            secret: string;
        };
        SecretRotationDto: {
            /**
             * Format: date-time
             * @description Until when the old secret signs too: 24 hours from now unless said, at most 30 days; past: no longer
             * @example 2026-12-01T00:00:00Z
             */
            oldSecretExpiresAt?: string;
        };
        SecretRotationRequest: {
            /**
             * Format: date-time
             * @description Until when the old secret works beside the new one, at most 30 days ahead; null or left out: it ends now, and every token with it
             * @example 2099-12-31T00:00:00Z
             */
            oldSecretExpiresAt?: string | null;
        };
        SeededDto: {
            /**
             * @description Its id
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description What it is
             * @example seller
             */
            kind: string;
            /**
             * @description Its name
             * @example 宁波示例照明进出口有限公司
             */
            name: string;
            /**
             * @description Its reference
             * @example SANDBOX-SELLER-TRADING
             */
            reference: string;
            /**
             * @description Which of its kind, where there are several
             * @example trading
             */
            variant: string | null;
        };
        SessionDto: {
            /**
             * @description For `Authorization: Bearer …`: a signed JWT (RFC 9068)
             * @example eyJhbGciOiJFZERTQSJ9.…
             */
            accessToken: string;
            /**
             * Format: int32
             * @description Seconds until it runs out
             * @example 600
             */
            expiresIn: number;
            /**
             * Format: date-time
             * @description Until when
             * @example 2026-04-08T02:00:00.000Z
             */
            refreshExpiresAt: string;
            /**
             * @description For `POST /v1/sessions/refresh`; works once
             * @example er_…
             */
            refreshToken: string;
            /**
             * @description How it is sent
             * @example Bearer
             * @enum {string}
             */
            tokenType: "Bearer";
            /** @description Who has signed in */
            user: components["schemas"]["MeDto"];
        };
        SignInRequest: {
            /**
             * @description Six digits of the authenticator app, or a recovery code
             * @example 287082
             */
            code?: string;
            /**
             * @description The e-mail address, in whatever case
             * @example li.wei@example.com
             */
            email: string;
            /**
             * @description The password
             * @example four words of your own
             */
            password: string;
            /**
             * @description The tenant
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            tenantId: string;
        };
        SimulationDto: {
            /**
             * Format: date-time
             * @description When it was ordered
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * @description What it answered; null until it is done
             * @example null
             */
            effect: {
                [key: string]: unknown;
            } | null;
            /**
             * Format: date-time
             * @description When it was over
             * @example 2026-04-01T02:00:00.120Z
             */
            endedAt: string | null;
            /**
             * @description The simulation; the sandbox knows it by this
             * @example sim_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description What is to happen
             * @example collection.paid
             * @enum {string}
             */
            kind: "collection.paid" | "collection.short" | "collection.part" | "collection.over" | "collection.wrong_reference" | "declaration.next_step" | "declaration.refused" | "declaration.inspected" | "declaration.reviewed" | "declaration.deleted" | "booking.next_step" | "booking.rejected" | "booking.declined" | "booking.rolled" | "payout.next_step" | "payout.refused" | "payout.no_funds" | "payout.returned" | "claim.next_step" | "claim.rejected" | "claim.queried" | "claim.reduced" | "advance.next_step" | "advance.declined" | "customs.paced" | "carrier.paced" | "bank.paced" | "lender.paced" | "tax_bureau.paced";
            /**
             * @description What the sandbox was told: method, path below `/control`, body
             * @example null
             */
            lever: {
                [key: string]: unknown;
            } | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description As they were given
             * @example {}
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description Why it failed, in the language in which it was ordered
             * @example null
             */
            problem: {
                [key: string]: unknown;
            } | null;
            /**
             * @description To which resource
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            resourceId: string;
            /**
             * @description `done`: the partner has been told, and goes on by itself
             * @example done
             * @enum {string}
             */
            state: "ordered" | "done" | "failed";
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 2
             */
            version: number;
        };
        SimulationKindDto: {
            /**
             * @description What happens
             * @example The buyer of the order pays all that is still owed
             */
            description: string;
            /**
             * @description `parameters` that work
             * @example {}
             */
            example: {
                [key: string]: unknown;
            };
            /**
             * @description Its name
             * @example collection.paid
             * @enum {string}
             */
            kind: "collection.paid" | "collection.short" | "collection.part" | "collection.over" | "collection.wrong_reference" | "declaration.next_step" | "declaration.refused" | "declaration.inspected" | "declaration.reviewed" | "declaration.deleted" | "booking.next_step" | "booking.rejected" | "booking.declined" | "booking.rolled" | "payout.next_step" | "payout.refused" | "payout.no_funds" | "payout.returned" | "claim.next_step" | "claim.rejected" | "claim.queried" | "claim.reduced" | "advance.next_step" | "advance.declined" | "customs.paced" | "carrier.paced" | "bank.paced" | "lender.paced" | "tax_bureau.paced";
            /**
             * @description JSON Schema of `parameters`
             * @example {
             *       "type": "object"
             *     }
             */
            parameters: {
                [key: string]: unknown;
            };
            /**
             * @description Who does it
             * @example bank
             * @enum {string}
             */
            partner: "customs" | "carrier" | "bank" | "lender" | "tax-bureau";
            /**
             * @description How the ids of the resources begin that it is about
             * @example ord
             */
            resource: string;
        };
        SimulationKindsDto: {
            /** @description Every kind */
            data: components["schemas"]["SimulationKindDto"][];
        };
        SimulationPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["SimulationDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        SimulationRequest: {
            /**
             * @description What is to happen: `GET /v1/sandbox/simulation-kinds`
             * @example collection.paid
             * @enum {string}
             */
            kind: "collection.paid" | "collection.short" | "collection.part" | "collection.over" | "collection.wrong_reference" | "declaration.next_step" | "declaration.refused" | "declaration.inspected" | "declaration.reviewed" | "declaration.deleted" | "booking.next_step" | "booking.rejected" | "booking.declined" | "booking.rolled" | "payout.next_step" | "payout.refused" | "payout.no_funds" | "payout.returned" | "claim.next_step" | "claim.rejected" | "claim.queried" | "claim.reduced" | "advance.next_step" | "advance.declined" | "customs.paced" | "carrier.paced" | "bank.paced" | "lender.paced" | "tax_bureau.paced";
            /**
             * @description More, as the catalogue has it for the kind
             * @example {}
             */
            parameters?: {
                [key: string]: unknown;
            };
            /**
             * @description To which of your resources; which kind of resource, the catalogue says
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            resourceId: string;
        };
        SmallSellerDto: {
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /**
             * @description Whether registration (名录) is needed
             * @enum {string}
             */
            status: "exempt" | "warning" | "registration_required";
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        SmallSellerRequest: {
            /** @description Receipts and payments of the year, USD */
            annualTrade: components["schemas"]["MoneyDto"];
        };
        StalledDto: {
            /**
             * @description Code of the last error
             * @example INTERNAL
             */
            code: string;
            /**
             * @description What became of its job: `GET /v1/operations/dead-letters/{id}`
             * @example dlq_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            deadLetter: string;
            /**
             * Format: date-time
             * @description When it was given up
             * @example 2026-04-01T02:00:00.000Z
             */
            since: string;
        };
        StateCountDto: {
            /**
             * Format: int32
             * @description How many orders are in it; 1000 stands for so many or more
             * @example 12
             */
            count: number;
            /**
             * @description The state
             * @example in_progress
             * @enum {string}
             */
            state: "draft" | "placed" | "in_progress" | "attention" | "closed" | "cancelled";
        };
        SubmissionDto: {
            /**
             * Format: int32
             * @description Counts from 1
             * @example 1
             */
            attempt: number;
            /**
             * @description The broker's mandate that it was declared under; null where the exporter declared for itself
             * @example bmd_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            brokerMandateId: string | null;
            /**
             * @description Our number in the message (ClientSeqNo)
             * @example 01JDQ3X7K2M8R4C5WZ
             */
            clientReference: string;
            /**
             * Format: int32
             * @description Fields of the message that are filled; each was checked against its length
             * @example 74
             */
            fieldsChecked: number;
            /**
             * @description Id of the attempt; customs knows the message by it
             * @example dat_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: int32
             * @description Length of the message in characters
             * @example 3120
             */
            messageLength: number;
            /** @description Why it was refused or sent back, in customs' words */
            reason: string | null;
            /**
             * @description The single window's number (统一编号), once it has taken the message
             * @example E20260000795000001
             */
            sequenceNumber: string | null;
            /**
             * @description What became of the message; `withheld`: nobody could declare it any more, it was never sent
             * @enum {string}
             */
            state: "queued" | "taken" | "refused" | "accepted" | "rejected" | "withheld";
        };
        SubmitDeclarationDto: {
            /** @description All container numbers */
            containers?: components["schemas"]["ContainerCorrectionDto"][];
            /** @description On what the goods leave */
            transport?: components["schemas"]["TransportCorrectionDto"];
        };
        SummaryDto: {
            /** @description English */
            en: string;
            /** @description Chinese */
            zh: string;
        };
        TaxDataDto: {
            /**
             * Format: int32
             * @description Class for export refunds, 1 (most trusted) to 4
             * @example 2
             */
            refundClass?: number | null;
            /**
             * @description General or small-scale taxpayer
             * @example general
             * @enum {string}
             */
            taxpayerType: "general" | "small_scale";
        };
        TaxPeriodDto: {
            /** @description Credit carried in from the period before (上期留抵税额) */
            carryForwardCredit: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description When it was recorded
             */
            createdAt: string;
            /** @description Output VAT on domestic sales (内销销项税额) */
            domesticOutputVat: components["schemas"]["MoneyDto"];
            /** @description One rate for each currency that was exported in */
            fxRates: components["schemas"]["PeriodFxRateDto"][];
            /** @description Input VAT of the period (进项税额) */
            inputVat: components["schemas"]["MoneyDto"];
            /**
             * @description YYYYMM
             * @example 202611
             */
            period: string;
            /**
             * @description The manufacturer
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
            /**
             * Format: int32
             * @description Counts the changes; also the ETag
             */
            version: number;
        };
        TaxPeriodPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["TaxPeriodDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        TaxPeriodRequest: {
            /** @description Credit carried in from the period before (上期留抵税额) */
            carryForwardCredit?: components["schemas"]["MoneyDto"];
            /** @description Output VAT on domestic sales (内销销项税额) */
            domesticOutputVat: components["schemas"]["MoneyDto"];
            /** @description One rate for each currency that was exported in */
            fxRates: components["schemas"]["PeriodFxRateDto"][];
            /** @description Input VAT of the period (进项税额) */
            inputVat: components["schemas"]["MoneyDto"];
            /**
             * @description The manufacturer
             * @example pty_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            sellerId: string;
        };
        TenantDto: {
            /**
             * Format: date
             * @description The version of the API that this request is answered in
             * @example 2026-11-24
             */
            apiVersion: string;
            /**
             * @description The tenant
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: a sandbox tenant, whose partners are simulated
             * @example false
             */
            livemode: boolean;
            /**
             * @description For whom or what it is
             * @example Ningbo Example Trading
             */
            name: string;
            /**
             * @description What the credential may do
             * @example [
             *       "orders:read",
             *       "orders:write"
             *     ]
             */
            scopes: string[];
        };
        TestSendDto: {
            /**
             * @description Of which type the sample is; see `GET /v1/event-types`
             * @example customs.declaration.released
             */
            eventType: string;
        };
        TimelineDto: {
            /** @description What happened, oldest first */
            data: components["schemas"]["TimelineEntryDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        TimelineEntryDto: {
            /**
             * Format: date-time
             * @description When
             * @example 2026-11-24T08:00:00.000Z
             */
            at: string;
            /** @description The facts of the event */
            data: {
                [key: string]: unknown;
            };
            /**
             * @description Id of the event
             * @example evt_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /** @description What it is about */
            resource: components["schemas"]["TimelineResourceDto"];
            /** @description What, for a person, in the language of Accept-Language (en or zh) */
            text: string;
            /**
             * @description What, for a program
             * @example customs.declaration.released
             */
            type: string;
        };
        TimelineResourceDto: {
            /**
             * @description Its id
             * @example dec_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description Kind of resource
             * @example declaration
             */
            type: string;
        };
        TokenDto: {
            /**
             * @description For `Authorization: Bearer …`: a signed JWT (RFC 9068)
             * @example eyJhbGciOiJFZERTQSJ9.…
             */
            access_token: string;
            /**
             * Format: int32
             * @description Seconds until it runs out
             * @example 900
             */
            expires_in: number;
            /**
             * @description What it may do
             * @example orders:read orders:write
             */
            scope: string;
            /**
             * @description How it is sent
             * @example Bearer
             * @enum {string}
             */
            token_type: "Bearer";
        };
        TokenForm: {
            /**
             * @description The id of the client, where it does not come by HTTP Basic
             * @example cli_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            client_id?: string;
            /**
             * @description Its secret, where it does not come by HTTP Basic
             * @example es_test_…
             */
            client_secret?: string;
            /**
             * @description What is shown for the token
             * @example client_credentials
             * @enum {string}
             */
            grant_type: "client_credentials";
            /**
             * @description Scopes separated by blanks, at most those of the client; left out: all of them
             * @example orders:read orders:write
             */
            scope?: string;
        };
        TracksDto: {
            /**
             * @description Declaration
             * @example released
             * @enum {string}
             */
            customs: "pending" | "drafted" | "submitted" | "accepted" | "inspection" | "released" | "departed" | "cleared" | "blocked" | "rejected" | "awaiting_approval" | "approval_declined" | "cancelled" | "not_applicable";
            /**
             * @description Advance on the refund
             * @example not_applicable
             * @enum {string}
             */
            financing: "pending" | "requested" | "drawn" | "repaid" | "awaiting_approval" | "ineligible" | "declined" | "lapsed" | "cancelled" | "not_applicable";
            /**
             * @description Booking and carriage
             * @example confirmed
             * @enum {string}
             */
            freight: "pending" | "quoted" | "booked" | "confirmed" | "departed" | "arrived" | "completed" | "rejected" | "cancelled" | "not_applicable";
            /**
             * @description The buyer's money, its conversion and payout
             * @example pending
             * @enum {string}
             */
            fx: "pending" | "part_collected" | "collected" | "converting" | "settled" | "paid_out" | "conversion_failed" | "conversion_awaiting_approval" | "payout_rejected" | "payout_awaiting_approval" | "payout_declined" | "cancelled" | "not_applicable";
            /**
             * @description Export VAT refund
             * @example pending
             * @enum {string}
             */
            taxRefund: "pending" | "matched" | "filed" | "accepted" | "approved" | "paid" | "queried" | "rejected" | "awaiting_approval" | "approval_declined" | "cancelled" | "not_applicable";
        };
        TradeCreditDto: {
            /** @description USD; required for `offshore_resale` */
            amount?: components["schemas"]["MoneyDto"];
            /**
             * Format: int32
             * @description Days between payment and shipment
             * @example 31
             */
            days: number;
            /**
             * Format: date
             * @description Day of the payment or shipment to report
             * @example 2026-04-01
             */
            occurredOn?: string;
            /**
             * @description What was paid or shipped apart in time
             * @enum {string}
             */
            type: "advance_receipt" | "advance_payment" | "deferred_receipt" | "deferred_payment" | "import_financing" | "offshore_resale";
        };
        TradeCreditReportDto: {
            /**
             * Format: date
             * @description By this day; null where none is due or the day is not known
             */
            reportBy: string | null;
            /** @description Whether SAFE must be told */
            reportRequired: boolean;
        };
        TradeCreditReportsDto: {
            /** @description In the order of the request */
            items: components["schemas"]["TradeCreditReportDto"][];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
        };
        TradeCreditReportsRequest: {
            /**
             * @description Class of the enterprise with SAFE
             * @enum {string}
             */
            enterpriseClass: "A" | "B" | "C";
            /** @description Advances, deferrals and the like */
            items: components["schemas"]["TradeCreditDto"][];
        };
        TradingItemDto: {
            /** @description Consumption tax on the payment certificate, CNY */
            consumptionTaxPaid?: components["schemas"]["MoneyDto"];
            /** @description What of it was exported; at most `purchasedQuantity` */
            exportedQuantity?: string;
            /** @description 金额 of the invoice, CNY; this or `purchaseAmountInclVat` */
            purchaseAmountExVat?: components["schemas"]["MoneyDto"];
            /** @description 价税合计 of the invoice, CNY; this or `purchaseAmountExVat` */
            purchaseAmountInclVat?: components["schemas"]["MoneyDto"];
            /** @description What the invoice covers; with `exportedQuantity` */
            purchasedQuantity?: string;
            /**
             * @description Refund rate of the goods; the lower of both rates counts
             * @example 0.09
             */
            refundRate: string;
            /**
             * @description VAT rate printed on the invoice, as a fraction
             * @example 0.13
             */
            vatRate: string;
        };
        TradingRefundDto: {
            /** @description Sum over the items */
            consumptionTaxRefund: components["schemas"]["MoneyDto"];
            /** @description In the order of the request */
            items: components["schemas"]["TradingResultDto"][];
            /** @description Sum over the items */
            nonRefundableVat: components["schemas"]["MoneyDto"];
            /** @description The rule, its version and its source */
            rule: components["schemas"]["CalculationRuleDto"];
            /** @description The working, step by step */
            steps: components["schemas"]["CalculationStepDto"][];
            /** @description Sum over the items */
            vatRefund: components["schemas"]["MoneyDto"];
        };
        TradingRefundRequest: {
            /** @description One per declaration item */
            items: components["schemas"]["TradingItemDto"][];
        };
        TradingResultDto: {
            /** @description Purchase amount without VAT, of the exported share */
            base: components["schemas"]["MoneyDto"];
            /** @description Consumption tax refunded */
            consumptionTaxRefund: components["schemas"]["MoneyDto"];
            /** @description The lower of both rates */
            effectiveRate: string;
            /** @description Not refunded: becomes cost */
            nonRefundableVat: components["schemas"]["MoneyDto"];
            /** @description Refunded */
            vatRefund: components["schemas"]["MoneyDto"];
        };
        TransferDto: {
            /**
             * Format: date-time
             * @description When it was written
             * @example 2026-04-01T02:00:00.000Z
             */
            bookedAt: string;
            /**
             * @description The transfer
             * @example trf_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * @description The event that was booked; booked once
             * @example col:01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            key: string;
            /**
             * @description What happened
             * @example fx.collection-credited
             */
            kind: string;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description For people
             * @example Collection of order EX-2026-001
             */
            memo: string;
            /**
             * @description The order it belongs to
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string | null;
            /** @description Sum to zero for each currency */
            postings: components["schemas"]["PostingDto"][];
            /**
             * @description The transfer that took this one back
             * @example trf_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            reversedBy: string | null;
            /**
             * @description The transfer that this one takes back
             * @example trf_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            reverses: string | null;
            /**
             * Format: date
             * @description The day from which the money counts
             * @example 2026-04-01
             */
            valueDate: string;
        };
        TransferPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["TransferDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        TransportCorrectionDto: {
            /**
             * @description B/L or other transport document
             * @example SNBX0000795000001
             */
            billNumber?: string;
            /**
             * @description Vessel; or the flight, train or truck number
             * @example SBX ORIENT
             */
            vesselName?: string;
            /**
             * @description Voyage
             * @example 026W
             */
            voyageNumber?: string;
        };
        TransportDto: {
            /**
             * @description B/L or other transport document
             * @example SNBX0000795000001
             */
            billNumber: string | null;
            /**
             * @description Vessel; or the flight, train or truck number. 26 characters fit the message
             * @example SBX ORIENT
             */
            vesselName: string | null;
            /**
             * @description Voyage
             * @example 026W
             */
            voyageNumber: string | null;
        };
        TrialBalanceDto: {
            /** @description By currency */
            currencies: components["schemas"]["CurrencyTrialDto"][];
        };
        TrialLineDto: {
            /**
             * @description All accounts of this code
             * @example client_funds
             * @enum {string}
             */
            code: "client_funds" | "funds_under_review" | "fx_position" | "fx_spread" | "refund_receivable" | "loan_principal" | "interest" | "fees" | "guarantee_pool" | "client_dues" | "clearing_bank" | "clearing_lender" | "clearing_tax_bureau" | "clearing_carrier";
            /** @description Sum of those that stand in credit */
            credit: components["schemas"]["MoneyDto"];
            /** @description Sum of those that stand in debit */
            debit: components["schemas"]["MoneyDto"];
        };
        UnitQuantityDto: {
            /**
             * @description How many
             * @example 1000
             */
            quantity: string;
            /**
             * @description Unit code
             * @example 001
             */
            unit: string;
        };
        UnsettledDto: {
            /**
             * Format: int32
             * @description How much of it is due and not done
             * @example 1
             */
            count: number;
            /**
             * @description The queue
             * @example fx.ask-payout
             */
            queue: string;
        };
        UpdateEndpointDto: {
            /**
             * @description Only when one of these fields has changed; empty: whatever has
             * @example [
             *       "state"
             *     ]
             */
            changedFields?: string[];
            /**
             * @description For people
             * @example ERP, production
             */
            description?: string;
            /**
             * @description Which events: whole types, `customs.*` for a family, `*` for all
             * @example [
             *       "customs.*",
             *       "fx.collection.matched"
             *     ]
             */
            eventTypes?: string[];
            /**
             * @description Events of one resource come strictly in their sequence: one that fails holds back the later ones
             * @example false
             */
            ordered?: boolean;
            /**
             * @description `thin`: without `changed` and `data`
             * @example full
             * @enum {string}
             */
            payload?: "full" | "thin";
            /**
             * @description With `enabled`: a replay of what was never delivered starts at once
             * @example false
             */
            replayMissing?: boolean;
            /**
             * @description Only of these: kinds of resource, or ids; empty: of all
             * @example [
             *       "declaration"
             *     ]
             */
            resources?: string[];
            /**
             * @description `v1`: HMAC by the secret; `v1a`: Ed25519 by the keys at `/.well-known/webhook-keys`; or `both`
             * @example v1
             * @enum {string}
             */
            signature?: "v1" | "v1a" | "both";
            /**
             * @description Switch it on or off; on forgets past failures
             * @enum {string}
             */
            state?: "enabled" | "disabled";
            /**
             * @description Where to send; https
             * @example https://erp.example.com/hooks
             */
            url?: string;
        };
        UsageActorDto: {
            /**
             * @description Who asked, as the request log names it
             * @example api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            actor: string;
            /**
             * Format: int32
             * @description Of these answered 5xx
             * @example 0
             */
            failed: number;
            /**
             * Format: int32
             * @description Of these refused by a rate limit: 429
             * @example 3
             */
            rateLimited: number;
            /**
             * Format: int32
             * @description Of these answered 4xx, but for 429
             * @example 17
             */
            refused: number;
            /**
             * Format: int32
             * @description Requests, all in all
             * @example 1200
             */
            requests: number;
            /**
             * Format: int32
             * @description Of these answered 2xx or 3xx
             * @example 1180
             */
            succeeded: number;
        };
        UsageCountsDto: {
            /**
             * Format: int32
             * @description Of these answered 5xx
             * @example 0
             */
            failed: number;
            /**
             * Format: int32
             * @description Of these refused by a rate limit: 429
             * @example 3
             */
            rateLimited: number;
            /**
             * Format: int32
             * @description Of these answered 4xx, but for 429
             * @example 17
             */
            refused: number;
            /**
             * Format: int32
             * @description Requests, all in all
             * @example 1200
             */
            requests: number;
            /**
             * Format: int32
             * @description Of these answered 2xx or 3xx
             * @example 1180
             */
            succeeded: number;
        };
        UsageDayDto: {
            /**
             * Format: date
             * @description Day (UTC)
             * @example 2026-11-29
             */
            day: string;
            /**
             * Format: int32
             * @description Of these answered 5xx
             * @example 0
             */
            failed: number;
            /**
             * Format: int32
             * @description Of these refused by a rate limit: 429
             * @example 3
             */
            rateLimited: number;
            /**
             * Format: int32
             * @description Of these answered 4xx, but for 429
             * @example 17
             */
            refused: number;
            /**
             * Format: int32
             * @description Requests, all in all
             * @example 1200
             */
            requests: number;
            /**
             * Format: int32
             * @description Of these answered 2xx or 3xx
             * @example 1180
             */
            succeeded: number;
        };
        UsageDto: {
            /** @description By who asked, the hundred that asked most */
            actors: components["schemas"]["UsageActorDto"][];
            /** @description By day, newest first; days without a request are left out */
            days: components["schemas"]["UsageDayDto"][];
            /**
             * Format: date
             * @description First day (UTC)
             * @example 2026-10-31
             */
            from: string;
            /** @description By operation, the most asked first */
            operations: components["schemas"]["UsageOperationDto"][];
            /**
             * Format: date
             * @description Last day (UTC)
             * @example 2026-11-29
             */
            to: string;
            /** @description All of these days together */
            total: components["schemas"]["UsageCountsDto"];
        };
        UsageOperationDto: {
            /**
             * Format: int32
             * @description Of these answered 5xx
             * @example 0
             */
            failed: number;
            /**
             * @description Its `operationId`
             * @example placeOrder
             */
            operation: string;
            /**
             * Format: int32
             * @description Of these refused by a rate limit: 429
             * @example 3
             */
            rateLimited: number;
            /**
             * Format: int32
             * @description Of these answered 4xx, but for 429
             * @example 17
             */
            refused: number;
            /**
             * Format: int32
             * @description Requests, all in all
             * @example 1200
             */
            requests: number;
            /**
             * Format: int32
             * @description Of these answered 2xx or 3xx
             * @example 1180
             */
            succeeded: number;
        };
        UserChangeRequest: {
            /**
             * @description Their name
             * @example Li Wei
             */
            name?: string;
            /**
             * @description What they may do; several roles together may do what each may
             * @example [
             *       "operator"
             *     ]
             */
            roles?: ("owner" | "operator" | "finance" | "approver" | "viewer")[];
        };
        UserDto: {
            /**
             * Format: date-time
             * @description When they were first invited
             * @example 2026-04-01T02:00:00.000Z
             */
            createdAt: string;
            /**
             * @description E-mail address: what they sign in by, in whatever case
             * @example li.wei@example.com
             */
            email: string;
            /**
             * @description The user’s id, as the audit names it
             * @example usr_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /**
             * Format: date-time
             * @description Until when the invitation can be accepted; null: there is none
             * @example null
             */
            invitationExpiresAt: string | null;
            /**
             * Format: date-time
             * @description When they were last here, to the minute; null: never
             * @example null
             */
            lastUsedAt: string | null;
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description Their name
             * @example Li Wei
             */
            name: string;
            /**
             * @description What they may do; several roles together may do what each may
             * @example [
             *       "operator"
             *     ]
             */
            roles: ("owner" | "operator" | "finance" | "approver" | "viewer")[];
            /**
             * @description Whether a code is asked for at sign-in
             * @example true
             */
            secondFactor: boolean;
            /**
             * @description Invited until they accept; a disabled one cannot sign in
             * @example active
             * @enum {string}
             */
            state: "invited" | "active" | "disabled";
            /**
             * @description The tenant: what they sign in to
             * @example ten_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            tenantId: string;
            /**
             * Format: int32
             * @description Counts the changes; the ETag
             * @example 1
             */
            version: number;
        };
        UserPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["UserDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        WaterfallDto: {
            /** @description The advance that was repaid from it */
            advanceId: string | null;
            /** @description What arrived */
            amount: components["schemas"]["MoneyDto"];
            /**
             * Format: date-time
             * @description When it arrived
             */
            createdAt: string;
            /** @description To the lender: fees */
            fees: components["schemas"]["MoneyDto"];
            /**
             * @description Id
             * @example wfl_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            id: string;
            /** @description To the lender: interest */
            interest: components["schemas"]["MoneyDto"];
            /**
             * @description False: of a sandbox tenant, whose partners are simulated and whose money is none
             * @example false
             */
            livemode: boolean;
            /**
             * @description The order
             * @example ord_01jdq3x7k2e9ta6v0m8r4c5wzb
             */
            orderId: string;
            /** @description Other dues of the order */
            otherDues: components["schemas"]["MoneyDto"];
            /** @description To the lender: penalty */
            penalty: components["schemas"]["MoneyDto"];
            /** @description To the lender: principal */
            principal: components["schemas"]["MoneyDto"];
            /** @description To the SME */
            released: components["schemas"]["MoneyDto"];
            /**
             * @description What arrived
             * @enum {string}
             */
            source: "collection" | "refund" | "advance";
            /** @description The conversion, claim or advance it came from */
            sourceId: string;
            /**
             * @description `waiting`: a lender is still deciding
             * @enum {string}
             */
            state: "waiting" | "split";
            /**
             * Format: date
             * @description From when it counts
             */
            valueDate: string;
        };
        WaterfallPageDto: {
            /** @description The resources, newest first unless said otherwise */
            data: components["schemas"]["WaterfallDto"][];
            /** @description Send it as `cursor` for the next page; null on the last */
            nextCursor: string | null;
        };
        WebhookKeyDto: {
            /**
             * @description Algorithm
             * @example EdDSA
             * @enum {string}
             */
            alg: "EdDSA";
            /**
             * @description Curve
             * @example Ed25519
             * @enum {string}
             */
            crv: "Ed25519";
            /**
             * @description Its name
             * @example q3Xk9vT2bLmA
             */
            kid: string;
            /**
             * @description Kind of key
             * @example OKP
             * @enum {string}
             */
            kty: "OKP";
            /**
             * @description What it is for
             * @example sig
             * @enum {string}
             */
            use: "sig";
            /**
             * @description The same public key as Standard Webhooks writes it
             * @example whpk_11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=
             */
            whpk: string;
            /**
             * @description The public key
             * @example 11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo
             */
            x: string;
        };
        WebhookKeySetDto: {
            /** @description The keys in force, of before, and to come; the newest first */
            keys: components["schemas"]["WebhookKeyDto"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    getJwks: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JwksDto"];
                };
            };
        };
    };
    getAuthorizationServer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The metadata */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuthorizationServerDto"];
                };
            };
        };
    };
    getWebhookKeys: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The keys */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WebhookKeySetDto"];
                };
            };
        };
    };
    issueToken: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": components["schemas"]["TokenForm"];
            };
        };
        responses: {
            /** @description The token */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TokenDto"];
                };
            };
        };
    };
    listApiKeys: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyPageDto"];
                };
            };
        };
    };
    makeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiKeyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyDto"];
                };
            };
        };
    };
    getApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyDto"];
                };
            };
        };
    };
    revokeApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiKeyDto"];
                };
            };
        };
    };
    rotateApiKey: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewApiKeyDto"];
                };
            };
        };
    };
    listApprovalPolicies: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description What takes a second person; new ones may come; such as `fx.payout` */
                command?: "customs.declaration.submission" | "fx.conversion" | "fx.payout" | "tax_refund.claim.filing" | "financing.advance.draw";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicyPageDto"];
                };
            };
        };
    };
    makeApprovalPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicyDto"];
                };
            };
        };
    };
    getApprovalPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicyDto"];
                };
            };
        };
    };
    changeApprovalPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyChangeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicyDto"];
                };
            };
        };
    };
    endApprovalPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPolicyDto"];
                };
            };
        };
    };
    listApprovals: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description States, separated by commas; such as `pending` */
                state?: string;
                /** @description Only of this command; such as `fx.payout` */
                command?: "customs.declaration.submission" | "fx.conversion" | "fx.payout" | "tax_refund.claim.filing" | "financing.advance.draw";
                /** @description Only of this order */
                orderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalPageDto"];
                };
            };
        };
    };
    getApproval: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
                };
            };
        };
    };
    approveRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
                };
            };
        };
    };
    refuseRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalReasonRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
                };
            };
        };
    };
    withdrawRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApprovalReasonRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApprovalDto"];
                };
            };
        };
    };
    listAuditRecords: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Only what was done to this resource */
                resource?: string;
                /** @description Only what this actor did; such as `api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb` */
                actor?: string;
                /** @description Only what this integrator did under a mandate */
                actingTenant?: string;
                /** @description Only this action; such as `customs.declaration.submission` */
                action?: string;
                /** @description Not before; such as `2026-04-01T00:00:00+08:00` */
                from?: string;
                /** @description Before; such as `2026-05-01T00:00:00+08:00` */
                until?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
        };
    };
    verifyAudit: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChainReportDto"];
                };
            };
        };
    };
    createBatch: {
        parameters: {
            query: {
                /** @description The command to give for each item, by its `operationId` */
                operation: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** @description One JSON object a line: `body`; `pathParams` where the path of the command has places; `key`, an Idempotency-Key of your own for the item. Up to 10000 lines and 67108864 bytes */
        requestBody: {
            content: {
                "application/x-ndjson": string;
            };
        };
        responses: {
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
        };
    };
    calculateDeclaredWeight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeclaredWeightRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclaredWeightDto"];
                };
            };
        };
    };
    calculateImportTax: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ImportTaxRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportTaxDto"];
                };
            };
        };
    };
    calculateFactoring: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FactoringRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FactoringDto"];
                };
            };
        };
    };
    calculateInterest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InterestRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InterestDto"];
                };
            };
        };
    };
    calculateChargeableWeight: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ChargeableWeightRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChargeableWeightDto"];
                };
            };
        };
    };
    calculateRevenueTons: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RevenueTonsRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RevenueTonsDto"];
                };
            };
        };
    };
    calculateConversion: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BoardConversionRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardConversionDto"];
                };
            };
        };
    };
    calculateForwardRate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ForwardRateRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ForwardRateDto"];
                };
            };
        };
    };
    calculateSmallSellerStatus: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SmallSellerRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SmallSellerDto"];
                };
            };
        };
    };
    calculateTradeCreditReports: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TradeCreditReportsRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradeCreditReportsDto"];
                };
            };
        };
    };
    checkBic: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifierDto"];
                };
            };
        };
    };
    readContainerSizeType: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerSizeTypeDto"];
                };
            };
        };
    };
    readDeclarationNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationNumberDto"];
                };
            };
        };
    };
    checkIban: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifierDto"];
                };
            };
        };
    };
    checkImoNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifierDto"];
                };
            };
        };
    };
    checkContainerNumber: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ContainerNumberDto"];
                };
            };
        };
    };
    checkLei: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifierDto"];
                };
            };
        };
    };
    checkUscc: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IdentifierRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IdentifierDto"];
                };
            };
        };
    };
    calculateExchangeCost: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExchangeCostRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ExchangeCostDto"];
                };
            };
        };
    };
    calculateCif: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CifRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CifDto"];
                };
            };
        };
    };
    calculateAgencyRefund: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyRefundRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyRefundDto"];
                };
            };
        };
    };
    calculateRefundDeadlines: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DeadlinesRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadlinesDto"];
                };
            };
        };
    };
    calculateManufacturerRefund: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ManufacturerRefundRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManufacturerRefundDto"];
                };
            };
        };
    };
    findRefundRate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefundRateRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRateDto"];
                };
            };
        };
    };
    calculateTradingRefund: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TradingRefundRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TradingRefundDto"];
                };
            };
        };
    };
    listRefundRates: {
        parameters: {
            query?: {
                /** @description Rates of these goods; the longest prefix in the table decides; such as `8541430000` */
                hsCode?: string;
                /** @description Rates of this group; such as `batteries` */
                productGroup?: string;
                /** @description Rates in force on this day; such as `2026-04-01` */
                on?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundRateTableDto"];
                };
            };
        };
    };
    listChanges: {
        parameters: {
            query?: {
                /** @description Only changes of this day and later; such as `2026-11-01` */
                since?: string;
                /** @description Only changes of this `operationId`; such as `placeOrder` */
                operation?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The changes */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ChangelogDto"];
                };
            };
        };
    };
    readBrokerMandatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandatePolicyDto"];
                };
            };
        };
    };
    setBrokerMandatePolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrokerMandatePolicyRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandatePolicyDto"];
                };
            };
        };
    };
    listBrokerMandates: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only in these states, joined with commas; such as `offered,in_force` */
                state?: string;
                /** @description Only of this seller */
                sellerId?: string;
                /** @description Only for this order */
                orderId?: string;
                /** @description Only with this number; such as `310120260000000001` */
                agreementNumber?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandatePageDto"];
                };
            };
        };
    };
    offerBrokerMandate: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BrokerMandateRequest"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandateDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandateDto"];
                };
            };
        };
    };
    getBrokerMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandateDto"];
                };
            };
        };
    };
    acceptBrokerMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandateDto"];
                };
            };
        };
    };
    traceBrokerMandate: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
        };
    };
    refuseBrokerMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MandateEndRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandateDto"];
                };
            };
        };
    };
    revokeBrokerMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MandateEndRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BrokerMandateDto"];
                };
            };
        };
    };
    convertCebMessage: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CebConversionRequest"];
            };
        };
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CebConversionDto"];
                };
            };
        };
    };
    listCebMessages: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CebMessageListDto"];
                };
            };
        };
    };
    getCebMapping: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Name of the root */
                message: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CebMappingDto"];
                };
            };
        };
    };
    listDeclarations: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only in these states, joined with commas; such as `blocked,rejected` */
                state?: string;
                /** @description Only of this order */
                orderId?: string;
                /** @description Only with this declaration number; such as `222520260795000001` */
                entryNumber?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationSummaryPageDto"];
                };
            };
        };
    };
    getDeclaration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the declaration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationDto"];
                };
            };
        };
    };
    correctDeclaration: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the declaration */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CorrectionDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationDto"];
                };
            };
        };
    };
    cancelDeclaration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the declaration */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancelDeclarationDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationDto"];
                };
            };
        };
    };
    listDeclarationMessages: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
            };
            header?: never;
            path: {
                /** @description Id of the declaration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationMessagePageDto"];
                };
            };
        };
    };
    listDeclarationReceipts: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
            };
            header?: never;
            path: {
                /** @description Id of the declaration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationReceiptPageDto"];
                };
            };
        };
    };
    resubmitDeclaration: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the declaration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationDto"];
                };
            };
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationDto"];
                };
            };
        };
    };
    submitDeclaration: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description Id of the declaration */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmitDeclarationDto"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationDto"];
                };
            };
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationDto"];
                };
            };
        };
    };
    validateDeclaration: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Id of the declaration */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeclarationDto"];
                };
            };
        };
    };
    listErrors: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The catalogue */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorCatalogueDto"];
                };
            };
        };
    };
    getError: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A code as problems carry it */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The entry */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ErrorEntryDto"];
                };
            };
        };
    };
    listEventConsumers: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumerPageDto"];
                };
            };
        };
    };
    createEventConsumer: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateConsumerDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumerDto"];
                };
            };
        };
    };
    getEventConsumer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumerDto"];
                };
            };
        };
    };
    removeEventConsumer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumerDto"];
                };
            };
        };
    };
    acknowledgeEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcknowledgementDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumerDto"];
                };
            };
        };
    };
    nextEvents: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsumerEventsDto"];
                };
            };
        };
    };
    resetEventConsumer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConsumerStartDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventConsumerDto"];
                };
            };
        };
    };
    listEventTypes: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypeListDto"];
                };
            };
        };
    };
    getEventType: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The type */
                type: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventTypeDetailDto"];
                };
            };
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description Only what came after this event */
                after?: string;
                /** @description `oldest`, unless said; `newest`: nothing of what was, and in `nextAfter` the newest event, to read on from. Not with `after`; such as `newest` */
                start?: "oldest" | "newest";
                /** @description Only these types, separated by commas; such as `customs.declaration.released,fx.collection.matched` */
                type?: string;
                /** @description Only events of this resource */
                resourceId?: string;
                /** @description Only events of this order */
                orderId?: string;
                /** @description How many at most */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventListDto"];
                };
            };
        };
    };
    getEvent: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventDto"];
                };
            };
        };
    };
    listAdvances: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only of this order */
                orderId?: string;
                /** @description States, separated by commas; such as `requested,drawn` */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvancePageDto"];
                };
            };
        };
    };
    requestAdvance: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RequestAdvanceDto"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvanceDto"];
                };
            };
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvanceDto"];
                };
            };
        };
    };
    getAdvance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvanceDto"];
                };
            };
        };
    };
    getAdvanceCalculation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AdvanceCalculationDto"];
                };
            };
        };
    };
    listFinancingLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitListDto"];
                };
            };
        };
    };
    listFinancingProducts: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ProductListDto"];
                };
            };
        };
    };
    listWaterfalls: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only of this order */
                orderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["WaterfallPageDto"];
                };
            };
        };
    };
    listBookings: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description One or more states, with commas; such as `confirmed` */
                state?: string;
                /** @description Bookings of this order */
                orderId?: string;
                /** @description Your own number; such as `BKG-2026-17` */
                reference?: string;
                /** @description The carrier's number; such as `SBK795000001` */
                carrierBookingReference?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingPageDto"];
                };
            };
        };
    };
    bookFreight: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingRequestDto"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingDto"];
                };
            };
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingDto"];
                };
            };
        };
    };
    getBooking: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The booking */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingDto"];
                };
            };
        };
    };
    cancelBooking: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description The booking */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["BookingCancellationDto"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingDto"];
                };
            };
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BookingDto"];
                };
            };
        };
    };
    listMilestones: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Planned, estimated or actual ones only */
                classifier?: "PLN" | "EST" | "ACT";
            };
            header?: never;
            path: {
                /** @description The booking */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MilestonePageDto"];
                };
            };
        };
    };
    listFreightQuotes: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Quotes of this order */
                orderId?: string;
                /** @description Your own number; such as `RFQ-2026-17` */
                reference?: string;
                /** @description Full containers, or part of one */
                mode?: "fcl" | "lcl";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightQuotePageDto"];
                };
            };
        };
    };
    quoteFreight: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreightQuoteRequestDto"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightQuoteDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightQuoteDto"];
                };
            };
        };
    };
    getFreightQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The quote */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightQuoteDto"];
                };
            };
        };
    };
    getFreightQuoteCalculation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The quote */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightQuoteCalculationDto"];
                };
            };
        };
    };
    listFreightRates: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Full containers, or part of one */
                mode?: "fcl" | "lcl";
                /** @description Rates that fit this port of loading; such as `CNNGB` */
                portOfLoading?: string;
                /** @description Rates that fit this port of discharge; such as `DEHAM` */
                portOfDischarge?: string;
                /** @description Code of the charge; such as `OCEAN` */
                code?: string;
                /** @description Rates in force on this day; such as `2026-12-05` */
                validOn?: string;
                /** @description True for the platform's tariff only, false for your own only */
                shared?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightRatePageDto"];
                };
            };
        };
    };
    addFreightRate: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FreightRateRequestDto"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightRateDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightRateDto"];
                };
            };
        };
    };
    getFreightRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The rate */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightRateDto"];
                };
            };
        };
    };
    withdrawFreightRate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The rate */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FreightRateDto"];
                };
            };
        };
    };
    getFxBoard: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BoardDto"];
                };
            };
        };
    };
    listCollectionAccounts: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only this seller’s */
                sellerId?: string;
                /** @description Currencies, separated by commas; such as `USD` */
                currency?: string;
                /** @description States, separated by commas; such as `open` */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionAccountPageDto"];
                };
            };
        };
    };
    listCollections: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description States, separated by commas; `unmatched,partly_matched` is the work list; such as `unmatched` */
                state?: string;
                /** @description Only this seller’s */
                sellerId?: string;
                /** @description Only what pays for this order */
                orderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionPageDto"];
                };
            };
        };
    };
    getCollection: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionDto"];
                };
            };
        };
    };
    matchCollection: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MatchRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CollectionDto"];
                };
            };
        };
    };
    listConversions: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description States, separated by commas; such as `settled` */
                state?: string;
                /** @description Only this seller’s */
                sellerId?: string;
                /** @description Only this order’s */
                orderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionPageDto"];
                };
            };
        };
    };
    convert: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConversionRequest"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionDto"];
                };
            };
        };
    };
    getConversion: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConversionDto"];
                };
            };
        };
    };
    listDuesPurchases: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only this seller’s */
                sellerId?: string;
                /** @description Only this order’s */
                orderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuesPurchasePageDto"];
                };
            };
        };
    };
    getDuesPurchase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DuesPurchaseDto"];
                };
            };
        };
    };
    listPayouts: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description States, separated by commas; such as `rejected` */
                state?: string;
                /** @description Only this seller’s */
                sellerId?: string;
                /** @description Only this order’s */
                orderId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutPageDto"];
                };
            };
        };
    };
    getPayout: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDto"];
                };
            };
        };
    };
    retryPayout: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDto"];
                };
            };
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PayoutDto"];
                };
            };
        };
    };
    quoteConversion: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["QuoteRequestDto"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteDto"];
                };
            };
        };
    };
    getFxQuote: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["QuoteDto"];
                };
            };
        };
    };
    listReceivables: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only this seller’s */
                sellerId?: string;
                /** @description Only this order’s */
                orderId?: string;
                /** @description States, separated by commas; such as `open` */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReceivablePageDto"];
                };
            };
        };
    };
    listInboundMessages: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Partners, separated by commas; such as `customs,bank` */
                partner?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboundMessagePageDto"];
                };
            };
        };
    };
    acceptInvitation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AcceptanceRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
        };
    };
    listAccounts: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Only accounts of this code; such as `client_funds` */
                code?: "client_funds" | "funds_under_review" | "fx_position" | "fx_spread" | "refund_receivable" | "loan_principal" | "interest" | "fees" | "guarantee_pool" | "client_dues" | "clearing_bank" | "clearing_lender" | "clearing_tax_bureau" | "clearing_carrier";
                /** @description Only accounts of this party */
                partyId?: string;
                /** @description Only accounts in this currency; such as `USD` */
                currency?: string;
                /** @description Balances of this order’s bookings and holds alone */
                orderId?: string;
                /** @description Count only what has a value date up to this day; such as `2026-04-30` */
                asOf?: string;
                /** @description Count only what was booked up to this instant: the books as they stood then; such as `2026-04-30T18:00:00+08:00` */
                bookedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountPageDto"];
                };
            };
        };
    };
    exportLedger: {
        parameters: {
            query: {
                /** @description The format */
                format: "hledger";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The journal */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
        };
    };
    listTransfers: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Only bookings of this order */
                orderId?: string;
                /** @description Only transfers that touch this account */
                account?: string;
                /** @description Only transfers of this kind; such as `fx.collection-credited` */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferPageDto"];
                };
            };
        };
    };
    getTransfer: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TransferDto"];
                };
            };
        };
    };
    getTrialBalance: {
        parameters: {
            query?: {
                /** @description Count only what has a value date up to this day; such as `2026-04-30` */
                asOf?: string;
                /** @description Count only what was booked up to this instant: the books as they stood then; such as `2026-04-30T18:00:00+08:00` */
                bookedAt?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TrialBalanceDto"];
                };
            };
        };
    };
    listLimits: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LimitsDto"];
                };
            };
        };
    };
    listMandates: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only those that the tenant has granted, or has received; such as `received` */
                role?: "granted" | "received";
                /** @description Only in these states, with commas between: offered, active, declined, revoked, expired; such as `offered,active` */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandatePageDto"];
                };
            };
        };
    };
    grantMandate: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MandateRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateDto"];
                };
            };
        };
    };
    getMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateDto"];
                };
            };
        };
    };
    acceptMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateDto"];
                };
            };
        };
    };
    declineMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateDto"];
                };
            };
        };
    };
    revokeMandate: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MandateDto"];
                };
            };
        };
    };
    getMe: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MeDto"];
                };
            };
        };
    };
    changePassword: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChangeRequest"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    signOutEverywhere: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    beginSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorDto"];
                };
            };
        };
    };
    confirmSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CodeProof"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodesDto"];
                };
            };
        };
    };
    removeSecondFactor: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordProof"];
            };
        };
        responses: {
            /** @description Done */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    listOauthClients: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthClientPageDto"];
                };
            };
        };
    };
    makeOauthClient: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OauthClientRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewOauthClientDto"];
                };
            };
        };
    };
    getOauthClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthClientDto"];
                };
            };
        };
    };
    revokeOauthClient: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OauthClientDto"];
                };
            };
        };
    };
    rotateClientSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretRotationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewOauthClientDto"];
                };
            };
        };
    };
    listOperations: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only those in one of these states, separated by commas; such as `queued,running` */
                state?: string;
                /** @description Only those of this kind; such as `batch` */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationPageDto"];
                };
            };
        };
    };
    listDeadLetters: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Only those in one of these states, separated by commas; such as `open` */
                state?: string;
                /** @description Only those of this queue; such as `customs.submit-declaration` */
                queue?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterPageDto"];
                };
            };
        };
    };
    getDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterDto"];
                };
            };
        };
    };
    discardDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterDto"];
                };
            };
        };
    };
    retryDeadLetter: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeadLetterDto"];
                };
            };
        };
    };
    getOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
        };
    };
    cancelOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationDto"];
                };
            };
        };
    };
    followOperation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
        };
    };
    listOperationResults: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Only items in one of these states, separated by commas; such as `failed` */
                state?: string;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /**
             * @description Found
             *
             *     Found
             */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OperationResultPageDto"];
                    "application/x-ndjson": string;
                };
            };
        };
    };
    listOrders: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Overall states, separated by commas; such as `in_progress,attention` */
                state?: string;
                /** @description Your own number for the order */
                reference?: string;
                /** @description Number of the sales contract */
                contractNumber?: string;
                /** @description The exporting company */
                sellerId?: string;
                /** @description Who buys and pays */
                buyerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderPageDto"];
                };
            };
        };
    };
    createOrder: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderRequest"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDto"];
                };
            };
        };
    };
    getOrder: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDto"];
                };
            };
        };
    };
    changeOrder: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrderChangeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDto"];
                };
            };
        };
    };
    cancelOrder: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CancellationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDto"];
                };
            };
        };
    };
    getOrderMargin: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MarginDto"];
                };
            };
        };
    };
    placeOrder: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["OrderDto"];
                };
            };
        };
    };
    getOrderTimeline: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TimelineDto"];
                };
            };
        };
    };
    listParties: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Kinds, separated by commas; such as `seller` */
                kind?: string;
                /** @description Your own number for the party */
                reference?: string;
                /** @description Unified social credit code */
                uscc?: string;
                /** @description ISO 3166-1 alpha-2 */
                country?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyPageDto"];
                };
            };
        };
    };
    enterParty: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyRequest"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyDto"];
                };
            };
        };
    };
    getParty: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyDto"];
                };
            };
        };
    };
    amendParty: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PartyChangeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartyDto"];
                };
            };
        };
    };
    listPartners: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerListDto"];
                };
            };
        };
    };
    getPartner: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which partner */
                partner: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PartnerDto"];
                };
            };
        };
    };
    listRepresentedTenants: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RepresentedTenantPageDto"];
                };
            };
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only those answered with this status, or with one of a class; such as `4xx` */
                status?: string;
                /** @description Only those of this method; such as `POST` */
                method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
                /** @description Only those of this `operationId`; such as `placeOrder` */
                operation?: string;
                /** @description Only those of this route; such as `/v1/orders/:id` */
                route?: string;
                /** @description Only what this actor asked, as the audit names it; such as `api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb` */
                actor?: string;
                /** @description Only those answered with this problem; such as `REQUEST.INVALID` */
                problem?: string;
                /** @description Only those that made this resource or named it in their path */
                resource?: string;
                /** @description Only those with this Idempotency-Key; such as `6f1d7a52-1c0f-4a53-9d0a-0c4f3b7d9e21` */
                idempotencyKey?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedRequestPageDto"];
                };
            };
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Its id, or what the answer carried in `X-Request-Id` or a problem in `traceId` */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoggedRequestDto"];
                };
            };
        };
    };
    getSandboxClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockDto"];
                };
            };
        };
    };
    setSandboxClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockDto"];
                };
            };
        };
    };
    listClockAdvances: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockAdvancePageDto"];
                };
            };
        };
    };
    advanceClock: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockAdvanceRequest"];
            };
        };
        responses: {
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockAdvanceDto"];
                };
            };
        };
    };
    getClockAdvance: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockReportDto"];
                };
            };
        };
    };
    getInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxDto"];
                };
            };
        };
    };
    setInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InboxAnswerDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxDto"];
                };
            };
        };
    };
    createInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedInboxDto"];
                };
            };
        };
    };
    listInboxMessages: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InboxMessagePageDto"];
                };
            };
        };
    };
    emptyInbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmptiedInboxDto"];
                };
            };
        };
    };
    resetSandbox: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxResetRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxResetDto"];
                };
            };
        };
    };
    listScenarioKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioKindsDto"];
                };
            };
        };
    };
    listScenarios: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only those in one of these states, separated by commas; such as `running,paused` */
                state?: string;
                /** @description Only those of this kind; such as `export` */
                kind?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioPageDto"];
                };
            };
        };
    };
    startScenario: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScenarioRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioDto"];
                };
            };
        };
    };
    getScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioDto"];
                };
            };
        };
    };
    stepScenario: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ScenarioStepDto"];
                };
            };
        };
    };
    listSimulationKinds: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationKindsDto"];
                };
            };
        };
    };
    listSimulations: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only those in one of these states, separated by commas; such as `ordered,done` */
                state?: string;
                /** @description Only those of this kind; such as `collection.paid` */
                kind?: string;
                /** @description Only those to this resource */
                resourceId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationPageDto"];
                };
            };
        };
    };
    createSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SimulationRequest"];
            };
        };
        responses: {
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationDto"];
                };
            };
        };
    };
    getSimulation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SimulationDto"];
                };
            };
        };
    };
    createSandboxTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SandboxTenantRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SandboxTenantDto"];
                };
            };
        };
    };
    openSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SignInRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
        };
    };
    refreshSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RefreshRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionDto"];
                };
            };
        };
    };
    listAgencyAgreements: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only in these states, joined with commas; such as `drafted,in_force` */
                state?: string;
                /** @description Only of this producer */
                producerId?: string;
                /** @description Only with this number; such as `DBTS-2026-0001` */
                agreementNumber?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyAgreementPageDto"];
                };
            };
        };
    };
    draftAgencyAgreement: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyRequest"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyAgreementDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyAgreementDto"];
                };
            };
        };
    };
    getAgencyAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyAgreementDto"];
                };
            };
        };
    };
    confirmAgencyAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyConfirmationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyAgreementDto"];
                };
            };
        };
    };
    traceAgencyAgreement: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditPageDto"];
                };
            };
        };
    };
    endAgencyAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyEndRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyAgreementDto"];
                };
            };
        };
    };
    withdrawAgencyAgreement: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyEndRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyAgreementDto"];
                };
            };
        };
    };
    readAgencyPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyPolicyDto"];
                };
            };
        };
    };
    setAgencyPolicy: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AgencyPolicyRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AgencyPolicyDto"];
                };
            };
        };
    };
    listRefundCases: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description States, separated by commas; such as `gathering` */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundCaseSummaryPageDto"];
                };
            };
        };
    };
    getRefundCase: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                orderId: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RefundCaseDto"];
                };
            };
        };
    };
    listClaims: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description States, separated by commas; such as `filed,accepted` */
                state?: string;
                /** @description Of this order */
                orderId?: string;
                /** @description Of this exporter */
                sellerId?: string;
                /** @description 所属期; such as `202611` */
                period?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimSummaryPageDto"];
                };
            };
        };
    };
    getClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDto"];
                };
            };
        };
    };
    abandonClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimAbandonmentRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDto"];
                };
            };
        };
    };
    answerClaim: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClaimAnswerRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDto"];
                };
            };
        };
    };
    getClaimCalculation: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimCalculationDto"];
                };
            };
        };
    };
    fileClaim: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDto"];
                };
            };
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClaimDto"];
                };
            };
        };
    };
    listInvoices: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Of this order */
                orderId?: string;
                /** @description States, separated by commas; such as `recorded` */
                state?: string;
                /** @description special: 专用发票; agency_refund: one marked 代办退税专用 */
                kind?: "special" | "agency_refund";
                /** @description 发票号码: 8 digits on paper, 20 digits on fully digital invoices; such as `26332000000012345678` */
                invoiceNumber?: string;
                /** @description Tax number of the issuer; such as `91330212MA2AF1XX2U` */
                sellerTaxNumber?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoicePageDto"];
                };
            };
        };
    };
    recordInvoice: {
        parameters: {
            query?: {
                /** @description True: everything is checked and computed, nothing is kept, no partner is told */
                dryRun?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceRequest"];
            };
        };
        responses: {
            /** @description Dry run: what it would have been */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
        };
    };
    getInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
        };
    };
    assignInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceAssignmentRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
        };
    };
    cancelInvoice: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvoiceCancellationRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvoiceDto"];
                };
            };
        };
    };
    listTaxPeriods: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Of this manufacturer */
                sellerId?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxPeriodPageDto"];
                };
            };
        };
    };
    declareTaxPeriod: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Year and month */
                period: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TaxPeriodRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TaxPeriodDto"];
                };
            };
        };
    };
    getTenant: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TenantDto"];
                };
            };
        };
    };
    getUsage: {
        parameters: {
            query?: {
                /** @description First day (UTC); thirty days where it is left out; such as `2026-11-01` */
                from?: string;
                /** @description Last day (UTC); today where it is left out; such as `2026-11-29` */
                to?: string;
                /** @description Only requests of this `operationId`; such as `placeOrder` */
                operation?: string;
                /** @description Only what this actor asked, as the request log names it; such as `api_key:key_01jdq3x7k2e9ta6v0m8r4c5wzb` */
                actor?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UsageDto"];
                };
            };
        };
    };
    listUsers: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserPageDto"];
                };
            };
        };
    };
    inviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InvitationRequest"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedUserDto"];
                };
            };
        };
    };
    getUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
        };
    };
    changeUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UserChangeRequest"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
        };
    };
    disableUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
        };
    };
    enableUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UserDto"];
                };
            };
        };
    };
    reinviteUser: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InvitedUserDto"];
                };
            };
        };
    };
    listWebhookDeliveries: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only of this endpoint */
                endpointId?: string;
                /** @description Only of this event */
                eventId?: string;
                /** @description States, separated by commas; such as `failed` */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryPageDto"];
                };
            };
        };
    };
    getWebhookDelivery: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetailDto"];
                };
            };
        };
    };
    redeliverWebhook: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDetailDto"];
                };
            };
        };
    };
    listWebhookEndpoints: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description States, separated by commas; all but removed unless given; such as `enabled,disabled` */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointPageDto"];
                };
            };
        };
    };
    createWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CreateEndpointDto"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedEndpointDto"];
                };
            };
        };
    };
    getWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointDto"];
                };
            };
        };
    };
    removeWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointDto"];
                };
            };
        };
    };
    updateWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpdateEndpointDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointDto"];
                };
            };
        };
    };
    replayWebhookEvents: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReplayRequestDto"];
            };
        };
        responses: {
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayDto"];
                };
            };
        };
    };
    rotateWebhookSecret: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecretRotationDto"];
            };
        };
        responses: {
            /** @description Done */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedEndpointDto"];
                };
            };
        };
    };
    getWebhookStatistics: {
        parameters: {
            query?: {
                /** @description Of which time, up to now: `24h` unless said; such as `24h` */
                window?: "1h" | "24h" | "7d";
            };
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EndpointStatisticsDto"];
                };
            };
        };
    };
    testWebhookEndpoint: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TestSendDto"];
            };
        };
        responses: {
            /** @description Accepted; the resource in its new state, with `expectedBy` */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryDto"];
                };
            };
        };
    };
    listWebhookReplays: {
        parameters: {
            query?: {
                /** @description How many at most */
                limit?: number;
                /** @description Where the last page ended: its `nextCursor`, unchanged */
                cursor?: string;
                /** @description Made at or after this instant */
                "createdAt[gte]"?: string;
                /** @description Made after this instant */
                "createdAt[gt]"?: string;
                /** @description Made at or before this instant */
                "createdAt[lte]"?: string;
                /** @description Made before this instant */
                "createdAt[lt]"?: string;
                /** @description Only of this endpoint */
                endpointId?: string;
                /** @description States, separated by commas; such as `running` */
                state?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayPageDto"];
                };
            };
        };
    };
    getWebhookReplay: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id, as the API gave it */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Found */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayDto"];
                };
            };
        };
    };
    onApprovalsRequestApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "command": "fx.payout",
                 *         "subject": {
                 *           "id": "pay_01m86mfg92esn8mhffhbvgn20z",
                 *           "type": "payout"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "apr_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "approval",
                 *         "url": "/v1/approvals/apr_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "approvals.request.approved"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        } | null;
                        /** @description What is to be done */
                        command: string;
                        /** @description What it is to be done to */
                        subject: {
                            id: string;
                            type: string;
                        };
                    };
                    /** @constant */
                    type?: "approvals.request.approved";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onApprovalsRequestCreated: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "approversNeeded": 1,
                 *         "command": "fx.payout",
                 *         "expiresAt": "2026-11-26T08:00:00.000Z",
                 *         "subject": {
                 *           "id": "pay_01m86mfg92esn8mhffhbvgn20z",
                 *           "type": "payout"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "apr_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "approval",
                 *         "url": "/v1/approvals/apr_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "approvals.request.created"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        } | null;
                        approversNeeded: number;
                        /** @description What is to be done */
                        command: string;
                        /** Format: date-time */
                        expiresAt: string;
                        /** @description What it is to be done to */
                        subject: {
                            id: string;
                            type: string;
                        };
                    };
                    /** @constant */
                    type?: "approvals.request.created";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onApprovalsRequestExpired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "command": "fx.payout",
                 *         "subject": {
                 *           "id": "pay_01m86mfg92esn8mhffhbvgn20z",
                 *           "type": "payout"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "apr_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "approval",
                 *         "url": "/v1/approvals/apr_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "approvals.request.expired"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        } | null;
                        /** @description What is to be done */
                        command: string;
                        /** @description What it is to be done to */
                        subject: {
                            id: string;
                            type: string;
                        };
                    };
                    /** @constant */
                    type?: "approvals.request.expired";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onApprovalsRequestRefused: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "command": "fx.payout",
                 *         "reason": "No space on the vessel",
                 *         "subject": {
                 *           "id": "pay_01m86mfg92esn8mhffhbvgn20z",
                 *           "type": "payout"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "apr_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "approval",
                 *         "url": "/v1/approvals/apr_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "approvals.request.refused"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        } | null;
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description What is to be done */
                        command: string;
                        /** @description In English, or in the words of who said it */
                        reason: string;
                        /** @description What it is to be done to */
                        subject: {
                            id: string;
                            type: string;
                        };
                    };
                    /** @constant */
                    type?: "approvals.request.refused";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onApprovalsRequestWithdrawn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "command": "fx.payout",
                 *         "reason": "No space on the vessel",
                 *         "subject": {
                 *           "id": "pay_01m86mfg92esn8mhffhbvgn20z",
                 *           "type": "payout"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "apr_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "approval",
                 *         "url": "/v1/approvals/apr_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "approvals.request.withdrawn"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        } | null;
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description What is to be done */
                        command: string;
                        /** @description In English, or in the words of who said it */
                        reason: string;
                        /** @description What it is to be done to */
                        subject: {
                            id: string;
                            type: string;
                        };
                    };
                    /** @constant */
                    type?: "approvals.request.withdrawn";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsBrokerMandateAccepted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agreementNumber": "310120260000000001",
                 *         "brokerName": "宁波示例报关有限公司",
                 *         "sellerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "sellerName": "宁波示例进出口有限公司",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bmd_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "brokerMandate",
                 *         "url": "/v1/customs/broker-mandates/bmd_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.broker_mandate.accepted"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Number of the mandate (委托书编号) */
                        agreementNumber: string;
                        brokerName: string;
                        sellerId: string;
                        sellerName: string;
                        /** Format: date */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description The last day
                         */
                        validTo: string;
                    };
                    /** @constant */
                    type?: "customs.broker_mandate.accepted";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsBrokerMandateExpired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agreementNumber": "310120260000000001",
                 *         "brokerName": "宁波示例报关有限公司",
                 *         "sellerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "sellerName": "宁波示例进出口有限公司",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bmd_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "brokerMandate",
                 *         "url": "/v1/customs/broker-mandates/bmd_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.broker_mandate.expired"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Number of the mandate (委托书编号) */
                        agreementNumber: string;
                        brokerName: string;
                        sellerId: string;
                        sellerName: string;
                        /** Format: date */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description The last day
                         */
                        validTo: string;
                    };
                    /** @constant */
                    type?: "customs.broker_mandate.expired";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsBrokerMandateOffered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agreementNumber": "310120260000000001",
                 *         "brokerName": "宁波示例报关有限公司",
                 *         "sellerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "sellerName": "宁波示例进出口有限公司",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bmd_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "brokerMandate",
                 *         "url": "/v1/customs/broker-mandates/bmd_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.broker_mandate.offered"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Number of the mandate (委托书编号) */
                        agreementNumber: string;
                        brokerName: string;
                        sellerId: string;
                        sellerName: string;
                        /** Format: date */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description The last day
                         */
                        validTo: string;
                    };
                    /** @constant */
                    type?: "customs.broker_mandate.offered";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsBrokerMandateRefused: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agreementNumber": "310120260000000001",
                 *         "brokerName": "宁波示例报关有限公司",
                 *         "reason": "We change to another broker",
                 *         "sellerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "sellerName": "宁波示例进出口有限公司",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bmd_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "brokerMandate",
                 *         "url": "/v1/customs/broker-mandates/bmd_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.broker_mandate.refused"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Number of the mandate (委托书编号) */
                        agreementNumber: string;
                        brokerName: string;
                        /** @description In the words of who said it */
                        reason: string;
                        sellerId: string;
                        sellerName: string;
                        /** Format: date */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description The last day
                         */
                        validTo: string;
                    };
                    /** @constant */
                    type?: "customs.broker_mandate.refused";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsBrokerMandateRevoked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agreementNumber": "310120260000000001",
                 *         "brokerName": "宁波示例报关有限公司",
                 *         "reason": "We change to another broker",
                 *         "sellerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "sellerName": "宁波示例进出口有限公司",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bmd_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "brokerMandate",
                 *         "url": "/v1/customs/broker-mandates/bmd_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.broker_mandate.revoked"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Number of the mandate (委托书编号) */
                        agreementNumber: string;
                        brokerName: string;
                        /** @description In the words of who said it */
                        reason: string;
                        sellerId: string;
                        sellerName: string;
                        /** Format: date */
                        validFrom: string;
                        /**
                         * Format: date
                         * @description The last day
                         */
                        validTo: string;
                    };
                    /** @constant */
                    type?: "customs.broker_mandate.revoked";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationAccepted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "entryNumber": "310420260519137551"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.accepted"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The 18 digits that customs gave it */
                        entryNumber: string;
                    };
                    /** @constant */
                    type?: "customs.declaration.accepted";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationBlocked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "faults": 2
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.blocked"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description How many; the resource lists them */
                        faults: number;
                    };
                    /** @constant */
                    type?: "customs.declaration.blocked";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationCancelled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "reason": "The gross weight differs from the manifest"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.cancelled"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        reason: string;
                    };
                    /** @constant */
                    type?: "customs.declaration.cancelled";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationCleared: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "entryNumber": "310420260519137551",
                 *         "exportDate": "2026-11-26",
                 *         "fob": {
                 *           "amount": "9600.00",
                 *           "currency": "USD"
                 *         },
                 *         "items": [
                 *           {
                 *             "fob": {
                 *               "amount": "9600.00",
                 *               "currency": "USD"
                 *             },
                 *             "hsCode": "8518220000",
                 *             "itemNumber": 1,
                 *             "orderLineId": "0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11",
                 *             "quantities": [
                 *               {
                 *                 "quantity": "1000",
                 *                 "unit": "001"
                 *               }
                 *             ],
                 *             "total": {
                 *               "amount": "10000.00",
                 *               "currency": "USD"
                 *             }
                 *           }
                 *         ],
                 *         "supervisionMode": "0110"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.cleared"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The 18 digits that customs gave it */
                        entryNumber: string;
                        /**
                         * Format: date
                         * @description The day that starts the tax clocks
                         */
                        exportDate: string;
                        fob: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        items: {
                            /** @description FOB share of the total, in the transaction's currency */
                            fob: {
                                amount: string;
                                /** @description ISO 4217 */
                                currency: string;
                            };
                            hsCode: string;
                            itemNumber: number;
                            orderLineId: string;
                            /** @description Up to three: transaction unit, first and second legal unit */
                            quantities: {
                                quantity: string;
                                /** @description Code of the customs unit table */
                                unit: string;
                            }[];
                            total: {
                                amount: string;
                                /** @description ISO 4217 */
                                currency: string;
                            };
                        }[];
                        /** @description Code of the customs table of supervision modes */
                        supervisionMode: string;
                    };
                    /** @constant */
                    type?: "customs.declaration.cleared";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationDeparted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "entryNumber": "310420260519137551",
                 *         "exportDate": "2026-11-26"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.departed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The 18 digits that customs gave it */
                        entryNumber: string;
                        /**
                         * Format: date
                         * @description The day that starts the tax clocks
                         */
                        exportDate: string;
                    };
                    /** @constant */
                    type?: "customs.declaration.departed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationDrafted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "attempt": 1
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.drafted"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Counts the submissions from 1 */
                        attempt: number;
                    };
                    /** @constant */
                    type?: "customs.declaration.drafted";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationInspectionOrdered: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "entryNumber": "310420260519137551"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.inspection_ordered"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The 18 digits that customs gave it */
                        entryNumber: string;
                    };
                    /** @constant */
                    type?: "customs.declaration.inspection_ordered";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationOverdue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expectedBy": "2026-11-25T08:00:00.000Z",
                 *         "state": "submitted"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.overdue"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expectedBy: string;
                        state: string;
                    };
                    /** @constant */
                    type?: "customs.declaration.overdue";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "attempt": 1,
                 *         "reason": "The gross weight differs from the manifest"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.rejected"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Counts the submissions from 1 */
                        attempt: number;
                        reason: string;
                    };
                    /** @constant */
                    type?: "customs.declaration.rejected";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationReleased: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "entryNumber": "310420260519137551"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.released"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The 18 digits that customs gave it */
                        entryNumber: string;
                    };
                    /** @constant */
                    type?: "customs.declaration.released";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onCustomsDeclarationSubmitted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "attempt": 1
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dec_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "declaration",
                 *         "url": "/v1/customs/declarations/dec_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "customs.declaration.submitted"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Counts the submissions from 1 */
                        attempt: number;
                    };
                    /** @constant */
                    type?: "customs.declaration.submitted";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFinancingAdvanceDeclined: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "reason": "No space on the vessel"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "adv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "advance",
                 *         "url": "/v1/financing/advances/adv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "financing.advance.declined"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description In English, or in the words of who said it */
                        reason: string;
                    };
                    /** @constant */
                    type?: "financing.advance.declined";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFinancingAdvanceDrawn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "annualRate": "0.06",
                 *         "principal": {
                 *           "amount": "50000.00",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "adv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "advance",
                 *         "url": "/v1/financing/advances/adv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "financing.advance.drawn"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description A fraction of one: 0.06 is 6 % a year */
                        annualRate: string;
                        principal: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "financing.advance.drawn";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFinancingAdvanceIneligible: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "reasons": [
                 *           "The order has no refund"
                 *         ]
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "adv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "advance",
                 *         "url": "/v1/financing/advances/adv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "financing.advance.ineligible"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        reasons: string[];
                    };
                    /** @constant */
                    type?: "financing.advance.ineligible";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFinancingAdvanceOverdue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expectedBy": "2026-11-25T08:00:00.000Z",
                 *         "state": "requested"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "adv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "advance",
                 *         "url": "/v1/financing/advances/adv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "financing.advance.overdue"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expectedBy: string;
                        state: string;
                    };
                    /** @constant */
                    type?: "financing.advance.overdue";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFinancingAdvanceRepaid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "fees": {
                 *           "amount": "0.00",
                 *           "currency": "CNY"
                 *         },
                 *         "interest": {
                 *           "amount": "250.00",
                 *           "currency": "CNY"
                 *         },
                 *         "principal": {
                 *           "amount": "50000.00",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "adv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "advance",
                 *         "url": "/v1/financing/advances/adv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "financing.advance.repaid"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        fees: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        interest: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        principal: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "financing.advance.repaid";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFinancingAdvanceRequested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "50000.00",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "adv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "advance",
                 *         "url": "/v1/financing/advances/adv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "financing.advance.requested"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "financing.advance.requested";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFinancingProceedsReleased: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "source": "collection",
                 *         "sourceId": "0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "wfl_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "waterfall",
                 *         "url": "/wfl_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "financing.proceeds.released"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Perhaps nothing */
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        /** @enum {string} */
                        source: "collection" | "refund" | "advance";
                        /** @description Of the collection's conversion, the claim or the advance that the money came from */
                        sourceId: string;
                    };
                    /** @constant */
                    type?: "financing.proceeds.released";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightBookingCancellationDeclined: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "reason": "No space on the vessel"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.booking.cancellation_declined"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description In English, or in the words of who said it */
                        reason: string;
                    };
                    /** @constant */
                    type?: "freight.booking.cancellation_declined";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightBookingCancelled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "reason": "No space on the vessel"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.booking.cancelled"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description In English, or in the words of who said it */
                        reason: string;
                    };
                    /** @constant */
                    type?: "freight.booking.cancelled";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightBookingCompleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "charges": [
                 *           {
                 *             "amount": "1850.00",
                 *             "currency": "USD"
                 *           }
                 *         ]
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.booking.completed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description Freight and surcharges by currency */
                        charges: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        }[];
                    };
                    /** @constant */
                    type?: "freight.booking.completed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightBookingConfirmed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "carrierBookingReference": "ENT26110001",
                 *         "charges": [
                 *           {
                 *             "amount": "1850.00",
                 *             "currency": "USD"
                 *           }
                 *         ],
                 *         "plannedDeparture": "2026-11-26",
                 *         "transportDocumentReference": "ENTU26110001",
                 *         "vesselName": "EVER GIVEN",
                 *         "voyageNumber": "048W"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.booking.confirmed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        carrierBookingReference: string;
                        /** @description Freight and surcharges by currency */
                        charges: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        }[];
                        plannedDeparture: string | null;
                        transportDocumentReference: string;
                        vesselName: string;
                        voyageNumber: string;
                    };
                    /** @constant */
                    type?: "freight.booking.confirmed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightBookingOverdue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expectedBy": "2026-11-25T08:00:00.000Z",
                 *         "state": "requested"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.booking.overdue"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expectedBy: string;
                        state: string;
                    };
                    /** @constant */
                    type?: "freight.booking.overdue";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightBookingRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "afterConfirmation": false,
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "reason": "No space on the vessel"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.booking.rejected"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description It had said yes before (DCSA DECLINED) */
                        afterConfirmation: boolean;
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description In English, or in the words of who said it */
                        reason: string;
                    };
                    /** @constant */
                    type?: "freight.booking.rejected";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightBookingRequested: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "quoteId": "0199f0c1-7a3e-7c55-a1b2-6f0d2b9c4e11"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.booking.requested"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        quoteId: string | null;
                    };
                    /** @constant */
                    type?: "freight.booking.requested";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightQuoteGiven: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "total": {
                 *           "amount": "1850.00",
                 *           "currency": "USD"
                 *         },
                 *         "totals": [
                 *           {
                 *             "amount": "1850.00",
                 *             "currency": "USD"
                 *           }
                 *         ]
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "frq_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "freightQuote",
                 *         "url": "/v1/freight/quotes/frq_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.quote.given"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The part in the currency of the ocean freight */
                        total: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        /** @description All of it, one sum per currency */
                        totals: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        }[];
                    };
                    /** @constant */
                    type?: "freight.quote.given";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightShipmentArrived: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "arrivedAt": "2026-12-18T06:00:00.000Z",
                 *         "portOfDischarge": "DEHAM"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.shipment.arrived"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        arrivedAt: string;
                        portOfDischarge: string;
                    };
                    /** @constant */
                    type?: "freight.shipment.arrived";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightShipmentDeparted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "departedAt": "2026-11-26T02:00:00.000Z",
                 *         "portOfLoading": "CNNGB"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.shipment.departed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        departedAt: string;
                        portOfLoading: string;
                    };
                    /** @constant */
                    type?: "freight.shipment.departed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFreightShipmentMilestone: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "at": "2026-11-26T02:00:00.000Z",
                 *         "classifier": "ACT",
                 *         "code": "DEPA",
                 *         "location": "CNNGB",
                 *         "retracted": false
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "bkg_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "booking",
                 *         "url": "/v1/freight/bookings/bkg_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "freight.shipment.milestone"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        at: string;
                        /**
                         * @description Actual, estimated, planned
                         * @enum {string}
                         */
                        classifier: "ACT" | "EST" | "PLN";
                        /** @description DCSA event code */
                        code: string;
                        location: string | null;
                        /** @description The carrier takes back what it said */
                        retracted: boolean;
                    };
                    /** @constant */
                    type?: "freight.shipment.milestone";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxCollectionCredited: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "10000.00",
                 *           "currency": "USD"
                 *         },
                 *         "charges": {
                 *           "amount": "25.00",
                 *           "currency": "USD"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "col_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "collection",
                 *         "url": "/v1/fx/collections/col_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.collection.credited"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        charges: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        } | null;
                    };
                    /** @constant */
                    type?: "fx.collection.credited";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxCollectionMatched: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "10000.00",
                 *           "currency": "USD"
                 *         },
                 *         "by": "reference",
                 *         "duesTaken": {
                 *           "amount": "0.00",
                 *           "currency": "USD"
                 *         },
                 *         "shortfall": {
                 *           "amount": "25.00",
                 *           "currency": "USD"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "col_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "collection",
                 *         "url": "/v1/fx/collections/col_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.collection.matched"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        /** @enum {string} */
                        by: "reference" | "payer_and_amount" | "person";
                        /** @description Of the amount: kept for what the seller owes on this order in this currency. Only the rest is converted */
                        duesTaken: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        shortfall: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        } | null;
                    };
                    /** @constant */
                    type?: "fx.collection.matched";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxCollectionUnmatched: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "10000.00",
                 *           "currency": "USD"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "col_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "collection",
                 *         "url": "/v1/fx/collections/col_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.collection.unmatched"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "fx.collection.unmatched";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxCollectionAccountOpened: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "currency": "USD"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "cac_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "collectionAccount",
                 *         "url": "/cac_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.collection_account.opened"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description ISO 4217 */
                        currency: string;
                    };
                    /** @constant */
                    type?: "fx.collection_account.opened";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxConversionBooked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "rate": "7.1",
                 *         "sold": {
                 *           "amount": "10000.00",
                 *           "currency": "USD"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "cnv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "conversion",
                 *         "url": "/v1/fx/conversions/cnv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.conversion.booked"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description CNY for 1 unit of the foreign currency */
                        rate: string;
                        sold: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "fx.conversion.booked";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxConversionFailed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "reason": "The quote had expired"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "cnv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "conversion",
                 *         "url": "/v1/fx/conversions/cnv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.conversion.failed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        reason: string;
                    };
                    /** @constant */
                    type?: "fx.conversion.failed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxConversionLapsed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "reason": "No space on the vessel"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "cnv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "conversion",
                 *         "url": "/v1/fx/conversions/cnv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.conversion.lapsed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description In English, or in the words of who said it */
                        reason: string;
                    };
                    /** @constant */
                    type?: "fx.conversion.lapsed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxConversionOverdue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expectedBy": "2026-11-25T08:00:00.000Z",
                 *         "state": "booked"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "cnv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "conversion",
                 *         "url": "/v1/fx/conversions/cnv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.conversion.overdue"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expectedBy: string;
                        state: string;
                    };
                    /** @constant */
                    type?: "fx.conversion.overdue";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxConversionSettled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "bought": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "planned": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "rate": "7.1",
                 *         "sold": {
                 *           "amount": "10000.00",
                 *           "currency": "USD"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "cnv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "conversion",
                 *         "url": "/v1/fx/conversions/cnv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.conversion.settled"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        bought: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        planned: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        } | null;
                        /** @description CNY for 1 unit of the foreign currency */
                        rate: string;
                        sold: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "fx.conversion.settled";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxDuesBought: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "cost": {
                 *           "amount": "2502.50",
                 *           "currency": "CNY"
                 *         },
                 *         "due": {
                 *           "amount": "350.00",
                 *           "currency": "USD"
                 *         },
                 *         "rate": "7.1"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "dpu_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "duesPurchase",
                 *         "url": "/v1/fx/dues-purchases/dpu_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.dues.bought"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        cost: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        due: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        /** @description CNY for 1 unit of the foreign currency */
                        rate: string;
                    };
                    /** @constant */
                    type?: "fx.dues.bought";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxDuesReturned: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "due": {
                 *           "amount": "350.00",
                 *           "currency": "USD"
                 *         },
                 *         "paid": {
                 *           "amount": "350.00",
                 *           "currency": "USD"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "col_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "collection",
                 *         "url": "/v1/fx/collections/col_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.dues.returned"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        due: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        paid: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "fx.dues.returned";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxOrderCollected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expected": {
                 *           "amount": "10000.00",
                 *           "currency": "USD"
                 *         },
                 *         "received": {
                 *           "amount": "10000.00",
                 *           "currency": "USD"
                 *         },
                 *         "shortfall": {
                 *           "amount": "0.00",
                 *           "currency": "USD"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "col_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "collection",
                 *         "url": "/v1/fx/collections/col_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.order.collected"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        expected: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        received: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        shortfall: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "fx.order.collected";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxPayoutConfirmed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "purpose": "proceeds"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "pay_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "payout",
                 *         "url": "/v1/fx/payouts/pay_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.payout.confirmed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        purpose: string;
                    };
                    /** @constant */
                    type?: "fx.payout.confirmed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxPayoutOverdue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expectedBy": "2026-11-25T08:00:00.000Z",
                 *         "state": "booked"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "pay_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "payout",
                 *         "url": "/v1/fx/payouts/pay_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.payout.overdue"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expectedBy: string;
                        state: string;
                    };
                    /** @constant */
                    type?: "fx.payout.overdue";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxPayoutRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         },
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "reason": "No space on the vessel"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "pay_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "payout",
                 *         "url": "/v1/fx/payouts/pay_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.payout.rejected"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description In English, or in the words of who said it */
                        reason: string;
                    };
                    /** @constant */
                    type?: "fx.payout.rejected";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onFxPayoutSent: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "amount": {
                 *           "amount": "71000.00",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "pay_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "payout",
                 *         "url": "/v1/fx/payouts/pay_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "fx.payout.sent"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        amount: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "fx.payout.sent";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMandatesMandateAccepted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expiresAt": "2027-11-25T08:00:00.000Z",
                 *         "grantorId": "ten_01m86mfg92esn8mhffhbvgn20z",
                 *         "integratorId": "ten_01m86mfj5vesn8mk2jkqqm4e6t",
                 *         "scopes": [
                 *           "orders:read"
                 *         ]
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "mdt_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "mandate",
                 *         "url": "/mdt_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "mandates.mandate.accepted"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expiresAt: string;
                        grantorId: string;
                        integratorId: string;
                        scopes: string[];
                    };
                    /** @constant */
                    type?: "mandates.mandate.accepted";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMandatesMandateDeclined: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expiresAt": "2027-11-25T08:00:00.000Z",
                 *         "grantorId": "ten_01m86mfg92esn8mhffhbvgn20z",
                 *         "integratorId": "ten_01m86mfj5vesn8mk2jkqqm4e6t",
                 *         "scopes": [
                 *           "orders:read"
                 *         ]
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "mdt_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "mandate",
                 *         "url": "/mdt_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "mandates.mandate.declined"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expiresAt: string;
                        grantorId: string;
                        integratorId: string;
                        scopes: string[];
                    };
                    /** @constant */
                    type?: "mandates.mandate.declined";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMandatesMandateExpired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expiresAt": "2027-11-25T08:00:00.000Z",
                 *         "grantorId": "ten_01m86mfg92esn8mhffhbvgn20z",
                 *         "integratorId": "ten_01m86mfj5vesn8mk2jkqqm4e6t",
                 *         "scopes": [
                 *           "orders:read"
                 *         ]
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "mdt_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "mandate",
                 *         "url": "/mdt_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "mandates.mandate.expired"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expiresAt: string;
                        grantorId: string;
                        integratorId: string;
                        scopes: string[];
                    };
                    /** @constant */
                    type?: "mandates.mandate.expired";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMandatesMandateGranted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expiresAt": "2027-11-25T08:00:00.000Z",
                 *         "grantorId": "ten_01m86mfg92esn8mhffhbvgn20z",
                 *         "integratorId": "ten_01m86mfj5vesn8mk2jkqqm4e6t",
                 *         "scopes": [
                 *           "orders:read"
                 *         ]
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "mdt_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "mandate",
                 *         "url": "/mdt_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "mandates.mandate.granted"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expiresAt: string;
                        grantorId: string;
                        integratorId: string;
                        scopes: string[];
                    };
                    /** @constant */
                    type?: "mandates.mandate.granted";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onMandatesMandateRevoked: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "endedBy": "grantor",
                 *         "expiresAt": "2027-11-25T08:00:00.000Z",
                 *         "grantorId": "ten_01m86mfg92esn8mhffhbvgn20z",
                 *         "integratorId": "ten_01m86mfj5vesn8mk2jkqqm4e6t",
                 *         "scopes": [
                 *           "orders:read"
                 *         ]
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "mdt_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "mandate",
                 *         "url": "/mdt_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "mandates.mandate.revoked"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @enum {string} */
                        endedBy: "grantor" | "integrator";
                        /** Format: date-time */
                        expiresAt: string;
                        grantorId: string;
                        integratorId: string;
                        scopes: string[];
                    };
                    /** @constant */
                    type?: "mandates.mandate.revoked";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOperationsOperationCancelled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "cancelled": 0,
                 *         "command": "createOrder",
                 *         "done": 1000,
                 *         "failed": 3,
                 *         "kind": "batch",
                 *         "refusal": "MANDATES.REVOKED",
                 *         "total": 1000
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "opr_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "operation",
                 *         "url": "/v1/operations/opr_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "operations.operation.cancelled"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        cancelled: number;
                        command: string | null;
                        /** @description Worked, whatever came of it */
                        done: number;
                        failed: number;
                        kind: string;
                        refusal: string | null;
                        total: number;
                    };
                    /** @constant */
                    type?: "operations.operation.cancelled";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOperationsOperationCompleted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "cancelled": 0,
                 *         "command": "createOrder",
                 *         "done": 1000,
                 *         "failed": 3,
                 *         "kind": "batch",
                 *         "refusal": "MANDATES.REVOKED",
                 *         "total": 1000
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "opr_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "operation",
                 *         "url": "/v1/operations/opr_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "operations.operation.completed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        cancelled: number;
                        command: string | null;
                        /** @description Worked, whatever came of it */
                        done: number;
                        failed: number;
                        kind: string;
                        refusal: string | null;
                        total: number;
                    };
                    /** @constant */
                    type?: "operations.operation.completed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrdersOrderCancelled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "from": "placed",
                 *         "reason": "The buyer withdrew"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "ord_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "order",
                 *         "url": "/v1/orders/ord_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "orders.order.cancelled"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The state it left. No service has heard of an order that was cancelled as a draft */
                        from: string;
                        reason: string;
                    };
                    /** @constant */
                    type?: "orders.order.cancelled";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrdersOrderClosed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "margin": {
                 *           "amount": "1234.50",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "ord_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "order",
                 *         "url": "/v1/orders/ord_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "orders.order.closed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        margin: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "orders.order.closed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrdersOrderPlaced: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "freightBy": "platform",
                 *         "incoterm": "FOB",
                 *         "reference": "SO-2026-0117",
                 *         "refundAdvance": true,
                 *         "refundMode": "trading",
                 *         "value": {
                 *           "amount": "10000.00",
                 *           "currency": "USD"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "ord_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "order",
                 *         "url": "/v1/orders/ord_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "orders.order.placed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @enum {string} */
                        freightBy: "platform" | "other";
                        /** @description Incoterms 2020 */
                        incoterm: string;
                        /** @description The caller's own */
                        reference: string;
                        refundAdvance: boolean;
                        /** @enum {string} */
                        refundMode: "trading" | "manufacturer" | "agency" | "none";
                        value: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "orders.order.placed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onOrdersOrderTrackChanged: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "from": "submitted",
                 *         "to": "released",
                 *         "track": "customs"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "ord_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "order",
                 *         "url": "/v1/orders/ord_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "orders.order.track_changed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        from: string;
                        to: string;
                        /** @enum {string} */
                        track: "customs" | "freight" | "fx" | "taxRefund" | "financing";
                    };
                    /** @constant */
                    type?: "orders.order.track_changed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundAgencyAgreementConfirmed: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agentName": "宁波示例外贸综合服务有限公司",
                 *         "agreementNumber": "DBTS-2026-0001",
                 *         "producerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "producerName": "慈溪示例电器有限公司",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "agy_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "agencyAgreement",
                 *         "url": "/v1/tax-refund/agency-agreements/agy_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.agency_agreement.confirmed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        agentName: string;
                        agreementNumber: string;
                        producerId: string;
                        producerName: string;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                    };
                    /** @constant */
                    type?: "tax_refund.agency_agreement.confirmed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundAgencyAgreementDrafted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agentName": "宁波示例外贸综合服务有限公司",
                 *         "agreementNumber": "DBTS-2026-0001",
                 *         "producerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "producerName": "慈溪示例电器有限公司",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "agy_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "agencyAgreement",
                 *         "url": "/v1/tax-refund/agency-agreements/agy_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.agency_agreement.drafted"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        agentName: string;
                        agreementNumber: string;
                        producerId: string;
                        producerName: string;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                    };
                    /** @constant */
                    type?: "tax_refund.agency_agreement.drafted";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundAgencyAgreementEnded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agentName": "宁波示例外贸综合服务有限公司",
                 *         "agreementNumber": "DBTS-2026-0001",
                 *         "producerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "producerName": "慈溪示例电器有限公司",
                 *         "reason": "The producer files for itself from now on",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "agy_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "agencyAgreement",
                 *         "url": "/v1/tax-refund/agency-agreements/agy_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.agency_agreement.ended"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        agentName: string;
                        agreementNumber: string;
                        producerId: string;
                        producerName: string;
                        /** @description In the words of who said it */
                        reason: string;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                    };
                    /** @constant */
                    type?: "tax_refund.agency_agreement.ended";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundAgencyAgreementExpired: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agentName": "宁波示例外贸综合服务有限公司",
                 *         "agreementNumber": "DBTS-2026-0001",
                 *         "producerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "producerName": "慈溪示例电器有限公司",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "agy_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "agencyAgreement",
                 *         "url": "/v1/tax-refund/agency-agreements/agy_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.agency_agreement.expired"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        agentName: string;
                        agreementNumber: string;
                        producerId: string;
                        producerName: string;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                    };
                    /** @constant */
                    type?: "tax_refund.agency_agreement.expired";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundAgencyAgreementWithdrawn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "agentName": "宁波示例外贸综合服务有限公司",
                 *         "agreementNumber": "DBTS-2026-0001",
                 *         "producerId": "pty_01m86mfg92esn8mhffhbvgn20z",
                 *         "producerName": "慈溪示例电器有限公司",
                 *         "reason": "The producer files for itself from now on",
                 *         "validFrom": "2026-12-01",
                 *         "validTo": "2027-11-30"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "agy_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "agencyAgreement",
                 *         "url": "/v1/tax-refund/agency-agreements/agy_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.agency_agreement.withdrawn"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        agentName: string;
                        agreementNumber: string;
                        producerId: string;
                        producerName: string;
                        /** @description In the words of who said it */
                        reason: string;
                        /** Format: date */
                        validFrom: string;
                        validTo: string | null;
                    };
                    /** @constant */
                    type?: "tax_refund.agency_agreement.withdrawn";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimAccepted: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "acceptanceNumber": "SL202611260001"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.accepted"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        acceptanceNumber: string;
                    };
                    /** @constant */
                    type?: "tax_refund.claim.accepted";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimApproved: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "refund": {
                 *           "amount": "9203.54",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.approved"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        refund: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "tax_refund.claim.approved";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimFiled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "refund": {
                 *           "amount": "9203.54",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.filed"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        refund: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "tax_refund.claim.filed";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimHeld: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "causes": [
                 *           {
                 *             "code": "FREIGHT.no_space",
                 *             "values": {}
                 *           }
                 *         ],
                 *         "reason": "No space on the vessel"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.held"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** @description The same as codes with values, where the platform itself says it */
                        causes?: {
                            code: string;
                            values: Record<string, never>;
                        }[];
                        /** @description In English, or in the words of who said it */
                        reason: string;
                    };
                    /** @constant */
                    type?: "tax_refund.claim.held";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimMatched: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "exportDate": "2026-11-26",
                 *         "nonRefundableVat": {
                 *           "amount": "0.00",
                 *           "currency": "CNY"
                 *         },
                 *         "refund": {
                 *           "amount": "9203.54",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.matched"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date */
                        exportDate: string;
                        nonRefundableVat: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        refund: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "tax_refund.claim.matched";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimOverdue: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "expectedBy": "2026-11-25T08:00:00.000Z",
                 *         "state": "filed"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.overdue"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        /** Format: date-time */
                        expectedBy: string;
                        state: string;
                    };
                    /** @constant */
                    type?: "tax_refund.claim.overdue";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimPaid: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "refund": {
                 *           "amount": "9203.54",
                 *           "currency": "CNY"
                 *         },
                 *         "treasuryReference": "GK202612010007"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.paid"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        refund: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                        treasuryReference: string;
                    };
                    /** @constant */
                    type?: "tax_refund.claim.paid";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimQueried: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "reason": "The supplier is being asked"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.queried"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        reason: string;
                    };
                    /** @constant */
                    type?: "tax_refund.claim.queried";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundClaimRejected: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "reason": "The invoice was voided"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "clm_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "claim",
                 *         "url": "/v1/tax-refund/claims/clm_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.claim.rejected"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        reason: string;
                    };
                    /** @constant */
                    type?: "tax_refund.claim.rejected";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onTaxRefundInvoiceRecorded: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "total": {
                 *           "amount": "80000.00",
                 *           "currency": "CNY"
                 *         }
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": "ord_01jbdx7780ejdt3p03tkm1rkcb",
                 *       "resource": {
                 *         "id": "inv_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "invoice",
                 *         "url": "/v1/tax-refund/invoices/inv_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "tax_refund.invoice.recorded"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        total: {
                            amount: string;
                            /** @description ISO 4217 */
                            currency: string;
                        };
                    };
                    /** @constant */
                    type?: "tax_refund.invoice.recorded";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onWebhooksEndpointDisabled: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "changed": [
                 *         "state"
                 *       ],
                 *       "data": {
                 *         "lastStatus": 410,
                 *         "reason": "gone"
                 *       },
                 *       "id": "evt_01jbdx77k2ejdt3p03tkm1rkcb",
                 *       "livemode": false,
                 *       "object": "event",
                 *       "occurredAt": "2026-11-24T11:18:57.943Z",
                 *       "orderId": null,
                 *       "resource": {
                 *         "id": "whe_01jbdx77g0ejdt3p03tkm1rkcb",
                 *         "type": "webhookEndpoint",
                 *         "url": "/v1/webhooks/endpoints/whe_01jbdx77g0ejdt3p03tkm1rkcb"
                 *       },
                 *       "schemaVersion": 1,
                 *       "sequence": 1,
                 *       "type": "webhooks.endpoint.disabled"
                 *     }
                 */
                "application/json": components["schemas"]["EventDto"] & {
                    data?: {
                        lastStatus: number | null;
                        /**
                         * @description `gone`: it said 410; `failing`: nothing got through for five days
                         * @enum {string}
                         */
                        reason: "gone" | "failing";
                    };
                    /** @constant */
                    type?: "webhooks.endpoint.disabled";
                };
            };
        };
        responses: {
            /** @description Taken; anything else, and it is sent again */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
