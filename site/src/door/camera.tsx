import { useEffect, useRef, useState } from "preact/hooks";
import { t } from "../console/text.ts";
import { decoder } from "./decode.ts";
import { words } from "./words.ts";

/** Milliseconds between two looks, and for which the same code is not read again. */
const pause = 120;
const again = 4000;

/** What the camera sees, read until it is closed. */
export function Camera({ onCode, onFailed }: { onCode: (code: string) => void; onFailed: () => void }) {
  const video = useRef<HTMLVideoElement>(null);
  const hear = useRef(onCode);
  hear.current = onCode;
  const [running, setRunning] = useState(false);
  useEffect(() => {
    let stopped = false;
    let stream: MediaStream | undefined;
    let last = { code: "", at: 0 };
    const run = async () => {
      const view = video.current;
      if (!view) return;
      stream = await navigator.mediaDevices.getUserMedia({
        audio: false,
        video: { facingMode: "environment", width: { ideal: 1280 }, height: { ideal: 720 } },
      });
      if (stopped) return stop();
      view.srcObject = stream;
      await view.play();
      setRunning(true);
      const decode = await decoder();
      while (!stopped) {
        const code = view.readyState >= 2 ? await decode(view).catch(() => undefined) : undefined;
        const now = performance.now();
        if (code && (code !== last.code || now - last.at > again)) hear.current(code);
        if (code) last = { code, at: now };
        await new Promise((done) => setTimeout(done, pause));
      }
    };
    const stop = () => {
      for (const track of stream?.getTracks() ?? []) track.stop();
    };
    run().catch(() => {
      if (!stopped) onFailed();
    });
    return () => {
      stopped = true;
      stop();
    };
  }, []);
  return (
    <div class="door-camera" data-running={running}>
      <video ref={video} muted playsInline aria-label={t(words.cameraView)} />
      <span class="door-camera__frame" aria-hidden="true" />
    </div>
  );
}
