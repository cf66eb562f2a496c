let audio: AudioContext | undefined;

function tone(frequency: number, after: number, seconds: number): void {
  audio ??= new AudioContext();
  const [from, to] = [audio.currentTime + after, audio.currentTime + after + seconds];
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  oscillator.frequency.value = frequency;
  gain.gain.setValueAtTime(0.2, from);
  gain.gain.exponentialRampToValueAtTime(0.001, to);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start(from);
  oscillator.stop(to);
}

/** Says by sound and in the hand what the colour says: one high tone, or two low ones. A browser that has neither stays silent. */
export function feel(good: boolean): void {
  try {
    navigator.vibrate?.(good ? 70 : [140, 70, 140]);
    if (good) tone(880, 0, 0.14);
    else for (const after of [0, 0.2]) tone(220, after, 0.16);
  } catch {
    // No sound here.
  }
}
