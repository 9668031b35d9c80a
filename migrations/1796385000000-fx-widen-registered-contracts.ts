import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A registered contract covers one order or several; an order is under one open contract at most. */
export class FxWidenRegisteredContracts1796385000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DROP INDEX fx.uq_registered_contract_order`);
    await db.query(`ALTER TABLE fx.registered_contract DROP CONSTRAINT fk_registered_contract_order`);
    await db.query(`ALTER TABLE fx.registered_contract RENAME order_id TO order_ids`);
    await db.query(`
      ALTER TABLE fx.registered_contract
        ALTER order_ids TYPE uuid[] USING ARRAY[order_ids],
        ADD CONSTRAINT ck_registered_contract_orders CHECK (cardinality(order_ids) >= 1)`);
    await db.query(`CREATE INDEX ix_registered_contract_orders ON fx.registered_contract USING gin (order_ids)`);
    await db.query(`
      CREATE TABLE fx.contracted_order (
        tenant_id   uuid NOT NULL,
        order_id    uuid NOT NULL,
        contract_id uuid NOT NULL,
        CONSTRAINT pk_contracted_order PRIMARY KEY (tenant_id, order_id),
        CONSTRAINT fk_contracted_order_order FOREIGN KEY (tenant_id, order_id) REFERENCES fx.receivable (tenant_id, id),
        CONSTRAINT fk_contracted_order_contract FOREIGN KEY (tenant_id, contract_id)
          REFERENCES fx.registered_contract (tenant_id, id)
      )`);
    await db.query(`CREATE INDEX ix_contracted_order_contract ON fx.contracted_order (tenant_id, contract_id)`);
    await db.query(`ALTER TABLE fx.registered_contract NO FORCE ROW LEVEL SECURITY`);
    await db.query(`
      INSERT INTO fx.contracted_order (tenant_id, order_id, contract_id)
      SELECT tenant_id, order_ids[1], id FROM fx.registered_contract WHERE state NOT IN ('closed', 'refused')`);
    await db.query(`ALTER TABLE fx.registered_contract FORCE ROW LEVEL SECURITY`);
    await db.query(`CALL platform.isolate('fx.contracted_order')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON fx.contracted_order TO entrepot_app`);
  }

  /** Of several orders the first is kept. */
  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE fx.contracted_order`);
    await db.query(`DROP INDEX fx.ix_registered_contract_orders`);
    await db.query(`
      ALTER TABLE fx.registered_contract
        DROP CONSTRAINT ck_registered_contract_orders,
        ALTER order_ids TYPE uuid USING order_ids[1]`);
    await db.query(`ALTER TABLE fx.registered_contract RENAME order_ids TO order_id`);
    await db.query(`
      ALTER TABLE fx.registered_contract ADD CONSTRAINT fk_registered_contract_order
        FOREIGN KEY (tenant_id, order_id) REFERENCES fx.receivable (tenant_id, id)`);
    await db.query(`
      CREATE UNIQUE INDEX uq_registered_contract_order ON fx.registered_contract (tenant_id, order_id)
      WHERE state NOT IN ('closed', 'refused')`);
  }
}
