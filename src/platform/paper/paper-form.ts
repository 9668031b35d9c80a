const MARGIN = 36;
const NAME_WIDTH = 150;

/** A page (A4) of names and values. */
export function paperForm(
  page: PDFKit.PDFDocument,
  title: string,
  lines: readonly (readonly [name: string, value: string])[],
): void {
  page.addPage({ size: 'A4', margin: MARGIN });
  page.fontSize(14).text(title).moveDown(0.6).fontSize(9);
  for (const [name, value] of lines) {
    const { y } = page;
    page.text(name, MARGIN, y, { width: NAME_WIDTH });
    const below = page.y;
    page.text(value, MARGIN + NAME_WIDTH, y, { width: page.page.width - 2 * MARGIN - NAME_WIDTH });
    page.y = Math.max(below, page.y) + 2;
  }
}
