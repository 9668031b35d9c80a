import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The documents of exports (备案单证), and the packs that prove claims; what must be kept cannot be deleted. */
export class TaxRefundCreateEvidence1796356001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.evidence_document (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        order_id   uuid        NOT NULL,
        kind       text        NOT NULL,
        file_name  text        NOT NULL,
        media_type text        NOT NULL,
        size_bytes integer     NOT NULL CONSTRAINT ck_evidence_document_size CHECK (size_bytes = octet_length(body)),
        sha256     text        NOT NULL,
        body       bytea       NOT NULL,
        added_by   text        NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT pk_evidence_document PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_evidence_document_content UNIQUE (tenant_id, order_id, kind, sha256)
      )`);
    // Scans are packed already.
    await db.query(`ALTER TABLE tax_refund.evidence_document ALTER COLUMN body SET STORAGE EXTERNAL`);
    await db.query(`CALL platform.isolate('tax_refund.evidence_document')`);
    await db.query(`GRANT SELECT, INSERT, DELETE ON tax_refund.evidence_document TO entrepot_app`);
    await this.createPack(db);
    await this.keep(db);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`DROP TABLE tax_refund.evidence_part, tax_refund.evidence_pack, tax_refund.evidence_document`);
    await db.query(`DROP FUNCTION tax_refund.keep_evidence_document(), tax_refund.keep_evidence_pack()`);
  }

  private async createPack(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE tax_refund.evidence_pack (
        tenant_id  uuid        NOT NULL,
        id         uuid        NOT NULL,
        claim_id   uuid        NOT NULL,
        order_id   uuid        NOT NULL,
        sha256     text        NOT NULL,
        size_bytes bigint      NOT NULL,
        missing    text[]      NOT NULL,
        kept_until date        NOT NULL,
        source     text        NOT NULL,
        hold       jsonb,
        made_by    text        NOT NULL,
        version    integer     NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT pk_evidence_pack PRIMARY KEY (tenant_id, id),
        CONSTRAINT uq_evidence_pack_content UNIQUE (tenant_id, claim_id, sha256)
      )`);
    await db.query(`CALL platform.isolate('tax_refund.evidence_pack')`);
    await db.query(`
      GRANT SELECT, INSERT, DELETE, UPDATE (hold, version, updated_at) ON tax_refund.evidence_pack TO entrepot_app`);
    // What a pack was made of stays in it: uploaded documents by reference, all else word for word.
    await db.query(`
      CREATE TABLE tax_refund.evidence_part (
        tenant_id   uuid    NOT NULL,
        pack_id     uuid    NOT NULL,
        ordinal     integer NOT NULL,
        path        text    NOT NULL,
        media_type  text    NOT NULL,
        size_bytes  integer NOT NULL,
        sha256      text    NOT NULL,
        document_id uuid,
        body        bytea,
        CONSTRAINT pk_evidence_part PRIMARY KEY (tenant_id, pack_id, ordinal),
        CONSTRAINT ck_evidence_part_body CHECK ((document_id IS NULL) = (body IS NOT NULL)),
        CONSTRAINT fk_evidence_part_pack FOREIGN KEY (tenant_id, pack_id)
          REFERENCES tax_refund.evidence_pack (tenant_id, id) ON DELETE CASCADE,
        CONSTRAINT fk_evidence_part_document FOREIGN KEY (tenant_id, document_id)
          REFERENCES tax_refund.evidence_document (tenant_id, id)
      )`);
    await db.query(`
      CREATE INDEX ix_evidence_part_document ON tax_refund.evidence_part (tenant_id, document_id)
        WHERE document_id IS NOT NULL`);
    await db.query(`CALL platform.isolate('tax_refund.evidence_part')`);
    await db.query(`GRANT SELECT, INSERT ON tax_refund.evidence_part TO entrepot_app`);
  }

  /** The owner alone may delete all the same: to reset a sandbox tenant. */
  private async keep(db: QueryRunner): Promise<void> {
    const isOwner = `current_user = (SELECT pg_get_userbyid(c.relowner) FROM pg_class c WHERE c.oid = TG_RELID)`;
    await db.query(`
      CREATE FUNCTION tax_refund.keep_evidence_pack() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      DECLARE today date;
      BEGIN
        IF ${isOwner} THEN
          RETURN OLD;
        END IF;
        SELECT (coalesce(t.test_clock, now()) AT TIME ZONE 'Asia/Shanghai')::date INTO today
        FROM platform.tenant t WHERE t.id = OLD.tenant_id;
        IF OLD.hold IS NOT NULL OR today IS NULL OR today <= OLD.kept_until THEN
          RAISE EXCEPTION 'An evidence pack is kept until %, or held', OLD.kept_until
            USING ERRCODE = 'restrict_violation', CONSTRAINT = 'keep_evidence_pack';
        END IF;
        RETURN OLD;
      END $$`);
    await db.query(`
      CREATE TRIGGER keep_evidence_pack BEFORE DELETE ON tax_refund.evidence_pack
        FOR EACH ROW EXECUTE FUNCTION tax_refund.keep_evidence_pack()`);
    await db.query(`
      CREATE FUNCTION tax_refund.keep_evidence_document() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
      BEGIN
        IF ${isOwner} OR NOT EXISTS (
          SELECT FROM tax_refund.claim c
          WHERE c.tenant_id = OLD.tenant_id AND c.order_id = OLD.order_id AND c.filed_at IS NOT NULL) THEN
          RETURN OLD;
        END IF;
        RAISE EXCEPTION 'The documents of an export that was filed are kept'
          USING ERRCODE = 'restrict_violation', CONSTRAINT = 'keep_evidence_document';
      END $$`);
    await db.query(`
      CREATE TRIGGER keep_evidence_document BEFORE DELETE ON tax_refund.evidence_document
        FOR EACH ROW EXECUTE FUNCTION tax_refund.keep_evidence_document()`);
  }
}
