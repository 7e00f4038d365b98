/** A paper of one page as a PDF, in plain letters: what a mentor of the story wrote elsewhere and uploads. */
export function paper(title: string, lines: readonly string[]): Uint8Array<ArrayBuffer> {
  const line = (text: string) => `(${text.replace(/[\\()]/g, "\\$&")}) Tj T*`;
  const page = [
    "BT /F1 18 Tf 72 750 Td 26 TL",
    line(title),
    "/F1 12 Tf 18 TL",
    ...lines.map(line),
    "ET",
  ].join("\n");
  const parts = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${page.length} >>\nstream\n${page}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let text = "%PDF-1.4\n";
  const places = parts.map((part, index) => {
    const place = text.length;
    text += `${index + 1} 0 obj\n${part}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = `xref\n0 ${parts.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  const end = `trailer\n<< /Size ${parts.length + 1} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  return new Uint8Array(Buffer.from(text + table + end, "latin1"));
}
