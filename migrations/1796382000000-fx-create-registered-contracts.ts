import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Sales contracts that a bank registers, what it is asked about them, and its letters. */
export class FxCreateRegisteredContracts1796382000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.createContracts(db);
    await this.createLetters(db);
    await this.createRequests(db);
    await db.query(`
      ALTER TABLE fx.currency_control_message
        ADD contract_id uuid,
        ADD letter_id uuid,
        ADD CONSTRAINT fk_currency_control_message_contract FOREIGN KEY (tenant_id, contract_id)
          REFERENCES fx.registered_contract (tenant_id, id),
        ADD CONSTRAINT fk_currency_control_message_letter FOREIGN KEY (tenant_id, letter_id)
          REFERENCES fx.control_letter (tenant_id, id)`);
    await db.query(`
      CREATE INDEX ix_currency_control_message_contract ON fx.currency_control_message (tenant_id, contract_id)`);
    await db.query(`
      CREATE INDEX ix_currency_control_message_letter ON fx.currency_control_message (tenant_id, letter_id)`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE fx.currency_control_message DROP contract_id, DROP letter_id`);
    await db.query(`
      DELETE FROM platform.waiting_table
      WHERE relation IN ('fx.registered_contract', 'fx.control_request', 'fx.control_letter')`);
    await db.query(`DROP TABLE fx.control_request, fx.control_letter, fx.registered_contract`);
  }

  private async createContracts(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.registered_contract (
        tenant_id           uuid        NOT NULL,
        id                  uuid        NOT NULL,
        party_id            uuid        NOT NULL,
        order_id            uuid        NOT NULL,
        state               text        NOT NULL CONSTRAINT ck_registered_contract_state CHECK (state IN
                              ('requested', 'registered', 'amendment_requested', 'closure_requested', 'closed', 'refused')),
        terms               jsonb       NOT NULL,
        proposed            jsonb,
        parties             jsonb       NOT NULL,
        registration_number text,
        registered_on       date,
        closed_on           date,
        closure_reason      text,
        expected_by         timestamptz,
        reason_code         text,
        reason              text,
        version             integer     NOT NULL,
        created_at          timestamptz NOT NULL,
        updated_at          timestamptz NOT NULL,
        CONSTRAINT pk_registered_contract PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_registered_contract_order FOREIGN KEY (tenant_id, order_id)
          REFERENCES fx.receivable (tenant_id, id)
      )`);
    // One at a time is registered of an order.
    await db.query(`
      CREATE UNIQUE INDEX uq_registered_contract_order ON fx.registered_contract (tenant_id, order_id)
      WHERE state NOT IN ('closed', 'refused')`);
    await db.query(`
      CREATE UNIQUE INDEX uq_registered_contract_number ON fx.registered_contract (tenant_id, registration_number)
      WHERE registration_number IS NOT NULL`);
    await db.query(`CALL platform.isolate('fx.registered_contract')`);
    await db.query(`CALL platform.watch('fx.registered_contract')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.registered_contract TO entrepot_app`);
  }

  private async createLetters(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.control_letter (
        tenant_id                uuid        NOT NULL,
        id                       uuid        NOT NULL,
        direction                text        NOT NULL CONSTRAINT ck_control_letter_direction CHECK (direction IN ('in', 'out')),
        state                    text        NOT NULL CONSTRAINT ck_control_letter_state CHECK (state IN
                                   ('open', 'noted', 'answer_sent', 'answered', 'sent', 'delivered', 'refused')),
        contract_id              uuid,
        order_id                 uuid,
        message_id               text        NOT NULL,
        reference                text        NOT NULL,
        is_request_for_documents boolean     NOT NULL,
        subject                  text        NOT NULL,
        text                     text,
        response_required        boolean     NOT NULL,
        due_on                   date,
        attachments              jsonb       NOT NULL,
        answers_id               uuid,
        reason_code              text,
        reason                   text,
        expected_by              timestamptz,
        version                  integer     NOT NULL,
        created_at               timestamptz NOT NULL,
        updated_at               timestamptz NOT NULL,
        CONSTRAINT pk_control_letter PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_control_letter_contract FOREIGN KEY (tenant_id, contract_id)
          REFERENCES fx.registered_contract (tenant_id, id),
        CONSTRAINT fk_control_letter_answers FOREIGN KEY (tenant_id, answers_id)
          REFERENCES fx.control_letter (tenant_id, id)
      )`);
    // However often the bank sends it, it is one letter.
    await db.query(`
      CREATE UNIQUE INDEX uq_control_letter_reference ON fx.control_letter (tenant_id, direction, reference)`);
    await db.query(`CREATE INDEX ix_control_letter_contract ON fx.control_letter (tenant_id, contract_id)`);
    await db.query(`CREATE INDEX ix_control_letter_answers ON fx.control_letter (tenant_id, answers_id)`);
    await db.query(`CALL platform.isolate('fx.control_letter')`);
    await db.query(`CALL platform.watch('fx.control_letter')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.control_letter TO entrepot_app`);
  }

  private async createRequests(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE fx.control_request (
        tenant_id   uuid        NOT NULL,
        id          uuid        NOT NULL,
        contract_id uuid        NOT NULL,
        letter_id   uuid,
        kind        text        NOT NULL CONSTRAINT ck_control_request_kind CHECK (kind IN
                      ('registration', 'amendment', 'closure', 'statement', 'documents', 'letter')),
        state       text        NOT NULL CONSTRAINT ck_control_request_state CHECK (state IN ('sent', 'accepted', 'refused')),
        content     jsonb       NOT NULL,
        result      jsonb,
        reason_code text,
        reason      text,
        expected_by timestamptz,
        decided_at  timestamptz,
        version     integer     NOT NULL,
        created_at  timestamptz NOT NULL,
        updated_at  timestamptz NOT NULL,
        CONSTRAINT pk_control_request PRIMARY KEY (tenant_id, id),
        CONSTRAINT fk_control_request_contract FOREIGN KEY (tenant_id, contract_id)
          REFERENCES fx.registered_contract (tenant_id, id),
        CONSTRAINT fk_control_request_letter FOREIGN KEY (tenant_id, letter_id)
          REFERENCES fx.control_letter (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_control_request_contract ON fx.control_request (tenant_id, contract_id, id)`);
    await db.query(`CREATE INDEX ix_control_request_letter ON fx.control_request (tenant_id, letter_id)`);
    await db.query(`CALL platform.isolate('fx.control_request')`);
    await db.query(`CALL platform.watch('fx.control_request')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON fx.control_request TO entrepot_app`);
  }
}
