/** How the address of a part of a list ends: with its number, where it is not the first. */
export const partParam = ({ number }: { readonly number: number }): string | undefined =>
  number === 1 ? undefined : String(number);
