/** What can be uploaded as an answer: how a browser calls it, how its files end, and whether it is shown or saved. */
const kinds = {
  PNG: { mediaType: "image/png", ending: "png", shown: true },
  JPEG: { mediaType: "image/jpeg", ending: "jpg", shown: true },
  WEBP: { mediaType: "image/webp", ending: "webp", shown: true },
  PDF: { mediaType: "application/pdf", ending: "pdf", shown: true },
  DOCX: {
    mediaType: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ending: "docx",
    shown: false,
  },
  MP3: { mediaType: "audio/mpeg", ending: "mp3", shown: true },
  M4A: { mediaType: "audio/mp4", ending: "m4a", shown: true },
  WAV: { mediaType: "audio/wav", ending: "wav", shown: true },
  OGG: { mediaType: "audio/ogg", ending: "ogg", shown: true },
  MP4: { mediaType: "video/mp4", ending: "mp4", shown: false },
  MOV: { mediaType: "video/quicktime", ending: "mov", shown: false },
  WEBM: { mediaType: "video/webm", ending: "webm", shown: false },
} as const;
export type AnswerFileType = keyof typeof kinds;

export const answerFileLimits = { bytes: 10_000_000, name: 120 };

/** What a browser offers when a file is chosen. What it is, its first bytes say. */
export const acceptedFiles = Object.values(kinds)
  .flatMap(({ mediaType, ending }) => [mediaType, `.${ending}`])
  .join(",");

/** How files begin: bytes as Latin letters, from a place on. The database asks the same. */
const beginnings: readonly [AnswerFileType, ...[at: number, letters: string][]][] = [
  ["PNG", [0, "\x89PNG\r\n\x1a\n"]],
  ["JPEG", [0, "\xff\xd8\xff"]],
  ["WEBP", [0, "RIFF"], [8, "WEBP"]],
  ["WAV", [0, "RIFF"], [8, "WAVE"]],
  ["PDF", [0, "%PDF-"]],
  ["OGG", [0, "OggS"]],
  ["WEBM", [0, "\x1a\x45\xdf\xa3"]],
  ["M4A", [4, "ftypM4A"]],
  ["MOV", [4, "ftypqt"]],
  ["MP4", [4, "ftypiso"]],
  ["MP4", [4, "ftypmp4"]],
  ["MP4", [4, "ftypavc1"]],
  ["MP4", [4, "ftypM4V"]],
  ["MP4", [4, "ftyp3gp"]],
  ["MP3", [0, "ID3"]],
  ["MP3", [0, "\xff\xfb"]],
  ["MP3", [0, "\xff\xf3"]],
  ["MP3", [0, "\xff\xf2"]],
];

/** Whether these Latin letters stand somewhere in the bytes. */
function holds(bytes: Uint8Array, part: string): boolean {
  const codes = [...part].map((letter) => letter.charCodeAt(0));
  const first = codes[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (codes.every((code, index) => bytes[at + index] === code)) return true;
  }
  return false;
}

/** What kind of file begins like this, or null when it is none that can be uploaded. What it is called says nothing. */
export function answerFileType(bytes: Uint8Array): AnswerFileType | null {
  const latin = String.fromCharCode(...bytes.subarray(0, 16));
  const found = beginnings.find(([, ...parts]) => parts.every(([at, part]) => latin.startsWith(part, at)));
  if (found) return found[0];
  // A Word document is an archive, as many files are: it holds this part.
  return latin.startsWith("PK\x03\x04") && holds(bytes, "word/document.xml") ? "DOCX" : null;
}

/** How a file is called where it is saved: as it was, on one line, with the ending of what it is. */
export function answerFileName(given: string, type: AnswerFileType): string {
  const { ending } = kinds[type];
  const plain = given.normalize("NFC").replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\]/gu, " ");
  const stem = plain.replace(/\.[^.\s]{1,8}$/, "").replace(/^[.\s]+|\s+$/g, "");
  return `${[...stem].slice(0, answerFileLimits.name).join("") || "answer"}.${ending}`;
}

/** What a browser is told about a file: what it is, what it is called, and whether it shows or saves it. */
export function answerFileHeaders(type: AnswerFileType, name: string): Record<string, string> {
  const { mediaType, shown } = kinds[type];
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return {
    "content-type": mediaType,
    "content-disposition": `${shown ? "inline" : "attachment"}; filename*=UTF-8''${encoded}`,
    "x-content-type-options": "nosniff",
  };
}
