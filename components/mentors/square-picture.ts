import type { MessageKey } from "@/i18n/messages";
import { middleSquare, portraitLimits } from "@/lib/profiles/rules";

/** What is looked at at all: a phone's photo has a few megabytes, and a browser takes a while for more. */
const largestFile = 20_000_000;

/**
 * The middle of a picture as a small square, a JPEG in base64; or why there is none. Drawn anew, it says nothing of
 * where, when and with what it was taken, and it is small before it is sent.
 */
export async function squarePicture(file: File): Promise<{ picture: string } | { refusal: MessageKey }> {
  if (file.size > largestFile) return { refusal: "profiles.invalid.pictureSize" };
  try {
    const image = await createImageBitmap(file);
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = portraitLimits.side;
    const drawing = canvas.getContext("2d");
    if (!drawing) return { refusal: "profiles.invalid.picture" };
    const { x, y, side } = middleSquare(image.width, image.height);
    // A JPEG cannot be seen through: without a ground, what could would be black.
    drawing.fillStyle = "white";
    drawing.fillRect(0, 0, canvas.width, canvas.height);
    drawing.imageSmoothingQuality = "high";
    drawing.drawImage(image, x, y, side, side, 0, 0, canvas.width, canvas.height);
    image.close();
    return { picture: canvas.toDataURL("image/jpeg", 0.88).split(",")[1] ?? "" };
  } catch {
    return { refusal: "profiles.invalid.picture" };
  }
}
