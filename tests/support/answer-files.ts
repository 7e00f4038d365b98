import type { AnswerFileType } from "@/lib/training/answer-file";

const beginnings: Record<AnswerFileType, string> = {
  PNG: "\x89PNG\r\n\x1a\n",
  JPEG: "\xff\xd8\xff\xe0",
  WEBP: "RIFF\0\0\0\0WEBP",
  PDF: "%PDF-1.7",
  DOCX: "PK\x03\x04\0\0[Content_Types].xml\0word/document.xml",
  MP3: "ID3\x04",
  M4A: "\0\0\0\x1cftypM4A ",
  WAV: "RIFF\0\0\0\0WAVE",
  OGG: "OggS",
  MP4: "\0\0\0\x20ftypisom",
  MOV: "\0\0\0\x14ftypqt  ",
  WEBM: "\x1a\x45\xdf\xa3",
};
export const answerFileTypes = Object.keys(beginnings) as AnswerFileType[];

/** Bytes that begin like a file of this type, as many as asked for. */
export function someBytes(type: AnswerFileType, length = 64): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  bytes.set(Buffer.from(beginnings[type], "latin1"));
  return bytes;
}

/** What the door makes of an uploaded file of this type. */
export function anUpload(type: AnswerFileType, length?: number) {
  return { type, name: `My answer.${type.toLowerCase()}`, bytes: someBytes(type, length) };
}
