/** Minutes that a text takes: 400 Han characters or 220 words of other scripts each; at least one. */
export function minutesOf(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  const words = text.replace(/\p{Script=Han}/gu, " ").match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  return Math.max(1, Math.round(han / 400 + words / 220));
}
