import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Declared items, invoice lines and collections that an integrator brings itself, what was taken of them, and the runs over them. */
export class TaxRefundCreateMatchBook1796354001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createRows(db);
    await this.createTakes(db);
    await this.createRuns(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP TABLE tax_refund.match_chunk, tax_refund.match_run, tax_refund.match_take, tax_refund.match_collection,
        tax_refund.match_invoice_line, tax_refund.match_item`);
  }

  private async createRows(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.match_item (
        tenant_id           uuid    NOT NULL,
        no                  bigint  GENERATED ALWAYS AS IDENTITY,
        fob_minor           bigint  NOT NULL,
        export_date         date    NOT NULL,
        is_cleared          boolean NOT NULL,
        match_key           text    COLLATE "C" NOT NULL,
        declaration_line    text    COLLATE "C" NOT NULL,
        regime              text    NOT NULL,
        exporter_tax_number text    NOT NULL,
        supervision_mode    text    NOT NULL,
        hs_code             text    NOT NULL,
        goods_name          text    NOT NULL,
        source_district     text,
        buyer               text,
        currency            text    NOT NULL,
        unit1               text    NOT NULL,
        unit2               text,
        unit3               text,
        quantity1           numeric NOT NULL,
        quantity2           numeric,
        quantity3           numeric,
        digest              text    NOT NULL,
        CONSTRAINT pk_match_item PRIMARY KEY (tenant_id, match_key, no)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_match_item_declaration_line ON tax_refund.match_item (tenant_id, declaration_line)`);
    await db.query(`
      CREATE TABLE tax_refund.match_invoice_line (
        tenant_id         uuid    NOT NULL,
        no                bigint  GENERATED ALWAYS AS IDENTITY,
        amount_minor      bigint  NOT NULL CONSTRAINT ck_match_invoice_line_amount CHECK (amount_minor >= 0),
        issued_on         date    NOT NULL,
        line_number       integer NOT NULL,
        match_key         text    COLLATE "C" NOT NULL,
        invoice_number    text    COLLATE "C" NOT NULL,
        kind              text    NOT NULL,
        standing          text    NOT NULL,
        seller_tax_number text    NOT NULL,
        buyer_tax_number  text    NOT NULL,
        hs_code           text    NOT NULL,
        goods_name        text    NOT NULL,
        unit              text    NOT NULL,
        quantity          numeric NOT NULL CONSTRAINT ck_match_invoice_line_quantity CHECK (quantity > 0),
        vat_rate          numeric NOT NULL,
        fx_rate           numeric,
        digest            text    NOT NULL,
        CONSTRAINT pk_match_invoice_line PRIMARY KEY (tenant_id, match_key, no)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_match_invoice_line ON tax_refund.match_invoice_line (tenant_id, invoice_number, seller_tax_number, line_number)`);
    await db.query(`
      CREATE TABLE tax_refund.match_collection (
        tenant_id    uuid    NOT NULL,
        no           bigint  GENERATED ALWAYS AS IDENTITY,
        amount_minor bigint  NOT NULL,
        received_on  date    NOT NULL,
        is_explained boolean NOT NULL,
        match_key    text    COLLATE "C" NOT NULL,
        reference    text    COLLATE "C" NOT NULL,
        payer        text    NOT NULL,
        currency     text    NOT NULL,
        digest       text    NOT NULL,
        CONSTRAINT pk_match_collection PRIMARY KEY (tenant_id, match_key, no)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_match_collection_reference ON tax_refund.match_collection (tenant_id, reference)`);
    for (const table of ['match_item', 'match_invoice_line', 'match_collection']) {
      await db.query(`CALL platform.isolate('tax_refund.${table}')`);
      await db.query(`GRANT SELECT, INSERT, UPDATE ON tax_refund.${table} TO entrepot_app`);
    }
  }

  private async createTakes(db: QueryRunner): Promise<void> {
    // Only ever added to. An item is taken once; of an invoice line each take is the next one, and says what it leaves: of two
    // that would take the same, one is refused. A manufacturer's item takes of no invoice.
    await db.query(`
      CREATE TABLE tax_refund.match_take (
        tenant_id     uuid     NOT NULL,
        item_no       bigint   NOT NULL,
        invoice_no    bigint,
        amount_minor  bigint   NOT NULL,
        left_minor    bigint   NOT NULL,
        run_id        uuid     NOT NULL,
        seq           integer  NOT NULL,
        ordinal       smallint NOT NULL,
        quantity      numeric  NOT NULL,
        left_quantity numeric  NOT NULL,
        CONSTRAINT pk_match_take PRIMARY KEY (tenant_id, item_no, ordinal),
        CONSTRAINT ck_match_take_left CHECK (left_quantity >= 0 AND left_minor >= 0 AND quantity >= 0 AND amount_minor >= 0)
      )`);
    await db.query(`
      CREATE UNIQUE INDEX uq_match_take_invoice ON tax_refund.match_take (tenant_id, invoice_no, seq)
        WHERE invoice_no IS NOT NULL`);
    await db.query(`CALL platform.isolate('tax_refund.match_take')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.match_take TO entrepot_app`);
  }

  private async createRuns(db: QueryRunner): Promise<void> {
    // How its work stands is the operation of the same id.
    await db.query(`
      CREATE TABLE tax_refund.match_run (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        today      date        NOT NULL,
        chunks     integer,
        created_at timestamptz NOT NULL,
        ended_at   timestamptz,
        CONSTRAINT pk_match_run PRIMARY KEY (tenant_id, id)
      )`);
    await db.query(`CREATE UNIQUE INDEX uq_match_run_open ON tax_refund.match_run (tenant_id) WHERE ended_at IS NULL`);
    await db.query(`CALL platform.isolate('tax_refund.match_run')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE (chunks, ended_at) ON tax_refund.match_run TO entrepot_app`);
    // The keys after the first and up to the second; both in the order of bytes. The results packed, once it is worked.
    await db.query(`
      CREATE TABLE tax_refund.match_chunk (
        tenant_id    uuid    NOT NULL,
        run_id       uuid    NOT NULL,
        number       integer NOT NULL,
        items        integer NOT NULL,
        matched      integer,
        waiting      integer,
        blocked      integer,
        refund_minor bigint,
        after_key    text    COLLATE "C" NOT NULL,
        up_to_key    text    COLLATE "C" NOT NULL,
        results      bytea,
        CONSTRAINT pk_match_chunk PRIMARY KEY (tenant_id, run_id, number)
      )`);
    await db.query(`ALTER TABLE tax_refund.match_chunk ALTER COLUMN results SET STORAGE EXTERNAL`);
    await db.query(`CALL platform.isolate('tax_refund.match_chunk')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.match_chunk TO entrepot_app`);
    await db.query(`
      GRANT UPDATE (matched, waiting, blocked, refund_minor, results) ON tax_refund.match_chunk TO entrepot_app`);
  }
}
