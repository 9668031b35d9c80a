import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Products of a tenant, with the declaration elements of their code, and every version of them that was approved. */
export class CatalogueCreateProduct1796240001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE catalogue.product (
        tenant_id        uuid        NOT NULL,
        id               uuid        NOT NULL,
        reference        text        NOT NULL,
        hs_code          char(10)    NOT NULL,
        goods_name       text        NOT NULL,
        goods_name_en    text        NOT NULL,
        elements         jsonb       NOT NULL,
        state            text        NOT NULL CONSTRAINT ck_product_state CHECK (state IN ('draft', 'submitted', 'approved')),
        approval         jsonb,
        approved_version integer,
        version          integer     NOT NULL DEFAULT 1,
        created_at       timestamptz NOT NULL,
        updated_at       timestamptz NOT NULL,
        CONSTRAINT pk_product PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_product_reference UNIQUE (tenant_id, reference),
        CONSTRAINT ck_product_approved CHECK (state <> 'approved' OR approved_version IS NOT NULL)
      )`);
    // What a declaration was filled from must be found again as it was.
    await db.query(`
      CREATE TABLE catalogue.product_version (
        tenant_id            uuid        NOT NULL,
        product_id           uuid        NOT NULL,
        number               integer     NOT NULL,
        hs_code              char(10)    NOT NULL,
        goods_name           text        NOT NULL,
        goods_name_en        text        NOT NULL,
        elements             jsonb       NOT NULL,
        declaration_elements text        NOT NULL,
        elements_source      text        NOT NULL,
        approval_id          uuid,
        approved_at          timestamptz NOT NULL,
        CONSTRAINT pk_product_version PRIMARY KEY (tenant_id, product_id, number),
        CONSTRAINT fk_product_version_product FOREIGN KEY (tenant_id, product_id) REFERENCES catalogue.product (tenant_id, id)
      )`);
    for (const table of ['product', 'product_version']) await db.query(`CALL platform.isolate('catalogue.${table}')`);
    await db.query(`GRANT SELECT, INSERT, UPDATE ON catalogue.product TO entrepot_app`);
    await db.query(`GRANT SELECT, INSERT ON catalogue.product_version TO entrepot_app`);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE catalogue.product_version, catalogue.product`);
  }
}
