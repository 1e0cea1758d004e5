/** A document as it was issued: number, title, body, then who issued it and when. */
export interface IssuedDocument {
  number: string;
  title: string;
  text: string;
}

/** The parts of a document's text: the number and title that begin it, the lines, and the signature of two lines that ends it. */
export function partsOf({ number, title, text }: IssuedDocument): {
  number: string;
  title: string;
  lines: string[];
  signature: string[];
} {
  const lines = text.split('\n').filter((line) => line !== '');
  const body = lines.slice(lines[0] === number ? 1 : 0);
  const rest = body[0] === title ? body.slice(1) : body;
  const isSigned = /^\d{4}年\d{1,2}月\d{1,2}日/.test(rest.at(-1) ?? '');
  return { number, title, lines: isSigned ? rest.slice(0, -2) : rest, signature: isSigned ? rest.slice(-2) : [] };
}

/** Prints the document alone, whatever stands around it on the page. */
export function printDocument(document_: IssuedDocument): void {
  const frame = document.createElement('iframe');
  frame.style.display = 'none';
  frame.title = document_.title;
  frame.srcdoc = pageOf(document_);
  frame.addEventListener('load', () => {
    frame.contentWindow?.addEventListener('afterprint', () => frame.remove());
    frame.contentWindow?.print();
  });
  document.body.append(frame);
}

function pageOf(document_: IssuedDocument): string {
  const { number, title, lines, signature } = partsOf(document_);
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${escaped(title)}</title><style>
@page { margin: 30mm 26mm 28mm 28mm; }
body { font-family: 'FangSong', 'STFangsong', 'Noto Serif CJK SC', serif; font-size: 16pt; line-height: 1.75; color: #000; }
.number { text-align: center; } h1 { font-size: 22pt; text-align: center; font-weight: 700; margin: 12pt 0 18pt; }
p { margin: 0; text-indent: 2em; } .signature { text-align: right; text-indent: 0; }
</style></head><body><p class="number" style="text-indent:0">${escaped(number)}</p><h1>${escaped(title)}</h1>
${lines.map((line) => `<p>${escaped(line)}</p>`).join('\n')}
${signature.map((line) => `<p class="signature">${escaped(line)}</p>`).join('\n')}</body></html>`;
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
