type Source = HTMLVideoElement;
export type Decode = (source: Source) => Promise<string | undefined>;

interface Detector {
  detect(source: Source): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: string[] }): Detector;
  getSupportedFormats(): Promise<string[]>;
}

/** The browser's own detector, where it has one. */
async function native(): Promise<Decode | undefined> {
  const Detector = (globalThis as { BarcodeDetector?: DetectorClass }).BarcodeDetector;
  if (!Detector || !(await Detector.getSupportedFormats().catch(() => [] as string[])).includes("qr_code")) return undefined;
  const detector = new Detector({ formats: ["qr_code"] });
  return async (source) => (await detector.detect(source))[0]?.rawValue;
}

const width = 720;

async function ours(): Promise<Decode> {
  const { default: jsQR } = await import("jsqr");
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d", { willReadFrequently: true });
  return async (source) => {
    const scale = Math.min(1, width / source.videoWidth);
    canvas.width = Math.round(source.videoWidth * scale);
    canvas.height = Math.round(source.videoHeight * scale);
    if (!context || !canvas.width) return undefined;
    context.drawImage(source, 0, 0, canvas.width, canvas.height);
    const { data } = context.getImageData(0, 0, canvas.width, canvas.height);
    return jsQR(data, canvas.width, canvas.height, { inversionAttempts: "dontInvert" })?.data;
  };
}

let made: Promise<Decode> | undefined;

/** What reads codes from a picture. Loading it early keeps it for when there is no network. */
export function decoder(): Promise<Decode> {
  made ??= native().then((own) => own ?? ours());
  return made;
}
