import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Freight: the rate table, quotes, bookings with their milestones. */
export class FreightCreateRatesQuotesAndBookings1795500005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE SCHEMA freight`);
    await this.createRate(db);
    await this.createQuote(db);
    await this.createBooking(db);
    await this.indexBooking(db);
    await this.createMilestone(db);
    await db.query(`GRANT USAGE ON SCHEMA freight TO entrepot_app`);
    // A rate is never changed: it ends by being withdrawn, so that an old quote can be explained.
    await db.query(`GRANT SELECT, INSERT, UPDATE (withdrawn_at, version, updated_at) ON freight.rate TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON freight.quote, freight.booking TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (retracted_by, retracted_at) ON freight.milestone TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT ON freight.retraction TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP SCHEMA freight CASCADE`);
  }

  private async createRate(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.rate (
        tenant_id           uuid        NOT NULL,
        id                  uuid        NOT NULL,
        mode                text        NOT NULL CONSTRAINT ck_rate_mode CHECK (mode IN ('fcl', 'lcl')),
        code                text        NOT NULL,
        name                text        NOT NULL,
        basis               text        NOT NULL CONSTRAINT ck_rate_basis CHECK (basis IN
                              ('per_container', 'per_revenue_ton', 'per_bill_of_lading', 'percent_of')),
        port_of_loading     char(5),
        port_of_discharge   char(5),
        destination_country char(2),
        size_type           char(4),
        price_minor         bigint,
        price_currency      char(3)     NOT NULL,
        share               numeric,
        percent_of          text[]      NOT NULL,
        minimum_minor       bigint,
        maximum_minor       bigint,
        payer               text        NOT NULL CONSTRAINT ck_rate_payer CHECK (payer IN ('prepaid', 'collect')),
        position            smallint    NOT NULL,
        valid_from          date        NOT NULL,
        valid_to            date,
        source              text        NOT NULL,
        withdrawn_at        timestamptz,
        version             integer     NOT NULL DEFAULT 1,
        created_at          timestamptz NOT NULL,
        updated_at          timestamptz NOT NULL,
        CONSTRAINT pk_rate PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_rate_price CHECK ((basis = 'percent_of') = (price_minor IS NULL)
          AND (basis = 'percent_of') = (share IS NOT NULL) AND (basis = 'percent_of') = (percent_of <> '{}')),
        CONSTRAINT ck_rate_not_negative CHECK (price_minor >= 0 AND share >= 0 AND minimum_minor >= 0 AND maximum_minor >= minimum_minor),
        CONSTRAINT ck_rate_size CHECK (size_type IS NULL OR basis = 'per_container'),
        CONSTRAINT ck_rate_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
      )`);
    await db.query(`
      CREATE INDEX ix_rate_lane ON freight.rate (tenant_id, mode, port_of_loading, port_of_discharge)
        WHERE withdrawn_at IS NULL`);
    await db.query(`CALL platform.isolate('freight.rate')`);
    // The tariff that comes with the platform belongs to the nil tenant: everybody reads it, nobody writes it.
    await db.query(`
      CREATE POLICY shared_tariff ON freight.rate FOR SELECT TO entrepot_app
        USING (tenant_id = '00000000-0000-0000-0000-000000000000')`);
  }

  private async createQuote(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.quote (
        tenant_id         uuid        NOT NULL,
        id                uuid        NOT NULL,
        reference         text,
        order_id          uuid,
        state             text        NOT NULL CONSTRAINT ck_quote_state CHECK (state IN ('open', 'booked')),
        mode              text        NOT NULL CONSTRAINT ck_quote_mode CHECK (mode IN ('fcl', 'lcl')),
        port_of_loading   char(5)     NOT NULL,
        port_of_discharge char(5)     NOT NULL,
        departure_date    date        NOT NULL,
        cargo             jsonb       NOT NULL,
        charges           jsonb       NOT NULL,
        totals            jsonb       NOT NULL,
        collect_totals    jsonb       NOT NULL,
        revenue_tons      numeric,
        calculation       jsonb       NOT NULL,
        valid_until       timestamptz NOT NULL,
        version           integer     NOT NULL DEFAULT 1,
        created_at        timestamptz NOT NULL,
        updated_at        timestamptz NOT NULL,
        CONSTRAINT pk_quote PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_quote_reference ON freight.quote (tenant_id, reference)`);
    await db.query(`CREATE INDEX ix_quote_order ON freight.quote (tenant_id, order_id, id) WHERE order_id IS NOT NULL`);
    await db.query(`CALL platform.isolate('freight.quote')`);
  }

  private async createBooking(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.booking (
        tenant_id                         uuid        NOT NULL,
        id                                uuid        NOT NULL,
        reference                         text,
        order_id                          uuid        NOT NULL,
        party_id                          uuid        NOT NULL,
        quote_id                          uuid,
        state                             text        NOT NULL CONSTRAINT ck_booking_state CHECK (state IN
                                            ('requested', 'received', 'pending_update', 'confirmed', 'pending_amendment',
                                             'rejected', 'declined', 'cancelled', 'completed')),
        cancellation                      text        NOT NULL CONSTRAINT ck_booking_cancellation CHECK (cancellation IN
                                            ('none', 'requested', 'declined', 'confirmed')),
        cancellation_reason               text,
        mode                              text        NOT NULL CONSTRAINT ck_booking_mode CHECK (mode IN ('fcl', 'lcl')),
        port_of_loading                   char(5)     NOT NULL,
        port_of_discharge                 char(5)     NOT NULL,
        expected_departure_date           date        NOT NULL,
        charges                           jsonb       NOT NULL,
        request_message                   text,
        booking_status                    text,
        amended_booking_status            text,
        booking_cancellation_status       text,
        carrier_booking_request_reference text,
        carrier_booking_reference         text,
        transport_document_reference      text,
        vessel_name                       text,
        vessel_imo_number                 text,
        voyage_number                     text,
        service_code                      text,
        planned_departure                 date,
        planned_arrival                   date,
        cut_offs                          jsonb       NOT NULL,
        reason                            text,
        last_reported_at                  timestamptz,
        departure_planned                 timestamptz,
        departure_estimated               timestamptz,
        departure_actual                  timestamptz,
        arrival_planned                   timestamptz,
        arrival_estimated                 timestamptz,
        arrival_actual                    timestamptz,
        departed_at                       timestamptz,
        arrived_at                        timestamptz,
        ledger_transfer_id                uuid,
        expected_by                       timestamptz,
        overdue_at                        timestamptz,
        asks                              integer     NOT NULL,
        ask_at                            timestamptz,
        ask_armed_for                     timestamptz,
        version                           integer     NOT NULL DEFAULT 1,
        created_at                        timestamptz NOT NULL,
        updated_at                        timestamptz NOT NULL,
        CONSTRAINT pk_booking PRIMARY KEY (tenant_id, id),
        CONSTRAINT ck_booking_confirmed CHECK (carrier_booking_reference IS NOT NULL
          OR state NOT IN ('confirmed', 'pending_amendment', 'completed')),
        CONSTRAINT ck_booking_expected CHECK ((expected_by IS NULL) =
          (state IN ('rejected', 'declined', 'cancelled', 'completed')))
      ) WITH (fillfactor = 70)`);
    await db.query(`CALL platform.isolate('freight.booking')`);
  }

  private async indexBooking(db: QueryRunner): Promise<void> {
    await db.query(`CREATE UNIQUE INDEX uq_booking_reference ON freight.booking (tenant_id, reference)`);
    // One live booking per order, whoever races whom.
    await db.query(`
      CREATE UNIQUE INDEX uq_booking_order ON freight.booking (tenant_id, order_id)
        WHERE state NOT IN ('rejected', 'declined', 'cancelled')`);
    await db.query(`CREATE INDEX ix_booking_order ON freight.booking (tenant_id, order_id, id)`);
    await db.query(`
      CREATE INDEX ix_booking_request_reference ON freight.booking (tenant_id, carrier_booking_request_reference)
        WHERE carrier_booking_request_reference IS NOT NULL`);
    await db.query(`
      CREATE INDEX ix_booking_carrier_reference ON freight.booking (tenant_id, carrier_booking_reference)
        WHERE carrier_booking_reference IS NOT NULL`);
    await db.query(`
      CREATE INDEX ix_booking_document_reference ON freight.booking (tenant_id, transport_document_reference)
        WHERE transport_document_reference IS NOT NULL`);
  }

  private async createMilestone(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE freight.milestone (
        tenant_id           uuid        NOT NULL,
        id                  uuid        NOT NULL,
        booking_id          uuid        NOT NULL,
        event_id            text        NOT NULL,
        event_type          text        NOT NULL,
        classifier          text        NOT NULL CONSTRAINT ck_milestone_classifier CHECK (classifier IN ('PLN', 'EST', 'ACT')),
        code                text        NOT NULL,
        occurs_at           timestamptz NOT NULL,
        local_time          text        NOT NULL,
        reported_at         timestamptz NOT NULL,
        location            text,
        equipment_reference text,
        vessel_name         text,
        voyage_number       text,
        delay_reason        text,
        remark              text,
        retracted_by        text,
        retracted_at        timestamptz,
        created_at          timestamptz NOT NULL,
        CONSTRAINT pk_milestone PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_milestone_booking FOREIGN KEY (tenant_id, booking_id) REFERENCES freight.booking (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_milestone_event ON freight.milestone (tenant_id, booking_id, event_id)`);
    await db.query(`CREATE INDEX ix_milestone_event ON freight.milestone (tenant_id, event_id)`);
    await db.query(`CALL platform.isolate('freight.milestone')`);
    // A retraction may overtake what it retracts: it is kept by itself.
    await db.query(`
      CREATE TABLE freight.retraction (
        tenant_id          uuid        NOT NULL,
        retracted_event_id text        NOT NULL,
        event_id           text        NOT NULL,
        created_at         timestamptz NOT NULL,
        CONSTRAINT pk_retraction PRIMARY KEY (tenant_id, retracted_event_id)
      )`);
    await db.query(`CALL platform.isolate('freight.retraction')`);
  }
}
