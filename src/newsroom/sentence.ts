/** A text with a stop at its end, where it has none. */
export function sentence(text: string): string {
  return /[.!?…؟。！？।۔]$/.test(text) ? text : `${text}.`;
}
